package vn.loa.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the tokens of a platform's bots: {@code token} (or {@code token-file}) for the first, which is called
 * {@code main}, and {@code bots}, a list of names and tokens, for more.
 */
final class BotTokens {
    private static final String MAIN = "main";

    private BotTokens() {}

    /**
     * Reads the tokens, by the bots' names.
     *
     * @param reserved names that no bot may have
     * @param variable the environment variable from which the first token comes when the section names none
     */
    static Map<String, Secret> read(Section platform, String variable, Set<String> reserved, ValueType<Secret> form) {
        Map<String, Secret> tokens = new LinkedHashMap<>();
        one(platform, "${" + variable + ":}", form).ifPresent(token -> tokens.put(MAIN, token));
        for (Section bot : platform.sections("bots")) {
            Optional<String> name = bot.required("name", ValueTypes.identifier());
            if (name.filter(reserved::contains).isPresent()) {
                bot.problem("name", "is the name of something else", "give the bot another name");
            }
            Optional<Secret> token = bot.has("token-file") ? one(bot, "", form) : bot.required("token", form);
            if (name.isPresent() && token.isPresent() && tokens.putIfAbsent(name.get(), token.get()) != null) {
                bot.problem("name", "is the name of another bot", "give each bot a name of its own");
            }
        }
        if (tokens.values().stream().distinct().count() < tokens.size()) {
            platform.problem("bots", "names one token twice", "give each bot a token of its own");
        }
        return tokens;
    }

    private static Optional<Secret> one(Section section, String otherwise, ValueType<Secret> form) {
        Optional<Secret> fromFile = section.value("token-file", inFile(form));
        Optional<Secret> written = section.valueOr("token", fromFile.isPresent() ? "" : otherwise, form);
        if (written.isPresent() && fromFile.isPresent()) {
            section.problem("token-file", "is given besides token", "keep one of the two");
        }
        return written.or(() -> fromFile);
    }

    private static ValueType<Secret> inFile(ValueType<Secret> form) {
        ValueType.Parser<Secret> parser = name -> {
            String text = SecretFile.read(name);
            try {
                return form.parser().parse(text);
            } catch (Malformed e) {
                throw new Malformed("holds what " + e.getMessage(), e.right());
            }
        };
        return new ValueType<>(parser, "write the path of a file that holds the token", false);
    }
}
