package vn.loa.portal.generic.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptStateTest {
    private static final String TITLE = "Xã Thử Nghiệm ra quân trồng cây";
    private static final String TEXT =
            "Sáng 12/3, đoàn viên xã Thử Nghiệm ra quân trồng 500 cây xanh dọc tuyến đường mới mở.";

    private static Optional<ScriptState> of(String script) {
        String html = "<html><head><title>Xã Thử Nghiệm</title></head><body><div id='app'></div>" + script;
        return ScriptState.of(Jsoup.parse(html), TITLE::equals);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>window.__NUXT__={data:[{tin:{title:\"T\",content:\"<p>@</p>\",publishedAt:\"2026-03-12\"}}],serverRendered:!0}</script>",
                "<script>window.__INITIAL_STATE__={\"a\":{\"title\":\"T\",\"content\":\"<p>@</p>\",\"date\":\"2026-03-12\",},\"b\":undefined};(function(){}())</script>",
                "<script>window.__NUXT__=(function(a,b,c){return {data:[{tin:{title:a,content:b,createdAt:c,next:void 0}}]}}(\"T\",\"\\u003Cp>@\\u003C\\u002Fp>\",\"2026-03-12\"));</script>",
                "<script>__STATE__ = JSON.parse('{\"a\":{\"title\":\"T\",\"content\":\"<p>@</p>\",\"date\":\"2026-03-12\"}}')</script>",
                "<script type='application/json' id='__NUXT_DATA__'>[[\"Reactive\",1],{\"data\":2},{\"title\":3,\"content\":4,\"date\":5},\"T\",\"<p>@</p>\",\"2026-03-12\"]</script>",
                "<script id='__NEXT_DATA__' type='application/json'>{\"props\":{\"post\":{\"title\":\"T\",\"content\":\"<p>@</p>\",\"date\":\"2026-03-12\"}}}</script>",
                "<script>var appData = { post: { title: 'T', content: '<p>@</p>', date: '2026-03-12' } };</script>"
            })
    void the_article_of_a_state_is_found(String script) {
        ScriptState state = of(script.replace("'T'", "'" + TITLE + "'")
                        .replace("\"T\"", "\"" + TITLE + "\"")
                        .replace("@", TEXT))
                .orElseThrow();
        assertThat(state.title()).isEqualTo(TITLE);
        assertThat(state.html()).isEqualTo("<p>" + TEXT + "</p>");
        assertThat(state.dates()).containsExactly("2026-03-12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>window.__NUXT__=load({title:\"T\",content:\"@\"})</script>",
                "<script>window.__NUXT__={title:get(\"T\"),content:fetch()}</script>",
                "<script>window.__NUXT__={title:\"T\",content:\"@</script>",
                "<script>window.__NUXT__=(function(a){return {title:a,content:a}}</script>",
                "<script>window.__NUXT__=(function(){while(true){}}())</script>"
            })
    void what_only_a_program_could_tell_is_left_out(String script) {
        assertThat(of(script.replace("\"T\"", "\"" + TITLE + "\"").replace("@", TEXT)))
                .isEmpty();
    }

    @Test
    void a_state_with_two_articles_and_no_title_tells_of_none() {
        String two = "<script>window.__NUXT__={a:{title:\"Bài thứ nhất của xã\",content:\"" + TEXT
                + "\"},b:{title:\"Bài thứ hai của xã\",content:\"" + TEXT + "\"}}</script>";
        assertThat(of(two)).isEmpty();
    }

    @Test
    void large_and_deep_states_end() {
        String deep = "[".repeat(300_000);
        String many = "window.a={".repeat(100_000);
        String grown = "window.__NUXT__=(function(a){return {x:[" + "a,".repeat(100_000) + "a]}}(\""
                + "y".repeat(100_000) + "\"))";
        assertThat(of("<script>window.__NUXT__={a:" + deep + "}</script>")).isEmpty();
        assertThat(of("<script>" + many + "</script>")).isEmpty();
        assertThat(of("<script>" + grown + "</script>")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"paragraph\",\"children\":[{\"text\":\"Sáng \"},{\"text\":\"30/11\",\"bold\":true},{\"text\":\", UBND xã họp.\"}]}",
                "{\"type\":\"paragraph\",\"children\":[{\"text\":\"Sáng \"},{\"type\":\"a\",\"url\":\"/lich\",\"children\":[{\"text\":\"30/11\"}]},{\"text\":\", UBND xã họp.\"}]}",
                "{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"Sáng \"},{\"type\":\"mention\",\"text\":\"30/11\"},{\"type\":\"text\",\"text\":\", UBND xã họp.\"}]}",
                "{\"type\":\"p\",\"text\":\"Sáng 30/11, UBND xã họp.\"}",
                "{\"type\":\"paragraph\",\"data\":{\"text\":\"Sáng 30/11, UBND xã họp.\"}}",
                "{\"_type\":\"block\",\"children\":[{\"_type\":\"span\",\"text\":\"Sáng 30/11\"},{\"_type\":\"span\",\"text\":\", UBND xã họp.\"}]}"
            })
    void marks_and_links_do_not_break_the_line_of_an_editor(String block) {
        ScriptState state = of("<script>window.__STATE__={\"title\":\"" + TITLE + "\",\"content\":[" + block + ","
                        + block + "]}</script>")
                .orElseThrow();
        assertThat(Jsoup.parse(state.html()).select("p").eachText())
                .filteredOn(text -> !text.isEmpty())
                .containsExactly("Sáng 30/11, UBND xã họp.", "Sáng 30/11, UBND xã họp.");
    }

    @Test
    void a_break_in_the_line_of_an_editor_parts_words() {
        String block = "{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"Sáng: họp\"},{\"type\":"
                + "\"hardBreak\"},{\"type\":\"text\",\"text\":\"Chiều: tiếp dân\"}]}";
        ScriptState state = of("<script>window.__STATE__={\"title\":\"" + TITLE + "\",\"content\":[" + block
                        + "]}</script>")
                .orElseThrow();
        assertThat(state.html()).isEqualTo("<p>Sáng: họp<br>Chiều: tiếp dân</p>");
    }
}
