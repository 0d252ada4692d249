package vn.loa.portal.rules;

/**
 * A mistake in portal rules.
 *
 * @param file the file, or what else the rules were given in
 * @param key the place in it, for example {@code list.item[0]}
 * @param value what stands there
 * @param advice what is wrong and what would be right
 */
public record RuleMistake(String file, String key, String value, String advice) {
    @Override
    public String toString() {
        return file + ": " + key + (value.isEmpty() ? "" : ": '" + value + "'") + ": " + advice;
    }
}
