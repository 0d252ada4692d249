package vn.loa.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.model.Cadence;
import vn.loa.model.Problem;
import vn.loa.model.Source;

/** Lists that name no days, whose pages do, and lists that are read for want of their system's markup. */
class UndatedListTest {
    private static final Instant START = Instant.parse("2026-11-29T03:00:00Z");
    private static final List<String> FIRST = List.of("ao-ca", "be-nuoc", "cau-go", "den-duong");

    @TempDir
    private Path folder;

    private final MockWebServer server = new MockWebServer();
    private final Map<String, String> pages = new HashMap<>();
    private volatile Instant now = START;
    private WatchRig rig;

    @BeforeEach
    void open() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                String page = pages.getOrDefault(request.getUrl().encodedPath(), "");
                if (page.startsWith("/")) {
                    return new MockResponse.Builder()
                            .code(302)
                            .addHeader("Location", page)
                            .build();
                }
                return new MockResponse.Builder()
                        .code(
                                !page.isEmpty()
                                        ? 200
                                        : request.getUrl().encodedPath().startsWith("/tin/") ? 500 : 404)
                        .addHeader("Content-Type", "text/html; charset=utf-8")
                        .body(page)
                        .build();
            }
        });
        server.start();
        rig = WatchRig.open(folder, Duration.ofDays(30), () -> now, alarm -> {});
    }

    @AfterEach
    void close() {
        rig.close();
        server.close();
    }

    private CheckReport check(String system, String list) {
        return check("/tin-tuc", system, list);
    }

    private CheckReport checkFront(String list) {
        return check("/", "", list);
    }

    private CheckReport check(String path, String system, String list) {
        pages.put(path, list);
        now = now.plus(Duration.ofHours(4));
        Source source = new Source(
                "a",
                "Tin xã",
                server.url(path).uri(),
                system,
                new Cadence.Every(Duration.ofHours(4)),
                Map.of(),
                Set.of());
        rig.storage().sources().syncConfigured(List.of(source));
        return rig.watcher().check(source);
    }

    private static String title(String name) {
        return "Thông báo của xã về việc sửa " + name.replace('-', ' ');
    }

    private void publish(String name, String day) {
        pages.put(
                "/tin/" + name,
                "<html><head><title>" + title(name) + "</title></head><body><h1>" + title(name)
                        + "</h1><span class=date>" + day + "</span><div class=content><p>Xã mời bà con đến nhà văn hóa"
                        + " nghe bàn việc sửa " + name + ", mỗi hộ một người, mang theo giấy bút để ghi ý kiến góp.</p>"
                        + "<p>Phương án đã dán ở bảng tin của thôn.</p></div></body></html>");
    }

    private static String list(List<String> names) {
        return names.stream()
                .map(name -> "<div class=item><h3><a href='/tin/" + name + "'>" + title(name) + "</a></h3></div>")
                .collect(Collectors.joining(
                        "", "<html><head><title>Tin tức</title></head><body><div class=list>", "</div></body></html>"));
    }

    private static List<String> with(List<String> above, List<String> below) {
        return Stream.concat(above.stream(), below.stream()).toList();
    }

    /** Returns the articles that were kept as news. */
    private Set<String> news() {
        return rig.storage().articles().cameLater("a", 100).stream()
                .map(key -> key.replaceFirst(".*/", ""))
                .collect(Collectors.toSet());
    }

    @Test
    void documents_of_earlier_days_on_top_of_a_list_are_all_news() {
        FIRST.forEach(name -> publish(name, "20/11/2026"));
        check("", list(FIRST));
        List<String> added = List.of("giay-to", "ho-so", "khai-sinh");
        added.forEach(name -> publish(name, "25/11/2026"));
        check("", list(with(added, FIRST)));
        assertThat(news()).containsExactlyInAnyOrderElementsOf(added);
    }

    @Test
    void an_earlier_day_is_news_also_when_it_was_read_after_what_came_on_top_of_it() {
        FIRST.forEach(name -> publish(name, "20/11/2026"));
        check("", list(FIRST));
        check("", list(with(List.of("giay-to"), FIRST)));
        assertThat(news()).isEmpty();
        publish("ho-so", "25/11/2026");
        check("", list(with(List.of("ho-so", "giay-to"), FIRST)));
        assertThat(news()).containsExactly("ho-so");
        publish("giay-to", "25/11/2026");
        check("", list(with(List.of("ho-so", "giay-to"), FIRST)));
        assertThat(news()).containsExactlyInAnyOrder("ho-so", "giay-to");
    }

    @Test
    void what_slides_in_below_and_is_older_than_the_first_look_is_no_news() {
        FIRST.forEach(name -> publish(name, "20/11/2026"));
        check("", list(FIRST));
        publish("giay-to", "29/11/2026");
        publish("ruong-lua", "10/11/2026");
        publish("so-do", "09/11/2026");
        check("", list(with(with(List.of("giay-to"), FIRST), List.of("ruong-lua", "so-do"))));
        assertThat(news()).containsExactly("giay-to");
    }

    /** Lists that the version before read keep the mark of its reading, or none. */
    private void upgrade() {
        rig.storage().settings().set("list-reading:a", "1");
    }

    @Test
    void what_a_new_version_reads_more_of_a_front_page_is_no_news_and_what_comes_later_is() {
        List<String> box = List.of("giay-to", "ho-so", "khai-sinh");
        List<String> slides = List.of("lang-nghe", "mo-da", "nha-kho");
        List<String> later = List.of("ong-nuoc", "pha-cu", "quan-an");
        with(with(FIRST, box), with(slides, later)).forEach(name -> publish(name, ""));
        checkFront(list(FIRST));
        upgrade();
        checkFront(list(with(with(slides, FIRST), box)));
        assertThat(news()).isEmpty();
        checkFront(list(with(with(slides, FIRST), with(later, box))));
        assertThat(news()).containsExactlyInAnyOrderElementsOf(later);
    }

    @Test
    void what_came_on_top_before_a_new_version_looks_is_news() {
        with(FIRST, List.of("giay-to", "ho-so")).forEach(name -> publish(name, ""));
        checkFront(list(FIRST));
        upgrade();
        checkFront(list(with(List.of("giay-to", "ho-so"), FIRST)));
        assertThat(news()).containsExactlyInAnyOrder("giay-to", "ho-so");
    }

    @Test
    void what_comes_below_a_pinned_item_before_a_new_version_looks_is_news() {
        with(FIRST, List.of("giay-to")).forEach(name -> publish(name, ""));
        checkFront(list(FIRST));
        upgrade();
        checkFront(list(List.of("ao-ca", "giay-to", "be-nuoc", "cau-go", "den-duong")));
        assertThat(news()).containsExactly("giay-to");
    }

    @Test
    void all_that_a_list_of_one_section_shows_below_a_pinned_item_is_news_at_an_upgrade() {
        List<String> added = List.of("giay-to", "ho-so", "khai-sinh");
        with(FIRST, added).forEach(name -> publish(name, ""));
        check("", list(FIRST));
        upgrade();
        check("", list(with(with(List.of("ao-ca"), added), List.of("be-nuoc", "cau-go", "den-duong"))));
        assertThat(news()).containsExactlyInAnyOrderElementsOf(added);
    }

    private static String feed(List<String> names) {
        return names.stream()
                .map(name -> "<item><guid isPermaLink='false'>so-" + name + "</guid><title>" + title(name)
                        + "</title><link>/tin/" + name + "</link></item>")
                .collect(Collectors.joining(
                        "",
                        "<?xml version='1.0'?><rss version='2.0'><channel><title>Tin tức</title>",
                        "</channel></rss>"));
    }

    @Test
    void a_feed_tells_all_that_is_new_at_an_upgrade() {
        List<String> added = List.of("giay-to", "ho-so", "khai-sinh");
        with(FIRST, added).forEach(name -> publish(name, ""));
        checkFront(feed(FIRST));
        upgrade();
        checkFront(feed(with(added, FIRST)));
        assertThat(news()).containsExactlyInAnyOrderElementsOf(added);
    }

    @Test
    void an_article_that_moved_into_what_a_new_version_reads_more_is_the_same_article() {
        List<String> box = List.of("giay-to", "be-moi", "khai-sinh");
        with(FIRST, box).forEach(name -> publish(name, ""));
        checkFront(list(FIRST));
        upgrade();
        pages.put("/tin/be-nuoc", "/tin/be-moi");
        checkFront(list(with(List.of("ao-ca", "cau-go", "den-duong"), box)));
        assertThat(rig.storage().articles().count("a")).isEqualTo(6);
    }

    private static String dnn(String content) {
        return "<html><head><title>Tin tức</title></head><body id=Body><form id=Form><input type=hidden"
                + " id=__dnnVariable name=__dnnVariable><div id=dnn_ContentPane><div class='DnnModule DnnModule-512'>"
                + content + "</div></div></form></body></html>";
    }

    private static String items(String folder, List<String> names) {
        return names.stream()
                .map(name -> "<div class=tin><a href='/" + folder + "/" + name + "'>" + title(name)
                        + "</a><span>28/11/2026</span></div>")
                .collect(Collectors.joining("", "<div id=dnn_ctr512_View>", "</div>"));
    }

    @Test
    void boxes_beside_a_module_that_shows_nothing_are_not_its_list() {
        CheckReport first = check("dnn", dnn(items("tin", FIRST)));
        assertThat(first.listed()).isEqualTo(4);
        CheckReport bare = check("dnn", dnn(items("van-ban", List.of("giay-to", "ho-so", "khai-sinh"))));
        assertThat(bare.problem()).map(Problem::kind).contains(Problem.Kind.NO_LIST);
        CheckReport more = check("dnn", dnn(items("tin", with(List.of("ruong-lua"), FIRST))));
        assertThat(more.problem()).map(Problem::kind).isNotEqualTo(Optional.of(Problem.Kind.NO_LIST));
        assertThat(more.listed()).isEqualTo(5);
    }
}
