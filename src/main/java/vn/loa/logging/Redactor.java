package vn.loa.logging;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes secrets out of text. Anything in the shape of a bot token of Telegram or Zalo goes, whoever owns it, keeping the bot's
 * number, which is public; so does every secret it was told of, in whatever form it may appear: plain, inside a URL,
 * inside a JSON string. Safe for use by several threads.
 */
public final class Redactor {
    /** Shorter secrets are left alone: hiding every "1234" would make a log unreadable and protect nothing. */
    public static final int SHORTEST_SECRET = 6;

    private static final String MASK = "***";
    // No \b in front: it would miss "/bot123456:AA…". OkHttp and gateways also write the colon encoded, even twice.
    private static final Pattern BOT_TOKEN = Pattern.compile("(?<!\\d)(\\d{6,24})(:|%(?:25)*3[Aa])[A-Za-z0-9_-]{30,}");
    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

    @GuardedBy("this")
    private final Set<String> secrets = new TreeSet<>(LONGEST_FIRST);

    private final AtomicReference<Pattern> known = new AtomicReference<>();

    /** Hides this secret from now on. One shorter than {@link #SHORTEST_SECRET} characters is ignored. */
    public synchronized void hide(String secret) {
        if (secret.length() < SHORTEST_SECRET) {
            return;
        }
        secrets.add(secret);
        String anyOfThem = secrets.stream().map(Redactor::inAnyForm).collect(Collectors.joining("|"));
        // Ignoring case costs nothing and covers %3a for %3A.
        known.set(Pattern.compile(anyOfThem, Pattern.CASE_INSENSITIVE));
    }

    /** Returns the text with every secret replaced by {@code ***}. */
    public String redact(String text) {
        String withoutTokens = BOT_TOKEN.matcher(text).replaceAll("$1$2" + MASK);
        Pattern toldOf = known.get();
        return toldOf == null ? withoutTokens : toldOf.matcher(withoutTokens).replaceAll(MASK);
    }

    /**
     * Returns a pattern for a secret in any encoding: each character as it is, with a backslash, as a JSON escape or as
     * in a URL, for encoders differ in what they escape.
     */
    private static String inAnyForm(String secret) {
        return secret.codePoints()
                .mapToObj(Character::toString)
                .map(c ->
                        isPlain(c) ? c : "(?:\\\\?" + Pattern.quote(c) + "|" + jsonEscape(c) + "|" + urlEscape(c) + ")")
                .collect(Collectors.joining());
    }

    private static boolean isPlain(String c) {
        return c.length() == 1 && c.charAt(0) < 128 && Character.isLetterOrDigit(c.charAt(0));
    }

    private static String jsonEscape(String c) {
        return c.chars()
                .mapToObj(unit -> String.format(Locale.ROOT, "\\\\u%04x", unit))
                .collect(Collectors.joining());
    }

    private static String urlEscape(String c) {
        return Pattern.quote(URLEncoder.encode(c, StandardCharsets.UTF_8));
    }
}
