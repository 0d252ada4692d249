package vn.loa.command;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.loa.text.Folding;

/** The words that stand for commands, after a slash or as plain Vietnamese, with or without marks. */
final class Vocabulary {
    /** A word this close to a command's name, counted in edits, is offered back. */
    private static final int NEAR = 2;

    private final Map<String, Command> slashed = new LinkedHashMap<>();
    private final Map<String, Command> plain = new LinkedHashMap<>();

    Vocabulary(List<Command> commands) {
        for (Command command : commands) {
            slashed.put(command.name(), command);
            command.aliases().forEach(alias -> slashed.put(alias, command));
            command.plainWords().forEach(words -> plain.put(words, command));
        }
    }

    /**
     * A command and what was said after its name.
     *
     * @param command what was meant
     * @param arguments the rest as it was typed, trimmed
     */
    record Match(Command command, String arguments) {
        Match {
            Objects.requireNonNull(command);
            Objects.requireNonNull(arguments);
        }
    }

    Optional<Command> named(String name) {
        return Optional.ofNullable(slashed.get(name));
    }

    /** What was meant; plain words count only when the bot was addressed. */
    Optional<Match> match(String words, boolean addressed) {
        List<String> typed = List.of(words.strip().split("\\s+"));
        if (typed.get(0).startsWith("/")) {
            String name = Folding.fold(typed.get(0).substring(1));
            return named(name).map(command -> new Match(command, rest(words, 1)));
        }
        return addressed ? matchPlain(words, typed) : Optional.empty();
    }

    private Optional<Match> matchPlain(String words, List<String> typed) {
        String folded = Folding.fold(String.join(" ", typed));
        return plain.entrySet().stream()
                .filter(entry -> (folded + " ").startsWith(entry.getKey() + " "))
                .max(Comparator.comparing(entry -> entry.getKey().length()))
                .map(entry ->
                        new Match(entry.getValue(), rest(words, entry.getKey().split(" ").length)));
    }

    /** What was typed after so many words, its line breaks included. */
    private static String rest(String words, int from) {
        String rest = words.strip();
        for (int i = 0; i < from; i++) {
            rest = rest.replaceFirst("^\\S+\\s*", "");
        }
        return rest;
    }

    /** The command whose name the person most probably mistyped. */
    Optional<Command> nearest(String words) {
        String first = Folding.fold(words.strip().split("\\s+")[0].replaceFirst("^/", ""));
        return slashed.entrySet().stream()
                .filter(entry -> distance(first, entry.getKey())
                        <= Math.min(NEAR, entry.getKey().length() / 2))
                .min(Comparator.comparing(entry -> distance(first, entry.getKey())))
                .map(Map.Entry::getValue);
    }

    /** Levenshtein's distance, given up early for words whose lengths differ too much. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > NEAR) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
