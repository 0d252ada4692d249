package vn.loa.config.yaml;

/**
 * A mistake in the configuration.
 *
 * @param file the file as the person named it
 * @param line where in the file, from 1; 0 when it stands nowhere in it
 * @param key which setting, for example {@code sources[2].every}; an empty string when it is the file itself
 * @param what the value as given, secrets masked, and what is wrong with it
 * @param right what would be right, an empty string when that is plain
 */
public record ConfigProblem(String file, int line, String key, String what, String right) {
    /** Returns one line for a person, for example {@code loa.yaml:7: access: "opne" is unknown; did you mean open?} */
    @Override
    public String toString() {
        String place = line > 0 ? file + ":" + line : file;
        String setting = key.isEmpty() ? "" : key + ": ";
        return place + ": " + setting + what + (right.isEmpty() ? "" : "; " + right);
    }
}
