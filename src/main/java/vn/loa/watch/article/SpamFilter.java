package vn.loa.watch.article;

import com.google.re2j.Pattern;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;

/**
 * Recognises the titles of hacked pages: gambling and sex advertisements that were put on more than ninety state portals
 * in 2023. News that warns of gambling does not look like them. The patterns are data: {@code watch/spam.txt}.
 */
public final class SpamFilter {
    /** Only fold like words of the patterns: selling fish is no game, and a rate that is brought down no bet. */
    private static final Pattern OTHER_WORDS = Pattern.compile("(?i)bán cá|kéo|lo đê|da gà|nợ hụ");

    private final List<Pattern> patterns;

    public SpamFilter() {
        this.patterns = load("/watch/spam.txt");
    }

    private static List<Pattern> load(String path) {
        try (InputStream in = SpamFilter.class.getResourceAsStream(path);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(Pattern::compile)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** Returns whether a title reads like advertising that broke into a portal. */
    public boolean suspects(String title) {
        String folded =
                Folding.fold(OTHER_WORDS.matcher(PlainText.composed(title)).replaceAll("·"));
        return patterns.stream().anyMatch(pattern -> pattern.matcher(folded).find());
    }
}
