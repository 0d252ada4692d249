package vn.loa.portal.generic;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.loa.Cases;

/** Self-written pages in the shapes of real systems, each with the text that a person would copy from it. */
class ArticlePagesTest {
    private static final URI LOCATION = URI.create("https://news.example.org/local/story-1.html");

    static Stream<String> pages() {
        return Stream.of(
                "amp",
                "blogspot_breaks",
                "comments_longer_than_article",
                "cookie_wall_longer_than_article",
                "data_table",
                "drupal",
                "hashed_classes",
                "hashed_sections",
                "hemera_inner_relate",
                "interview",
                "joomla",
                "json_ld_only",
                "liferay_portal",
                "list_article",
                "live_blog",
                "next_article_below",
                "nukeviet",
                "old_table_layout",
                "paywall_stub",
                "pointers_in_body",
                "press_release",
                "sharepoint",
                "standfirst_and_ads",
                "two_sentence_brief",
                "vcc_hanoi",
                "vnexpress_like",
                "vnpt_portal",
                "word_paste",
                "wordpress_theme");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_gives_the_text_that_a_person_would_copy(String page) {
        assertThat(score(page).f1()).as(text(page)).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void over_all_pages_hardly_a_word_is_missing_or_too_much() {
        double mean = pages().map(ArticlePagesTest::score)
                .mapToDouble(ShingleScore::f1)
                .average()
                .orElseThrow();
        assertThat(mean).isGreaterThanOrEqualTo(0.97);
    }

    private static ShingleScore score(String page) {
        return ShingleScore.of(text(page), Cases.bytesAsText("generic/articles/" + page + ".txt"));
    }

    private static String text(String page) {
        String html = Cases.bytesAsText("generic/articles/" + page + ".html");
        List<String> lines = new ArrayList<>();
        GenericArticle.read(Jsoup.parse(html, LOCATION.toString()), LOCATION).ifPresent(article -> {
            lines.add(article.lead());
            lines.addAll(article.paragraphs());
        });
        return String.join("\n", lines);
    }
}
