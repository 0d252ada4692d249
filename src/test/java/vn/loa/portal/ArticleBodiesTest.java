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

/** Whole pages of many systems with their menus, boxes and comments, and what of them a person would call the article. */
class ArticleBodiesTest {
    private static final PortalReader ANY = PortalCatalog.builtIn().detecting(ZoneId.of("Asia/Ho_Chi_Minh"));

    record Given(JsonNode fields) {
        URI url() {
            return URI.create(fields.get("url").asText());
        }

        boolean isArticle() {
            return fields.has("title");
        }

        String headline() {
            return fields.path(isArticle() ? "title" : "headline").asText();
        }

        List<String> texts(String name) {
            List<String> texts = new ArrayList<>();
            fields.path(name).forEach(text -> texts.add(text.asText()));
            return texts;
        }

        ArticleReading read() {
            return ANY.readArticle(Page.of(url(), fields.get("html").asText()));
        }

        @Override
        public String toString() {
            return fields.get("id").asText();
        }
    }

    private static Stream<Given> pages() {
        return Cases.bytesAsText("traps/bodies.jsonl").lines().map(line -> new Given(Cases.json(line)));
    }

    static Stream<Given> articles() {
        return pages().filter(Given::isArticle);
    }

    static Stream<Given> others() {
        return pages().filter(given -> !given.isArticle());
    }

    @ParameterizedTest
    @MethodSource("articles")
    void an_article_is_read_whole_and_without_what_stands_around_it(Given given) {
        ArticleReading reading = given.read();
        assertThat(reading).isInstanceOf(ArticleReading.Read.class);
        ArticleContent content = ((ArticleReading.Read) reading).content();
        String text = (content.lead() + " " + String.join(" ", content.paragraphs())).replaceAll("\\s+", " ");
        assertThat(content.title()).isEqualTo(given.headline());
        assertThat(proof(given, content)).isInstanceOf(PageProof.Proven.class);
        given.texts("has").forEach(words -> assertThat(text).contains(words));
        given.texts("not").forEach(words -> assertThat(text).doesNotContain(words));
        given.texts("once").forEach(words -> assertThat(text).containsOnlyOnce(words));
        given.texts("att")
                .forEach(name -> assertThat(content.attachments().toString()).contains(name));
    }

    @ParameterizedTest
    @MethodSource("others")
    void a_page_that_is_not_the_article_is_refused_or_doubted(Given given) {
        ArticleReading reading = given.read();
        if (reading instanceof ArticleReading.Read read) {
            assertThat(proof(given, read.content())).isInstanceOf(PageProof.Doubted.class);
        }
    }

    private static PageProof proof(Given given, ArticleContent content) {
        Headline headline =
                new Headline("k", given.url(), given.headline(), Published.unknown(), "", "", Optional.empty());
        return PageProof.of(headline, content);
    }
}
