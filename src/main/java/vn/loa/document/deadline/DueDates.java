package vn.loa.document.deadline;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.date.TetCalendar;

/** Finds the days after cues in one folded sentence and counts them from the day of its document. */
final class DueDates {
    /** The number of days beyond which a date without a year was rather in the past. */
    private static final int FURTHEST_GUESS = 300;

    private static final int FURTHEST_TOLD = 1100;
    private static final int LONGEST_TERM = 120;
    private static final int LONGEST_CUE = 20;
    private static final int LONGEST_LIST = 150;

    /** The fifteenth of a lunar month. */
    private static final Pattern RAM = Pattern.compile("(?<![a-z])ram(?= thang (?:gieng|chap)(?![a-z]))");

    private static final Pattern OF_YEAR = Pattern.compile(" (?:cua )?nam (?<which>nay|sau|toi)(?![a-z])");

    private final String folded;
    private final Optional<LocalDate> base;
    private final List<DueDate> found = new ArrayList<>();

    private DueDates(String folded, Optional<LocalDate> base) {
        this.folded = folded;
        this.base = base;
    }

    /** Returns the days in order; each place of the sentence is read once. */
    static List<DueDate> of(String folded, Optional<LocalDate> base, boolean assigned) {
        DueDates dates = new DueDates(RAM.matcher(folded).replaceAll(" 15"), base);
        dates.recurring();
        dates.moved();
        dates.missingAfter();
        dates.dated();
        dates.finished(assigned);
        dates.relative();
        dates.namedAfter();
        dates.since();
        dates.periods();
        dates.tet();
        dates.lone();
        return dates.found.stream().sorted(Comparator.comparing(DueDate::start)).toList();
    }

    private void add(Matcher at, DueDate.Cue cue, Optional<LocalDate> date, Recurrence recurrence) {
        boolean taken = found.stream().anyMatch(each -> at.start() < each.end() && each.start() < at.end());
        Optional<Optional<LocalTime>> time = TimeOfDay.of(at);
        if (taken || date.isEmpty() || time.isEmpty()) {
            return;
        }
        Matcher after = DuePatterns.TIME_AFTER.matcher(folded).region(at.end(), folded.length());
        Optional<Optional<LocalTime>> later =
                time.get().isEmpty() && after.useTransparentBounds(true).lookingAt()
                        ? TimeOfDay.of(after).filter(Optional::isPresent)
                        : Optional.empty();
        found.add(new DueDate(
                at.start(),
                later.isPresent() ? after.end() : at.end(),
                cue,
                date.get(),
                later.orElse(time.get()),
                recurrence));
    }

    private void dated() {
        Matcher dated = DuePatterns.DATED.matcher(folded);
        while (dated.find()) {
            boolean yearly = dated.group("yearly") != null || dated.group("both") != null || isYearly(dated.start());
            add(dated, cue(dated), date(dated, yearly), yearly ? Recurrence.YEARLY : Recurrence.NONE);
        }
    }

    private boolean isYearly(int at) {
        return DuePatterns.YEARLY
                .matcher(folded)
                .region(Math.max(0, at - LONGEST_LIST), at)
                .find();
    }

    private void moved() {
        Matcher moved = DuePatterns.MOVED.matcher(folded);
        while (moved.find()) {
            add(moved, DueDate.Cue.NAMED, date(moved, false), Recurrence.NONE);
        }
    }

    private void finished(boolean assigned) {
        boolean shared = assigned || DuePatterns.SHARED.matcher(folded).find();
        Matcher finished = (shared ? DuePatterns.FINISHED_BY : DuePatterns.FINISHED).matcher(folded);
        boolean given = assigned || DuePatterns.ASSIGNS.matcher(folded).find() || !found.isEmpty();
        boolean counts = given && !DuePatterns.MEASURES.matcher(folded).find();
        while (counts && finished.find()) {
            add(finished, DueDate.Cue.NAMED, date(finished, false), Recurrence.NONE);
        }
    }

    /** "Đến nay" and "đến hôm nay" tell how things stand, "đến hết hôm nay" a last day. */
    private void relative() {
        Matcher relative = DuePatterns.RELATIVE.matcher(folded);
        while (relative.find()) {
            String until = relative.group("until");
            if ((until == null || until.endsWith("het") || isRange(relative.start())) && !isQuoted(relative.start())) {
                boolean weekly = isWeekly(relative);
                Optional<LocalDate> date = weekly
                        ? first(relative, Recurrence.WEEKLY)
                        : base.flatMap(from -> RelativeDays.of(relative, from));
                add(relative, cue(relative), date, weekly ? Recurrence.WEEKLY : Recurrence.NONE);
            }
        }
    }

    /** "Từ hôm nay đến thứ Sáu tuần này". */
    private boolean isRange(int at) {
        return DuePatterns.FROM_NOW
                .matcher(folded)
                .region(Math.max(0, at - LONGEST_CUE), at)
                .find();
    }

    /** "Chiều nay" in quoted words is counted from the day on which they were said. */
    private boolean isQuoted(int at) {
        return folded.substring(0, at).chars().filter(letter -> letter == '"').count() % 2 == 1;
    }

    /** "Hằng tuần báo cáo … trước 16 giờ thứ Sáu" names the day of each week. */
    private boolean isWeekly(Matcher relative) {
        return relative.group("weekday") != null
                && relative.group("week") == null
                && DuePatterns.WEEKLY
                        .matcher(folded)
                        .region(0, relative.start())
                        .find();
    }

    private void namedAfter() {
        Matcher last = DuePatterns.NAMED_AFTER.matcher(folded);
        while (last.find()) {
            add(last, DueDate.Cue.NAMED, date(last, false), Recurrence.NONE);
        }
        Matcher near = DuePatterns.NEAR_NAMED_AFTER.matcher(folded);
        while (near.find()) {
            add(near, DueDate.Cue.NAMED, base.flatMap(from -> RelativeDays.of(near, from)), Recurrence.NONE);
        }
        Matcher timed = DuePatterns.TIMED_AFTER.matcher(folded);
        while (timed.find()) {
            DueDate.Cue cue = timed.group("latest") == null ? DueDate.Cue.BEFORE : DueDate.Cue.LATEST;
            add(timed, cue, date(timed, false), Recurrence.NONE);
        }
        Matcher must = DuePatterns.MUST_BE.matcher(folded);
        while (must.find()) {
            add(must, DueDate.Cue.NAMED, date(must, false), Recurrence.NONE);
        }
    }

    private void missingAfter() {
        Matcher missing = DuePatterns.MISSING_AFTER.matcher(folded);
        while (missing.find()) {
            add(missing, DueDate.Cue.NAMED, date(missing, false), Recurrence.NONE);
        }
    }

    /** A day without its month is the next one, or one of each month where the words before it say so. */
    private void lone() {
        Matcher lone = DuePatterns.LONE.matcher(folded);
        while (lone.find()) {
            int day = Integer.parseInt(lone.group("day"));
            DueDate.Cue cue = lone.group("latest") == null ? DueDate.Cue.BEFORE : DueDate.Cue.LATEST;
            Matcher often = DuePatterns.PERIODIC.matcher(folded).region(0, lone.start());
            if (!often.find()) {
                add(lone, cue, base.flatMap(from -> CountedDays.ofMonth(day, from)), Recurrence.NONE);
            } else if (often.group("monthly") != null) {
                add(lone, cue, base.flatMap(from -> CountedDays.ofMonth(day, from)), Recurrence.MONTHLY);
            } else if (often.group("quarterly") != null) {
                add(lone, cue, base.flatMap(from -> CountedDays.ofQuarter(day, from, day >= 15)), Recurrence.QUARTERLY);
            }
        }
    }

    private static DueDate.Cue cue(Matcher matcher) {
        if (matcher.group("due") != null) {
            return DueDate.Cue.NAMED;
        }
        if (matcher.group("latest") != null) {
            return DueDate.Cue.LATEST;
        }
        return matcher.group("before") != null ? DueDate.Cue.BEFORE : DueDate.Cue.UNTIL;
    }

    private Optional<LocalDate> date(Matcher dated, boolean yearly) {
        int day = Integer.parseInt(dated.group("day"));
        String month = dated.group("month") == null ? dated.group("monthWord") : dated.group("month");
        String year = dated.group("year") == null ? dated.group("yearWord") : dated.group("year");
        if (month.equals("chap")) {
            return base.flatMap(from -> TetCalendar.ofLastMonth(day, from));
        }
        if (month.equals("gieng")) {
            return base.flatMap(from -> TetCalendar.ofFirstMonth(day, from));
        }
        Matcher named = OF_YEAR.matcher(folded).region(dated.end(), folded.length());
        if (year == null && base.isPresent() && named.lookingAt()) {
            int later = named.group("which").equals("nay") ? 0 : 1;
            return told(day, Integer.parseInt(month), String.valueOf(base.get().getYear() + later));
        }
        return year == null ? next(day, Integer.parseInt(month), yearly) : told(day, Integer.parseInt(month), year);
    }

    private Optional<LocalDate> told(int day, int month, String year) {
        int number = Integer.parseInt(year);
        return civil(number < 100 ? 2000 + number : number, month, day).filter(this::isAhead);
    }

    private boolean isAhead(LocalDate date) {
        return base.isEmpty()
                || !date.isBefore(base.get()) && date.isBefore(base.get().plusDays(FURTHEST_TOLD));
    }

    private Optional<LocalDate> next(int day, int month, boolean yearly) {
        return base.flatMap(from -> civil(from.getYear(), month, day)
                .filter(date -> !date.isBefore(from))
                .or(() -> civil(from.getYear() + 1, month, day))
                .filter(date -> yearly || date.isBefore(from.plusDays(FURTHEST_GUESS))));
    }

    private static Optional<LocalDate> civil(int year, int month, int day) {
        try {
            return year >= 2000 && year < 2100 ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void recurring() {
        Matcher every = DuePatterns.RECURRING.matcher(folded);
        while (every.find()) {
            Recurrence how = recurrence(every);
            add(every, cue(every) == DueDate.Cue.UNTIL ? DueDate.Cue.BEFORE : cue(every), first(every, how), how);
        }
        Matcher weekly = DuePatterns.EVERY_WEEK.matcher(folded);
        while (weekly.find()) {
            add(weekly, DueDate.Cue.UNTIL, first(weekly, Recurrence.WEEKLY), Recurrence.WEEKLY);
        }
        for (Pattern each : List.of(DuePatterns.WEEKDAY_SENT, DuePatterns.WEEKLY_SENT)) {
            Matcher sent = each.matcher(folded);
            while (sent.find()) {
                add(sent, DueDate.Cue.UNTIL, first(sent, Recurrence.WEEKLY), Recurrence.WEEKLY);
            }
        }
        often(DuePatterns.OFTEN.matcher(folded), DueDate.Cue.BEFORE);
        often(DuePatterns.EVERY_MONTH.matcher(folded), DueDate.Cue.UNTIL);
    }

    private void often(Matcher bare, DueDate.Cue cue) {
        while (bare.find()) {
            boolean monthly = bare.group("monthly") != null;
            int day = Integer.parseInt(bare.group("day"));
            Optional<LocalDate> date = base.flatMap(
                    from -> monthly ? CountedDays.ofMonth(day, from) : CountedDays.ofQuarter(day, from, day >= 15));
            boolean taken = found.stream().anyMatch(each -> bare.start() < each.end() && each.start() < bare.end());
            if (date.isPresent() && !taken) {
                found.add(new DueDate(
                        bare.start(),
                        bare.end(),
                        cue,
                        date.get(),
                        Optional.empty(),
                        monthly ? Recurrence.MONTHLY : Recurrence.QUARTERLY));
            }
        }
    }

    private static Recurrence recurrence(Matcher every) {
        if (every.group("weekday") != null) {
            return Recurrence.WEEKLY;
        }
        return every.group("monthly") != null ? Recurrence.MONTHLY : Recurrence.QUARTERLY;
    }

    private Optional<LocalDate> first(Matcher every, Recurrence how) {
        if (base.isEmpty()) {
            return Optional.empty();
        }
        if (how == Recurrence.WEEKLY) {
            return Optional.of(
                    base.get().with(TemporalAdjusters.nextOrSame(RelativeDays.weekday(every.group("weekday")))));
        }
        int day = Integer.parseInt(every.group("day"));
        boolean last = every.group("lastOfQuarter") != null || day >= 15 && every.group("firstOfQuarter") == null;
        return how == Recurrence.MONTHLY
                ? CountedDays.ofMonth(day, base.get())
                : CountedDays.ofQuarter(day, base.get(), last);
    }

    private void since() {
        Matcher since = DuePatterns.SINCE.matcher(folded);
        while (since.find()) {
            int days = Integer.parseInt(since.group("count"));
            boolean working = since.group("working") != null;
            Optional<LocalDate> date = base.filter(from -> days >= 1 && days <= LONGEST_TERM)
                    .map(from -> working ? CountedDays.workingDays(from, days) : from.plusDays(days));
            add(since, since.group("due") == null ? DueDate.Cue.LATEST : DueDate.Cue.NAMED, date, Recurrence.NONE);
        }
    }

    private void periods() {
        Matcher period = DuePatterns.PERIOD.matcher(folded);
        while (period.find()) {
            String cue = period.group("cue");
            Optional<LocalDate> last = lastDay(period);
            boolean before = cue.equals("truoc") && period.group("end") == null;
            int months = period.group("month") == null ? 3 : 1;
            Optional<LocalDate> date = before
                    ? last.map(day -> YearMonth.from(day).minusMonths(months).atEndOfMonth())
                    : last;
            DueDate.Cue strength = period.group("due") != null ? DueDate.Cue.NAMED : ofPeriod(cue, before);
            add(period, strength, date.filter(this::isAhead), Recurrence.NONE);
        }
    }

    private static DueDate.Cue ofPeriod(String cue, boolean before) {
        if (cue.startsWith("cham") || cue.startsWith("muon")) {
            return DueDate.Cue.LATEST;
        }
        return before ? DueDate.Cue.BEFORE : DueDate.Cue.UNTIL;
    }

    private Optional<LocalDate> lastDay(Matcher period) {
        boolean monthly = period.group("month") != null;
        if (base.isEmpty()) {
            return Optional.empty();
        }
        int month = monthly ? month(period.group("month"), base.get()) : 3 * quarter(period.group("quarter"));
        String year = monthly ? period.group("monthYear") : period.group("quarterYear");
        if (month < 1 || month > 12) {
            return Optional.empty();
        }
        YearMonth told = YearMonth.of(year == null ? base.get().getYear() : Integer.parseInt(year), month);
        boolean over = year == null && told.atEndOfMonth().isBefore(base.get());
        return Optional.of((over ? told.plusYears(1) : told).atEndOfMonth())
                .filter(day -> day.isBefore(base.get().plusDays(FURTHEST_GUESS + (year == null ? 0 : FURTHEST_GUESS))));
    }

    private static int month(String word, LocalDate from) {
        return word.equals("nay") ? from.getMonthValue() : Integer.parseInt(word);
    }

    private static int quarter(String word) {
        return Character.isDigit(word.charAt(0)) ? Integer.parseInt(word) : word.equals("iv") ? 4 : word.length();
    }

    private void tet() {
        Matcher tet = DuePatterns.TET.matcher(folded);
        while (tet.find()) {
            add(
                    tet,
                    DueDate.Cue.UNTIL,
                    base.flatMap(TetCalendar::next).map(day -> day.minusDays(lead(tet))),
                    Recurrence.NONE);
        }
    }

    /** "trước Tết 10 ngày" is so many days before its first, "trước Tết" the day before. */
    private static int lead(Matcher tet) {
        return tet.group("lead") == null ? 1 : Integer.parseInt(tet.group("lead"));
    }
}
