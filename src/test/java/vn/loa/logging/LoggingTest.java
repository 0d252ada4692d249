package vn.loa.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

@Isolated("the loggers belong to the whole process")
class LoggingTest {
    private static final String TOKEN = "987654321:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw8";
    private static final String CANARY = "canary/zalo+secret";

    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @EnumSource
    void no_secret_gets_out_whatever_part_of_an_event_holds_it(LogFormat format) {
        redactor.hide(CANARY);
        CapturedLog log = new CapturedLog(new Logging(format, Level.INFO, redactor, false));
        log.mdc.put("url", "https://x/?t=" + CANARY);

        log.logger("vn.loa.telegram.Poller").warn("message {} and {}", TOKEN, CANARY, failureOf(TOKEN));
        log.logger("org.telegram." + TOKEN).atError().addKeyValue("key", TOKEN).log(() -> "lazy " + CANARY);

        // JSON may write a slash as \\/.
        assertThat(log.text().replace("\\/", "/"))
                .contains("message 987654321:*** and ***")
                .contains("Request{method=POST, url=https://api.telegram.org/bot987654321:***/getUpdates}")
                .contains("reset by 987654321%3A***")
                .contains("suppressed 987654321:***")
                .contains("lazy ***")
                .doesNotContain("AAHdqTcv")
                .doesNotContain("canary");
    }

    /** As OkHttp and TelegramBots nest them: the request's URL, token and all, in the middle of the chain. */
    private static Exception failureOf(String token) {
        IOException reset = new IOException("reset by " + token.replace(":", "%3A"));
        reset.addSuppressed(new IOException("suppressed " + token));
        return new IllegalStateException(
                "update failed",
                new UncheckedIOException(new IOException(
                        "Request{method=POST, url=https://api.telegram.org/bot" + token + "/getUpdates}", reset)));
    }

    @Test
    void a_text_line_says_when_how_grave_who_and_what() {
        CapturedLog log = new CapturedLog(new Logging(LogFormat.TEXT, Level.INFO, redactor, false));
        log.mdc.put("source", "phuxuyen-vhxh");

        log.logger("vn.loa.watch.Watcher").info("{} new articles", 3);

        assertThat(log.lines())
                .singleElement()
                .asString()
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-]\\d\\d:\\d\\d INFO  \\[[^]]+] "
                        + "Watcher: 3 new articles \\{source=phuxuyen-vhxh}");
    }

    @Test
    void nobody_can_forge_a_line() {
        CapturedLog log = new CapturedLog(new Logging(LogFormat.TEXT, Level.INFO, redactor, false));

        log.logger("vn.loa.portal")
                .warn(
                        "title {}",
                        "Tin\r\n2026-01-01 ERROR forged\u001b[2J\u2028x",
                        new IOException("page\n2026-01-01 ERROR forged\u0007"));

        assertThat(log.lines().get(0)).endsWith("title Tin\\u000d\\n2026-01-01 ERROR forged\\u001b[2J\\u2028x");
        assertThat(log.lines().subList(1, 3))
                .containsExactly("    java.io.IOException: page", "    2026-01-01 ERROR forged\\u0007");
        assertThat(log.lines().stream().skip(1)).allMatch(line -> line.startsWith("    "));
    }

    @Test
    void a_json_event_is_one_line_that_parses() throws Exception {
        CapturedLog log = new CapturedLog(new Logging(LogFormat.JSON, Level.INFO, redactor, false));
        redactor.hide("se\"cret\\");

        log.logger("vn.loa.watch").info("Tiêu đề \"{}\"\n{}", "có nháy", "se\"cret\\", new IOException("a\nb"));

        assertThat(log.lines()).hasSize(1);
        JsonNode event = new ObjectMapper().readTree(log.text());
        assertThat(event.path("level").asText()).isEqualTo("INFO");
        assertThat(event.path("logger").asText()).isEqualTo("vn.loa.watch");
        assertThat(event.path("message").asText()).isEqualTo("Tiêu đề \"có nháy\"\n***");
        assertThat(event.path("stack").asText()).startsWith("java.io.IOException: a\nb\n\tat vn.loa");
        assertThat(Instant.parse(event.path("time").asText())).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void a_json_event_has_source_chat_and_bot_as_fields_of_their_own() throws Exception {
        CapturedLog log = new CapturedLog(new Logging(LogFormat.JSON, Level.INFO, redactor, false));
        log.mdc.put("source", "px");
        log.mdc.put("level", "forged");

        log.logger("vn.loa.watch").atWarn().addKeyValue("chat", "-100").log("x");

        JsonNode event = new ObjectMapper().readTree(log.text());
        assertThat(event.path("source").asText()).isEqualTo("px");
        assertThat(event.path("chat").asText()).isEqualTo("-100");
        assertThat(event.path("level").asText()).isEqualTo("WARN");
        assertThat(event.has("stack")).isFalse();
    }

    @Test
    void a_secret_that_is_part_of_the_format_does_not_break_it() throws Exception {
        redactor.hide("message");
        redactor.hide("\",\"level\":\"INFO");
        CapturedLog log = new CapturedLog(new Logging(LogFormat.JSON, Level.INFO, redactor, false));

        log.logger("vn.loa.watch").info("the message");

        assertThat(new ObjectMapper().readTree(log.text()).path("message").asText())
                .isEqualTo("the ***");
    }

    @Test
    void in_the_journal_each_line_begins_with_its_priority() {
        CapturedLog log = new CapturedLog(new Logging(LogFormat.TEXT, Level.DEBUG, redactor, true));

        log.logger("vn.loa.watch").debug("d");
        log.logger("vn.loa.watch").info("i");
        log.logger("vn.loa.watch").warn("w");
        log.logger("vn.loa.watch").error("e", new IOException("x"));

        assertThat(log.lines().subList(0, 4))
                .extracting(line -> line.substring(0, 3))
                .containsExactly("<7>", "<6>", "<4>", "<3>");
        assertThat(log.lines().stream().skip(4)).isNotEmpty().allMatch(line -> line.startsWith("<3>    "));
    }

    @Test
    void standard_error_is_the_journal_only_when_systemd_says_so_of_this_very_stream() {
        assertThat(JournalEncoder.isJournal(null)).isFalse();
        assertThat(JournalEncoder.isJournal("8:1")).isFalse();
    }

    @Test
    void an_appender_that_is_replaced_leaves_standard_error_open() throws Exception {
        OutputStream error = new StandardError();
        error.close();
        error.write(new byte[0]);
        LoggerContext context = new LoggerContext();
        Logging logging = new Logging(LogFormat.TEXT, Level.INFO, redactor, false);
        logging.attach(context, Logging.toStandardError());
        logging.attach(context, Logging.toStandardError());
        assertThat(new FileOutputStream(FileDescriptor.err).getFD().valid()).isTrue();
    }

    @Test
    void what_libraries_print_becomes_an_event_a_line() {
        CapturedLog log = new CapturedLog(new Logging(LogFormat.JSON, Level.INFO, redactor, false));
        PrintStream printed = LoggedLines.to(log.logger("stderr"));

        printed.print("Cảnh báo: ");
        printed.println("một");
        printed.printf("hai%nba");

        assertThat(log.lines()).hasSize(2);
        assertThat(log.text()).contains("\"message\":\"Cảnh báo: một\"", "\"message\":\"hai\"");
    }

    @Test
    void libraries_speak_only_from_warnings_on() {
        CapturedLog log = new CapturedLog(new Logging(LogFormat.TEXT, Level.DEBUG, redactor, false));

        log.logger("vn.loa.watch.Watcher").debug("ours");
        log.logger("org.quartz.core").info("chatter");
        log.logger("com.zaxxer.hikari").warn("pool is full");

        assertThat(log.lines()).hasSize(2);
        assertThat(log.text()).contains("ours").contains("pool is full").doesNotContain("chatter");
    }

    @Test
    void before_the_configuration_is_read_and_in_tests_only_warnings_are_written() {
        assertThat(LoggerFactory.getLogger("vn.loa.anything").isInfoEnabled()).isFalse();

        new Logging(LogFormat.TEXT, Level.DEBUG, redactor, false).start();

        assertThat(LoggerFactory.getLogger("vn.loa.anything").isInfoEnabled()).isFalse();
        assertThat(LoggerFactory.getLogger("vn.loa.anything").isWarnEnabled()).isTrue();
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        assertThat(context.getLogger("ROOT").getAppender("stderr")).isNotNull();
    }
}
