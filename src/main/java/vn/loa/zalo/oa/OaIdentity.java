package vn.loa.zalo.oa;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Optional;

/**
 * Represents who an Official Account is.
 *
 * @param id its number at Zalo
 * @param name as people see it; empty when Zalo does not tell
 */
public record OaIdentity(String id, String name) {
    private static final int LONGEST_NAME = 100;

    public OaIdentity {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
    }

    /** Reads the answer to the question for the account; empty when it is none. */
    static Optional<OaIdentity> of(OaHttp.Ending ending) {
        if (!OaErrors.succeeded(ending)) {
            return Optional.empty();
        }
        JsonNode data = ((OaHttp.Ending.Answered) ending).body().path("data");
        String name = data.path("name").asText().strip().replaceAll("\\p{Cntrl}", " ");
        return number(data.path("oa_id").asText())
                .map(id -> new OaIdentity(id, name.substring(0, Math.min(LONGEST_NAME, name.length()))));
    }

    /** Returns a text that has the form of an account's number. */
    static Optional<String> number(String text) {
        return Optional.of(text.strip()).filter(id -> id.matches("\\d{1,30}"));
    }
}
