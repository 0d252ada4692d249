package vn.loa.web;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A sign of life that health is judged by. Everybody who can reach the server reads it: no secrets.
 *
 * @param name what lives, for example {@code zalo/oa}
 * @param last when it last finished a round; empty when it never did
 * @param problem what is wrong, an empty string when nothing is
 */
public record WebVital(String name, Optional<Instant> last, String problem) {
    public WebVital {
        Objects.requireNonNull(name);
        Objects.requireNonNull(last);
        Objects.requireNonNull(problem);
    }

    boolean well() {
        return problem.isEmpty();
    }
}
