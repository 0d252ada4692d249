package vn.loa.command.follow;

import java.time.LocalDate;
import java.time.YearMonth;
import vn.loa.command.Request;
import vn.loa.command.intent.NewsDays;

/** Words civil days as an office writes them, with the year only where it is not this one. */
final class DaysText {
    private DaysText() {}

    /** Returns the days in words: a day, a month, or from one day to another. */
    static String of(Request request, NewsDays.Range days, LocalDate today) {
        if (days.first().equals(days.last())) {
            return request.say("latest.days.one", day(days.first(), today));
        }
        YearMonth month = YearMonth.from(days.first());
        boolean whole = days.first().getDayOfMonth() == 1 && days.last().equals(month.atEndOfMonth());
        return whole
                ? request.say("latest.days.month", month.getMonthValue() + year(days.first(), today))
                : request.say("latest.days.range", day(days.first(), today), day(days.last(), today));
    }

    private static String day(LocalDate day, LocalDate today) {
        return day.getDayOfMonth() + "/" + day.getMonthValue() + year(day, today);
    }

    private static String year(LocalDate day, LocalDate today) {
        return day.getYear() == today.getYear() ? "" : "/" + day.getYear();
    }
}
