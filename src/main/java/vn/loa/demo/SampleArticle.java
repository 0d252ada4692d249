package vn.loa.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Represents an article of the sample portal, as it stands in {@code demo/articles.yaml}.
 *
 * @param number its number in addresses
 * @param section the path of its section
 * @param also another section that shows it, null for none
 * @param days the days from its publication to the start; null for one that is published while the portal runs
 * @param imported whether it came from an older system, which kept no times of day
 * @param correction the title that it gets a while after its publication, null for none
 * @param picture whether it has one
 * @param attachment the file name of its document, null for none
 * @param document the lines of its document, null for one that is no real one
 */
record SampleArticle(
        int number,
        String section,
        @Nullable String also,
        @Nullable Integer days,
        boolean imported,
        String title,
        @Nullable String correction,
        String lead,
        List<String> body,
        String author,
        boolean picture,
        @Nullable String attachment,
        @Nullable List<String> document) {
    static List<SampleArticle> all() {
        try (InputStream in = SampleArticle.class.getResourceAsStream("/demo/articles.yaml")) {
            return new YAMLMapper().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("demo/articles.yaml", e);
        }
    }

    boolean isIn(String path) {
        return section.equals(path) || path.equals(also);
    }

    SampleArticle corrected() {
        return new SampleArticle(
                number,
                section,
                also,
                days,
                imported,
                Objects.requireNonNull(correction),
                null,
                lead,
                body,
                author,
                picture,
                attachment,
                document);
    }
}
