package vn.loa.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.model.Article;
import vn.loa.model.ChatState;

/** Everybody reads what was announced to the groups of a unit, where the configuration wants it. */
class ArchiveTest {
    private static final String HOSTILE = "Tin <script>alert(1)</script> & \u0001 \"xã\"";

    @TempDir
    private Path folder;

    private PageHarness pages;
    private long commune;
    private long village;
    private long group;

    @BeforeEach
    void open() throws IOException {
        pages = new PageHarness(folder);
        commune = pages.unit("xã Phú Xuyên");
        village = pages.unit("thôn Thượng");
        group = pages.group(1, "Nhóm", ChatState.ACTIVE).id();
        pages.desk.storage.units().assign(group, OptionalLong.of(commune));
        Article told = pages.article(1, HOSTILE);
        pages.sent(told, group);
        pages.article(2, "Tin chưa gửi");
        long person = pages.desk.alone("1").chat().id();
        pages.desk.storage.units().assign(person, OptionalLong.of(village));
        pages.sent(pages.article(3, "Tin riêng"), person);
    }

    @AfterEach
    void close() {
        pages.close();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(pages.root.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void a_unit_has_a_page_of_what_its_groups_were_told_and_a_hostile_title_stays_text()
            throws IOException, InterruptedException {
        assertThat(Jsoup.parse(get("/tin").body()).select("main li a").eachText())
                .containsExactly("thôn Thượng", "xã Phú Xuyên");
        Document page = Jsoup.parse(get("/tin?unit=" + commune).body());
        assertThat(page.select("article h2").eachText()).hasSize(1);
        assertThat(page.selectFirst("article h2").text()).contains("<script>alert(1)</script>");
        assertThat(page.select("script")).isEmpty();
        assertThat(page.body().text()).doesNotContain("Tin chưa gửi", "Tin riêng");
        assertThat(get("/tin?unit=999").body()).contains("xã Phú Xuyên");
    }

    @Test
    void what_a_person_follows_in_private_is_nobodys_business() throws IOException, InterruptedException {
        assertThat(get("/tin?unit=" + village).body())
                .contains("Chưa có tin nào")
                .doesNotContain("Tin riêng");
    }

    @Test
    void feed_readers_get_rss_and_json() throws IOException, InterruptedException {
        HttpResponse<String> rss = get("/tin/rss?unit=" + commune);
        Document feed = Jsoup.parse(rss.body(), Parser.xmlParser());
        assertThat(rss.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/rss+xml");
        assertThat(feed.select("item > title").text()).isEqualTo("Tin <script>alert(1)</script> & \"xã\"");
        assertThat(feed.select("channel > link").text()).isEqualTo(pages.root + "/tin?unit=" + commune);
        assertThat(feed.select("item > pubDate").text()).endsWith("GMT");
        JsonNode json = new ObjectMapper()
                .readTree(get("/tin/feed.json?unit=" + commune).body());
        assertThat(json.path("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(json.path("items")).hasSize(1);
        assertThat(json.path("items").path(0).path("title").asText()).isEqualTo(HOSTILE);
        assertThat(get("/tin/rss?unit=999").statusCode()).isEqualTo(404);
        assertThat(get("/tin/rss").statusCode()).isEqualTo(404);
    }

    @Test
    void who_has_it_already_gets_no_body() throws IOException, InterruptedException {
        for (String path : new String[] {"/tin?unit=", "/tin/rss?unit=", "/tin/feed.json?unit="}) {
            HttpResponse<String> first = get(path + commune);
            String tag = first.headers().firstValue("ETag").orElseThrow();
            assertThat(first.headers().firstValue("Cache-Control")).contains("public, max-age=300");
            HttpResponse<String> again = get(path + commune, "If-None-Match", tag);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            pages.sent(pages.article(path.hashCode(), "Tin mới"), group);
            assertThat(get(path + commune, "If-None-Match", tag).statusCode()).isEqualTo(200);
        }
    }
}
