package vn.loa.zalo;

import java.net.URI;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.loa.model.Button;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;

/** A message as plain text in pieces that Zalo takes. Zalo shows no link under words, so the address stands bare. */
final class ZaloText {
    /** Facts of Zalo, 1.5: 1 to 2,000 characters, which every client counts as UTF-16 units. */
    static final int LIMIT = 2_000;
    /** Where a text has to be split, its pieces stay a little below. */
    private static final int PIECE = 1_900;

    private static final List<String> SEAMS = List.of("\n\n", "\n", ". ", " ");

    private ZaloText() {}

    /** The pieces, in order; at least one. */
    static List<String> pieces(OutgoingMessage message) {
        String left = Normalizer.normalize(whole(message), Normalizer.Form.NFC).strip();
        List<String> pieces = new ArrayList<>();
        while (left.length() > LIMIT) {
            int end = seam(left);
            pieces.add(left.substring(0, end).stripTrailing());
            left = left.substring(end).stripLeading();
        }
        pieces.add(left);
        return pieces;
    }

    private static String whole(OutgoingMessage message) {
        StringBuilder text = new StringBuilder();
        message.text().spans().forEach(span -> text.append(span(span)));
        message.buttons().forEach(row -> row.forEach(button -> link(button).ifPresent(text::append)));
        return text.toString();
    }

    private static String span(RichText.Span span) {
        Optional<String> address = span.link().map(URI::toASCIIString);
        return address.filter(link -> !span.text().contains(link))
                .map(link -> span.text() + " " + link)
                .orElse(span.text());
    }

    private static Optional<String> link(Button button) {
        return button instanceof Button.Link link
                ? Optional.of("\n" + link.label() + ": " + link.url().toASCIIString())
                : Optional.empty();
    }

    /** The best place to split: between paragraphs, lines, sentences or words, in the second half of a piece. */
    private static int seam(String text) {
        for (String seam : SEAMS) {
            int at = text.lastIndexOf(seam, PIECE - seam.length());
            if (at > PIECE / 2) {
                return at + seam.length();
            }
        }
        return Character.isHighSurrogate(text.charAt(PIECE - 1)) ? PIECE - 1 : PIECE;
    }
}
