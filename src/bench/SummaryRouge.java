import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import vn.loa.model.ArticleContent;
import vn.loa.model.Precision;
import vn.loa.model.Published;
import vn.loa.summary.Summarizer;
import vn.loa.summary.SummaryLimits;
import vn.loa.text.privacy.PrivateData;

/**
 * Measures the summaries of Loa by ROUGE: F1 over lower-case syllables against a reference, unigrams, bigrams and the
 * longest common subsequence, averaged over the texts; composed and decomposed letters are one. How to run it stands in README.md beside this file.
 */
public final class SummaryRouge {
    private static final Pattern SYLLABLE = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final PrivateData.Masks MASKS = new PrivateData.Masks("[…]", "[…]", "[…]", "[…]", "[…]", "[…]");
    private static final int WITHOUT_LIMIT = 100_000;

    private record Text(String title, String reference, List<String> sentences) {
        List<String> summary(SummaryLimits limits, boolean joined) {
            List<String> read = sentences.stream().map(SummaryRouge::composed).toList();
            List<String> paragraphs = joined ? List.of(String.join(" ", read)) : read;
            ArticleContent content = new ArticleContent(
                    composed(title),
                    Published.at(Instant.parse("2020-01-01T00:00:00Z"), Precision.DAY),
                    "",
                    paragraphs,
                    "",
                    "",
                    Optional.empty(),
                    List.of());
            return new Summarizer(limits, MASKS).summarize(content, ZONE).sentences();
        }
    }

    private SummaryRouge() {}

    /**
     * Prints one line of scores for each way to summarise.
     *
     * @param args a .jsonl, a .jsonl.gz or a folder; then, optionally, how many of the last texts to measure, and how
     *     many of their summaries to print
     */
    public static void main(String[] args) throws IOException {
        List<Text> texts = read(Path.of(args[0]));
        int last = args.length > 1 ? Integer.parseInt(args[1]) : texts.size();
        texts = texts.subList(Math.max(0, texts.size() - last), texts.size());
        System.out.printf("%d texts%n%-32s ROUGE-1 ROUGE-2 ROUGE-L syllables%n", texts.size(), "");
        SummaryLimits announcement = new SummaryLimits(400, 2);
        SummaryLimits unlimited = new SummaryLimits(WITHOUT_LIMIT, 2);
        measure(
                "first two sentences",
                texts,
                text -> text.sentences().stream().limit(2).toList());
        measure("two sentences, 400 units", texts, text -> text.summary(announcement, false));
        measure("two sentences, no limit", texts, text -> text.summary(unlimited, false));
        measure("the same, one paragraph", texts, text -> text.summary(unlimited, true));
        measure("as announced (three, 400)", texts, text -> text.summary(SummaryLimits.ofAnnouncement(), false));
        print(texts.subList(0, args.length > 2 ? Math.min(texts.size(), Integer.parseInt(args[2])) : 0));
    }

    private static void print(List<Text> texts) {
        for (Text text : texts) {
            System.out.printf("%n# %s%n  (reference) %s%n", text.title(), text.reference());
            text.summary(SummaryLimits.ofAnnouncement(), false).forEach(line -> System.out.println("  > " + line));
        }
    }

    private static void measure(String name, List<Text> texts, Function<Text, List<String>> summarizer) {
        double[] sums = new double[4];
        for (Text text : texts) {
            List<String> summary = syllables(String.join(" ", summarizer.apply(text)));
            List<String> reference = syllables(text.reference());
            sums[0] += overlap(summary, reference);
            sums[1] += overlap(pairs(summary), pairs(reference));
            sums[2] += f1(longestCommon(summary, reference), summary.size(), reference.size());
            sums[3] += summary.size();
        }
        int count = texts.size();
        System.out.printf(
                Locale.ROOT,
                "%-32s %.4f  %.4f  %.4f  %.1f%n",
                name,
                sums[0] / count,
                sums[1] / count,
                sums[2] / count,
                sums[3] / count);
    }

    private static List<String> syllables(String text) {
        return SYLLABLE.matcher(composed(text).toLowerCase(Locale.ROOT).replace('_', ' '))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** The letters of decomposed Unicode are the same syllables. */
    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static List<String> pairs(List<String> syllables) {
        List<String> pairs = new ArrayList<>();
        for (int at = 1; at < syllables.size(); at++) {
            pairs.add(syllables.get(at - 1) + " " + syllables.get(at));
        }
        return pairs;
    }

    private static double overlap(List<String> summary, List<String> reference) {
        Map<String, Integer> left = new HashMap<>();
        reference.forEach(item -> left.merge(item, 1, Integer::sum));
        int shared = 0;
        for (String item : summary) {
            shared += left.merge(item, -1, Integer::sum) >= 0 ? 1 : 0;
        }
        return f1(shared, summary.size(), reference.size());
    }

    private static double f1(int shared, int summary, int reference) {
        return summary + reference == 0 ? 0 : 2.0 * shared / (summary + reference);
    }

    private static int longestCommon(List<String> one, List<String> other) {
        int[] row = new int[other.size() + 1];
        for (String item : one) {
            int diagonal = 0;
            for (int at = 1; at < row.length; at++) {
                int above = row[at];
                row[at] = item.equals(other.get(at - 1)) ? diagonal + 1 : Math.max(above, row[at - 1]);
                diagonal = above;
            }
        }
        return row[other.size()];
    }

    private static List<Text> read(Path source) throws IOException {
        if (!Files.isDirectory(source)) {
            return ofLines(source);
        }
        try (Stream<Path> files = Files.list(source)) {
            List<Text> texts = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                texts.add(ofFile(file));
            }
            return texts;
        }
    }

    private static List<Text> ofLines(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Text> texts = new ArrayList<>();
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode node = json.readTree(line);
                List<String> sentences = new ArrayList<>();
                node.get("sentences").forEach(sentence -> sentences.add(sentence.asText()));
                texts.add(new Text(
                        node.get("title").asText(), node.get("reference").asText(), sentences));
            }
        }
        return texts;
    }

    private static Text ofFile(Path file) throws IOException {
        List<String> lines =
                Files.readString(file).lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() < 3) {
            throw new IOException(file + ": a title, a reference and at least one sentence, each on a line");
        }
        return new Text(lines.get(0), lines.get(1), lines.subList(2, lines.size()));
    }
}
