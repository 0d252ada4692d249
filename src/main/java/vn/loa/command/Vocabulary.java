package vn.loa.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.text.Folding;
import vn.loa.text.PoliteWords;

/** Recognises commands by their words, after a slash or as plain Vietnamese, with or without marks. */
public final class Vocabulary {
    /** The length in letters from which one of a word's letters may be wrong; shorter words resemble too much else. */
    private static final int LONG_FOR_ONE = 5;

    private static final int LONG_FOR_TWO = 7;
    private static final Pattern GLUED_NUMBER = Pattern.compile("([a-zA-Z]{1,32})(\\d{1,9})");

    private final Map<String, Command> slashed = new LinkedHashMap<>();
    private final Map<String, Match> shortcuts = new HashMap<>();
    /** Plain phrases, the longest first. */
    private final List<Phrase> plain = new ArrayList<>();

    private record Phrase(List<String> words, Command command) {
        boolean stands(List<String> typed, int at) {
            return typed.size() >= at + words.size()
                    && typed.subList(at, at + words.size()).equals(words);
        }
    }

    /** Gathers the names by which the commands are called. */
    public Vocabulary(List<Command> commands) {
        for (Command command : commands) {
            slashed.put(command.name(), command);
            command.aliases().forEach(alias -> slashed.put(alias, command));
            command.shortcuts().forEach((typed, words) -> shortcuts.put(typed, new Match(command, words)));
            command.plainWords().forEach(words -> plain.add(new Phrase(List.of(words.split(" ")), command)));
        }
        plain.sort(
                Comparator.comparing((Phrase phrase) -> phrase.words().size()).reversed());
    }

    /**
     * Holds a command and the words after its name.
     *
     * @param arguments the rest as it was typed, trimmed
     */
    public record Match(Command command, String arguments) {
        public Match {
            Objects.requireNonNull(command);
            Objects.requireNonNull(arguments);
        }
    }

    /** Returns the command of exactly this name, without its slash. */
    public Optional<Command> named(String name) {
        return Optional.ofNullable(slashed.get(name));
    }

    /** Returns the command that was meant; plain words count only when the bot was addressed. */
    public Optional<Match> match(IncomingCommand said) {
        String words = said.words().strip();
        if (words.startsWith("/")) {
            return afterSlash(words);
        }
        return said.addressed() ? plain(words, said.kind().shared()) : Optional.empty();
    }

    /**
     * Returns the command after a slash. People write {@code /theo dõi} as they speak, so several words are tried
     * before one.
     */
    private Optional<Match> afterSlash(String words) {
        String unslashed = words.substring(1);
        List<String> typed = PoliteWords.words(unslashed);
        return plain.stream()
                .filter(phrase -> phrase.words().size() > 1 && phrase.stands(typed, 0))
                .findFirst()
                .map(phrase -> new Match(
                        phrase.command(), rest(unslashed, phrase.words().size())))
                .or(() -> named(typed.get(0)).map(command -> new Match(command, rest(unslashed, 1))))
                .or(() -> shortcut(typed, unslashed))
                .or(() -> withNumber(unslashed));
    }

    private Optional<Match> shortcut(List<String> typed, String unslashed) {
        for (int length = Math.min(2, typed.size()); length > 0; length--) {
            Match found = shortcuts.get(String.join(" ", typed.subList(0, length)));
            if (found != null) {
                String words = (found.arguments() + " " + rest(unslashed, length)).strip();
                return Optional.of(new Match(found.command(), words));
            }
        }
        return Optional.empty();
    }

    /** Returns the command when a number follows its name directly: {@code /tinmoi5}. */
    private Optional<Match> withNumber(String unslashed) {
        Matcher glued = GLUED_NUMBER.matcher(unslashed.strip());
        return glued.matches()
                ? named(glued.group(1).toLowerCase(Locale.ROOT)).map(command -> new Match(command, glued.group(2)))
                : Optional.empty();
    }

    /**
     * Returns the command that begins with plain words. Where others talk too, and for single words everywhere, a
     * sentence that merely begins like a command is none: all that follows must be politeness or something that the
     * command can take.
     */
    private Optional<Match> plain(String words, boolean shared) {
        List<String> typed = PoliteWords.words(words);
        for (int at = 0; at <= PoliteWords.before(words); at++) {
            for (Phrase phrase : plain) {
                if (phrase.stands(typed, at)) {
                    String rest = rest(words, at + phrase.words().size());
                    if (PoliteWords.only(rest)) {
                        return Optional.of(new Match(phrase.command(), ""));
                    }
                    if (!shared && phrase.words().size() > 1 || phrase.command().takes(rest)) {
                        return Optional.of(new Match(phrase.command(), rest));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the typed text after so many words, its line breaks included. */
    private static String rest(String words, int from) {
        String rest = words.strip();
        for (int i = 0; i < from; i++) {
            rest = rest.replaceFirst("^\\S+\\s*", "");
        }
        return rest;
    }

    /**
     * Returns the command whose name or plain words somebody most probably mistyped: after a slash the first words are
     * compared, without one all that was said.
     *
     * @param offered whether a command may be offered to the sender
     */
    public Optional<Command> nearest(String words, Predicate<Command> offered) {
        boolean slash = words.strip().startsWith("/");
        List<String> typed = PoliteWords.words(words);
        Command nearest = null;
        int least = Integer.MAX_VALUE;
        for (Map.Entry<String, Command> entry : slashed.entrySet()) {
            int distance = distance(List.of(entry.getKey()), typed, slash);
            if (distance < least && offered.test(entry.getValue())) {
                least = distance;
                nearest = entry.getValue();
            }
        }
        for (Phrase phrase : plain) {
            int distance = distance(phrase.words(), typed, slash);
            if (distance < least && offered.test(phrase.command())) {
                least = distance;
                nearest = phrase.command();
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Returns the distance between typed and listed words; the largest int when they are too far apart to be meant. */
    private static int distance(List<String> words, List<String> typed, boolean begins) {
        List<String> compared = begins && typed.size() > words.size() ? typed.subList(0, words.size()) : typed;
        int letters = String.join("", words).length();
        int allowed = letters >= LONG_FOR_TWO ? 2 : letters >= LONG_FOR_ONE ? 1 : 0;
        int distance = distance(String.join(" ", words), String.join(" ", compared), allowed);
        return distance <= allowed ? distance : Integer.MAX_VALUE;
    }

    /** Returns Levenshtein's distance, given up early for words whose lengths differ too much. */
    private static int distance(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
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

    /** Tells whether words are few enough to be a name or some keywords; a sentence is none. */
    public static boolean areFew(String words, int most) {
        String folded = Folding.fold(words);
        return folded.split("\\s+").length <= most && !folded.matches(".*[.?!;](\\s.*|$)");
    }
}
