package vn.loa.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.loa.config.value.Secret;
import vn.loa.config.value.ValueType;
import vn.loa.config.value.ValueTypes;
import vn.loa.config.yaml.Section;

/**
 * Reads the tokens of a platform's bots: {@code token} (or {@code token-file}) for the first, which is called
 * {@code main}, and {@code bots}, a list of names and tokens, for more.
 */
public final class BotTokens {
    private static final String MAIN = "main";

    private BotTokens() {}

    /**
     * Reads the tokens, by the bots' names.
     *
     * @param reserved names that no bot may have
     * @param variable the environment variable from which the first token comes when the section names none
     */
    public static Map<String, Secret> read(
            Section platform, String variable, Set<String> reserved, ValueType<Secret> form) {
        Map<String, Secret> tokens = new LinkedHashMap<>();
        SecretKey.read(platform, "token", "${" + variable + ":}", form).ifPresent(token -> tokens.put(MAIN, token));
        platform.sections("bots").forEach(bot -> read(bot, reserved, form, tokens));
        if (tokens.values().stream().distinct().count() < tokens.size()) {
            platform.problem("bots", "names one token twice", "give each bot a token of its own");
        }
        return tokens;
    }

    private static void read(Section bot, Set<String> reserved, ValueType<Secret> form, Map<String, Secret> tokens) {
        Optional<String> name = bot.required("name", ValueTypes.identifier());
        if (name.filter(reserved::contains).isPresent()) {
            bot.problem("name", "is the name of something else", "give the bot another name");
        }
        Optional<Secret> token =
                bot.has("token-file") ? SecretKey.read(bot, "token", "", form) : bot.required("token", form);
        if (name.isPresent() && token.isPresent() && tokens.putIfAbsent(name.get(), token.get()) != null) {
            bot.problem("name", "is the name of another bot", "give each bot a name of its own");
        }
    }
}
