package vn.loa.fetch;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import vn.loa.text.PlainText;

/**
 * Turns a page's bytes into text: by its byte order mark, else by what the header says, else by what the page says of
 * itself, else by what the bytes look like. A charset that is announced and does not fit the bytes is not believed.
 * Windows-1258 writes Vietnamese in pieces, so its text is composed (NFC). Never throws.
 */
public final class PageDecoder {
    private static final int PROLOGUE_BYTES = 4096;
    private static final Pattern META =
            Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?\\s*([a-z0-9_:.-]{2,40})");
    private static final Pattern XML =
            Pattern.compile("(?i)<\\?xml[^>]{0,100}encoding\\s*=\\s*[\"']\\s*([a-z0-9_:.-]{2,40})");
    private static final Pattern HEADER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([a-z0-9_:.-]{2,40})");
    private static final String VIETNAMESE = "windows-1258";

    private PageDecoder() {}

    /**
     * A page as text.
     *
     * @param text what it says
     * @param charset how it was decoded and where that was learnt, for example {@code UTF-8 (meta)}
     */
    public record Decoded(String text, String charset) {
        public Decoded {
            Objects.requireNonNull(text);
            Objects.requireNonNull(charset);
        }
    }

    /** Decodes a body; the content type is the header's, an empty string when there was none. */
    public static Decoded decode(byte[] body, String contentType) {
        return byMark(body)
                .or(() -> announced(body, HEADER, contentType, "header"))
                .or(() -> announced(body, XML, prologue(body), "xml"))
                .or(() -> announced(body, META, prologue(body), "meta"))
                .orElseGet(() -> guessed(body));
    }

    private static Optional<Decoded> byMark(byte[] body) {
        if (body.length >= 3 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF) {
            return Optional.of(lenient(body, 3, StandardCharsets.UTF_8, "mark"));
        }
        if (body.length >= 2 && body[0] == (byte) 0xFE && body[1] == (byte) 0xFF) {
            return Optional.of(lenient(body, 2, StandardCharsets.UTF_16BE, "mark"));
        }
        if (body.length >= 2 && body[0] == (byte) 0xFF && body[1] == (byte) 0xFE) {
            return Optional.of(lenient(body, 2, StandardCharsets.UTF_16LE, "mark"));
        }
        return Optional.empty();
    }

    private static Optional<Decoded> announced(byte[] body, Pattern pattern, String where, String learnt) {
        Matcher matcher = pattern.matcher(where);
        return matcher.find()
                ? charset(matcher.group(1)).flatMap(found -> strict(body, found, learnt))
                : Optional.empty();
    }

    /** What stands in the first bytes, where ASCII reads the same in every charset that a page may announce. */
    private static String prologue(byte[] body) {
        return new String(body, 0, Math.min(body.length, PROLOGUE_BYTES), StandardCharsets.ISO_8859_1);
    }

    private static Optional<Charset> charset(String name) {
        try {
            Charset found = Charset.forName(name);
            // Browsers read both as windows-1252, and so do the people who announce them.
            boolean western = found.equals(StandardCharsets.ISO_8859_1) || found.equals(StandardCharsets.US_ASCII);
            return Optional.of(western ? Charset.forName("windows-1252") : found);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Optional<Decoded> strict(byte[] body, Charset charset, String learnt) {
        if (isUtf16WithoutReason(body, charset)) {
            return Optional.empty();
        }
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return Optional.of(decoded(text, charset, learnt));
        } catch (CharacterCodingException e) {
            return mostlyRight(body, charset, learnt);
        }
    }

    /** A page that could announce UTF-16 in ASCII is not UTF-16. */
    private static boolean isUtf16WithoutReason(byte[] body, Charset charset) {
        return charset.name().toUpperCase(Locale.ROOT).startsWith("UTF-16")
                && prologue(body).toLowerCase(Locale.ROOT).contains("<html");
    }

    /** A few broken bytes (a cut character, a pasted one) do not make a UTF-8 page something else. */
    private static Optional<Decoded> mostlyRight(byte[] body, Charset charset, String learnt) {
        if (!charset.equals(StandardCharsets.UTF_8)) {
            return Optional.empty();
        }
        Decoded decoded = lenient(body, 0, charset, learnt);
        long broken = decoded.text().chars().filter(c -> c == '\uFFFD').count();
        long beyondAscii = decoded.text().chars().filter(c -> c > 0x7f).count();
        return broken * 10 <= beyondAscii ? Optional.of(decoded) : Optional.empty();
    }

    private static Decoded guessed(byte[] body) {
        return strict(body, StandardCharsets.UTF_8, "guess").orElseGet(() -> {
            Decoded vietnamese = lenient(body, 0, Charset.forName(VIETNAMESE), "guess");
            return looksVietnamese(vietnamese.text())
                    ? vietnamese
                    : lenient(body, 0, Charset.forName("windows-1252"), "guess");
        });
    }

    /** Letters that windows-1252 does not have, composed. */
    private static boolean looksVietnamese(String text) {
        return text.chars().anyMatch(c -> (c >= 0x1EA0 && c <= 0x1EF9) || c == 'ơ' || c == 'ư' || c == 'đ' || c == 'ă');
    }

    private static Decoded lenient(byte[] body, int from, Charset charset, String learnt) {
        return decoded(new String(body, from, body.length - from, charset), charset, learnt);
    }

    private static Decoded decoded(String text, Charset charset, String learnt) {
        String composed = charset.name().equalsIgnoreCase(VIETNAMESE) ? PlainText.composed(text) : text;
        return new Decoded(clean(composed), charset.name() + " (" + learnt + ")");
    }

    /** Without NULs and lone surrogates, which are no text. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c != 0 && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
