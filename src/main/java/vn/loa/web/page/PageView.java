package vn.loa.web.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import vn.loa.phrases.DateFormats;
import vn.loa.phrases.Phrases;

/**
 * Holds what every template needs.
 *
 * @param path of the page, which the menu marks
 * @param english true for English, false for Vietnamese
 * @param formToken stands in each form; an empty string on pages without a session
 */
public record PageView(String path, Phrases phrases, boolean english, String formToken, ZoneId zone) {
    /** Returns a phrase. */
    public String say(String key, Object... values) {
        return phrases.say(key, values);
    }

    /** Returns the code of the language, for browsers and screen readers. */
    public String language() {
        return english ? "en" : "vi";
    }

    /** Returns a time as people read it, or the phrase for none. */
    public String time(Optional<Instant> time) {
        return time.map(told -> DateFormats.minute(told, zone)).orElseGet(() -> say("status.never"));
    }

    /** Returns a number as text, without the separators of a phrase. */
    public static String number(long number) {
        return Long.toString(number);
    }
}
