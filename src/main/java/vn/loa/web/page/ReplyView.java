package vn.loa.web.page;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.loa.command.Reply;
import vn.loa.model.Button;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;

/**
 * Holds a command's answer for the template that shows it.
 *
 * @param toast the short line, an empty string when there is none
 */
public record ReplyView(List<OutgoingMessage> messages, String toast) {
    private static final Set<String> WEB = Set.of("http", "https");

    public ReplyView {
        messages = List.copyOf(messages);
        Objects.requireNonNull(toast);
    }

    static ReplyView of(Reply reply) {
        List<OutgoingMessage> shown =
                Stream.concat(reply.messages().stream(), reply.edit().stream()).toList();
        String line = reply.toast().orElse("");
        boolean repeated = shown.stream().anyMatch(each -> each.text().text().equals(line));
        return new ReplyView(shown, repeated ? "" : line);
    }

    /** Returns the address of a link that a browser may follow; empty for others. */
    public static Optional<String> address(RichText.Span span) {
        return span.link().filter(ReplyView::onTheWeb).map(URI::toString);
    }

    /** Returns where a button leads; empty when it is pressed, or leads where no browser should go. */
    public static Optional<String> address(Button button) {
        return button instanceof Button.Link link && onTheWeb(link.url())
                ? Optional.of(link.url().toString())
                : Optional.empty();
    }

    /** Returns what a press of a button says; empty for a link. */
    public static Optional<String> data(Button button) {
        return button instanceof Button.Action action ? Optional.of(action.data()) : Optional.empty();
    }

    private static boolean onTheWeb(URI address) {
        return address.getScheme() != null && WEB.contains(address.getScheme());
    }
}
