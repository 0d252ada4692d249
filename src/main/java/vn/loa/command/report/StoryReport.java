package vn.loa.command.report;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.model.Article;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.phrases.DateFormats;
import vn.loa.store.Database;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.article.StoryCopy;
import vn.loa.store.article.StoryStore;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.delivery.StorySkipStore;
import vn.loa.store.document.AttachmentStore;

/** Tells why articles of several portals were taken for one story, and lets operators part them. */
public final class StoryReport {
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_LABEL = 50;
    private static final String PART = "tach";
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final Database database;
    private final AuditStore audit;
    private final ArticleStore articles;
    private final StoryStore stories;
    private final StorySkipStore skips;
    private final AttachmentStore attachments;
    private final ZoneId zone;
    private final InstantSource clock;

    /** Makes the report over the stores that know the stories and the chats that were not told a copy. */
    public StoryReport(
            CommandContext context,
            ArticleStore articles,
            StoryStore stories,
            StorySkipStore skips,
            AttachmentStore attachments) {
        this.attachments = attachments;
        this.database = context.database();
        this.audit = context.audit();
        this.articles = articles;
        this.stories = stories;
        this.skips = skips;
        this.zone = context.zone();
        this.clock = context.clock();
    }

    /**
     * Returns a line for each article that was joined with this one, and for each file of it that was not read because it
     * came to no turn; none when there is none.
     */
    List<String> lines(Request request, long articleId) {
        List<String> lines = new ArrayList<>();
        stories.copy(articleId).ifPresent(copy -> lines.add(line(request, "report.story.first", copy, copy.storyId())));
        stories.copies(articleId)
                .forEach(copy -> lines.add(line(request, "report.story.copy", copy, copy.articleId())));
        attachments
                .neverReached(articleId)
                .forEach(each -> lines.add(request.say(
                        each.keptBy() == AttachmentStore.Wait.READER
                                ? "report.unread-file.occupied"
                                : "report.unread-file",
                        each.name(),
                        DateFormats.minute(each.since(), zone))));
        return lines;
    }

    private String line(Request request, String key, StoryCopy copy, long other) {
        Article article = articles.byId(other).orElseThrow();
        String line = request.say(
                key,
                title(article, LONGEST_TITLE),
                article.url(),
                copy.repeated(),
                copy.sharedFacts() + "/" + copy.facts(),
                skips.skipped(copy.articleId()));
        return line
                + copy.parted()
                        .map(at -> " " + request.say("report.story.parted", DateFormats.minute(at, zone)))
                        .orElse("");
    }

    private static String title(Article article, int limit) {
        return RichText.plain(article.content().title().replaceAll("\\s+", " ").strip())
                .abridged(limit)
                .text();
    }

    /** Returns a button for each copy that can be parted from this article's story, for those who may. */
    List<List<Button>> buttons(Request request, long articleId) {
        if (!request.role().atLeast(Role.OPERATOR)) {
            return List.of();
        }
        List<StoryCopy> joined = new ArrayList<>(stories.copies(articleId));
        stories.copy(articleId).ifPresent(joined::add);
        return joined.stream()
                .filter(copy -> copy.parted().isEmpty())
                .map(copy -> button(request, copy))
                .toList();
    }

    private List<Button> button(Request request, StoryCopy copy) {
        Article article = articles.byId(copy.articleId()).orElseThrow();
        String label = request.say("report.story.part", title(article, LONGEST_TITLE));
        return List.of(new Button.Action(
                RichText.plain(label).abridged(LONGEST_LABEL).text(), ButtonData.of("baocao", PART, copy.articleId())));
    }

    /** Does what such a button stands for; empty when the data is no such button's. */
    Optional<Reply> press(Request request, ButtonData data) {
        return data.size() == 2
                        && data.field(0).equals(PART)
                        && NUMBER.matcher(data.field(1)).matches()
                ? Optional.of(part(request, Long.parseLong(data.field(1))))
                : Optional.empty();
    }

    private Reply part(Request request, long articleId) {
        if (!request.role().atLeast(Role.OPERATOR)) {
            return request.toast("report.story.operators");
        }
        return database.transaction(() -> {
            if (!stories.part(articleId, clock.instant())) {
                return request.toast("press.stale");
            }
            int entered = skips.deliverParted(articleId, clock.instant());
            Article article = articles.byId(articleId).orElseThrow();
            audit.add(request.person().key(), "story part", article.url().toString(), clock.instant());
            return request.plain("report.story.done", title(article, LONGEST_TITLE), entered);
        });
    }
}
