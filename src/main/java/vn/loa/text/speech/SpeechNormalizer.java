package vn.loa.text.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.text.PlainText;

/**
 * Writes Vietnamese text out as an announcer reads it: {@code 16 giờ 30} as {@code mười sáu giờ ba mươi}. Names and
 * whatever is not understood stay untouched. Takes time proportional to the text's length.
 */
public final class SpeechNormalizer {
    /** A number in words and its brackets; UTF-16 units. */
    private static final int LONGEST_NUMBER = 120;

    /** Joins two forms of a kind. */
    private static final Set<String> LINKS = Set.of(" ", ",", "và", "hoặc", "hay");

    private final List<SpeechRule> ofDigits = new ArrayList<>();
    private final List<SpeechRule> ofLetters = new ArrayList<>();
    private final List<SpeechRule> ofSigns = new ArrayList<>();

    private final SpokenUnits units = SpokenUnits.standard();

    private SpeechNormalizer() {
        AbbreviationTable abbreviations = AbbreviationTable.standard();
        ofDigits.addAll(SpokenNetworkAddresses.rules());
        ofDigits.add(SpokenTelephones.code());
        ofDigits.addAll(SpokenTelephones.rules());
        ofDigits.addAll(SpokenDocumentSigns.rules());
        ofDigits.addAll(SpokenTimes.rules());
        ofDigits.addAll(SpokenNewspaperDates.rules());
        ofDigits.addAll(SpokenDates.rules());
        SpokenQuantities quantities = new SpokenQuantities(units);
        ofDigits.addAll(quantities.rules());
        ofLetters.addAll(SpokenNetworkAddresses.rules());
        ofLetters.add(SpokenTelephones.code());
        ofLetters.add(SpokenTelephones.vessel());
        ofLetters.add(quantities.money());
        ofLetters.addAll(SpokenRomanNumerals.rules());
        ofLetters.addAll(units.bare());
        ofLetters.addAll(new SpokenAbbreviations(abbreviations).rules());
        ofSigns.addAll(SpokenTelephones.rules());
        ofSigns.add(quantities.money());
        ofSigns.addAll(new SpokenSymbols(units, abbreviations).rules());
    }

    /** Makes the reader with the shipped lists of abbreviations and units. */
    public static SpeechNormalizer standard() {
        return new SpeechNormalizer();
    }

    /** Returns the text as it is read aloud, each line for itself. */
    public String normalize(String text) {
        return text.lines().map(line -> new Line(PlainText.tidy(line)).spoken()).collect(Collectors.joining("\n"));
    }

    /** One line on its way from left to right. */
    private final class Line {
        private final String text;
        private final StringBuilder spoken = new StringBuilder();
        private SpeechContext.Kind last = SpeechContext.Kind.TEXT;
        private boolean apart;
        private int at;

        Line(String text) {
            this.text = text;
        }

        String spoken() {
            while (at < text.length()) {
                if (!isSaidAgain() && !said()) {
                    copy();
                }
            }
            return PlainText.tidy(spoken.toString());
        }

        /** Passes over a number in words behind the same number: {@code 02 (hai) người}. */
        private boolean isSaidAgain() {
            if (last != SpeechContext.Kind.NUMBER || text.charAt(at) != '(') {
                return false;
            }
            String ahead = text.substring(at + 1, Math.min(text.length(), at + LONGEST_NUMBER));
            int close = ahead.indexOf(')');
            String again = ahead.substring(0, Math.max(close, 0)).strip().toLowerCase(Locale.ROOT);
            if (again.isEmpty() || !endsIn(again)) {
                return false;
            }
            spoken.setLength(spoken.length() - (endsInBlank() ? 1 : 0));
            at += close + 2;
            return true;
        }

        private boolean endsIn(String words) {
            String end = spoken.substring(Math.max(0, spoken.length() - LONGEST_NUMBER))
                    .stripTrailing();
            return (" " + end).endsWith(" " + words);
        }

        private boolean said() {
            SpeechContext context = new SpeechContext(text, at, last);
            for (SpeechRule rule : rules(text.codePointAt(at))) {
                Optional<SpeechRule.Spoken> said = rule.read(context);
                if (said.isPresent()) {
                    say(said.get());
                    sayUnit();
                    return true;
                }
            }
            return false;
        }

        private List<SpeechRule> rules(int first) {
            if (Character.isDigit(first)) {
                return ofDigits;
            }
            return Character.isLetter(first) ? ofLetters : ofSigns;
        }

        private void say(SpeechRule.Spoken said) {
            String words = said.words();
            if (!words.isEmpty() && Character.isLetter(words.codePointAt(0)) && endsInWord()) {
                spoken.append(' ');
            }
            if (words.isEmpty() && endsInBlank()) {
                spoken.setLength(spoken.length() - 1);
            }
            spoken.append(words);
            apart = !words.isEmpty();
            last = said.kind();
            at = said.end();
        }

        private boolean endsInBlank() {
            return !spoken.isEmpty() && spoken.charAt(spoken.length() - 1) == ' ';
        }

        /** A unit belongs to the number before it. */
        private void sayUnit() {
            if (last == SpeechContext.Kind.NUMBER && at < text.length()) {
                units.after(text, at).ifPresent(unit -> say(new SpeechRule.Spoken(unit.words(), unit.end(), last)));
            }
        }

        private boolean endsInWord() {
            return !spoken.isEmpty() && Character.isLetterOrDigit(spoken.charAt(spoken.length() - 1));
        }

        /** Copies a run of letters, or one sign. */
        private void copy() {
            int end = at + Character.charCount(text.codePointAt(at));
            boolean word = Character.isLetterOrDigit(text.codePointAt(at));
            if (word && apart && endsInWord()) {
                spoken.append(' ');
            }
            while (word && end < text.length() && continues(text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            spoken.append(text, at, end);
            apart = false;
            last = LINKS.contains(text.substring(at, end)) ? last : SpeechContext.Kind.TEXT;
            at = end;
        }

        private boolean continues(int codePoint) {
            return Character.isLetter(codePoint) || Character.getType(codePoint) == Character.NON_SPACING_MARK;
        }
    }
}
