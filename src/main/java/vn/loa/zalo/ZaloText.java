package vn.loa.zalo;

import java.net.URI;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vn.loa.command.NumberedMenus;
import vn.loa.model.Button;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.text.MessageSplitter;

/** A message as plain text in pieces that Zalo takes. Zalo shows no link under words, so the address stands bare. */
final class ZaloText {
    /** Facts of Zalo, 1.5: 1 to 2,000 characters, which every client counts as UTF-16 units. */
    static final int LIMIT = 2_000;

    private final StringBuilder text = new StringBuilder();
    private final List<Bold> bold = new ArrayList<>();

    private ZaloText() {}

    /** A passage in bold, in UTF-16 units. */
    record Bold(int start, int length) {}

    /**
     * A part of a message that Zalo takes.
     *
     * @param bold what is bold in it, in order
     */
    record Piece(String text, List<Bold> bold) {
        Piece {
            bold = List.copyOf(bold);
        }

        private RichText rich() {
            RichText.Builder rich = RichText.builder();
            int at = 0;
            for (Bold each : bold) {
                int end = each.start() + each.length();
                rich.plain(text.substring(at, each.start())).bold(text.substring(each.start(), end));
                at = end;
            }
            return rich.plain(text.substring(at)).build();
        }
    }

    /** Returns a message as the pieces in which it goes; the message itself where it is one. */
    static List<OutgoingMessage> split(OutgoingMessage message) {
        List<Piece> pieces = styled(message);
        return pieces.size() == 1
                ? List.of(message)
                : IntStream.range(0, pieces.size())
                        .mapToObj(each -> message.piece(pieces.get(each).rich(), each == pieces.size() - 1))
                        .toList();
    }

    /** Returns the pieces, in order; at least one. Titles stand in the first, and only there something is bold. */
    static List<Piece> styled(OutgoingMessage message) {
        ZaloText whole = new ZaloText();
        message.text().spans().forEach(whole::add);
        message.buttons().forEach(row -> row.forEach(button -> whole.append(line(button))));
        List<Piece> pieces = new ArrayList<>();
        for (String piece : MessageSplitter.of(whole.text.toString(), LIMIT)) {
            boolean begins = pieces.isEmpty() && whole.text.indexOf(piece) == 0;
            pieces.add(new Piece(piece, begins ? whole.boldWithin(piece.length()) : List.of()));
        }
        return pieces;
    }

    private List<Bold> boldWithin(int end) {
        return bold.stream()
                .filter(each -> each.start() < end)
                .map(each -> new Bold(each.start(), Math.min(each.length(), end - each.start())))
                .toList();
    }

    private void append(String more) {
        text.append(Normalizer.normalize(more, Normalizer.Form.NFC));
    }

    private void add(RichText.Span span) {
        int start = text.length();
        append(span.text());
        if (span.style() == RichText.Style.BOLD && text.length() > start) {
            bold.add(new Bold(start, text.length() - start));
        }
        Optional<String> address =
                span.link().map(URI::toASCIIString).filter(link -> !span.text().contains(link));
        address.ifPresent(link -> append(" " + link));
    }

    /** Choices under answers have numbers; those that stay here nobody asked for, and are made by what is to be written. */
    private static String line(Button button) {
        if (button instanceof Button.Link link) {
            return "\n" + link.label() + ": " + link.url().toASCIIString();
        }
        return "\n" + NumberedMenus.written((Button.Action) button);
    }
}
