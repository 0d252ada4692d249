package vn.loa.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.CommandHarness;

/** An operator downloads a backup by a link that works once. */
class BackupRouteTest {
    @TempDir
    private Path folder;

    private PageHarness pages;

    @BeforeEach
    void open() throws IOException {
        pages = new PageHarness(folder);
    }

    @AfterEach
    void close() {
        pages.close();
    }

    private String link() {
        return pages.link("/saoluu");
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> press(String link) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(pages.root.resolve("/web/backup"))
                .POST(HttpRequest.BodyPublishers.ofString(link.replaceFirst(".*\\?", ""))));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void the_link_shows_a_button_which_sends_the_file_once() throws IOException, InterruptedException {
        String link = link();
        assertThat(text(send(HttpRequest.newBuilder(URI.create(link))))).contains("Tải bản sao lưu");
        assertThat(text(send(HttpRequest.newBuilder(URI.create(link))))).contains("Tải bản sao lưu");

        HttpResponse<byte[]> file = press(link);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"loa-[0-9-]+-v\\d+\\.db\"");
        try (var kept = Files.list(folder.resolve("backup"))) {
            Path backup = kept.filter(each -> each.toString().endsWith(".db"))
                    .findFirst()
                    .orElseThrow();
            assertThat(file.body()).isEqualTo(Files.readAllBytes(backup));
        }
        assertThat(text(file)).startsWith("SQLite format 3");
        assertThat(press(link).statusCode()).isEqualTo(403);
        assertThat(text(press(link))).contains("/saoluu");
        assertThat(CommandHarness.text(pages.desk.alone("1").says("/nhatky"))).contains("tải bản sao lưu");
    }

    @Test
    void the_link_ends_after_a_quarter_of_an_hour_and_with_the_file() throws IOException, InterruptedException {
        String late = link();
        pages.desk.now = CommandHarness.NOW.plus(Duration.ofMinutes(15));
        assertThat(press(late).statusCode()).isEqualTo(403);
        String lost = link();
        try (var kept = Files.list(folder.resolve("backup"))) {
            for (Path each : kept.toList()) {
                Files.delete(each);
            }
        }
        assertThat(press(lost).statusCode()).isEqualTo(403);
        assertThat(press("?token=guess").statusCode()).isEqualTo(403);
    }
}
