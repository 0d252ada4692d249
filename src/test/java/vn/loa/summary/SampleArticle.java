package vn.loa.summary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.model.ArticleContent;
import vn.loa.model.Precision;
import vn.loa.model.Published;
import vn.loa.model.Summary;

/**
 * An article of src/test/resources/summary and the summary a person approved for it. A file has a head of "key: value"
 * lines, an empty line, paragraphs parted by empty lines (a hard line break is written \n), a line "---", "event: " and
 * the day or "none", and the sentences, one a line.
 */
record SampleArticle(ArticleContent content, Summary summary) {
    static SampleArticle read(String name) {
        String[] parts = text(name).split("\n---\n", 2);
        return new SampleArticle(content(parts[0]), summary(parts[1]));
    }

    private static ArticleContent content(String article) {
        String[] parts = article.split("\n\n", 2);
        Map<String, String> head = Stream.of(parts[0].split("\n"))
                .map(line -> line.split(":", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1].strip()));
        Published when =
                Published.at(OffsetDateTime.parse(head.get("published")).toInstant(), Precision.MINUTE);
        List<String> body = parts.length < 2
                ? List.of()
                : Arrays.stream(parts[1].strip().split("\n\n"))
                        .map(paragraph -> paragraph.replace("\\n", "\n"))
                        .toList();
        String author = head.getOrDefault("author", "");
        return new ArticleContent(
                head.get("title"), when, head.getOrDefault("lead", ""), body, "", author, Optional.empty(), List.of());
    }

    private static Summary summary(String expected) {
        List<String> lines = expected.lines().toList();
        String event = lines.get(0).replace("event: ", "");
        Optional<LocalDate> day = event.equals("none") ? Optional.empty() : Optional.of(LocalDate.parse(event));
        return new Summary(lines.subList(1, lines.size()), day);
    }

    private static String text(String name) {
        try (InputStream in = SampleArticle.class.getResourceAsStream("/summary/" + name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
