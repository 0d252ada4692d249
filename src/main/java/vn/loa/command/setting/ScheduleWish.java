package vn.loa.command.setting;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.loa.model.QuietHours;
import vn.loa.model.SpeakingTimes;
import vn.loa.text.Folding;

/**
 * Reads the words after {@code /lich}, with or without marks. Pure.
 *
 * @param times the speaking times that the chat has then; empty when the words ask for nothing that can be
 * @param trouble the key of the phrase that explains the problem, an empty string when there is none; {@link #LATER} with
 *     the times that may be chosen instead
 */
record ScheduleWish(Optional<SpeakingTimes> times, String trouble) {
    /** A pause can only begin now. */
    static final String LATER = "schedule.pause.later";

    private static final int MOST_DIGESTS = 12;

    private static final Set<String> AT_ONCE =
            Set.of("ngay", "gui ngay", "ngay lap tuc", "lap tuc", "tung tin", "at once", "now");
    private static final Set<String> EVERY_DAY =
            Set.of("moi ngay", "moingay", "ca tuan", "catuan", "hang ngay", "every day", "everyday");
    private static final Set<String> RUN =
            Set.of("chay", "chay lai", "gui lai", "tiep tuc", "tiep", "thoi tam dung", "resume", "run");
    private static final Set<String> OFF = Set.of("tat", "bo", "khong", "off");
    private static final Set<String> SILENT = Set.of("im lang", "imlang", "im", "khong chuong", "khong keu", "silent");
    private static final Set<String> HELD = Set.of("giu lai", "giulai", "giu", "hoan", "hold", "held");
    private static final Set<String> AS_CONFIGURED = Set.of("mac dinh", "macdinh", "default");

    private static final Pattern QUIET = Pattern.compile("(?:gio )?(?:yen ?lang|yen tinh|quiet)(?:$| (.*))");
    private static final Pattern PAUSE = Pattern.compile("(?:tam ?dung|tam ngung|pause)(?:$| (.*))");
    private static final Pattern WORKING_DAYS =
            Pattern.compile("(?:chi )?(?:ngay ?lam ?viec|working ?days|workdays)(?:$| (.*))");

    ScheduleWish {
        Objects.requireNonNull(times);
        Objects.requireNonNull(trouble);
    }

    /**
     * Holds the state that a wish starts from.
     *
     * @param times the chat's present times
     * @param usual the quiet hours of the configuration
     * @param now the time, in the zone in which times are meant
     */
    record Ground(SpeakingTimes times, QuietHours usual, ZonedDateTime now) {
        QuietHours quiet() {
            return times.quiet().orElse(usual);
        }
    }

    private static ScheduleWish of(SpeakingTimes times) {
        return new ScheduleWish(Optional.of(times), "");
    }

    private static ScheduleWish trouble(String phrase) {
        return new ScheduleWish(Optional.empty(), phrase);
    }

    static ScheduleWish read(String words, Ground ground) {
        String folded = Folding.fold(words);
        SpeakingTimes times = ground.times();
        if (AT_ONCE.contains(folded)) {
            return of(times.withDigests(List.of()));
        }
        if (EVERY_DAY.contains(folded)) {
            return of(times.withWorkingDaysOnly(false));
        }
        if (RUN.contains(folded)) {
            return of(times.withPauseUntil(Optional.empty()));
        }
        return readPhrase(folded, ground);
    }

    private static ScheduleWish readPhrase(String folded, Ground ground) {
        Matcher quiet = QUIET.matcher(folded);
        if (quiet.matches()) {
            return quiet(rest(quiet), ground);
        }
        Matcher pause = PAUSE.matcher(folded);
        if (pause.matches()) {
            return pause(rest(pause), ground);
        }
        Matcher days = WORKING_DAYS.matcher(folded);
        return days.matches() ? workingDays(rest(days), ground) : digests(folded, ground);
    }

    private static String rest(Matcher phrase) {
        return Objects.requireNonNullElse(phrase.group(1), "").strip();
    }

    private static ScheduleWish digests(String folded, Ground ground) {
        List<LocalTime> times = TimesOfDay.read(folded);
        if (times.isEmpty()) {
            return trouble("schedule.unclear");
        }
        return times.size() > MOST_DIGESTS
                ? trouble("schedule.too-many")
                : of(ground.times().withDigests(times));
    }

    private static ScheduleWish workingDays(String word, Ground ground) {
        if (!word.isEmpty() && !OFF.contains(word)) {
            return trouble("schedule.unclear");
        }
        return of(ground.times().withWorkingDaysOnly(word.isEmpty()));
    }

    private static ScheduleWish pause(String words, Ground ground) {
        if (words.isEmpty()) {
            return trouble("schedule.pause.how");
        }
        Optional<Instant> end = PauseEnd.read(words, ground.now());
        if (end.isEmpty()) {
            return trouble("schedule.pause.unclear");
        }
        return new ScheduleWish(Optional.of(ground.times().withPauseUntil(end)), PauseEnd.isLater(words) ? LATER : "");
    }

    private static ScheduleWish quiet(String words, Ground ground) {
        if (words.isEmpty()) {
            return trouble("schedule.quiet.how");
        }
        if (AS_CONFIGURED.contains(words)) {
            return of(ground.times().withQuiet(Optional.empty()));
        }
        Optional<QuietHours.Mode> mode = mode(words);
        if (mode.isPresent()) {
            return of(ground.times().withQuiet(Optional.of(ground.quiet().withMode(mode.get()))));
        }
        return quietTimes(words, ground);
    }

    /** Reads quiet hours: two times, and perhaps what happens to news between them. */
    private static ScheduleWish quietTimes(String words, Ground ground) {
        String mode = Stream.of(SILENT, HELD, OFF)
                .flatMap(Set::stream)
                .filter(word -> words.endsWith(" " + word))
                .max(Comparator.comparing(String::length))
                .orElse("");
        List<LocalTime> times = TimesOfDay.read(words.substring(0, words.length() - mode.length()));
        if (times.size() != 2 || times.get(0).equals(times.get(1))) {
            return trouble("schedule.quiet.how");
        }
        QuietHours hours = ground.quiet().at(times.get(0), times.get(1));
        return of(ground.times()
                .withQuiet(Optional.of(mode(mode).map(hours::withMode).orElse(hours))));
    }

    private static Optional<QuietHours.Mode> mode(String word) {
        if (SILENT.contains(word)) {
            return Optional.of(QuietHours.Mode.SILENT);
        }
        if (HELD.contains(word)) {
            return Optional.of(QuietHours.Mode.HELD);
        }
        return OFF.contains(word) ? Optional.of(QuietHours.Mode.OFF) : Optional.empty();
    }
}
