package vn.loa.command.inquiry;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.store.inquiry.AnswerKind;
import vn.loa.store.inquiry.Inquiry;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;
import vn.loa.text.PoliteWords;

/**
 * Reads what people answer to a question: {@code Dạ thôn Thượng có 45 hộ ạ}, {@code 1.250}, {@code đã xong}, {@code 2}. What
 * may be two things is no answer. Pure.
 */
final class AnswerReader {
    /** The longest answer, in UTF-16 units. */
    static final int LONGEST = 300;

    private static final String UNIT =
            "(?iu:thôn|xóm|tổ dân phố|tdp|tổ|khu dân cư|kdc|khu phố|khu|ấp|bản|làng|buôn|chi hội"
                    + "|chi bộ|chi đoàn|xã|phường)";
    private static final String BETWEEN = "[\\s:,.–-]*(?:(?iu:có|được|là|đạt|báo cáo|đăng ký)(?!\\p{L})[\\s:,–-]*)?";
    private static final String CAPITAL = "\\p{Lu}\\p{L}{0,15}";
    /** A unit's kind, and its number, or its name in capitals. */
    private static final Pattern NAMED = Pattern.compile("^" + UNIT + "\\s+(?:(?iu:số\\s+)?\\d{1,3}(?!\\d)|" + CAPITAL
            + "(?:\\s+" + CAPITAL + "){0,3}(?:\\s+\\d{1,2}(?=\\s*:|\\s+\\p{L}+\\s+\\d))?)(?!\\p{L})");
    /** A name in small letters ends at a number or a colon. */
    private static final Pattern SMALL = Pattern.compile(
            "^" + UNIT + "\\s+(?:(?!(?iu:có|được|là|đạt)\\s)\\p{L}{1,15}\\s*){1,3}?(?=" + BETWEEN + "\\d|:)");
    /** Words after a unit's kind that are no name. */
    private static final Set<String> NO_NAME =
            Set.of("toi", "em", "minh", "ta", "chung toi", "chung em", "nha", "nay", "co", "duoc", "khong", "chua");

    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\d.,])(?:\\d{1,3}(?:[.]\\d{3}){1,3}|\\d{1,12}(?:,\\d{1,2})?)(?![.,]?\\d)");
    private static final Pattern BARE_NUMBER =
            Pattern.compile("^(?iu:có|được|là)?\\s*\\d[\\d.,]*\\s*(?:\\p{L}{1,10}(?:\\s+\\p{L}{1,10})?)?\\s*[.!]*$");
    private static final Pattern NONE = Pattern.compile("^khong(?: co)?(?: \\p{L}{1,10}){0,2}$");
    private static final Pattern DONE = Pattern.compile(
            "(?<!\\p{L})(?:xong|hoan thanh|hoan tat|da nop|da gui|da lam|da thuc hien|da trien khai|roi|done|ok)(?!\\p{L})");
    private static final Pattern NOT_YET = Pattern.compile("(?<!\\p{L})(?:chua|khong)(?!\\p{L})");
    private static final Pattern NEARLY = Pattern.compile("(?<!\\p{L})(?:gan|sap|dang|se|neu|mot phan)(?!\\p{L})");
    private static final Pattern CHOSEN = Pattern.compile("^(?:so |chon |phuong an )?(\\d{1,2})[.)]?$");
    /** Kinds of which a unit's name may be the answer itself. */
    private static final Set<AnswerKind> NAMES_UNITS = Set.of(AnswerKind.LINE, AnswerKind.CHOICE);

    private static final int FEW = 6;

    private AnswerReader() {}

    /**
     * An answer.
     *
     * @param answer in the form of the question's kind
     * @param unit the unit for which it was given, as it was written
     */
    record Given(String answer, Optional<String> unit) {
        Given {
            Objects.requireNonNull(answer);
            Objects.requireNonNull(unit);
        }
    }

    /** Reads an answer; empty when it is none, or not clear. */
    static Optional<Given> read(Inquiry inquiry, String words) {
        String said = tidy(words);
        if (said.isEmpty() || said.length() > LONGEST || said.endsWith("?")) {
            return Optional.empty();
        }
        Optional<String> unit = unit(said, inquiry.kind());
        String rest = unit.map(name -> said.substring(name.length()).replaceFirst("^" + BETWEEN, ""))
                .orElse(said);
        return answer(inquiry, rest)
                .or(() -> NAMES_UNITS.contains(inquiry.kind()) ? answer(inquiry, said) : Optional.empty())
                .map(value -> new Given(value, unit));
    }

    /** Tells whether words are so clearly an answer that they need not be said in reply to the question. */
    static boolean isPlain(Inquiry inquiry, String words) {
        String said = tidy(words);
        String rest = unit(said, inquiry.kind())
                .map(name -> said.substring(name.length()).replaceFirst("^" + BETWEEN, ""))
                .orElse(said);
        boolean few = said.split(" ").length <= FEW;
        return read(inquiry, words).isPresent()
                && switch (inquiry.kind()) {
                    case NUMBER -> BARE_NUMBER.matcher(rest).matches();
                    case DONE, CHOICE -> few;
                    case LINE -> false;
                };
    }

    /** Tells whether words that cannot be read were yet meant as an answer, so that it should be asked for again. */
    static boolean isAttempt(Inquiry inquiry, String words) {
        return inquiry.kind() == AnswerKind.NUMBER
                && words.chars().anyMatch(Character::isDigit)
                && !words.strip().endsWith("?");
    }

    private static String tidy(String words) {
        String tidy = PlainText.composed(words).strip().replaceAll("\\s+", " ");
        String[] parts = tidy.split(" ");
        int polite = PoliteWords.before(tidy);
        String said = String.join(" ", List.of(parts).subList(Math.min(polite, parts.length), parts.length));
        return said.replaceFirst("(?iu)^báo cáo[ :,]*", "")
                .replaceFirst("(?iu)(?:[ ,]+(?:ạ|nhé|nha|em|anh|chị|rồi ạ))+[.! ]*$", "");
    }

    private static Optional<String> unit(String said, AnswerKind kind) {
        Matcher named = NAMED.matcher(said);
        Matcher small = SMALL.matcher(said);
        if (named.find()) {
            return Optional.of(named.group());
        }
        return (kind == AnswerKind.NUMBER || said.contains(":")) && small.find()
                ? Optional.of(small.group().strip()).filter(AnswerReader::hasName)
                : Optional.empty();
    }

    private static boolean hasName(String unit) {
        String folded = Folding.fold(unit);
        return NO_NAME.stream().noneMatch(none -> folded.endsWith(" " + none));
    }

    private static Optional<String> answer(Inquiry inquiry, String rest) {
        return switch (inquiry.kind()) {
            case DONE -> done(Folding.fold(rest));
            case NUMBER -> number(rest);
            case LINE -> Optional.of(rest).filter(text -> !text.isBlank());
            case CHOICE -> choice(inquiry.choices(), rest);
        };
    }

    private static Optional<String> done(String folded) {
        if (NEARLY.matcher(folded).find()) {
            return Optional.empty();
        }
        if (NOT_YET.matcher(folded).find()) {
            return Optional.of(Inquiry.NOT_YET);
        }
        return DONE.matcher(folded).find() ? Optional.of(Inquiry.DONE) : Optional.empty();
    }

    /** Of several numbers none is known to be the one. */
    private static Optional<String> number(String rest) {
        if (NONE.matcher(Folding.fold(rest)).matches()) {
            return Optional.of("0");
        }
        List<String> found = new ArrayList<>();
        Matcher number = NUMBER.matcher(rest);
        while (number.find()) {
            found.add(number.group());
        }
        long groups =
                Pattern.compile("\\d+(?:[.,]\\d+)*").matcher(rest).results().count();
        return found.size() == 1 && groups == 1
                ? Optional.of(found.get(0).replace(".", "").replace(',', '.'))
                : Optional.empty();
    }

    private static Optional<String> choice(List<String> choices, String rest) {
        String folded = Folding.fold(rest);
        Optional<String> exact = choices.stream()
                .filter(each -> Folding.fold(each).equals(folded))
                .findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        Matcher chosen = CHOSEN.matcher(folded);
        if (chosen.matches()) {
            int place = Integer.parseInt(chosen.group(1));
            return place >= 1 && place <= choices.size() ? Optional.of(choices.get(place - 1)) : Optional.empty();
        }
        List<String> named = choices.stream()
                .filter(each -> (" " + folded + " ").contains(" " + Folding.fold(each) + " "))
                .toList();
        return named.size() == 1 && !NOT_YET.matcher(folded).find() ? Optional.of(named.get(0)) : Optional.empty();
    }
}
