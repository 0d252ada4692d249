package vn.loa.subscription;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.loa.text.PlainText;

/**
 * The keywords of a filter line as people write it: {@code +tập huấn -bóng đá "phòng cháy"}. A sign stands before the
 * word it belongs to and holds up to the next sign or quotation mark, so that phrases need no quotes; commas part
 * keywords of the same sign. Phones' dashes and curly quotes count.
 *
 * @param wanted what articles are wanted for
 * @param unwanted what articles are left out for
 */
public record FilterLine(List<Keyword> wanted, List<Keyword> unwanted) {
    static final String SIGNS = "+＋‐‑–—−-";
    static final String QUOTES = "\"“”„‟«»";
    private static final Pattern FILTER = Pattern.compile("(?s)^[" + QUOTES + SIGNS + "].*|^/.*/$|^/.*/\\s.*|.*\\s(?:["
            + SIGNS + "][\\p{L}\\p{N}/" + QUOTES + "]|[" + QUOTES + "]\\S).*");

    public FilterLine {
        wanted = List.copyOf(wanted);
        unwanted = List.copyOf(unwanted);
    }

    /**
     * Reads a line; empty when it has no sign, no quotes and no pattern, and so is the name of something. A dash between
     * blanks ({@code Văn hóa - Xã hội}) makes no filter.
     */
    public static Optional<FilterLine> read(String line) {
        String typed = PlainText.composed(line).strip();
        return FILTER.matcher(typed).matches() ? Optional.of(new FilterLineReader(typed).read()) : Optional.empty();
    }

    /** Returns all keywords. */
    public List<Keyword> keywords() {
        return Stream.concat(wanted.stream(), unwanted.stream()).toList();
    }

    /** Returns the first keyword that is both wanted and unwanted. */
    public Optional<Keyword> contradiction() {
        return wanted.stream()
                .filter(keyword -> unwanted.stream().anyMatch(other -> Objects.equals(other.value(), keyword.value())))
                .findFirst();
    }
}
