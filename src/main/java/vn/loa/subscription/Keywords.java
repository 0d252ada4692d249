package vn.loa.subscription;

import com.google.re2j.Pattern;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The cache of keyword patterns, each compiled once. May be asked from several threads. */
final class Keywords {
    private static final int REMEMBERED = 1_000;

    private final Map<String, Optional<Pattern>> compiled = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<Pattern>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Returns the pattern of a keyword's value; empty when it cannot be looked for. */
    synchronized Optional<Pattern> pattern(String value) {
        return compiled.computeIfAbsent(value, Keyword::compiled);
    }
}
