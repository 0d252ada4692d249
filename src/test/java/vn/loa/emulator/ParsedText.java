package vn.loa.emulator;

import java.util.List;

/**
 * A text after its markup was read and it was cleaned as Telegram cleans it.
 *
 * @param text what people see
 * @param entities how it looks
 */
public record ParsedText(String text, List<Entity> entities) {
    static final ParsedText EMPTY = new ParsedText("", List.of());

    public ParsedText {
        entities = List.copyOf(entities);
    }

    /** Reads a method's text or caption by its parse mode. */
    static ParsedText of(String raw, String parseMode) {
        if (parseMode.isEmpty()) {
            return new ParsedText(raw, List.of()).cleaned();
        }
        if (!parseMode.equalsIgnoreCase("HTML")) {
            throw Refusal.badRequest("unsupported parse_mode");
        }
        return new HtmlMarkup(raw).parse().cleaned();
    }

    /** Telegram shows no control characters, line separators or direction overrides, and trims both ends. */
    private ParsedText cleaned() {
        StringBuilder kept = new StringBuilder(text);
        for (int i = 0; i < kept.length(); i++) {
            char c = kept.charAt(i);
            boolean control = c < ' ' && c != '\n';
            boolean separator = c >= '\u2028' && c <= '\u202e';
            if (control || separator) {
                kept.setCharAt(i, ' ');
            }
        }
        return new ParsedText(kept.toString(), entities).trimmed();
    }

    private ParsedText trimmed() {
        String stripped = text.strip();
        int lead = text.length() - text.stripLeading().length();
        List<Entity> kept = entities.stream()
                .map(entity -> entity.moved(-lead))
                .filter(entity -> entity.offset() >= 0 && entity.offset() < stripped.length())
                .map(entity -> entity.shortened(stripped.length()))
                .toList();
        return new ParsedText(stripped, kept);
    }

    /** The part of the text under the first entity of this type, or an empty string. */
    public String under(String type) {
        return entities.stream()
                .filter(entity -> entity.type().equals(type))
                .findFirst()
                .map(entity -> text.substring(entity.offset(), entity.offset() + entity.length()))
                .orElse("");
    }
}
