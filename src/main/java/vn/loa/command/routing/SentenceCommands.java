package vn.loa.command.routing;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.command.intent.Intent;
import vn.loa.command.intent.NewsDays;
import vn.loa.command.intent.Period;
import vn.loa.command.intent.Slots;
import vn.loa.command.intent.Until;
import vn.loa.command.menu.CommandButtons.Typed;

/** Translates an intent and its slots into a command with its words. Pure but for the clock. */
public final class SentenceCommands {
    /** The end of a night that was named only by its beginning. */
    private static final String MORNING = "6:00";

    private final ZoneId zone;
    private final InstantSource clock;

    public SentenceCommands(ZoneId zone, InstantSource clock) {
        this.zone = zone;
        this.clock = clock;
    }

    /** Returns the command for an intent; empty for one that only offers something. */
    Optional<Typed> of(Intent intent, Slots slots) {
        return switch (intent) {
            case LATEST ->
                typed(
                        "tinmoi",
                        slots.count().stream()
                                .mapToObj(Integer::toString)
                                .findFirst()
                                .orElse(""));
            case LATEST_PERIOD -> typed("tinmoi", period(slots));
            case LATEST_OF -> typed("tinmoi", (period(slots) + " " + slots.what()).strip());
            case SEARCH -> typed("tim", slots.what());
            case FOLLOW -> typed("theodoi", slots.everything() ? "tất cả" : slots.what());
            case FOLLOW_MENU -> typed("theodoi", "");
            case UNFOLLOW -> typed("botheodoi", slots.what());
            case UNFOLLOW_ALL -> typed("botheodoi", "");
            case PAUSE, RESUME, TIMES, TIMES_MENU, QUIET, WORKDAYS -> typed("lich", schedule(intent, slots));
            case REPORT_TODAY, REPORT_WEEK, REPORT_WHO_NOT -> typed("baocao", report(intent, slots));
            case ANNOUNCE -> typed("thongbao", "");
            case OFFER -> Optional.empty();
            default -> typed(plain(intent), intent == Intent.ACKNOWLEDGE ? slots.what() : "");
        };
    }

    private static Optional<Typed> typed(String command, String arguments) {
        return Optional.of(new Typed(command, arguments));
    }

    /** Returns the command of an intent that needs no words. */
    private static String plain(Intent intent) {
        return switch (intent) {
            case SETTINGS -> "caidat";
            case LIST -> "danhsach";
            case SOURCES -> "nguon";
            case ACKNOWLEDGE -> "nam";
            case WHY -> "visao";
            case GREETING, THANKS -> SmallTalkCommand.named(intent);
            default -> "trogiup";
        };
    }

    private static String period(Slots slots) {
        return slots.days().map(NewsDays::typed).or(() -> named(slots)).orElse("");
    }

    private static Optional<String> named(Slots slots) {
        return slots.period().map(period -> switch (period) {
            case TODAY -> "hôm nay";
            case YESTERDAY -> "hôm qua";
            case BEFORE_YESTERDAY -> "hôm kia";
            case WEEK -> "tuần này";
            case LAST_WEEK -> "tuần trước";
            case MONTH -> "tháng này";
            case LAST_MONTH -> "tháng trước";
        });
    }

    private String schedule(Intent intent, Slots slots) {
        return switch (intent) {
            case PAUSE -> slots.until().flatMap(this::pause).orElse("");
            case RESUME -> "chay";
            case TIMES -> slots.times().isEmpty() ? "ngay" : times(slots.times());
            case QUIET -> quiet(slots);
            case WORKDAYS -> "ngay lam viec";
            default -> "";
        };
    }

    private Optional<String> pause(Until until) {
        return until.unit() == Until.Unit.DAYS
                ? Optional.of("tamdung " + until.number() + " ngày")
                : until.resumes(today())
                        .map(day -> "tamdung " + day.getDayOfMonth() + "/" + day.getMonthValue() + "/" + day.getYear());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static String times(List<LocalTime> times) {
        return times.stream().map(LocalTime::toString).collect(Collectors.joining(" "));
    }

    /** "Đừng gửi ban đêm" keeps news back, "đừng kêu" only their sound. */
    private static String quiet(Slots slots) {
        String mode = slots.held() ? "giu lai" : "im lang";
        String hours = slots.times().size() == 1
                ? times(slots.times()) + " " + MORNING
                : slots.times().size() == 2 ? times(slots.times()) : "";
        return ("yenlang " + hours).strip() + " " + mode;
    }

    private String report(Intent intent, Slots slots) {
        if (intent == Intent.REPORT_WHO_NOT) {
            return "chưa nắm";
        }
        String unit = slots.place() ? " " + slots.what() : "";
        Set<Period> longer = Set.of(Period.LAST_WEEK, Period.MONTH, Period.LAST_MONTH);
        if (slots.period().filter(longer::contains).isPresent()) {
            return period(slots) + unit;
        }
        if (intent == Intent.REPORT_WEEK) {
            return "tuần" + unit;
        }
        Set<Period> past = Set.of(Period.YESTERDAY, Period.BEFORE_YESTERDAY);
        return slots.period()
                .filter(past::contains)
                .map(period -> period.first(today()))
                .map(day -> "ngày " + day.getDayOfMonth() + "/" + day.getMonthValue() + unit)
                .orElse(("hôm nay" + unit).strip());
    }
}
