package vn.loa.telegram.incoming;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Addresses that a text hides under its words (Bot API, MessageEntity, {@code text_link}). What an operator has announced
 * keeps them; a command has none.
 */
final class HiddenLinks {
    private HiddenLinks() {}

    /** The text with each address in brackets after its words, except where the words are the address. */
    static String shown(JsonNode message, String text) {
        List<JsonNode> links = new ArrayList<>();
        JsonNode entities = message.has("text") ? message.path("entities") : message.path("caption_entities");
        entities.forEach(entity -> {
            if (entity.path("type").asText().equals("text_link")) {
                links.add(entity);
            }
        });
        // From the end, so that what comes before keeps its place. Offsets count UTF-16 units, as Java does.
        links.sort(Comparator.comparingInt(HiddenLinks::end).reversed());
        StringBuilder shown = new StringBuilder(text);
        for (JsonNode link : links) {
            int begin = link.path("offset").asInt();
            int end = end(link);
            String url = link.path("url").asText();
            if (begin >= 0
                    && begin < end
                    && end <= text.length()
                    && !text.substring(begin, end).equals(url)) {
                shown.insert(end, " (" + url + ")");
            }
        }
        return shown.toString();
    }

    private static int end(JsonNode entity) {
        return entity.path("offset").asInt() + entity.path("length").asInt();
    }
}
