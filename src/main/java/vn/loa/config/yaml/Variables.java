package vn.loa.config.yaml;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.config.value.Malformed;
import vn.loa.config.value.SecretFile;

/**
 * Substitutes environment variables in values: {@code ${NAME}} must be set, {@code ${NAME:default}} may be. An empty
 * variable counts as not set. When {@code NAME} is not set but {@code NAME_FILE} is, the content of that file is taken.
 * Two dollars before a brace stand for one of them as it is. What a variable holds is not looked at again.
 */
public final class Variables {
    private static final Pattern PLACE = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)}|\\$\\{");
    private static final Pattern REFERENCE = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(?::(.*))?", Pattern.DOTALL);
    private static final String HOW_TO = "write ${NAME} or ${NAME:default}, and $${ for a plain ${";

    private final Map<String, String> environment;

    /** Takes the variables of the environment, of which files may hold the values. */
    public Variables(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Returns the text with every variable replaced. */
    String fill(String text) throws Malformed {
        StringBuilder filled = new StringBuilder();
        Matcher place = PLACE.matcher(text);
        int done = 0;
        while (place.find()) {
            filled.append(text, done, place.start()).append(replacement(place));
            done = place.end();
        }
        return filled.append(text, done, text.length()).toString();
    }

    /** Returns whether the text is nothing but one variable, so that showing it gives nothing away. */
    static boolean isBareReference(String text) {
        return text.matches("\\$\\{[A-Za-z_][A-Za-z0-9_]*:?}");
    }

    private String replacement(Matcher place) throws Malformed {
        if (place.group().equals("$${")) {
            return "${";
        }
        if (place.group(1) == null) {
            throw new Malformed("has a ${ without a }", HOW_TO);
        }
        Matcher reference = REFERENCE.matcher(place.group(1));
        if (!reference.matches()) {
            throw new Malformed("has a ${} without a proper name in it", HOW_TO);
        }
        Optional<String> value = lookup(reference.group(1)).or(() -> Optional.ofNullable(reference.group(2)));
        return value.orElseThrow(() -> notSet(reference.group(1)));
    }

    private Optional<String> lookup(String name) throws Malformed {
        String value = environment.getOrDefault(name, "");
        String file = environment.getOrDefault(name + "_FILE", "");
        if (!value.isEmpty() || file.isEmpty()) {
            return value.isEmpty() ? Optional.empty() : Optional.of(value);
        }
        try {
            return Optional.of(SecretFile.read(file));
        } catch (Malformed e) {
            throw new Malformed("takes " + name + " from the file " + file + ", which " + e.getMessage(), e.right());
        }
    }

    private static Malformed notSet(String name) {
        return new Malformed(
                "needs the environment variable " + name + ", which is not set",
                "set " + name + " or " + name + "_FILE, or give a default: ${" + name + ":default}");
    }
}
