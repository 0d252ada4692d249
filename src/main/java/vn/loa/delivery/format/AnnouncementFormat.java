package vn.loa.delivery.format;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.model.Amendment;
import vn.loa.model.Article;
import vn.loa.model.Bot;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.Change;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Published;
import vn.loa.model.RichText;
import vn.loa.phrases.Phrases;
import vn.loa.store.delivery.AnnouncementRef;
import vn.loa.store.document.ArticleDocuments;

/**
 * Formats the announcement of an article: title, dates, summary, attachments, source, and the way to the full text. It
 * says nothing the article does not say, and is never longer than the channel carries: the summary is shortened first,
 * then the attachments and the source go, then the title is shortened.
 */
public final class AnnouncementFormat {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d/M/uuuu HH:mm", Locale.ROOT);
    /** A shorter beginning of a summary is not worth reading; UTF-16 units. */
    private static final int LEAST_SUMMARY = 40;

    private static final int LEAST_TITLE = 20;
    /** A lead stands in for a summary up to the length of one; UTF-16 units. */
    private static final int LEAD_LIMIT = 400;

    private static final String GAP = "\n\n";
    private static final String SEPARATOR = " · ";

    private final Phrases phrases;
    private final ZoneId zone;
    private final AmendmentMarks marks;
    private final Function<AnnouncementRef, ButtonData> receiptButton;
    private final Function<Long, ArticleDocuments> documents;
    private final ArticleButtons buttons;
    private final DocumentLines lines;
    private final ClosingLines closing;

    /**
     * A format that tells times of this zone.
     *
     * @param receiptButton makes the data of the button that acknowledges an announcement
     */
    public AnnouncementFormat(Phrases phrases, ZoneId zone, Function<AnnouncementRef, ButtonData> receiptButton) {
        this(phrases, zone, receiptButton, id -> ArticleDocuments.NONE);
    }

    /**
     * A format that also tells what is official in an article.
     *
     * @param documents finds it by the article's number
     */
    public AnnouncementFormat(
            Phrases phrases,
            ZoneId zone,
            Function<AnnouncementRef, ButtonData> receiptButton,
            Function<Long, ArticleDocuments> documents) {
        this(phrases, zone, receiptButton, documents, ArticleButtons.NONE);
    }

    private AnnouncementFormat(
            Phrases phrases,
            ZoneId zone,
            Function<AnnouncementRef, ButtonData> receiptButton,
            Function<Long, ArticleDocuments> documents,
            ArticleButtons buttons) {
        this.buttons = buttons;
        this.documents = documents;
        this.lines = new DocumentLines(phrases);
        this.closing = new ClosingLines(phrases);
        this.phrases = phrases;
        this.zone = zone;
        this.receiptButton = receiptButton;
        this.marks = new AmendmentMarks(phrases, zone);
    }

    /** Returns the same format with these buttons. */
    AnnouncementFormat offering(ArticleButtons others) {
        return new AnnouncementFormat(phrases, zone, receiptButton, documents, others);
    }

    /**
     * The announcement as text.
     *
     * @param sourceName what people call the source, may be empty
     */
    public OutgoingMessage format(Article article, String sourceName, Capabilities channel) {
        RichText text = text(article, sourceName, channel, channel.textLimit());
        OutgoingMessage message = OutgoingMessage.of(text).withPreview(article.url());
        return channel.buttons() ? message.withButtons(List.of(reading(article))) : message;
    }

    /** The announcement as the caption of the article's picture; as text when there is none or the channel takes none. */
    public OutgoingMessage formatWithPhoto(Article article, String sourceName, Capabilities channel) {
        OutgoingMessage plain = format(article, sourceName, channel);
        Optional<URI> image = article.content().image();
        if (image.isEmpty() || channel.captionLimit() <= 0) {
            return plain;
        }
        return plain.withText(text(article, sourceName, channel, channel.captionLimit()))
                .withPhoto(image.get());
    }

    /**
     * The announcement of an article that changed since: with the time of the change beside its dates, or struck and
     * without its button when the portal withdrew it.
     */
    public OutgoingMessage amended(
            Article article, String sourceName, Amendment amendment, Instant now, Capabilities channel) {
        if (article.withdrawn()) {
            return withdrawn(article, sourceName, amendment, now, channel);
        }
        OutgoingMessage message = formatWithPhoto(article, sourceName, channel);
        if (!amendment.isEdit()) {
            return message;
        }
        String mark = prefixed(SEPARATOR, marks.updated(amendment, now));
        int room = (message.photo().isPresent() ? channel.captionLimit() : channel.textLimit())
                - message.text().length();
        return Stream.of(mark + prefixed("\n", marks.changes(amendment)), mark)
                .filter(each -> each.length() <= room)
                .findFirst()
                .map(each -> message.withText(marked(message.text(), each)))
                .orElse(message);
    }

    /** The mark stands at the end of the line of dates: the line after the title. */
    private static RichText marked(RichText text, String mark) {
        RichText.Builder marked = RichText.builder();
        boolean done = false;
        boolean passed = false;
        for (RichText.Span span : text.spans()) {
            boolean after = !passed && span.style() != RichText.Style.BOLD;
            int end = after ? endOfFirstLine(span.text()) : -1;
            passed |= after;
            if (end < 0) {
                marked.append(new RichText(List.of(span)));
            } else {
                marked.plain(span.text().substring(0, end) + mark + span.text().substring(end));
                done = true;
            }
        }
        return done
                ? marked.build()
                : marked.plain("\n" + mark.substring(SEPARATOR.length())).build();
    }

    /** Where the line after the title ends; the span after the title begins with a line break. */
    private static int endOfFirstLine(String text) {
        if (!text.startsWith("\n") || text.startsWith(GAP)) {
            return -1;
        }
        int end = text.indexOf('\n', 1);
        return end < 0 ? text.length() : end;
    }

    private OutgoingMessage withdrawn(
            Article article, String sourceName, Amendment amendment, Instant now, Capabilities channel) {
        int limit = article.content().image().isPresent() && channel.captionLimit() > 0
                ? channel.captionLimit()
                : channel.textLimit();
        String told = "\n" + marks.withdrawn(amendment, now)
                + prefixed(GAP, closing.source(article, sourceName, false).text());
        RichText title = RichText.builder().strike(title(article)).build();
        RichText text = RichText.builder()
                .append(title.abridged(limit - told.length()))
                .plain(told)
                .build();
        OutgoingMessage message = OutgoingMessage.of(text);
        return limit == channel.textLimit()
                ? message
                : article.content().image().map(message::withPhoto).orElse(message);
    }

    /** The short message that follows where the announcement itself can no longer be changed. */
    public OutgoingMessage correction(
            Article article, String sourceName, Amendment amendment, Instant now, Capabilities channel) {
        if (article.withdrawn()) {
            return withdrawn(article, sourceName, amendment, now, channel);
        }
        String what = amendment.changes().stream()
                .filter(change -> change != Change.REPUBLISHED
                        && (change != Change.TEXT || amendment.changes().size() == 1))
                .sorted()
                .map(change -> phrases.say("change." + change.name()))
                .collect(Collectors.joining(", "));
        String official = amendment.changes().contains(Change.DEADLINE) ? official(article, channel.textLimit()) : "";
        RichText.Builder text = RichText.builder()
                .plain(phrases.say("announcement.correction", what) + "\n")
                .bold(title(article))
                .plain(prefixed("\n", marks.changes(amendment))
                        + prefixed("\n", dates(article))
                        + official
                        + prefixed(
                                GAP, closing.source(article, sourceName, false).text()));
        if (!channel.buttons()) {
            text.plain(prefixed("\n", link(article.url(), channel.textLimit())));
        }
        OutgoingMessage message = OutgoingMessage.of(text.build().abridged(channel.textLimit()));
        return channel.buttons() ? message.withButtons(List.of(reading(article))) : message;
    }

    /** The announcement with a button under it that acknowledges it and tells how many have. */
    public OutgoingMessage withReceipts(
            OutgoingMessage message, AnnouncementRef what, int count, Capabilities channel) {
        if (!channel.buttons()) {
            String hint = GAP + phrases.heardThrough(channel.hearing()).say("receipt.by-words", what.key());
            boolean caption = message.media().isPresent() && channel.pictures();
            int limit = caption ? channel.captionLimit() : channel.textLimit();
            return message.text().length() + hint.length() > limit
                    ? message
                    : message.withText(RichText.builder()
                            .append(message.text())
                            .plain(hint)
                            .build());
        }
        String label = count == 0 ? phrases.say("receipt.button") : phrases.say("receipt.count", count);
        List<List<Button>> rows = new ArrayList<>(message.buttons());
        rows.add(List.of(new Button.Action(label, receiptButton.apply(what))));
        return message.withButtons(rows);
    }

    /** The same without a file that only another bot's platform keeps, saying that there is one. */
    public OutgoingMessage without(OutgoingMessage message, Bot bot) {
        boolean foreign = message.media().filter(media -> foreign(media, bot)).isPresent();
        return foreign
                ? message.withoutMedia()
                        .withText(RichText.builder()
                                .append(message.text())
                                .plain(GAP + phrases.say("announcement.file-elsewhere"))
                                .build())
                : message;
    }

    private static boolean foreign(Media media, Bot bot) {
        return media instanceof Media.Kept kept && !kept.bot().equals(bot)
                || media instanceof Media.Album album
                        && !album.files().get(0).bot().equals(bot);
    }

    private List<Button> reading(Article article) {
        List<Button> row = new ArrayList<>();
        row.add(new Button.Link(phrases.say("announcement.read"), article.url()));
        buttons.reading(article.id())
                .ifPresent(data -> row.add(new Button.Action(phrases.say("announcement.read-here"), data)));
        buttons.why(article.id()).ifPresent(data -> row.add(new Button.Action(phrases.say("announcement.why"), data)));
        return row;
    }

    private RichText text(Article article, String sourceName, Capabilities channel, int limit) {
        String title = title(article);
        String link = channel.buttons() ? "" : link(article.url(), limit);
        String dates = prefixed("\n", dates(article));
        RichText last = closing.of(article, sourceName, channel.formatting(), link);
        int free = limit - title.length() - dates.length() - last.length();
        if (free < 0) {
            return narrow(title, dates, prefixed(GAP, link), limit);
        }
        String official = official(article, free);
        int left = free - official.length();
        String summary = prefixed(GAP, summary(article, left - GAP.length()));
        return RichText.builder()
                .bold(title)
                .plain(dates + official + summary)
                .append(last)
                .build();
    }

    /** The document and the deadline, a line each, as far as there is room; the deadline first of all. */
    private String official(Article article, int room) {
        int year = article.content()
                .published()
                .instant()
                .orElse(article.firstSeen())
                .atZone(zone)
                .getYear();
        String both = lines.of(documents.apply(article.id()), year);
        if (both.isEmpty() || both.length() + 1 <= room) {
            return prefixed("\n", both);
        }
        String last = both.substring(both.lastIndexOf('\n') + 1);
        return last.length() + 1 <= room ? "\n" + last : "";
    }

    /** A title that leaves no room for everything else is shortened to what dates and link leave. */
    private static RichText narrow(String title, String dates, String link, int limit) {
        String kept = dates.length() + link.length() < limit / 2 ? dates : "";
        int room = limit - kept.length() - link.length();
        RichText bold = RichText.builder().bold(title).build();
        return RichText.builder().append(bold.abridged(room)).plain(kept + link).build();
    }

    private String title(Article article) {
        String title = article.content().title().replaceAll("\\s+", " ").strip();
        return title.isEmpty() ? phrases.say("announcement.untitled") : title;
    }

    private String dates(Article article) {
        Optional<String> published = published(article.content().published());
        Optional<String> event = article.summary()
                .eventDate()
                .filter(day -> !day(article).equals(Optional.of(day)))
                .map(day -> phrases.say("announcement.event", DAY.format(day)));
        return Stream.of(event, published).flatMap(Optional::stream).collect(Collectors.joining(SEPARATOR));
    }

    private Optional<LocalDate> day(Article article) {
        return article.content()
                .published()
                .instant()
                .map(instant -> instant.atZone(zone).toLocalDate());
    }

    private Optional<String> published(Published published) {
        DateTimeFormatter exact = published.hasTimeOfDay() ? MINUTE : DAY;
        return published
                .instant()
                .map(instant -> phrases.say("announcement.published", exact.format(instant.atZone(zone))));
    }

    private static String summary(Article article, int limit) {
        List<String> sentences = article.summary().sentences();
        if (sentences.isEmpty()) {
            return shortened(article.content().lead(), Math.min(limit, LEAD_LIMIT));
        }
        StringJoiner whole = new StringJoiner(" ");
        for (String sentence : sentences) {
            if (whole.length() + 1 + sentence.length() > limit) {
                break;
            }
            whole.add(sentence);
        }
        return whole.length() > 0 ? whole.toString() : shortened(sentences.get(0), limit);
    }

    private static String shortened(String text, int limit) {
        boolean fits = text.length() <= limit;
        return fits || limit >= LEAST_SUMMARY
                ? RichText.plain(text).abridged(limit).text()
                : "";
    }

    /** The address whole; nothing when it would leave no room for a title. */
    private static String link(URI url, int limit) {
        String address = url.toASCIIString();
        return address.length() + GAP.length() + LEAST_TITLE > limit ? "" : address;
    }

    private static String prefixed(String prefix, String text) {
        return text.isEmpty() ? "" : prefix + text;
    }
}
