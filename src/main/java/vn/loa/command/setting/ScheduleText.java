package vn.loa.command.setting;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.loa.command.CommandContext;
import vn.loa.command.RunningProgram;
import vn.loa.model.Chat;
import vn.loa.model.QuietHours;
import vn.loa.model.SpeakingCalendar;
import vn.loa.model.SpeakingTimes;
import vn.loa.phrases.DateFormats;
import vn.loa.phrases.Phrases;

/** Words a chat's speaking times for people. */
public final class ScheduleText {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    private final ChatSchedule schedule;
    private final RunningProgram program;
    private final ZoneId zone;
    private final InstantSource clock;

    /**
     * Makes the words.
     *
     * @param context tells the zone, the time, and what the bots can do
     */
    public ScheduleText(ChatSchedule schedule, CommandContext context) {
        this.schedule = schedule;
        this.program = context.program();
        this.zone = context.zone();
        this.clock = context.clock();
    }

    /** Returns the times of a chat that chose some; empty for one that did not. */
    public Optional<String> chosen(Chat chat, Phrases phrases) {
        SpeakingTimes times = schedule.of(chat.id());
        return times.equals(SpeakingTimes.USUAL) ? Optional.empty() : Optional.of(lines(chat, phrases));
    }

    /** Returns when a chat hears its first news, in a line. */
    public String firstNews(long chatId, Phrases phrases) {
        SpeakingTimes times = schedule.of(chatId);
        return times.digests().isEmpty()
                ? phrases.say("schedule.first.at-once")
                : phrases.say(
                        "schedule.first.digest",
                        DateFormats.minute(schedule.calendar(times).slotAfter(clock.instant(), slot -> false), zone));
    }

    /** Returns the times of a chat, a line each. */
    String lines(Chat chat, Phrases phrases) {
        SpeakingTimes times = schedule.of(chat.id());
        SpeakingCalendar calendar = schedule.calendar(times);
        Instant now = clock.instant();
        List<String> lines = new ArrayList<>();
        lines.add(rhythm(times, phrases));
        lines.add(quiet(calendar.quiet(), chat, phrases));
        if (heldIntoMorning(calendar)) {
            lines.add(phrases.say(
                    "schedule.digest-in-quiet", MINUTE.format(calendar.quiet().to())));
        }
        if (times.paused(now)) {
            Instant end = calendar.next(now, slot -> false);
            lines.add(phrases.say("schedule.paused", DateFormats.minute(end, zone)));
        }
        schedule.held(chat.id(), now)
                .ifPresent(held -> lines.add(
                        phrases.say("schedule.waiting", held.count(), DateFormats.minute(held.next(), zone))));
        return lines.stream().map(line -> "• " + line).collect(Collectors.joining("\n"));
    }

    private static String rhythm(SpeakingTimes times, Phrases phrases) {
        String days = phrases.say(times.workingDaysOnly() ? "schedule.days.working" : "schedule.days.all");
        return times.digests().isEmpty()
                ? phrases.say("schedule.at-once", days)
                : phrases.say("schedule.digests", list(times.digests(), phrases), days);
    }

    private static String list(List<LocalTime> times, Phrases phrases) {
        List<String> told = times.stream().map(MINUTE::format).toList();
        int last = told.size() - 1;
        return last == 0
                ? told.get(0)
                : phrases.say("schedule.and", String.join(", ", told.subList(0, last)), told.get(last));
    }

    /** Where no message can come without a sound, news waits. */
    private String quiet(QuietHours quiet, Chat chat, Phrases phrases) {
        boolean waits = quiet.mode() == QuietHours.Mode.SILENT
                && !program.mutes(chat.address().bot());
        String mode = waits ? "WAITING" : quiet.mode().name();
        return phrases.say("schedule.quiet." + mode, MINUTE.format(quiet.from()), MINUTE.format(quiet.to()));
    }

    private static boolean heldIntoMorning(SpeakingCalendar calendar) {
        return calendar.quiet().mode() == QuietHours.Mode.HELD
                && calendar.times().digests().stream().anyMatch(calendar.quiet()::cover);
    }
}
