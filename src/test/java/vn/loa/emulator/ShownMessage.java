package vn.loa.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A message of the bot as people in the chat see it now.
 *
 * @param id its number in the chat
 * @param topicId the forum topic, 0 for none
 * @param body the text, or the caption of a picture or document
 * @param buttons rows of buttons
 * @param media the picture's or document's address; empty for a text
 * @param preview the {@code link_preview_options} it was sent with
 * @param edits how often it was changed
 */
public record ShownMessage(
        long id,
        long topicId,
        ParsedText body,
        List<List<ShownButton>> buttons,
        Optional<String> media,
        JsonNode preview,
        int edits) {
    public ShownMessage {
        buttons = buttons.stream().map(List::copyOf).toList();
    }

    public String text() {
        return body.text();
    }

    /** The button whose label contains these words. */
    public ShownButton button(String words) {
        return buttons.stream()
                .flatMap(List::stream)
                .filter(button -> button.label().contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button \"" + words + "\" among " + buttons));
    }

    ShownMessage edited(ParsedText newBody, List<List<ShownButton>> newButtons) {
        return new ShownMessage(id, topicId, newBody, newButtons, media, preview, edits + 1);
    }

    boolean looksLike(ParsedText otherBody, List<List<ShownButton>> otherButtons) {
        return body.equals(otherBody) && buttons.equals(otherButtons);
    }
}
