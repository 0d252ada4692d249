package vn.loa.delivery.format;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import vn.loa.model.Article;
import vn.loa.model.Attachment;
import vn.loa.model.RichText;
import vn.loa.phrases.Phrases;

/** Writes the last lines of an announcement: attachments and source, as links where the channel shows them. */
final class ClosingLines {
    private static final int NAMED_ATTACHMENTS = 3;
    /** Longer names are shortened, so that one cannot crowd out the text; UTF-16 units. */
    private static final int NAME_LIMIT = 80;

    private static final String GAP = "\n\n";
    private static final String SEPARATOR = " · ";
    /** Stands for links in a phrase until they are put there; of the private use area, so that no text holds it. */
    private static final String PLACE = "\uE000";

    private final Phrases phrases;

    ClosingLines(Phrases phrases) {
        this.phrases = phrases;
    }

    /**
     * Returns the lines, with an empty line before them; an empty text when there are none.
     *
     * @param linked whether the channel shows links
     * @param link the address of the article where no button can hold it, else an empty string
     */
    RichText of(Article article, String sourceName, boolean linked, String link) {
        List<RichText> lines = Stream.of(
                        attachments(article, linked), source(article, sourceName, linked), RichText.plain(link))
                .filter(line -> line.length() > 0)
                .toList();
        RichText.Builder closing = RichText.builder();
        for (int i = 0; i < lines.size(); i++) {
            closing.plain(i == 0 ? GAP : "\n").append(lines.get(i));
        }
        return closing.build();
    }

    /** The names of the attachments, each a link to its file where the channel shows links. */
    private RichText attachments(Article article, boolean linked) {
        List<Attachment> named = article.content().attachments().stream()
                .filter(attachment -> !attachment.name().isBlank())
                .toList();
        if (named.isEmpty()) {
            return RichText.plain("");
        }
        RichText.Builder names = RichText.builder();
        for (Attachment attachment : named.subList(0, Math.min(NAMED_ATTACHMENTS, named.size()))) {
            names.plain(names.build().length() == 0 ? "" : "; ")
                    .append(name(
                            RichText.plain(attachment.name().strip())
                                    .abridged(NAME_LIMIT)
                                    .text(),
                            attachment.url(),
                            linked));
        }
        int more = named.size() - NAMED_ATTACHMENTS;
        String line = more > 0
                ? phrases.say("announcement.attachments.more", PLACE, more)
                : phrases.say("announcement.attachments", PLACE);
        return placed(line, names.build());
    }

    private static RichText name(String name, URI target, boolean linked) {
        boolean web = target.getHost() != null
                && List.of("http", "https")
                        .contains(String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT));
        return linked && web ? RichText.builder().link(name, target).build() : RichText.plain(name);
    }

    /** Puts a text with links into a phrase that was said with {@link #PLACE} for it. */
    private static RichText placed(String line, RichText text) {
        int at = line.indexOf(PLACE);
        return RichText.builder()
                .plain(line.substring(0, at))
                .append(text)
                .plain(line.substring(at + PLACE.length()))
                .build();
    }

    /** Name, host and category, each unless what stands before says it already; the first is a link to the portal. */
    RichText source(Article article, String name, boolean linked) {
        String host = Objects.requireNonNullElse(article.url().getHost(), "");
        String known = name.isBlank() ? host : name.strip();
        StringBuilder rest = new StringBuilder();
        if (!host.isEmpty() && !says(known, host)) {
            rest.append(" (").append(host).append(')');
        }
        String category = article.content().category().strip();
        if (!category.isEmpty() && !says(known + rest, category)) {
            rest.append(known.isEmpty() ? "" : SEPARATOR).append(category);
        }
        if (known.isEmpty() && rest.isEmpty()) {
            return RichText.plain("");
        }
        RichText linkedName = host.isEmpty()
                ? RichText.plain(known)
                : name(known, article.url().resolve("/"), linked);
        return placed(
                phrases.say("announcement.source", PLACE),
                RichText.builder().append(linkedName).plain(rest.toString()).build());
    }

    private static boolean says(CharSequence text, String words) {
        return text.toString().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }
}
