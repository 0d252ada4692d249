package vn.loa.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import vn.loa.model.Bot;
import vn.loa.model.Button;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.ReplyTarget;
import vn.loa.model.RichText;

/** Writes a message as JSON, for a table, and reads it back. */
final class MessageJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private MessageJson() {}

    /** Returns the message as JSON; {@link #read} gives one that equals it. */
    static String write(OutgoingMessage message) {
        ObjectNode whole = JSON.createObjectNode();
        message.text().spans().forEach(span -> {
            ObjectNode each = whole.withArray("text").addObject();
            each.put("text", span.text()).put("style", span.style().name());
            span.link().ifPresent(link -> each.put("link", link.toString()));
        });
        message.buttons().forEach(row -> write(row, whole.withArray("buttons").addArray()));
        message.media().ifPresent(media -> write(media, whole.putObject("media")));
        message.preview().ifPresent(address -> whole.put("preview", address.toString()));
        whole.put("muted", message.muted());
        message.replyTo().ifPresent(target -> write(target, whole.putObject("replyTo")));
        return whole.toString();
    }

    private static void write(List<Button> row, ArrayNode out) {
        for (Button button : row) {
            ObjectNode each = out.addObject().put("label", button.label());
            if (button instanceof Button.Link link) {
                each.put("url", link.url().toString());
            } else if (button instanceof Button.Action action) {
                each.put("data", action.data());
            }
        }
    }

    private static void write(Media media, ObjectNode out) {
        if (media instanceof Media.WebPhoto photo) {
            out.put("address", photo.address().toString());
        } else if (media instanceof Media.Kept kept) {
            out.put("bot", kept.bot().key())
                    .put("form", kept.form().name())
                    .put("file", kept.fileId());
        } else if (media instanceof Media.Made made) {
            out.put("form", made.form().name())
                    .put("name", made.name())
                    .put("content", Base64.getEncoder().encodeToString(made.content()));
        }
    }

    private static void write(ReplyTarget target, ObjectNode out) {
        target.messageId().ifPresent(id -> out.put("message", id));
        target.onlyFor().ifPresent(person -> out.put("onlyFor", person));
        target.pressId().ifPresent(press -> out.put("press", press));
    }

    /**
     * Reads what {@link #write} has written.
     *
     * @throws IOException when the text is nothing of the kind
     */
    static OutgoingMessage read(String json) throws IOException {
        try {
            JsonNode whole = JSON.readTree(json);
            if (!whole.isObject()) {
                throw new IOException("not a message");
            }
            return message(whole);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IOException("not a message", e);
        }
    }

    private static OutgoingMessage message(JsonNode whole) {
        List<RichText.Span> spans = new ArrayList<>();
        whole.path("text")
                .forEach(each -> spans.add(new RichText.Span(
                        each.path("text").asText(),
                        RichText.Style.valueOf(each.path("style").asText()),
                        text(each, "link").map(URI::create))));
        List<List<Button>> rows = new ArrayList<>();
        whole.path("buttons").forEach(row -> rows.add(buttons(row)));
        return new OutgoingMessage(
                new RichText(spans),
                rows,
                Optional.of(whole.path("media")).filter(JsonNode::isObject).map(MessageJson::media),
                text(whole, "preview").map(URI::create),
                whole.path("muted").asBoolean(),
                Optional.of(whole.path("replyTo")).filter(JsonNode::isObject).map(MessageJson::target));
    }

    private static List<Button> buttons(JsonNode row) {
        List<Button> buttons = new ArrayList<>();
        for (JsonNode each : row) {
            String label = each.path("label").asText();
            Optional<String> url = text(each, "url");
            buttons.add(
                    url.isPresent()
                            ? new Button.Link(label, URI.create(url.get()))
                            : new Button.Action(label, each.path("data").asText()));
        }
        return buttons;
    }

    private static Media media(JsonNode media) {
        if (media.has("address")) {
            return new Media.WebPhoto(URI.create(media.path("address").asText()));
        }
        Media.Kept.Form form = Media.Kept.Form.valueOf(media.path("form").asText());
        return media.has("content")
                ? new Media.Made(
                        form,
                        media.path("name").asText(),
                        Base64.getDecoder().decode(media.path("content").asText()))
                : new Media.Kept(
                        Bot.parse(media.path("bot").asText()),
                        form,
                        media.path("file").asText());
    }

    private static ReplyTarget target(JsonNode target) {
        return new ReplyTarget(text(target, "message"), text(target, "onlyFor"), text(target, "press"));
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field)).map(JsonNode::asText);
    }
}
