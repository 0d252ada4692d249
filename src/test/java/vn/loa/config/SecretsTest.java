package vn.loa.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.ShippedClasses;
import vn.loa.config.value.Secret;
import vn.loa.telegram.TelegramConfig;

class SecretsTest {
    private static final String TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw8";
    private static final String ADVICE = "write it as BotFather gives it: digits, a colon and 35 letters or digits";

    @TempDir
    Path folder;

    private final Configs configs = new Configs();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    hunter2canary                       | 13 characters, no colon
                    123456789:canary                    | 16 characters, 9 before and 6 after the colon
                    bot123456789:canaryCH1vGWJxfSeofSAs0K5PALDsaw8 | 46 characters, 12 before and 33 after the colon
                    "123456789: canaryCH1vGWJxfSeofSAs0K5PALDsa" | 42 characters, 9 before and 32 after the colon, blanks among them
                    """)
    void a_token_that_is_none_is_told_by_its_shape_only(String token, String shape) {
        assertThat(configs.complaints("telegram:\n  token: " + token))
                .containsExactly("loa.yaml:2: telegram.token: *** is not a bot token (" + shape + "); " + ADVICE);
    }

    @Test
    void a_token_from_the_environment_is_not_shown_either() {
        configs.with("LOA_TELEGRAM_TOKEN", "canary\r");

        assertThat(configs.complaints("telegram:\n  token: ${LOA_TELEGRAM_TOKEN:}"))
                .containsExactly("loa.yaml:2: telegram.token: \"${LOA_TELEGRAM_TOKEN:}\" is not a bot token "
                        + "(6 characters, no colon); " + ADVICE);
        assertThat(configs.complaints("telegram:\n  token: ${LOA_NONE:canary2}"))
                .containsExactly(
                        "loa.yaml:2: telegram.token: *** is not a bot token (7 characters, no colon); " + ADVICE);
    }

    @Test
    void a_test_server_may_have_tokens_of_any_shape() throws Exception {
        String yaml = "telegram: {api-url: \"http://127.0.0.1:9000/\", token: sampleToken}";

        assertThat(configs.read(yaml).channels().of(TelegramConfig.SECTION).bots())
                .containsValue(new Secret("sampleToken"));
        assertThat(configs.read(yaml).channels().of(TelegramConfig.SECTION).apiUrl())
                .hasToString("http://127.0.0.1:9000");
    }

    @Test
    void a_token_may_come_from_a_file_named_in_the_configuration() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), TOKEN + "\n");

        LoaConfig config = configs.read("telegram: {token-file: " + file + "}");

        assertThat(config.channels().of(TelegramConfig.SECTION).bots()).containsValue(new Secret(TOKEN));
    }

    @Test
    void a_token_file_that_is_wrong_is_named_and_what_is_in_it_is_not() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "canary");
        Path none = folder.resolve("none");

        assertThat(configs.complaints("telegram: {token-file: " + none + "}"))
                .containsExactly(
                        "loa.yaml:1: telegram.token-file: \"" + none + "\" does not exist; give the path of a file");
        assertThat(configs.complaints("telegram: {token-file: " + file + "}"))
                .containsExactly("loa.yaml:1: telegram.token-file: \"" + file
                        + "\" holds what is not a bot token (6 characters, no colon); " + ADVICE);
        configs.with("LOA_TELEGRAM_TOKEN_FILE", none.toString());
        assertThat(configs.complaints("access: open"))
                .containsExactly(
                        "loa.yaml:1: telegram.token: \"${LOA_TELEGRAM_TOKEN:}\" takes LOA_TELEGRAM_TOKEN from the file "
                                + none + ", which does not exist; give the path of a file");
    }

    @Test
    void two_tokens_are_one_too_many() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), TOKEN);

        assertThat(configs.complaints("telegram:\n  token: " + TOKEN + "\n  token-file: " + file))
                .containsExactly("loa.yaml:3: telegram.token-file: \"" + file
                        + "\" is given besides token; keep one of the two");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "access: " + TOKEN,
                TOKEN + ": x",
                "operators: [\"" + TOKEN + "\"]",
                "telegram: {api-url: \"https://api.telegram.org/bot" + TOKEN + "\"}",
                "telegram: {proxy: \"http://loa:AAHdqTcvCH1v@proxy\"}",
                "telegram: {proxy: \"http://loa:AAHd@qTcvCH1v@proxy\"}",
                "fetch: {proxy: \"socks5://loa:AAHdqTcvCH1v@proxy:1\"}",
                "sources: [{id: a, url: \"https://loa:AAHdqTcvCH1v@x.vn/\"}]",
                "telegram: {token: \"" + TOKEN + "\n",
                "telegram:\n  token: " + TOKEN + "\n access: open",
            })
    void a_secret_in_the_wrong_place_is_not_repeated(String yaml) {
        assertThat(configs.complaints(yaml))
                .isNotEmpty()
                .noneMatch(line -> line.contains("AAHd") || line.contains("qTcv"));
    }

    @Test
    void a_configuration_can_be_printed_without_its_secrets() throws Exception {
        LoaConfig config = configs.read("telegram: {token: \"" + TOKEN + "\", proxy: \"http://loa:canary@proxy:1\"}");

        assertThat(config.toString()).contains("***").doesNotContain("AAHd").doesNotContain("canary");
    }

    @Test
    void every_secret_of_a_channels_section_is_told_so_that_logs_can_leave_it_out() throws Exception {
        LoaConfig config = configs.read("""
                telegram: {token: "%1$s", bots: [{name: b, token: "%1$sb"}]}
                zalo:
                  token: canaryZalo
                  webhook: {url: "https://loa.example.vn", secret: canaryWebhook}
                  oa: {app-id: 12, app-secret: canaryApp, secret-key: canaryKey, refresh-token: canaryRefresh}
                web: {port: 8080}
                """.formatted(TOKEN));

        Set<Class<?>> channels = config.channels().all().map(Object::getClass).collect(Collectors.toSet());
        assertThat(channels).containsExactlyInAnyOrderElementsOf(ShippedClasses.fulfilling(ChannelConfig.class));
        List<Secret> held =
                config.channels().all().flatMap(SecretsTest::secretsIn).toList();
        assertThat(held).hasSize(7);
        assertThat(config.secrets()).containsAll(held);
    }

    /** Finds the secrets of a record, those of its parts included. */
    private static Stream<Secret> secretsIn(Object value) {
        if (value instanceof Secret secret) {
            return Stream.of(secret);
        }
        if (value instanceof Optional<?> optional) {
            return optional.stream().flatMap(SecretsTest::secretsIn);
        }
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().flatMap(SecretsTest::secretsIn);
        }
        return value instanceof Record each
                ? Stream.of(each.getClass().getRecordComponents())
                        .map(component -> part(each, component))
                        .flatMap(SecretsTest::secretsIn)
                : Stream.empty();
    }

    private static Object part(Record of, RecordComponent component) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void secrets_are_equal_when_their_words_are() {
        assertThat(new Secret("một")).isEqualTo(new Secret("một")).hasSameHashCodeAs(new Secret("một"));
        assertThat(new Secret("một")).isNotEqualTo(new Secret("hai")).isNotEqualTo("một");
    }

    @Test
    void a_database_on_a_server_has_its_password_beside_its_address() throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "canary\n");
        String url = "jdbc:postgresql://db.example.vn:5432/loa";
        LoaConfig config =
                configs.read("database: {url: '" + url + "', user: loa, password-file: '" + file + "', node: may-a}");
        assertThat(config.database())
                .contains(new DatabaseConfig(url, "loa", Optional.of(new Secret("canary")), Optional.of("may-a")));
        assertThat(config.secrets()).contains(new Secret("canary"));
        assertThat(config.toString()).doesNotContain("canary");
    }

    @Test
    void a_database_may_come_from_the_environment_alone_and_without_one_loa_keeps_its_own() throws Exception {
        assertThat(configs.read("access: open").database()).isEmpty();
        configs.with("LOA_DATABASE_URL", "jdbc:postgresql:///loa").with("LOA_DATABASE_PASSWORD", "canary");
        assertThat(configs.read("access: open").database().orElseThrow().password())
                .contains(new Secret("canary"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://loa:canary@db/loa",
                "jdbc:postgresql://db/loa?password=canary",
                "jdbc:postgresql://db/loa?ssl=true&PASSWORD=canary",
                "postgresql://canary/loa",
                "jdbc:mysql://canary/loa"
            })
    void an_address_of_a_database_that_is_none_or_holds_a_password_is_not_shown(String url) {
        assertThat(configs.complaints("database: {url: '" + url + "'}"))
                .singleElement()
                .asString()
                .startsWith("loa.yaml:1: database.url: *** ")
                .doesNotContain("canary");
    }
}
