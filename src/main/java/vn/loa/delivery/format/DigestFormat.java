package vn.loa.delivery.format;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.model.Article;
import vn.loa.model.Button;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.phrases.DateFormats;
import vn.loa.phrases.Phrases;
import vn.loa.store.message.MultiArticleMessage;

/**
 * Formats the articles for which a chat waited as one digest: title, one sentence and link each. What does not fit into
 * a message goes into the next one; no article is split.
 */
public final class DigestFormat {
    /** Telegram shows at most 100 styled runs in a message; an item has two. */
    public static final int MOST_ITEMS = 40;
    /** Longer titles are shortened; UTF-16 units. */
    private static final int TITLE_LIMIT = 200;
    /** Longer sentences are shortened; UTF-16 units. */
    private static final int SENTENCE_LIMIT = 300;
    /** Longer sentences are folded, where a channel can do that: they take more than three lines; UTF-16 units. */
    private static final int FOLDED_FROM = 160;

    private final Phrases phrases;
    private final ZoneId zone;
    private final int items;
    private final AmendmentMarks marks;
    private final RepublicationLine republications;
    private final ArticleButtons buttons;

    /**
     * A format.
     *
     * @param zone whose date stands in the title
     * @param items how many articles are told, 1 to {@link #MOST_ITEMS}; the others are counted
     */
    public DigestFormat(Phrases phrases, ZoneId zone, int items) {
        this(phrases, zone, items, ArticleButtons.NONE);
    }

    private DigestFormat(Phrases phrases, ZoneId zone, int items, ArticleButtons buttons) {
        this.buttons = buttons;
        if (items < 1 || items > MOST_ITEMS) {
            throw new IllegalArgumentException("a bulletin of " + items + " articles");
        }
        this.phrases = phrases;
        this.zone = zone;
        this.items = items;
        this.marks = new AmendmentMarks(phrases, zone);
        this.republications = new RepublicationLine(phrases);
    }

    /** Returns the same format with these buttons. */
    DigestFormat offering(ArticleButtons others) {
        return new DigestFormat(phrases, zone, items, others);
    }

    /**
     * A message of a bulletin.
     *
     * @param covered how many of the articles it tells or counts, from the beginning; the others need another message
     * @param message what it says
     */
    public record Issue(int covered, OutgoingMessage message) {}

    /**
     * The opening of a bulletin's message.
     *
     * @param told how many articles the bulletin's earlier messages told
     * @param notes what stands below the title, for the room that it may take, in UTF-16 units
     * @param elsewhere where else the stories of its articles stand
     */
    public record Opening(int told, IntFunction<RichText> notes, Elsewhere elsewhere) {}

    /** Returns the next message of a bulletin of these articles without notes; it covers at least one. */
    public Issue format(List<Article> articles, int told, Instant now, Capabilities channel) {
        return format(articles, new Opening(told, room -> RichText.plain(""), Elsewhere.NOWHERE), now, channel);
    }

    /** Returns the next message of a bulletin of these articles; it covers at least one. */
    public Issue format(List<Article> articles, Opening opening, Instant now, Capabilities channel) {
        int told = opening.told();
        int listed = Math.min(articles.size(), Math.max(1, items - told));
        String others = others(articles.size() - listed, channel);
        String title = title(told, articles.size(), now);
        int left = channel.textLimit() - title.length() - others.length();
        RichText item = item(articles, 0, opening, channel);
        RichText notes = opening.notes().apply(roomForNotes(left - item.length(), channel));
        RichText.Builder text = RichText.builder().bold(title).append(notes);
        left -= notes.length();
        int taken = 0;
        while (taken < listed) {
            item = taken == 0 ? item : item(articles, taken, opening, channel);
            left -= item.length();
            if (left < 0 && taken > 0) {
                return new Issue(taken, message(text, channel).withButtons(rows(taken, 0, channel)));
            }
            text.append(item);
            taken++;
        }
        OutgoingMessage last = message(text.plain(others), channel);
        return new Issue(articles.size(), last.withButtons(rows(listed, articles.size() - listed, channel)));
    }

    /** Half of a message at most, and nothing that the first article needs. */
    private static int roomForNotes(int left, Capabilities channel) {
        return Math.max(0, Math.min(left, channel.textLimit() / 2));
    }

    private RichText item(List<Article> articles, int index, Opening opening, Capabilities channel) {
        Article article = articles.get(index);
        int listed = Math.min(articles.size(), Math.max(1, items - opening.told()));
        return RichText.builder()
                .append(item(opening.told() + index + 1, article, "", channel))
                .append(republications.ofItem(opening.elsewhere().of(article), listed, channel))
                .build();
    }

    /** A message of a bulletin when its articles have changed; may be longer than the channel carries. */
    OutgoingMessage rebuilt(MultiArticleMessage together, Elsewhere elsewhere, Instant now, Capabilities channel) {
        List<MultiArticleMessage.Item> all = together.items();
        int before = together.before();
        int listed = listed(together);
        RichText.Builder text =
                RichText.builder().bold(title(before, all.size() + together.after(), together.sentAt()));
        for (int i = 0; i < listed; i++) {
            Article article = all.get(i).article();
            text.append(rebuilt(before + i + 1, all.get(i), now, channel))
                    .append(republications.ofItem(
                            article.withdrawn() ? List.of() : elsewhere.of(article), listed, channel));
        }
        return OutgoingMessage.of(
                        text.plain(others(all.size() - listed, channel)).build())
                .withButtons(buttons(together, channel));
    }

    private int listed(MultiArticleMessage together) {
        int told = together.items().size();
        boolean last = together.after() == 0;
        return last ? Math.min(told, Math.max(1, items - together.before())) : told;
    }

    /** Returns the buttons under a message of a digest; none under one that is no digest. */
    public List<List<Button>> buttons(MultiArticleMessage together, Capabilities channel) {
        int listed = listed(together);
        return together.digestAt().isPresent() ? rows(listed, together.items().size() - listed, channel) : List.of();
    }

    private List<List<Button>> rows(int listed, int others, Capabilities channel) {
        if (!channel.buttons()) {
            return List.of();
        }
        List<Button> row = new ArrayList<>();
        if (others > 0) {
            buttons.others(listed)
                    .ifPresent(data -> row.add(new Button.Action(phrases.say("bulletin.others.see", others), data)));
        }
        buttons.whyTogether().ifPresent(data -> row.add(new Button.Action(phrases.say("announcement.why"), data)));
        return row.isEmpty() ? List.of() : List.of(row);
    }

    private RichText rebuilt(int number, MultiArticleMessage.Item item, Instant now, Capabilities channel) {
        Article article = item.article();
        return article.withdrawn()
                ? RichText.builder()
                        .plain("\n\n" + number + ". ")
                        .append(marks.withdrawnItem(shortened(title(article), TITLE_LIMIT), item.amendment(), now))
                        .build()
                : item(number, article, marks.updatedItem(article, item.amendment(), now), channel);
    }

    /** The message with how many people have acknowledged earlier ones lately; without it when there is no room. */
    public OutgoingMessage withAcknowledgements(OutgoingMessage message, int people, Capabilities channel) {
        String line = "\n\n" + phrases.say("bulletin.acknowledged", people);
        return people == 0 || message.text().length() + line.length() > channel.textLimit()
                ? message
                : message.withText(
                        RichText.builder().append(message.text()).plain(line).build());
    }

    private static OutgoingMessage message(RichText.Builder text, Capabilities channel) {
        return OutgoingMessage.of(text.build().abridged(channel.textLimit()));
    }

    private String title(int told, int count, Instant now) {
        String date = DateFormats.date(now.atZone(zone).toLocalDate());
        return phrases.say(told == 0 ? "bulletin.title" : "bulletin.continued", date, told + count);
    }

    private String others(int count, Capabilities channel) {
        if (count > 0 && channel.buttons() && buttons.others(0).isPresent()) {
            return "\n\n" + phrases.say("bulletin.others.below", count);
        }
        return count == 0
                ? ""
                : "\n\n" + phrases.heardThrough(channel.hearing()).say("bulletin.others", count);
    }

    private RichText item(int number, Article article, String mark, Capabilities channel) {
        String sentence = sentence(article);
        RichText.Builder item = RichText.builder()
                .plain("\n\n" + number + ". ")
                .bold(shortened(title(article), TITLE_LIMIT))
                .plain(mark)
                .plain("\n");
        if (sentence.length() >= FOLDED_FROM && channel.formatting()) {
            item.folded(sentence).plain("\n");
        } else if (!sentence.isEmpty()) {
            item.plain(sentence + "\n");
        }
        item.plain(origin(article, channel));
        return channel.formatting()
                ? item.link(phrases.say("announcement.read"), article.url()).build()
                : item.plain(article.url().toASCIIString()).build();
    }

    /** Where and when the article was published, before the link; an address that is written out tells where itself. */
    private String origin(Article article, Capabilities channel) {
        String host = Objects.requireNonNullElse(article.url().getHost(), "").replaceFirst("^www\\.", "");
        String date = DateFormats.published(article.content().published(), zone).orElse("");
        if (!channel.formatting()) {
            return date.isEmpty() ? "" : date + "\n";
        }
        return Stream.of(host, date)
                .filter(each -> !each.isEmpty())
                .map(each -> each + " · ")
                .collect(Collectors.joining());
    }

    private String title(Article article) {
        String title = article.content().title().replaceAll("\\s+", " ").strip();
        return title.isEmpty() ? phrases.say("announcement.untitled") : title;
    }

    private static String sentence(Article article) {
        List<String> sentences = article.summary().sentences();
        String first = sentences.isEmpty() ? article.content().lead() : sentences.get(0);
        return shortened(first.replaceAll("\\s+", " ").strip(), SENTENCE_LIMIT);
    }

    private static String shortened(String text, int limit) {
        return RichText.plain(text).abridged(limit).text();
    }
}
