package vn.loa.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.event.Level;
import vn.loa.config.value.Secret;
import vn.loa.logging.LogFormat;
import vn.loa.model.Access;
import vn.loa.model.Cadence;
import vn.loa.model.PersonId;
import vn.loa.model.QuietHours;
import vn.loa.model.Source;
import vn.loa.telegram.TelegramConfig;

class ConfigLoaderTest {
    @TempDir
    Path folder;

    private final Configs configs = new Configs();

    @Test
    void the_file_that_is_shipped_has_no_problem() throws Exception {
        LoaConfig config = configs.loader().load(Path.of("config/loa.yaml"));

        assertThat(config.sources())
                .extracting(source -> source.source().portal())
                .contains("hanoi62", "hanoi");
        assertThat(config.channels().of(TelegramConfig.SECTION).bots()).isEmpty();
        assertThat(config.access()).isEqualTo(Access.APPROVAL);
    }

    @Test
    void what_the_shipped_file_says_is_what_holds_without_it() throws Exception {
        LoaConfig shipped = configs.loader().load(Path.of("config/loa.yaml"));
        LoaConfig bare = configs.read("sources: []");

        assertThat(bare).usingRecursiveComparison().ignoringFields("sources").isEqualTo(shipped);
    }

    @Test
    void every_setting_is_read() throws Exception {
        LoaConfig config = configs.read("""
                time-zone: Asia/Bangkok
                data: /srv/loa
                telegram:
                  token: 123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw8
                  proxy: http://loa:p%40ss@proxy.vn:3128
                  pictures: true
                  rates: {bot-per-second: 1000, chat-per-second: 0, group-per-minute: 60}
                  poll-timeout: 50s
                access: invite
                operators: [telegram:123456789, zalo:a1b2]
                fetch:
                  user-agent: Loa test
                  allow-private-addresses: true
                  proxy: socks5://10.0.0.1:1080
                  pause: 100ms
                  timeouts: {connect: 1s, read: 2s, whole: 3s}
                  max-size: 1MiB
                  obey-robots: false
                delivery:
                  retry: {first: 1s, longest: 2m, give-up: 2d}
                  retention: 30d
                  quiet-hours: {from: 22:00, to: 5:30, mode: held}
                  digest-items: 7
                  second-approval: true
                log: {format: json, level: debug}
                """);

        assertThat(config.zone()).isEqualTo(ZoneId.of("Asia/Bangkok"));
        assertThat(config.data()).isEqualTo(Path.of("/srv/loa"));
        assertThat(config.channels().of(TelegramConfig.SECTION).rates())
                .isEqualTo(new TelegramConfig.Rates(1000, 0, 60));
        assertThat(config.channels().of(TelegramConfig.SECTION).pictures()).isTrue();
        assertThat(config.channels().of(TelegramConfig.SECTION).pollTimeout()).isEqualTo(Duration.ofSeconds(50));
        assertThat(config.channels()
                        .of(TelegramConfig.SECTION)
                        .proxy()
                        .orElseThrow()
                        .uri())
                .hasHost("proxy.vn")
                .hasPort(3128);
        assertThat(config.access()).isEqualTo(Access.INVITE);
        assertThat(config.operators())
                .containsExactly(PersonId.parse("telegram:123456789"), PersonId.parse("zalo:a1b2"));
        assertThat(config.fetch())
                .isEqualTo(new FetchConfig(
                        "Loa test",
                        true,
                        List.of(),
                        config.fetch().proxy(),
                        Duration.ofMillis(100),
                        new FetchConfig.Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3)),
                        1024 * 1024,
                        false));
        assertThat(config.fetch().proxy().orElseThrow().type()).isEqualTo(Proxy.Type.SOCKS);
        assertThat(config.delivery())
                .isEqualTo(new DeliveryConfig(
                        new DeliveryConfig.Retry(Duration.ofSeconds(1), Duration.ofMinutes(2), Duration.ofDays(2)),
                        Duration.ofDays(30),
                        new QuietHours(LocalTime.of(22, 0), LocalTime.of(5, 30), QuietHours.Mode.HELD),
                        7,
                        true));
        assertThat(config.log()).isEqualTo(new LogConfig(LogFormat.JSON, Level.DEBUG));
        assertThat(config.secrets())
                .containsExactly(new Secret("123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw8"), new Secret("p@ss"));
    }

    @Test
    void attachments_are_read_unless_it_is_said_otherwise() throws Exception {
        assertThat(configs.read("access: open").attachments())
                .isEqualTo(new AttachmentConfig(true, Optional.of("tesseract"), 20 << 20, false));
        assertThat(configs.read("attachments: {read: false, ocr: off, max-size: 5MiB, keep-files: true}")
                        .attachments())
                .isEqualTo(new AttachmentConfig(false, Optional.empty(), 5 << 20, true));
    }

    @Test
    void sources_are_ready_to_be_watched() throws Exception {
        LoaConfig config = configs.read("""
                sources:
                  - id: plain
                    url: https://phuxuyen.hanoi.gov.vn/tin-tức?a=1#top
                  - id: cron
                    name: Văn hóa - Xã hội
                    url: http://phuxuyen.hanoi.gov.vn/van-hoa-xa-hoi
                    portal: hanoi62
                    cron: 0 0/10 6-21 ? * MON-SAT
                    jitter: 30s
                    ignore-robots: true
                    legacy-tls: true
                  - id: own
                    url: https://x.vn/${SECTION:tin}
                    portal: custom
                    every: 1m
                    rules:
                      item: .tin
                      drop: [.quang-cao, "#${SECTION:footer}"]
                      article: {title: h1, paging: true, depth: 2, empty: }
                """);

        assertThat(config.sources())
                .extracting(SourceConfig::jitter)
                .containsExactly(Duration.ofMinutes(1), Duration.ofSeconds(30), Duration.ofSeconds(6));
        Source plain = config.sources().get(0).source();
        assertThat(plain.name()).isEqualTo("plain");
        assertThat(plain.url()).isEqualTo(URI.create("https://phuxuyen.hanoi.gov.vn/tin-t%E1%BB%A9c?a=1"));
        assertThat(plain.portal()).isEmpty();
        assertThat(plain.cadence()).isEqualTo(new Cadence.Every(Duration.ofMinutes(15)));
        assertThat(plain.options()).isEmpty();
        Source cron = config.sources().get(1).source();
        assertThat(cron.name()).isEqualTo("Văn hóa - Xã hội");
        assertThat(cron.cadence()).isEqualTo(new Cadence.Cron("0 0/10 6-21 ? * MON-SAT"));
        assertThat(cron.options()).containsExactlyInAnyOrder(Source.Option.values());
        assertThat(config.sources().get(2).source().rules())
                .isEqualTo(Map.of(
                        "item", ".tin",
                        "drop", List.of(".quang-cao", "#footer"),
                        "article", Map.of("title", "h1", "paging", "true", "depth", "2")));
    }

    @Test
    void an_environment_alone_is_enough_for_a_container() throws Exception {
        Path token = Files.writeString(folder.resolve("token"), "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw8\n");
        configs.with("LOA_TELEGRAM_TOKEN_FILE", token.toString())
                .with("LOA_LOG", "json")
                .with("LOA_DATA", "/var/lib/loa");

        LoaConfig config = configs.read("access: open");

        assertThat(config.channels().of(TelegramConfig.SECTION).bots())
                .containsEntry("main", new Secret("123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw8"));
        assertThat(config.log().format()).isEqualTo(LogFormat.JSON);
        assertThat(config.data()).isEqualTo(Path.of("/var/lib/loa"));
    }

    @Test
    void a_file_is_read_from_disk_with_or_without_a_byte_order_mark() throws Exception {
        Path file = Files.writeString(folder.resolve("loa.yaml"), "\uFEFFaccess: open\r\n");

        assertThat(configs.loader().load(file).access()).isEqualTo(Access.OPEN);
    }

    @Test
    void a_file_that_cannot_be_used_is_told() throws Exception {
        Path latin1 = Files.write(folder.resolve("latin1"), "access: mở".getBytes(StandardCharsets.UTF_16));
        Path large = Files.writeString(folder.resolve("large"), "#".repeat(1024 * 1024 + 1));

        assertUnusable(folder.resolve("none"), "there is no such file; give the path of a configuration file");
        assertUnusable(folder, "is a folder; give the path of a file Loa's user can read");
        assertUnusable(latin1, "is not text in UTF-8; save it as UTF-8");
        assertUnusable(large, "is larger than 1 MiB; give the path of a configuration file");
    }

    private void assertUnusable(Path file, String complaint) {
        assertThatThrownBy(() -> configs.loader().load(file))
                .isInstanceOf(ConfigException.class)
                .hasMessage(file + ": " + complaint);
    }

    @Test
    void backups_lie_beside_the_data_unless_a_folder_is_named() throws ConfigException {
        BackupConfig usual = new Configs().read("data: /srv/loa").backup();
        assertThat(usual).isEqualTo(new BackupConfig(Path.of("/srv/loa-backup"), 14, LocalTime.of(2, 30)));

        BackupConfig named = new Configs()
                .read("backup: {folder: /mnt/b, keep: 0, time: '23:05'}")
                .backup();
        assertThat(named).isEqualTo(new BackupConfig(Path.of("/mnt/b"), 0, LocalTime.of(23, 5)));

        assertThat(new Configs().complaints("backup: {keep: -1, time: noon}"))
                .hasSize(2)
                .anyMatch(line -> line.contains("backup.keep"))
                .anyMatch(line -> line.contains("backup.time"));
    }
}
