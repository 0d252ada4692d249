package vn.loa.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.loa.config.value.Secret;
import vn.loa.telegram.TelegramConfig;

/** Several bots on one platform. */
class BotTokensTest {
    private static final String LOCAL = "telegram: {api-url: http://127.0.0.1:1, ";

    @Test
    void each_bot_has_a_name_and_a_token_of_its_own() throws ConfigException {
        LoaConfig config =
                new Configs().read(LOCAL + "token: a, bots: [{name: xa-a, token: b}, {name: xa-b, token: c}]}");
        assertThat(config.channels().of(TelegramConfig.SECTION).bots())
                .containsOnlyKeys("main", "xa-a", "xa-b")
                .containsEntry("xa-b", new Secret("c"));
        assertThat(config.secrets()).contains(new Secret("b"), new Secret("c"));
    }

    @Test
    void a_name_or_a_token_twice_or_missing_is_told_and_no_token_is_shown() {
        assertThat(new Configs()
                        .complaints(LOCAL + "token: geheim1, bots: [{name: main, token: geheim2}, {token: geheim3},"
                                + " {name: xa-c, token: geheim1}, {name: xa-d}]}"))
                .anyMatch(told -> told.contains("is the name of another bot"))
                .anyMatch(told -> told.contains("bots[1].name") && told.contains("is missing"))
                .anyMatch(told -> told.contains("names one token twice"))
                .anyMatch(told -> told.contains("bots[3].token") && told.contains("is missing"))
                .noneMatch(told -> told.contains("geheim"));
    }
}
