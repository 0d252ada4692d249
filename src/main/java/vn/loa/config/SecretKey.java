package vn.loa.config;

import java.util.Optional;
import vn.loa.config.value.Malformed;
import vn.loa.config.value.Secret;
import vn.loa.config.value.SecretFile;
import vn.loa.config.value.ValueType;
import vn.loa.config.yaml.Section;

/** Reads a secret that is written in the configuration, or in a file that the configuration names. */
final class SecretKey {
    private SecretKey() {}

    /**
     * Returns a secret that stands under a key or, by its file's path, under the key with {@code -file}; both is a
     * problem.
     *
     * @param otherwise read as if it were written when neither is given
     */
    static Optional<Secret> read(Section section, String key, String otherwise, ValueType<Secret> form) {
        Optional<Secret> fromFile = section.value(key + "-file", inFile(key, form));
        Optional<Secret> written = section.valueOr(key, fromFile.isPresent() ? "" : otherwise, form);
        if (written.isPresent() && fromFile.isPresent()) {
            section.problem(key + "-file", "is given besides " + key, "keep one of the two");
        }
        return written.or(() -> fromFile);
    }

    private static ValueType<Secret> inFile(String key, ValueType<Secret> form) {
        ValueType.Parser<Secret> parser = name -> {
            String text = SecretFile.read(name);
            try {
                return form.parser().parse(text);
            } catch (Malformed e) {
                throw new Malformed("holds what " + e.getMessage(), e.right());
            }
        };
        return new ValueType<>(parser, "write the path of a file that holds the " + key, false);
    }
}
