package vn.loa.config.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.loa.logging.Redactor;

/** Collects the mistakes in a file. What the file says is made fit to be shown: one line, no secrets. */
public final class ConfigProblems {
    private static final int LONGEST_SHOWN = 80;
    private static final Pattern USER_INFO = Pattern.compile("//\\S*@");

    /** The place of a mistake. */
    public record Place(String key, int line) {
        Place child(String name, int childLine) {
            return new Place(key.isEmpty() ? name : key + "." + name, childLine);
        }

        Place item(int index, int itemLine) {
            return new Place(key + "[" + index + "]", itemLine);
        }
    }

    private final String file;
    private final Redactor redactor = new Redactor();
    private final List<ConfigProblem> problems = new ArrayList<>();

    /** Collects the problems of this file. */
    public ConfigProblems(String file) {
        this.file = file;
    }

    void add(Place place, String what, String right) {
        problems.add(new ConfigProblem(file, place.line(), shown(place.key()), oneLine(what), oneLine(right)));
    }

    /** Returns the number of problems found so far. */
    public int count() {
        return problems.size();
    }

    /** Returns all mistakes in their order in the file; those without a place in it come last. */
    public List<ConfigProblem> inOrder() {
        return problems.stream()
                .sorted(Comparator.comparingInt(problem -> problem.line() == 0 ? Integer.MAX_VALUE : problem.line()))
                .toList();
    }

    /** Returns the text in quotes, as it may be shown. */
    String quoted(String text) {
        return '"' + shown(text) + '"';
    }

    private String shown(String text) {
        String masked = oneLine(USER_INFO.matcher(redactor.redact(text)).replaceAll("//***@"));
        boolean fits = masked.codePointCount(0, masked.length()) <= LONGEST_SHOWN;
        return fits ? masked : masked.substring(0, masked.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
    }

    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c)) {
                line.append(c == '\n' ? "\\n" : String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                line.appendCodePoint(c);
            }
        });
        return line.toString();
    }
}
