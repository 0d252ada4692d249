package vn.loa.zalo;

import java.net.URI;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import vn.loa.command.NumberedMenus;
import vn.loa.model.Button;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.text.MessageSplitter;

/** A message as plain text in pieces that Zalo takes. Zalo shows no link under words, so the address stands bare. */
final class ZaloText {
    /** Facts of Zalo, 1.5: 1 to 2,000 characters, which every client counts as UTF-16 units. */
    static final int LIMIT = 2_000;

    private ZaloText() {}

    /** The pieces, in order; at least one. */
    static List<String> pieces(OutgoingMessage message) {
        return MessageSplitter.of(Normalizer.normalize(whole(message), Normalizer.Form.NFC), LIMIT);
    }

    private static String whole(OutgoingMessage message) {
        StringBuilder text = new StringBuilder();
        message.text().spans().forEach(span -> text.append(span(span)));
        message.buttons().forEach(row -> row.forEach(button -> text.append(line(button))));
        return text.toString();
    }

    private static String span(RichText.Span span) {
        Optional<String> address = span.link().map(URI::toASCIIString);
        return address.filter(link -> !span.text().contains(link))
                .map(link -> span.text() + " " + link)
                .orElse(span.text());
    }

    /** Choices under answers have numbers; those that stay here nobody asked for, and are made by what is to be written. */
    private static String line(Button button) {
        if (button instanceof Button.Link link) {
            return "\n" + link.label() + ": " + link.url().toASCIIString();
        }
        return "\n" + NumberedMenus.written((Button.Action) button);
    }
}
