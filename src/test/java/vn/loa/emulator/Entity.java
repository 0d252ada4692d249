package vn.loa.emulator;

/**
 * A formatted run of a message's text.
 *
 * @param type as the Bot API calls it, for example {@code bold} or {@code text_link}
 * @param offset where it begins, in UTF-16 units
 * @param length how long it is, in UTF-16 units
 * @param url for {@code text_link} the address, otherwise an empty string
 */
public record Entity(String type, int offset, int length, String url) {
    Entity moved(int by) {
        return new Entity(type, offset + by, length, url);
    }

    Entity shortened(int textLength) {
        return new Entity(type, offset, Math.min(length, textLength - offset), url);
    }
}
