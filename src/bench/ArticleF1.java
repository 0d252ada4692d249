import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import vn.loa.fetch.PageDecoder;
import vn.loa.portal.generic.GenericArticle;

/**
 * Measures how well articles are read from pages that no rule describes, as scrapinghub's article-extraction-benchmark
 * does: precision and recall over runs of four words, each averaged over the pages, and F1 of the two averages. How to
 * run it stands in README.md beside this file.
 */
public final class ArticleF1 {
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final int RUN = 4;
    private static final double CLEARLY_WORSE = 0.05;
    private static final int WORST = 15;
    private static final URI LOCATION = URI.create("https://example.vn/bai-viet.html");

    private record Page(String name, String expected, String read) {
        Score score() {
            return Score.of(expected, read);
        }
    }

    private record Score(double both, double read, double expected) {
        static Score of(String expected, String read) {
            Map<List<String>, Integer> left = runs(expected);
            Map<List<String>, Integer> found = runs(read);
            double both = 0;
            for (Map.Entry<List<String>, Integer> run : found.entrySet()) {
                both += Math.min(run.getValue(), left.getOrDefault(run.getKey(), 0));
            }
            return new Score(both, sum(found), sum(left));
        }

        double precision() {
            return read == 0 ? 0 : both / read;
        }

        double recall() {
            return expected == 0 ? 0 : both / expected;
        }

        double f1() {
            return read + expected == 0 ? 1 : 2 * both / (read + expected);
        }
    }

    private ArticleF1() {}

    /**
     * Prints the measure, the worst pages, and where another reader differs.
     *
     * @param args a folder of pages (NAME.html) with the expected text of each (NAME.txt); then folders of the texts
     *     (NAME.txt) of other readers; {@code --write FOLDER} keeps the texts read now for such a comparison
     */
    public static void main(String[] args) throws IOException {
        Path pages = Path.of(args[0]);
        List<Page> now = new ArrayList<>();
        for (Path html : htmlIn(pages)) {
            Path text = text(pages, html);
            if (Files.exists(text)) {
                now.add(new Page(name(html), Files.readString(text), read(html)));
            }
        }
        print("Loa", now);
        now.stream()
                .sorted(Comparator.comparingDouble(page -> page.score().f1()))
                .limit(WORST)
                .forEach(ArticleF1::print);
        for (int i = 1; i < args.length; i++) {
            if (args[i].equals("--write")) {
                i++;
                write(Path.of(args[i]), now);
            } else {
                compare(Path.of(args[i]), now);
            }
        }
    }

    private static List<Path> htmlIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList();
        }
    }

    private static String name(Path html) {
        return html.getFileName().toString().replaceFirst("\\.html$", "");
    }

    private static Path text(Path folder, Path html) {
        return folder.resolve(name(html) + ".txt");
    }

    private static String read(Path html) throws IOException {
        return GenericArticle.read(Jsoup.parse(PageDecoder.decode(Files.readAllBytes(html), "text/html").text()), LOCATION)
                .map(article -> article.lead() + "\n" + String.join("\n", article.paragraphs()))
                .orElse("");
    }

    private static void write(Path folder, List<Page> pages) throws IOException {
        Files.createDirectories(folder);
        for (Page page : pages) {
            Files.writeString(folder.resolve(page.name() + ".txt"), page.read());
        }
    }

    private static void compare(Path folder, List<Page> now) throws IOException {
        List<Page> others = new ArrayList<>();
        for (Page page : now) {
            Path text = folder.resolve(page.name() + ".txt");
            others.add(new Page(page.name(), page.expected(), Files.exists(text) ? Files.readString(text) : ""));
        }
        System.out.println();
        print(folder.getFileName().toString(), others);
        for (int i = 0; i < now.size(); i++) {
            double gained = now.get(i).score().f1() - others.get(i).score().f1();
            if (Math.abs(gained) > CLEARLY_WORSE) {
                System.out.printf(
                        Locale.ROOT, "  %-40s Loa is %+.3f%n", now.get(i).name(), gained);
            }
        }
    }

    private static void print(String reader, List<Page> pages) {
        double precision = average(pages.stream().map(Page::score).filter(score -> score.read() > 0)
                .map(Score::precision).toList());
        double recall = average(pages.stream().map(Page::score).filter(score -> score.expected() > 0)
                .map(Score::recall).toList());
        System.out.printf(
                Locale.ROOT,
                "%-24s F1 %.3f  precision %.3f  recall %.3f  of %d pages%n",
                reader,
                precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall),
                precision,
                recall,
                pages.size());
    }

    private static void print(Page page) {
        Score score = page.score();
        System.out.printf(
                Locale.ROOT, "  %-40s %.3f  precision %.3f  recall %.3f%n", page.name(), score.f1(), score.precision(), score.recall());
    }

    private static double average(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static double sum(Map<List<String>, Integer> runs) {
        return runs.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Counts the runs of four words; a text with fewer words is one run. */
    private static Map<List<String>, Integer> runs(String text) {
        List<String> words = WORD.matcher(text).results().map(MatchResult::group).toList();
        Map<List<String>, Integer> runs = new HashMap<>();
        for (int i = 0; i < Math.max(1, words.size() - RUN + 1) && !words.isEmpty(); i++) {
            runs.merge(words.subList(i, Math.min(i + RUN, words.size())), 1, Integer::sum);
        }
        return runs;
    }
}
