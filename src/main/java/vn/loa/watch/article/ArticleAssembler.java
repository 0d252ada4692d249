package vn.loa.watch.article;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.loa.model.Article;
import vn.loa.model.ArticleContent;
import vn.loa.model.Change;
import vn.loa.model.Difference;
import vn.loa.model.Headline;
import vn.loa.model.Published;
import vn.loa.model.Summary;
import vn.loa.revision.RevisionDiffer;
import vn.loa.store.article.NewArticle;
import vn.loa.summary.Summarizer;
import vn.loa.text.EventPlace;
import vn.loa.text.Folding;

/** Makes of what a page and its list say what the archive keeps. Pure. */
public final class ArticleAssembler {
    private final Summarizer summarizer;
    private final ZoneId zone;
    private final RevisionDiffer differ;

    public ArticleAssembler(Summarizer summarizer, ZoneId zone) {
        this.summarizer = summarizer;
        this.zone = zone;
        this.differ = new RevisionDiffer(zone);
    }

    /**
     * Makes the article of a page.
     *
     * @param attached the paragraphs of its attachment, when that speaks for it
     */
    public NewArticle article(String sourceId, Headline headline, ArticleContent read, List<String> attached) {
        ArticleContent content = completed(read, headline);
        String words = content.title() + " " + content.lead() + " " + String.join(" ", content.paragraphs());
        return new NewArticle(
                headline.key(),
                sourceId,
                headline.title(),
                headline.url(),
                content,
                summary(summarizer, content, attached, zone),
                Folding.fold(words),
                Folding.fold(content.category()));
    }

    /** Summarises an article, from its attachment when there is something in it. */
    public static Summary summary(Summarizer summarizer, ArticleContent content, List<String> attached, ZoneId zone) {
        if (attached.isEmpty()) {
            return summarizer.summarize(content, zone);
        }
        ArticleContent told = new ArticleContent(
                content.title(),
                content.published(),
                "",
                attached,
                content.category(),
                content.author(),
                content.image(),
                content.attachments());
        Summary summary = summarizer.summarize(told, zone);
        return summary.sentences().isEmpty() ? summarizer.summarize(content, zone) : summary;
    }

    /**
     * The page's date, or the list's where it has none. Where one is the other with day and month exchanged, one of them
     * was read in the wrong order, and the later is the likelier for an article that is new.
     */
    private Published published(Published read, Published listed) {
        if (read.instant().isEmpty()) {
            return listed;
        }
        boolean exchanged = listed.instant().isPresent() && isExchanged(day(read), day(listed));
        return exchanged && day(listed).isAfter(day(read)) ? listed : read;
    }

    private LocalDate day(Published published) {
        return LocalDate.ofInstant(published.instant().orElseThrow(), zone);
    }

    private static boolean isExchanged(LocalDate one, LocalDate other) {
        return one.getYear() == other.getYear()
                && one.getMonthValue() == other.getDayOfMonth()
                && one.getDayOfMonth() == other.getMonthValue();
    }

    /** The page is believed first; what it does not say, the list may have said. */
    private ArticleContent completed(ArticleContent read, Headline headline) {
        boolean bare = read.lead().isEmpty() && read.paragraphs().isEmpty();
        return new ArticleContent(
                read.title().isEmpty() ? headline.title() : read.title(),
                published(read.published(), headline.published()),
                bare ? headline.teaser() : read.lead(),
                read.paragraphs(),
                read.category().isEmpty() ? headline.category() : read.category(),
                read.author(),
                read.image().or(headline::image),
                read.attachments());
    }

    /** Makes an article's content from its headline, for a page that cannot be read. */
    public static ArticleContent fromList(Headline headline) {
        return new ArticleContent(
                headline.title(),
                headline.published(),
                headline.teaser(),
                List.of(),
                headline.category(),
                "",
                headline.image(),
                List.of());
    }

    /** Returns the changes of an article that people see; nothing when only what they do not see was edited. */
    public Set<Change> changes(Article before, Article now) {
        Set<Change> changes = EnumSet.noneOf(Change.class);
        if (before.withdrawn() || !before.content().title().equals(now.content().title())) {
            changes.add(Change.TITLE);
        }
        if (!publicationDay(before).equals(publicationDay(now))) {
            changes.add(Change.PUBLISHED);
        }
        if (!before.summary().eventDate().equals(now.summary().eventDate())) {
            changes.add(Change.EVENT);
        }
        if (moved(before, now)) {
            changes.add(Change.PLACE);
        }
        if (!before.summary().sentences().equals(now.summary().sentences())
                || !before.content().attachments().equals(now.content().attachments())) {
            changes.add(Change.TEXT);
        }
        return changes;
    }

    /** A time of day that is told later, or more exactly, is no news of the article. */
    private Optional<LocalDate> publicationDay(Article article) {
        return article.content().published().instant().map(instant -> LocalDate.ofInstant(instant, zone));
    }

    /** Returns what parts of an article said before and say now. */
    public List<Difference> differences(Article before, Article now) {
        return before.withdrawn() ? List.of() : differ.between(before, now);
    }

    /** A place that is named for the first time, or no more, is an edit of the text. */
    private static boolean moved(Article before, Article now) {
        Optional<String> was = place(before.content());
        Optional<String> is = place(now.content());
        return was.isPresent() && is.isPresent() && !was.equals(is);
    }

    private static Optional<String> place(ArticleContent content) {
        return EventPlace.of(content.lead() + "\n" + String.join("\n", content.paragraphs()));
    }

    /** Returns whether two versions say the same; counters, dates and pictures do not count. */
    public static boolean sayTheSame(ArticleContent one, ArticleContent other) {
        return one.title().equals(other.title())
                && one.lead().equals(other.lead())
                && one.paragraphs().equals(other.paragraphs())
                && one.attachments().equals(other.attachments());
    }
}
