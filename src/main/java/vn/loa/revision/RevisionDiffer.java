package vn.loa.revision;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.loa.document.DocumentCard;
import vn.loa.document.DocumentReader;
import vn.loa.document.deadline.Deadline;
import vn.loa.document.deadline.DeadlineReader;
import vn.loa.model.Article;
import vn.loa.model.ArticleContent;
import vn.loa.model.Difference;
import vn.loa.model.Difference.Part;
import vn.loa.phrases.DateFormats;
import vn.loa.text.EventPlace;
import vn.loa.text.Folding;

/**
 * Compares two revisions of an article part by part. Only what both state clearly is a difference: a deadline that one of
 * them has several of, or does not name, is not guessed at.
 */
public final class RevisionDiffer {
    private static final int LONGEST_PLACE = 60;
    private static final int MOST_FILES = 50;
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\d]+");

    private final ZoneId zone;

    /**
     * Makes the comparison.
     *
     * @param zone the time zone for dates that people read
     */
    public RevisionDiffer(ZoneId zone) {
        this.zone = zone;
    }

    /** Returns the differences, the most important first; no end is said for a text that merely reads otherwise. */
    public List<Difference> between(Article before, Article now) {
        String was = text(before.content());
        String is = text(now.content());
        List<Difference> found = new ArrayList<>();
        deadline(was, is, day(before)).ifPresent(found::add);
        both(event(before), event(now), Part.EVENT).ifPresent(found::add);
        changed(StatedTimes.beginnings(was), StatedTimes.beginnings(is), Part.TIME)
                .ifPresent(found::add);
        place(was, is).ifPresent(found::add);
        files(before.content(), now.content()).ifPresent(found::add);
        both(published(before), published(now), Part.PUBLISHED).ifPresent(found::add);
        return found;
    }

    /**
     * Returns the last day that one text of an article states where another stated one; empty unless exactly one moved.
     */
    public Optional<Difference> deadline(Article article, String was, String is) {
        return deadline(was, is, day(article));
    }

    /** A document tells its own day, from which its deadlines are counted. */
    private static Optional<Difference> deadline(String was, String is, LocalDate published) {
        LocalDate base = DocumentReader.ofDocument(was)
                .flatMap(DocumentCard::date)
                .filter(day -> day.isBefore(published))
                .orElse(published);
        Map<String, Deadline> earlier = deadlines(was, base);
        Map<String, Deadline> later = deadlines(is, base);
        return changed(List.copyOf(earlier.keySet()), List.copyOf(later.keySet()), Part.DEADLINE)
                .map(moved -> new Difference(
                        Part.DEADLINE,
                        shown(Objects.requireNonNull(earlier.get(moved.was()))),
                        shown(Objects.requireNonNull(later.get(moved.becomes())))));
    }

    /** Returns deadlines by what makes them one. */
    private static Map<String, Deadline> deadlines(String text, LocalDate base) {
        Map<String, Deadline> found = new LinkedHashMap<>();
        DeadlineReader.read("", text, Optional.of(base))
                .forEach(each -> found.putIfAbsent(each.date() + " " + each.time() + " " + each.recurrence(), each));
        return found;
    }

    /** The year is shown where it is told. */
    private static String shown(Deadline deadline) {
        LocalDate date = deadline.date();
        String time = deadline.time()
                .map(at -> String.format(Locale.ROOT, "%d:%02d ", at.getHour(), at.getMinute()))
                .orElse("");
        String day = time + date.getDayOfMonth() + "/" + date.getMonthValue();
        boolean year = Pattern.compile("(?:(?<!\\d)0?" + date.getMonthValue()
                        + "|(?iu:quý)\\s+\\w{1,3})(?:\\s?[/.-]\\s?|\\s+năm\\s+)" + date.getYear())
                .matcher(deadline.sentence())
                .find();
        return year ? day + "/" + date.getYear() : day;
    }

    private LocalDate day(Article article) {
        return LocalDate.ofInstant(article.content().published().instant().orElse(article.firstSeen()), zone);
    }

    private static String text(ArticleContent content) {
        return content.title() + "\n" + content.lead() + "\n" + String.join("\n", content.paragraphs());
    }

    /** Exactly one value gave way to exactly one other; where several moved on, one may have taken the place of the next. */
    private static Optional<Difference> changed(List<String> was, List<String> is, Part part) {
        List<String> gone = was.stream().filter(each -> !is.contains(each)).toList();
        List<String> come = is.stream().filter(each -> !was.contains(each)).toList();
        boolean one = gone.size() == 1 && come.size() == 1;
        boolean shifted = one && was.size() == is.size() && was.indexOf(gone.get(0)) != is.indexOf(come.get(0));
        return one && !shifted ? Optional.of(new Difference(part, gone.get(0), come.get(0))) : Optional.empty();
    }

    private static Optional<Difference> both(Optional<String> was, Optional<String> is, Part part) {
        return was.isPresent() && is.isPresent() && !was.equals(is)
                ? Optional.of(new Difference(part, was.get(), is.get()))
                : Optional.empty();
    }

    private static Optional<String> event(Article article) {
        return article.summary().eventDate().map(DateFormats::date);
    }

    private Optional<String> published(Article article) {
        return article.content()
                .published()
                .instant()
                .map(instant -> DateFormats.date(LocalDate.ofInstant(instant, zone)));
    }

    private static Optional<Difference> place(String was, String is) {
        boolean moved = !EventPlace.of(was).equals(EventPlace.of(is));
        return moved
                ? both(EventPlace.named(was), EventPlace.named(is), Part.PLACE)
                        .filter(each -> each.was().length() <= LONGEST_PLACE
                                && each.becomes().length() <= LONGEST_PLACE)
                        .filter(each -> !words(EventPlace.line(was)).contains(words(each.becomes())))
                : Optional.empty();
    }

    /** Marks between the parts of a place change nothing. */
    private static String words(String text) {
        return " " + MARKS.matcher(Folding.fold(text)).replaceAll(" ").strip() + " ";
    }

    private static Optional<Difference> files(ArticleContent was, ArticleContent is) {
        return Optional.of(new Difference(Part.FILES, files(was), files(is))).filter(Difference::matters);
    }

    private static String files(ArticleContent content) {
        return content.attachments().stream()
                .map(file -> file.url().toString())
                .distinct()
                .sorted()
                .limit(MOST_FILES)
                .collect(Collectors.joining("\n"));
    }
}
