package vn.loa.command.broadcast;

import java.time.LocalDate;
import java.util.Optional;
import vn.loa.command.intent.IntentReader;
import vn.loa.command.intent.NewsDays;
import vn.loa.command.intent.Period;
import vn.loa.text.Folding;

/**
 * The days that somebody named.
 *
 * @param first the first civil day
 * @param last the last one
 */
record NewsPeriod(LocalDate first, LocalDate last) {
    /** Parses {@code ngày}, {@code tuần}, {@code hôm qua}, {@code tuần trước} …; empty when the words are no period. */
    static Optional<NewsPeriod> of(String words, Period usual, LocalDate today) {
        IntentReader reader = IntentReader.standard();
        Optional<NewsDays> days = reader.read("tin " + words).slots().days();
        if (days.isPresent()) {
            return days.get().range(today).map(range -> new NewsPeriod(range.first(), range.last()));
        }
        Optional<Period> period = switch (Folding.fold(words)) {
            case "" -> Optional.of(usual);
            case "ngay", "hom nay", "day" -> Optional.of(Period.TODAY);
            case "tuan", "week" -> Optional.of(Period.WEEK);
            case "thang", "month" -> Optional.of(Period.MONTH);
            default -> reader.read("tin " + words).slots().period();
        };
        return period.map(each -> new NewsPeriod(each.first(today), each.last(today)));
    }
}
