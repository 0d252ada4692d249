package vn.loa.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.loa.Cases;
import vn.loa.fetch.Page;
import vn.loa.model.ArticleContent;
import vn.loa.model.Headline;
import vn.loa.model.Published;
import vn.loa.portal.page.PageProof;

/** Whole pages, read with the headline under which a list has told of them, against what a person would copy. */
class WholePagesTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final PortalReader ANY = PortalCatalog.builtIn().detecting(HANOI);

    record Given(JsonNode fields) {
        String text(String name) {
            return fields.path(name).asText();
        }

        List<String> texts(String name) {
            List<String> texts = new ArrayList<>();
            fields.path(name).forEach(text -> texts.add(text.asText()));
            return texts;
        }

        ArticleReading read() {
            return ANY.readArticle(Page.of(URI.create(text("url")), text("html")), text("headline"));
        }

        ArticleReading readAlone() {
            return ANY.readArticle(Page.of(URI.create(text("url")), text("html")));
        }

        PageProof proof(ArticleContent content) {
            Headline headline = new Headline(
                    "k", URI.create(text("url")), text("headline"), Published.unknown(), "", "", Optional.empty());
            return PageProof.of(headline, content);
        }

        @Override
        public String toString() {
            return text("id");
        }
    }

    private static Stream<Given> pages(boolean articles) {
        return Cases.bytesAsText("traps/pages.jsonl")
                .lines()
                .map(line -> new Given(Cases.json(line)))
                .filter(given -> given.fields().path("none").asBoolean() != articles);
    }

    static Stream<Given> articles() {
        return pages(true);
    }

    static Stream<Given> others() {
        return pages(false);
    }

    @ParameterizedTest
    @MethodSource("articles")
    void title_text_day_and_files_are_what_a_person_would_copy(Given given) {
        ArticleContent content = assertThatItIsRead(given, given.read());
        assertThat(given.proof(content)).isInstanceOf(PageProof.Proven.class);
    }

    static Stream<Given> alone() {
        return pages(true).filter(given -> given.fields().path("alone").asBoolean());
    }

    @ParameterizedTest
    @MethodSource("alone")
    void they_are_so_where_no_list_has_told_the_title(Given given) {
        assertThatItIsRead(given, given.readAlone());
    }

    private static ArticleContent assertThatItIsRead(Given given, ArticleReading reading) {
        assertThat(reading).isInstanceOf(ArticleReading.Read.class);
        ArticleContent content = ((ArticleReading.Read) reading).content();
        assertThat(content.title()).isEqualTo(given.text("title"));
        assertThat(bare(content.lead() + " " + String.join(" ", content.paragraphs())))
                .isEqualTo(bare(String.join(" ", given.texts("text"))));
        assertThat(content.published()
                        .instant()
                        .map(at -> at.atZone(HANOI).toLocalDate().toString()))
                .hasValue(given.text("date"));
        assertThat(content.attachments()).hasSameSizeAs(given.texts("files"));
        given.texts("files")
                .forEach(file -> assertThat(content.attachments().toString()).contains(file));
        return content;
    }

    @ParameterizedTest
    @MethodSource("others")
    void a_page_that_is_not_the_article_is_refused_or_doubted(Given given) {
        if (given.read() instanceof ArticleReading.Read read) {
            assertThat(given.proof(read.content())).isInstanceOf(PageProof.Doubted.class);
        }
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
