package vn.loa.zalo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds what getMe says of a bot (facts of Zalo, 1.5).
 *
 * @param displayName as people see it; the documentation leaves it out, live bots tell it
 * @param accountName the name in its addresses, {@code bot.xxxxxxxx}
 */
record ZaloProfile(String displayName, String accountName) {
    private static final String INVITE = "https://bot.zaloplatforms.com/groups/invite/";

    ZaloProfile {
        Objects.requireNonNull(displayName);
        Objects.requireNonNull(accountName);
    }

    /** Reads an answer of getMe. */
    static ZaloProfile read(JsonNode me) {
        return new ZaloProfile(
                me.path("display_name").asText().strip(),
                me.path("account_name").asText().strip());
    }

    /** The names by which the bot is mentioned; none when Zalo tells none. */
    List<String> names() {
        return Stream.of(displayName, accountName)
                .filter(name -> !name.isBlank())
                .toList();
    }

    /** The address that opens "add this bot to a group"; empty when its account name is not known. */
    Optional<URI> groupInvitation() {
        return accountName.isBlank()
                ? Optional.empty()
                : Optional.of(URI.create(INVITE + URLEncoder.encode(accountName, StandardCharsets.UTF_8)));
    }
}
