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
import java.util.stream.Collectors;
import vn.loa.text.EncodingDamage;
import vn.loa.text.LegacyFont;
import vn.loa.text.PlainText;

/**
 * Decodes a page's bytes to text. The bytes decide: a byte order mark, UTF-16's zeros, and UTF-8 with Vietnamese
 * letters in it are what they are, whatever header, XML declaration or meta element say. Only then these are asked, in
 * this order; a charset that is announced and does not fit the bytes is not believed, and neither is a Western European
 * one for text that windows-1258 makes Vietnamese, nor the other way round. Windows-1258 writes Vietnamese in pieces,
 * so its text is composed (NFC). What was encoded several times is decoded as often. Never throws.
 */
public final class PageDecoder {
    private static final int PROLOGUE_BYTES = 4096;
    private static final Pattern META =
            Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?\\s*([a-z0-9_:.-]{2,40})");
    private static final Pattern XML =
            Pattern.compile("(?i)<\\?xml[^>]{0,100}encoding\\s*=\\s*[\"']\\s*([a-z0-9_:.-]{2,40})");
    private static final Pattern HEADER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([a-z0-9_:.-]{2,40})");
    private static final Pattern MARKUP = Pattern.compile("(?is)<script.*?</script>|<style.*?</style>|<[^<>]*>");
    private static final String VIETNAMESE = "windows-1258";
    private static final Charset WESTERN = Charset.forName("windows-1252");
    /** Letters that windows-1258 has and a page in windows-1252 can only write so: đ, ơ, ư, ă. */
    private static final Pattern ENTITIES = Pattern.compile("(?i)&#(273|417|432|259|x0?111|x0?1a1|x0?1b0|x0?103);");

    private static final int SAMPLE_BYTES = 200_000;
    /** Letters of Vietnamese that Western European languages have too. */
    private static final String SHARED_LETTERS = "àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĩũĨŨ";

    /** A page may be encoded so many times. */
    private static final int MOST_TIMES = 3;

    private static final String COMBINING_TONES = "\u0300\u0301\u0303\u0309\u0323";

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
        Decoded decoded = decodeOnce(body, contentType);
        String text = decoded.text();
        for (int i = 1; i < MOST_TIMES; i++) {
            text = EncodingDamage.writtenOnce(text).orElse(text);
        }
        return new Decoded(text, decoded.charset());
    }

    private static Decoded decodeOnce(byte[] body, String contentType) {
        return byMark(body)
                .or(() -> byZeros(body))
                .or(() -> vietnameseUtf8(body, contentType))
                .or(() -> allBytes(body))
                .or(() -> announced(body, HEADER, contentType, "header"))
                .or(() -> announced(body, XML, prologue(body), "xml"))
                .or(() -> announced(body, META, prologue(body), "meta"))
                .orElseGet(() -> guessed(body));
    }

    /** Markup in UTF-16 has a zero in every other byte; nothing else has. */
    private static Optional<Decoded> byZeros(byte[] body) {
        int length = Math.min(body.length, PROLOGUE_BYTES) & ~1;
        int first = 0;
        int second = 0;
        for (int i = 0; i < length; i += 2) {
            first += body[i] == 0 ? 1 : 0;
            second += body[i + 1] == 0 ? 1 : 0;
        }
        int pairs = length / 2;
        if (pairs < 4 || (first + second) * 4 < pairs || Math.min(first, second) * 20 > pairs) {
            return Optional.empty();
        }
        Charset charset = first > second ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        return Optional.of(lenient(body, 0, charset, "bytes"));
    }

    /** Text of another charset is never UTF-8 by chance, and never Vietnamese then. */
    private static Optional<Decoded> vietnameseUtf8(byte[] body, String contentType) {
        return strict(body, StandardCharsets.UTF_8, "")
                .filter(decoded -> decoded.text().chars().anyMatch(PageDecoder::isVietnamese))
                .map(decoded -> new Decoded(decoded.text(), "UTF-8 (" + learntFrom(body, contentType) + ")"));
    }

    /** VISCII and VPS, which no machine knows any more, have letters at every byte; read as Latin-1 none is lost. */
    private static Optional<Decoded> allBytes(byte[] body) {
        String sample = new String(body, 0, Math.min(body.length, SAMPLE_BYTES), StandardCharsets.ISO_8859_1);
        if (sample.chars().allMatch(c -> c < 0x80)) {
            return Optional.empty();
        }
        return LegacyFont.of(telling(MARKUP.matcher(sample).replaceAll(" ")))
                .filter(LegacyFont::needsAllBytes)
                .map(font -> new Decoded(
                        clean(font.convert(new String(body, StandardCharsets.ISO_8859_1))), font.name() + " (bytes)"));
    }

    private static String learntFrom(byte[] body, String contentType) {
        if (says(HEADER, contentType)) {
            return "header";
        }
        if (says(XML, prologue(body))) {
            return "xml";
        }
        return says(META, prologue(body)) ? "meta" : "guess";
    }

    private static boolean says(Pattern pattern, String where) {
        Matcher matcher = pattern.matcher(where);
        return matcher.find()
                && charset(matcher.group(1))
                        .filter(StandardCharsets.UTF_8::equals)
                        .isPresent();
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
                ? charset(matcher.group(1)).flatMap(found -> strict(body, fitting(body, found), learnt))
                : Optional.empty();
    }

    /** Pages in windows-1258 or in old fonts are announced as either; what they say tells which they are. */
    private static Charset fitting(byte[] body, Charset announced) {
        boolean eight = announced.equals(WESTERN) || announced.name().equalsIgnoreCase(VIETNAMESE);
        return eight ? eightBit(body).orElse(announced) : announced;
    }

    /**
     * Returns the charset that makes Vietnamese of the bytes: windows-1258, or windows-1252 with an old font; empty if
     * neither.
     */
    private static Optional<Charset> eightBit(byte[] body) {
        String western = new String(body, 0, Math.min(body.length, SAMPLE_BYTES), WESTERN);
        String sample = MARKUP.matcher(western).replaceAll(" ");
        if (LegacyFont.of(telling(sample)).isPresent()) {
            return Optional.of(WESTERN);
        }
        return EncodingDamage.in(telling(sample))
                .filter(EncodingDamage.WINDOWS_1258::equals)
                .map(damage -> Charset.forName(VIETNAMESE));
    }

    /** The lines in which there are letters beyond ASCII. */
    private static String telling(String sample) {
        return sample.lines()
                .filter(line -> line.chars().anyMatch(c -> c > 0x7f))
                .collect(Collectors.joining("\n"));
    }

    /** Returns the first bytes as ASCII, which reads the same in every charset that a page may announce. */
    private static String prologue(byte[] body) {
        return new String(body, 0, Math.min(body.length, PROLOGUE_BYTES), StandardCharsets.ISO_8859_1);
    }

    private static Optional<Charset> charset(String name) {
        try {
            Charset found = Charset.forName(name);
            // Browsers read both as windows-1252, and so do the people who announce them.
            boolean western = found.equals(StandardCharsets.ISO_8859_1) || found.equals(StandardCharsets.US_ASCII);
            return Optional.of(western ? WESTERN : found);
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

    /** UTF-16 has shown itself by its zeros; markup that can be read as ASCII is not UTF-16. */
    private static boolean isUtf16WithoutReason(byte[] body, Charset charset) {
        return charset.name().toUpperCase(Locale.ROOT).startsWith("UTF-16")
                && prologue(body).chars().filter(c -> c == '<' || c == '>').count() >= 2;
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
            Optional<Charset> told = eightBit(body);
            if (told.isPresent()) {
                return lenient(body, 0, told.get(), "guess");
            }
            Decoded vietnamese = lenient(body, 0, Charset.forName(VIETNAMESE), "guess");
            boolean fits = looksVietnamese(vietnamese.text())
                    && !ENTITIES.matcher(vietnamese.text()).find();
            return fits ? vietnamese : lenient(body, 0, WESTERN, "guess");
        });
    }

    /** Letters that windows-1252 does not have, composed. */
    private static boolean looksVietnamese(String text) {
        return text.chars().anyMatch(PageDecoder::isOnlyVietnamese);
    }

    private static boolean isOnlyVietnamese(int c) {
        return (c >= 0x1EA0 && c <= 0x1EF9) || "ơưđăƠƯĐĂ".indexOf(c) >= 0;
    }

    private static boolean isVietnamese(int c) {
        return isOnlyVietnamese(c) || SHARED_LETTERS.indexOf(c) >= 0 || COMBINING_TONES.indexOf(c) >= 0;
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
