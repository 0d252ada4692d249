package vn.loa.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.loa.Cases;
import vn.loa.app.Settings;
import vn.loa.attachment.SampleDocuments;
import vn.loa.config.ConfigException;
import vn.loa.emulator.PortalEmulator;
import vn.loa.fetch.PastedAddress;
import vn.loa.model.Source;
import vn.loa.store.Database;

/** {@code loa probe}, as somebody at a terminal and as a program uses it. */
class ProbeCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final PortalEmulator portal = new PortalEmulator();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private Path config;

    @BeforeEach
    void start() throws IOException {
        config = Files.writeString(folder.resolve("loa.yaml"), "fetch: {pause: 0s}");
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    private int probe(String... arguments) {
        List<String> all = new ArrayList<>(List.of("probe", "--config", config.toString()));
        all.addAll(List.of(arguments));
        CommandLine line = Loa.commandLine();
        return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(all.toArray(String[]::new));
    }

    @Test
    void a_document_is_read_from_a_file_and_from_an_address() throws IOException {
        Path file = Files.writeString(folder.resolve("plan.pdf"), "Kế hoạch số 27/KH-MTTQ");
        assertThat(probe(file.toString())).isZero();
        assertThat(out.toString()).containsPattern("type +text").contains("Kế hoạch số 27/KH-MTTQ");
        portal.offer("/plan.pdf", Files.readAllBytes(file));
        String url = portal.listUrl().resolve("/plan.pdf").toString();
        assertThat(probe(url, "--allow-private-addresses", "--json")).isZero();
        assertThat(out.toString()).contains("\"text\" : \"Kế hoạch số 27/KH-MTTQ\"");
    }

    @Test
    void a_document_that_cannot_be_read_says_why() throws IOException {
        Path file = Files.write(folder.resolve("plan.pdf"), new byte[] {1, 0, 2});
        assertThat(probe(file.toString())).isEqualTo(1);
        assertThat(out.toString()).containsPattern("not read +UNKNOWN_TYPE");
    }

    @Test
    void a_picture_is_taken_for_a_document_by_its_content() throws IOException {
        Path bomb = new SampleDocuments(folder).pictureBomb(40_000, 25_000);
        Path file = Files.move(bomb, folder.resolve("trang-1"));
        assertThat(probe(file.toString())).isEqualTo(1);
        assertThat(out.toString()).containsPattern("not read +TOO_LARGE: .*40000 x 25000 pixels");
    }

    private int probeList(String... more) {
        portal.publish(1, "Tin một", "18/09/2023 | 16:00", "Sáng 18/9, Ủy ban MTTQ xã mở lớp tập huấn. Gọi 0912345678.")
                .publish(2, "Tin hai");
        List<String> all = new ArrayList<>(List.of(portal.listUrl().toString(), "--allow-private-addresses"));
        all.addAll(List.of(more));
        return probe(all.toArray(String[]::new));
    }

    private List<JsonNode> batch(String... lines) throws IOException {
        Path file = Files.write(folder.resolve("in.jsonl"), List.of(lines));
        probe("--batch", file.toString());
        List<JsonNode> answers = new ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            answers.add(JSON.readTree(line));
        }
        return answers;
    }

    private static String line(String url, String html, String portal) {
        return JSON.createObjectNode()
                .put("url", url)
                .put("html", html)
                .put("portal", portal)
                .toString();
    }

    @Test
    void beside_a_running_loa_it_takes_turns_with_it_and_alone_it_says_that_it_keeps_its_own_pace()
            throws IOException, ConfigException {
        Files.writeString(config, "{data: '" + folder.resolve("data") + "', fetch: {pause: 0s}}");
        probeList();
        assertThat(err.toString().lines()).containsExactly("no Loa runs here: this probe keeps a pace of its own");
        try (Database database = Settings.load(config).openDatabase(Instant.now())) {
            assertThat(probeList()).isZero();
            assertThat(err.toString().lines()).hasSize(1);
            int visits =
                    database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM host_visit WHERE visitor = ''")
                            .mapTo(Integer.class)
                            .one());
            assertThat(visits).isEqualTo(1);
        }
    }

    @Test
    void a_list_is_told_with_its_evidence_its_items_and_an_announcement() {
        assertThat(probeList()).isZero();
        assertThat(out.toString())
                .contains("robots.txt     allows it", "status         200", "charset        UTF-8")
                .contains("is             listing", "rules          hanoi62", "list.item", "items          2")
                .contains("  - Tin hai", "#lr:2, published")
                .contains("the first item's article", "the announcement", "Tin hai, toàn văn.");
    }

    @Test
    void a_page_without_a_list_leads_to_the_feed_it_names() {
        portal.answerListWith("<html><head><link rel=alternate type='application/rss+xml' href='/rss'></head></html>");
        portal.answerFeedWith("<rss><channel><title>Tin xã</title><item><title>Tin một</title>"
                + "<link>/van-hoa-xa-hoi/-/view_content/1-tin.html</link></item></channel></rss>");
        assertThat(probeList("--as-config")).isZero();
        assertThat(out.toString()).contains("name: 'Tin xã'", "/rss'", "portal: feed");
    }

    @Test
    void what_cannot_be_had_is_told_with_the_reason_and_exit_code_1() {
        portal.failWith(500);
        assertThat(probe(portal.listUrl().toString(), "--allow-private-addresses"))
                .isEqualTo(1);
        assertThat(out.toString()).contains("500");
    }

    @Test
    void addresses_that_are_not_public_are_refused_unless_allowed() {
        assertThat(probe(portal.listUrl().toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains("REFUSED: the address", "is not public")
                .doesNotContain("[reason=");
        assertThat(portal.requests()).isEmpty();
    }

    @Test
    void what_is_no_address_is_a_mistake_of_the_command_line() {
        assertThat(probe("ftp://x.vn/tin")).isEqualTo(2);
        assertThat(err.toString()).contains("not a web address: \"ftp://x.vn/tin\"");
        assertThat(probe("https://x.vn/", "--portal", "nuke")).isEqualTo(2);
        assertThat(err.toString()).contains("no such portal; known are ");
    }

    @Test
    void the_source_is_printed_as_configuration_that_loads() throws ConfigException {
        probeList("--as-config", "--ignore-robots");
        Settings settings = Settings.of("test", "access: open\nsources:\n" + out);
        Source source = settings.config().sources().get(0).source();
        assertThat(source.url()).isEqualTo(portal.listUrl());
        assertThat(source.portal()).isEqualTo("hanoi62");
        assertThat(source.options()).containsExactly(Source.Option.IGNORE_ROBOTS);
        assertThat(source.id()).endsWith("van-hoa-xa-hoi");
    }

    @Test
    void what_was_read_is_printed_as_json() throws IOException {
        probeList("--json");
        JsonNode told = JSON.readTree(out.toString());
        assertThat(told.path("kind").asText()).isEqualTo("listing");
        assertThat(told.path("items")).hasSize(2);
        assertThat(told.path("first").path("title").asText()).isEqualTo("Tin hai");
    }

    @Test
    void kept_pages_can_be_read_again_by_the_batch() throws IOException {
        Path kept = folder.resolve("kept");
        probeList("--save", kept.toString());
        assertThat(kept.resolve("list.html")).exists();
        assertThat(JSON.readTree(kept.resolve("article.json").toFile())
                        .path("title")
                        .asText())
                .isEqualTo("Tin hai");
        out.getBuffer().setLength(0);
        assertThat(probe("--batch", kept.resolve("pages.jsonl").toString())).isZero();
        assertThat(out.toString().lines()).hasSize(2);
    }

    @Test
    void a_batch_tells_of_an_article_all_that_was_read() throws IOException {
        String url = "http://phuxuyen.hanoi.gov.vn/van-hoa-xa-hoi/-/view_content/8125967-x.html?utm_source=zalo";
        JsonNode told = batch(line(url, Cases.bytesAsText("shared/pages/hanoi62_article.html"), ""))
                .get(0);
        assertThat(told.path("url").asText()).endsWith("8125967-x.html");
        assertThat(told.path("kind").asText()).isEqualTo("article");
        assertThat(told.path("key").asText()).isEqualTo("phuxuyen.hanoi.gov.vn#lr:8125967");
        assertThat(told.path("published").asText()).isEqualTo("2023-09-18T16:00+07:00");
        assertThat(told.path("precision").asText()).isEqualTo("minute");
        assertThat(told.path("paragraphs")).isNotEmpty();
        assertThat(told.path("summary").asText()).isNotEmpty();
        assertThat(told.path("problems")).isEmpty();
    }

    @Test
    void a_broken_line_of_a_batch_costs_no_other() throws IOException {
        String page = Cases.bytesAsText("shared/pages/vnpt_article.html");
        List<JsonNode> told = batch(
                "not json",
                line("", page, ""),
                "{\"url\": \"http://x.vn/1\"}",
                line("http://x.vn/2", page, "nosuch"),
                "",
                line("http://x.vn/a b|ằ-3.html", page, "vnpt"));
        assertThat(told).hasSize(5);
        assertThat(told.subList(0, 4)).allSatisfy(line -> {
            assertThat(line.path("kind").asText()).isEqualTo("nothing");
            assertThat(line.path("problems").get(0).asText()).isNotEmpty();
        });
        assertThat(told.get(4).path("kind").asText()).isEqualTo("article");
    }

    @Test
    void a_theme_that_hides_the_text_elsewhere_is_read_by_the_generic_reader() throws IOException {
        String text = "Sáng 18/9, Ủy ban MTTQ xã mở lớp tập huấn cho trưởng ban công tác Mặt trận các thôn. "
                + "Lớp học có 46 học viên, học trong hai ngày về giám sát cộng đồng và hòa giải ở cơ sở. "
                + "Phát biểu khai mạc, đại diện Ban Thường trực đề nghị học viên nghiên cứu kỹ tài liệu và vận dụng vào việc.";
        String page = "<html><head><meta name=generator content='WordPress 6'><title>Tập huấn</title></head><body>"
                + "<div class=entry-content><p>Đọc thêm</p></div><article><h1>Tập huấn công tác Mặt trận</h1><p>" + text
                + "</p><p>Kết thúc lớp học, các học viên trao đổi kinh nghiệm và nhận tài liệu mang về cơ sở.</p>"
                + "</article></body></html>";
        JsonNode told = batch(line("https://xa.vn/2023/09/tap-huan-cong-tac/", page, ""))
                .get(0);
        assertThat(told.path("rules").asText()).isEqualTo("generic");
        assertThat(told.path("paragraphs").get(0).asText()).startsWith("Sáng 18/9");
    }

    @Test
    void an_address_that_was_pasted_without_its_scheme_is_understood() {
        assertThat(PastedAddress.read(" mattran.hanoi.gov.vn/tin-tức "))
                .contains(URI.create("https://mattran.hanoi.gov.vn/tin-t%E1%BB%A9c"));
        assertThat(PastedAddress.read("javascript:alert(1)")).isEmpty();
        assertThat(PastedAddress.read("xin chào")).isEmpty();
    }
}
