package vn.loa.document;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.FoldedText;

/**
 * Reads when a document that a sentence calls was issued: the date after its number, else the day on which the sentence
 * says that it was.
 */
final class IssueDate {
    /** A day told without its year lies near the publication. */
    private static final int NEAR = 183;

    /** So far before the document its day may stand; UTF-16 units. */
    private static final int FURTHEST = 160;

    private static final Pattern DATED =
            Pattern.compile("[, ]{1,3}(?:ra |ky )?ngay (?<day>\\d{1,2})(?:[/.-]| thang )(?<month>\\d{1,2})(?:(?:[/.-]"
                    + "| nam )(?<year>\\d{4}))?(?![\\d/])");
    private static final Pattern ON_DAY = Pattern.compile(
            "(?:^|, |[)] ?[-–]? ?)(?:(?:(?:hoi|luc) \\d{1,2} ?(?:gio|h)(?: ?\\d{2})?(?: phut)?,? |sang|trua|chieu|toi|moi day|vua qua)?,? ?)?(?:(?:vao )?ngay|hom nay,?(?: ngay)?|nay) (?<day>\\d{1,2})(?:[/.-]"
                    + "| thang )(?<month>\\d{1,2})(?:(?:[/.-]| nam )(?<year>\\d{4}))?(?![\\d/])");

    private final FoldedText text;
    private final Optional<LocalDate> published;

    IssueDate(FoldedText text, Optional<LocalDate> published) {
        this.text = text;
        this.published = published;
    }

    /** Returns where a date that stands right after a number ends, or where the number does. */
    int end(int numberEnd) {
        Matcher dated = dated(numberEnd);
        return dated.lookingAt() ? dated.end() : numberEnd;
    }

    /** Returns the date of the document that is called at a position and whose number ends at another. */
    Optional<LocalDate> of(int called, int numberEnd) {
        Matcher dated = dated(numberEnd);
        return dated.lookingAt() ? date(dated) : onDay(called);
    }

    private Matcher dated(int numberEnd) {
        return DATED.matcher(text.folded()).region(numberEnd, text.folded().length());
    }

    private Optional<LocalDate> onDay(int before) {
        Matcher on = ON_DAY.matcher(text.folded()).region(0, before);
        return on.find() && before - on.end() < FURTHEST ? date(on) : Optional.empty();
    }

    private Optional<LocalDate> date(Matcher told) {
        if (told.group("year") != null) {
            return CivilDates.of(told.group("day"), told.group("month"), told.group("year"));
        }
        return published.flatMap(on -> CivilDates.of(
                        told.group("day"), told.group("month"), String.valueOf(on.getYear()))
                .map(day -> day.isAfter(on.plusDays(NEAR)) ? day.minusYears(1) : day)
                .filter(day -> Math.abs(ChronoUnit.DAYS.between(day, on)) <= NEAR));
    }
}
