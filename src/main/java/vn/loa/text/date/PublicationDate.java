package vn.loa.text.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.loa.model.Precision;
import vn.loa.model.Published;
import vn.loa.text.Folding;

/** Chooses the time of publication among the lines of a page that may tell it. */
public final class PublicationDate {
    /** Labels of a time of change, folded. */
    private static final Pattern CHANGED = Pattern.compile("\\b(?:cap nhat|chinh sua|hieu chinh"
            + "|(?:sua|thay doi)(?: lan)?(?: cuoi| luc| ngay| vao|:)|updated|modified|edited|changed)");

    private final List<String> lines;
    private final VietnameseDates dates;

    private PublicationDate(List<String> lines, VietnameseDates dates) {
        this.lines = lines;
        this.dates = dates;
    }

    /**
     * Returns the first date that names a day, or else the first that tells one by the time of reading, or else the
     * first that was told at all.
     *
     * @param lines as written, the most trusted first
     */
    public static Published of(List<String> lines, VietnameseDates dates) {
        VietnameseDates settled = dates.settledBy(lines.stream());
        PublicationDate absolute = new PublicationDate(lines, settled.relativeTo(Optional.empty()));
        Published told = absolute.first();
        return told.instant().isPresent() ? absolute.inShownZone(told) : new PublicationDate(lines, settled).first();
    }

    private Published first() {
        List<Published> told = lines.stream()
                .map(dates::read)
                .filter(published -> published.precision() != Precision.NONE)
                .toList();
        return told.stream()
                .filter(published -> published.instant().isPresent())
                .findFirst()
                .map(this::withTime)
                .or(() -> told.stream().findFirst())
                .orElse(Published.unknown());
    }

    /** Where one line tells the day alone and another the same day with its time, both are right. */
    private Published withTime(Published first) {
        return lines.stream()
                .filter(line -> !CHANGED.matcher(Folding.fold(line)).find())
                .map(dates::read)
                .filter(other ->
                        first.precision() == Precision.DAY && day(other).equals(day(first)))
                .filter(other -> other.precision() != Precision.DAY)
                .findFirst()
                .orElse(first);
    }

    /** Systems declare local times as those of Greenwich; the line that people read says which of the two it is. */
    private Published inShownZone(Published told) {
        return lines.stream()
                .filter(line -> dates.read(line).equals(told))
                .findFirst()
                .map(dates::readAsShown)
                .filter(shown -> shown.instant().isPresent() && !shown.equals(told))
                .filter(shown -> lines.stream().map(dates::read).anyMatch(line -> confirms(line, shown, told)))
                .orElse(told);
    }

    private boolean confirms(Published line, Published shown, Published told) {
        boolean sameMinute = minute(line).equals(minute(shown));
        boolean sameDay = line.precision() == Precision.DAY
                && day(line).equals(day(shown))
                && !day(line).equals(day(told));
        return line.instant().isPresent() && (sameMinute || sameDay);
    }

    private static Optional<Instant> minute(Published published) {
        return published.instant().map(instant -> instant.truncatedTo(ChronoUnit.MINUTES));
    }

    private Optional<LocalDate> day(Published published) {
        return published.instant().map(instant -> instant.atZone(dates.zone()).toLocalDate());
    }
}
