package vn.loa.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads {@code reply_markup} and refuses what Telegram refuses. */
final class KeyboardRules {
    private static final int MOST_BUTTONS = 100;
    private static final int MOST_IN_A_ROW = 8;
    private static final Set<String> SCHEMES = Set.of("http", "https", "tg");

    private KeyboardRules() {}

    static List<List<ShownButton>> read(ApiCall call) {
        JsonNode rows = call.json("reply_markup").path("inline_keyboard");
        List<List<ShownButton>> keyboard = new ArrayList<>();
        for (JsonNode row : rows) {
            keyboard.add(row(row));
        }
        keyboard.removeIf(List::isEmpty);
        if (keyboard.stream().mapToInt(List::size).sum() > MOST_BUTTONS) {
            throw Refusal.badRequest("REPLY_MARKUP_INVALID");
        }
        return keyboard;
    }

    private static List<ShownButton> row(JsonNode row) {
        List<ShownButton> buttons = new ArrayList<>();
        row.forEach(button -> buttons.add(button(button)));
        if (buttons.size() > MOST_IN_A_ROW) {
            throw Refusal.badRequest("REPLY_MARKUP_INVALID");
        }
        return buttons;
    }

    private static ShownButton button(JsonNode json) {
        String label = json.path("text").asText();
        if (label.isBlank()) {
            throw Refusal.badRequest("can't parse inline keyboard button: Field \"text\" must be non-empty");
        }
        boolean link = json.hasNonNull("url");
        boolean action = json.hasNonNull("callback_data");
        if (link == action) {
            throw Refusal.badRequest(
                    "can't parse inline keyboard button: Text buttons are unallowed in the inline" + " keyboard");
        }
        return link
                ? new ShownButton(label, url(json.get("url").asText()), "")
                : new ShownButton(label, "", data(json.get("callback_data").asText()));
    }

    private static String data(String data) {
        int bytes = data.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < 1 || bytes > 64) {
            throw Refusal.badRequest("BUTTON_DATA_INVALID");
        }
        return data;
    }

    /** A host needs a dot, or is an address; anything but ASCII must be escaped. */
    private static String url(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean dotted = uri.getHost() != null && uri.getHost().contains(".");
            boolean opens = scheme.equals("tg") || dotted;
            if (!SCHEMES.contains(scheme) || !opens) {
                throw Refusal.badRequest("BUTTON_URL_INVALID");
            }
            return text;
        } catch (URISyntaxException e) {
            throw Refusal.badRequest("BUTTON_URL_INVALID");
        }
    }
}
