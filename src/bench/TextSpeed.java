import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import vn.loa.model.ArticleContent;
import vn.loa.model.Precision;
import vn.loa.model.Published;
import vn.loa.summary.Summarizer;
import vn.loa.summary.SummaryLimits;
import vn.loa.text.Clauses;
import vn.loa.text.Commune;
import vn.loa.text.EncodingDamage;
import vn.loa.text.EventPlace;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;
import vn.loa.text.Sentences;
import vn.loa.text.WordText;
import vn.loa.text.date.EventDates;
import vn.loa.text.privacy.PrivateData;

/** Measures the CPU time that each step of reading a text takes, in seconds a MiB of UTF-8. See README.md beside it. */
public final class TextSpeed {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final PrivateData.Masks MASKS = new PrivateData.Masks("[…]", "[…]", "[…]", "[…]", "[…]", "[…]");
    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);
    private static final double MIB = 1024 * 1024;
    private static final int ROUNDS = 3;

    private record Text(String title, List<String> sentences, String whole) {}

    private TextSpeed() {}

    /**
     * Prints one line for each step: the time of the first round, with a cold compiler, and of the quickest.
     *
     * @param args a .jsonl or .jsonl.gz with {@code title} and {@code sentences}; then, optionally, how many texts
     */
    public static void main(String[] args) throws IOException {
        List<Text> texts = read(Path.of(args[0]), args.length > 1 ? Integer.parseInt(args[1]) : 500);
        double size = texts.stream()
                .mapToLong(text -> text.whole().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        System.out.printf(Locale.ROOT, "%d texts, %.2f MiB%n%-24s   first quickest%n", texts.size(), size / MIB, "");
        measure("PlainText.tidy", texts, size, text -> PlainText.tidy(text.whole()));
        measure("EncodingDamage", texts, size, text -> EncodingDamage.in(text.whole()));
        measure("Folding.fold", texts, size, text -> Folding.fold(text.whole()));
        measure("WordText.of", texts, size, text -> WordText.of(text.sentences()));
        measure("Sentences.of", texts, size, text -> Sentences.of(text.whole()));
        measure("Clauses.ends", texts, size, text -> text.sentences().forEach(Clauses::ends));
        measure("Commune.namedIn", texts, size, text -> Commune.namedIn(text.sentences()));
        measure("EventPlace.of", texts, size, text -> EventPlace.of(text.whole()));
        measure("EventDates.of", texts, size, text -> EventDates.of(text.sentences(), Optional.of(DAY)));
        measure("PrivateData.findings", texts, size, text -> PrivateData.findings(text.whole()));
        measure("Summarizer.summarize", texts, size, TextSpeed::summarize);
    }

    private static void summarize(Text text) {
        ArticleContent content = new ArticleContent(
                text.title(),
                Published.at(Instant.parse("2020-01-01T00:00:00Z"), Precision.DAY),
                "",
                text.sentences(),
                "",
                "",
                Optional.empty(),
                List.of());
        new Summarizer(SummaryLimits.ofAnnouncement(), MASKS).summarize(content, ZONE);
    }

    private static void measure(String name, List<Text> texts, double size, Consumer<Text> step) {
        double first = cpuSeconds(texts, step);
        double quickest = first;
        for (int round = 1; round < ROUNDS; round++) {
            quickest = Math.min(quickest, cpuSeconds(texts, step));
        }
        System.out.printf(Locale.ROOT, "%-24s %7.3f  %7.3f s/MiB%n", name, first * MIB / size, quickest * MIB / size);
    }

    private static double cpuSeconds(List<Text> texts, Consumer<Text> step) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        texts.forEach(step);
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
    }

    private static List<Text> read(Path file, int most) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Text> texts = new ArrayList<>();
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && texts.size() < most; line = lines.readLine()) {
                JsonNode node = json.readTree(line);
                List<String> sentences = new ArrayList<>();
                node.get("sentences").forEach(sentence -> sentences.add(sentence.asText()));
                texts.add(new Text(node.get("title").asText(), sentences, String.join("\n", sentences)));
            }
        }
        return texts;
    }
}
