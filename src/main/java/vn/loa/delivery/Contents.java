package vn.loa.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.delivery.connection.BotConnection;
import vn.loa.delivery.format.DigestFormat;
import vn.loa.delivery.format.Elsewhere;
import vn.loa.delivery.format.MessageFormats;
import vn.loa.model.Article;
import vn.loa.model.Bot;
import vn.loa.model.Delivery;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Republication;
import vn.loa.model.RichText;
import vn.loa.model.Source;
import vn.loa.store.delivery.AnnouncementRef;

/**
 * Makes the messages for the deliveries of one batch. Each article and notice is read and worded once, however many
 * chats hear of it; the next batch reads them anew, so an edit is not missed for long. Used by one thread.
 */
final class Contents {
    /** The time before a digest in which acknowledgements are counted. */
    private static final Duration COUNTED = Duration.ofDays(1);

    private final ContentStores stores;
    private final MessageFormats formats;
    private final Bot bot;
    private final Capabilities channel;
    private final Map<Long, Article> articles = new HashMap<>();
    private final Map<Long, OutgoingMessage> announcements = new HashMap<>();
    private final Map<Long, Map<Long, List<Republication>>> republications = new HashMap<>();
    private final Map<Long, OutgoingMessage> notices = new HashMap<>();
    private @Nullable Set<Long> receiptChats;
    private @Nullable Set<Long> pictureless;

    Contents(BotConnection connection, ContentStores stores, MessageFormats formats) {
        this.stores = stores;
        this.formats = formats;
        this.bot = connection.bot();
        this.channel = connection.capabilities();
    }

    /** Returns whether the portal withdrew the article, or its author the announcement, before this chat heard of it. */
    boolean withdrawn(Delivery delivery) {
        return delivery.noticeId().isPresent()
                        && stores.notices().recalled(delivery.noticeId().getAsLong())
                || delivery.articleId().isPresent() && article(delivery).withdrawn();
    }

    /** Makes the message for this delivery alone. */
    OutgoingMessage of(Delivery delivery) {
        if (delivery.noticeId().isPresent()) {
            return notices.computeIfAbsent(delivery.noticeId().getAsLong(), this::notice);
        }
        OutgoingMessage announcement = announcements.computeIfAbsent(
                delivery.articleId().orElseThrow(),
                id -> formats.announcement()
                        .formatWithPhoto(article(delivery), sourceName(article(delivery)), channel));
        OutgoingMessage shown =
                withRepublications(delivery, withoutPictures(delivery) ? announcement.withoutMedia() : announcement);
        return asksForReceipts(delivery)
                ? formats.announcement()
                        .withReceipts(
                                shown, AnnouncementRef.article(article(delivery).id()), 0, channel)
                : shown;
    }

    private OutgoingMessage withRepublications(Delivery delivery, OutgoingMessage message) {
        List<Republication> named = elsewhere(delivery).of(article(delivery));
        return formats.republications().added(message, named, channel);
    }

    private Elsewhere elsewhere(Delivery delivery) {
        return article -> republications
                .computeIfAbsent(article.id(), id -> stores.skips().republications(id))
                .getOrDefault(delivery.chat().id(), List.of());
    }

    private boolean withoutPictures(Delivery delivery) {
        if (pictureless == null) {
            pictureless = channel.captionLimit() > 0 ? stores.preferences().withoutPictures() : Set.of();
        }
        return pictureless.contains(delivery.chat().id());
    }

    private OutgoingMessage notice(long id) {
        OutgoingMessage message =
                formats.announcement().without(stores.notices().message(id), bot);
        return stores.notices().asksForReceipts(id)
                ? formats.announcement().withReceipts(message, AnnouncementRef.notice(id), 0, channel)
                : message;
    }

    private boolean asksForReceipts(Delivery delivery) {
        if (receiptChats == null) {
            receiptChats = stores.preferences().withReceipts();
        }
        return receiptChats.contains(delivery.chat().id());
    }

    /** Deliveries with what they say, and which revisions of their articles that is. */
    DeliveryGroup group(List<Delivery> deliveries, OutgoingMessage message) {
        Map<Long, Integer> revisions = new HashMap<>();
        deliveries.stream()
                .filter(delivery -> delivery.articleId().isPresent())
                .forEach(delivery ->
                        revisions.put(delivery.id(), article(delivery).revision()));
        return new DeliveryGroup(deliveries, message, revisions);
    }

    /** The beginning of this list of articles that fits into one message. */
    List<Delivery> fitting(List<Delivery> deliveries) {
        List<Article> all = deliveries.stream().map(this::article).toList();
        return deliveries.subList(
                0,
                formats.digest()
                        .fitting(all, elsewhere(deliveries.get(0)), channel)
                        .size());
    }

    /** Makes one message for these deliveries of articles together. */
    OutgoingMessage together(List<Delivery> deliveries) {
        return withReceipts(
                deliveries,
                formats.digest()
                        .format(
                                deliveries.stream().map(this::article).collect(Collectors.toList()),
                                elsewhere(deliveries.get(0)),
                                channel));
    }

    /**
     * The chat's digest of these deliveries of articles, or its next message when it needs several.
     *
     * @param told how many articles its earlier messages told
     */
    DigestFormat.Issue bulletin(List<Delivery> deliveries, int told, Instant now) {
        List<Article> all = deliveries.stream().map(this::article).toList();
        Delivery first = deliveries.get(0);
        DigestFormat.Opening opening = new DigestFormat.Opening(
                told, room -> told == 0 ? notes(first, room, now) : RichText.plain(""), elsewhere(first));
        DigestFormat.Issue issue = formats.bulletin().format(all, opening, now, channel);
        OutgoingMessage message = told == 0 ? counted(deliveries.get(0), issue.message(), now) : issue.message();
        return new DigestFormat.Issue(issue.covered(), withReceipts(deliveries.subList(0, issue.covered()), message));
    }

    private RichText notes(Delivery delivery, int room, Instant now) {
        return stores.notes().of(delivery.chat().id(), room, now);
    }

    /** Returns whether the digest of a delivery's chat says something besides its articles. */
    boolean hasNotes(Delivery delivery, Instant now) {
        return !notes(delivery, channel.textLimit() / 2, now).text().isEmpty();
    }

    /** Where sent messages cannot show how many have acknowledged them, the next digest tells it. */
    private OutgoingMessage counted(Delivery first, OutgoingMessage message, Instant now) {
        if (channel.editing() || !asksForReceipts(first)) {
            return message;
        }
        int people = stores.preferences().acknowledgedSince(first.chat().id(), now.minus(COUNTED));
        return formats.bulletin().withAcknowledgements(message, people, channel);
    }

    /** One button for all that a message tells. */
    private OutgoingMessage withReceipts(List<Delivery> deliveries, OutgoingMessage message) {
        Delivery first = deliveries.get(0);
        return asksForReceipts(first)
                ? formats.announcement().withReceipts(message, AnnouncementRef.message(first.id()), 0, channel)
                : message;
    }

    private Article article(Delivery delivery) {
        return articles.computeIfAbsent(
                delivery.articleId().orElseThrow(),
                id -> stores.articles().byId(id).orElseThrow(() -> new IllegalStateException("no article " + id)));
    }

    private String sourceName(Article article) {
        return stores.sources().find(article.sourceId()).map(Source::name).orElse("");
    }
}
