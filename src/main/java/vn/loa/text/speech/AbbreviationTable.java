package vn.loa.text.speech;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The abbreviations of administration, as {@code speech/abbreviations.txt} lists them. */
final class AbbreviationTable {
    /** Signs of bodies and posts that are written together with what follows. */
    private static final List<String> HEADS = List.of(
            "UVBTV", "UVBCH", "UBKT", "UBBC", "BCĐ", "BQL", "BTV", "BTT", "BCH", "PCT", "CLB", "HTX", "CVP", "VP");

    /** The meanings of a head before purposes that begin with such words; elsewhere the letters stay. */
    private static final List<Joint> JOINTS = List.of(
            new Joint("BCH", "Ban Chỉ huy", List.of("phòng c", "phòng t", "tìm kiếm", "quân sự")),
            new Joint("BCH", "Ban Chấp hành", List.of("hội ", "đoàn ", "đảng ", "liên ", "công đoàn")),
            new Joint("PCT", "Phó Chủ tịch", List.of("hội ", "ủy ban", "liên ", "mặt trận", "công đoàn")));

    /** Letters; two may stand for anything. */
    private static final int LEAST_TAIL = 3;

    private static final int LEAST_JOINED = 4;

    private final Map<String, Abbreviation> byText;

    private AbbreviationTable(Map<String, Abbreviation> byText) {
        this.byText = Map.copyOf(byText);
    }

    /**
     * One abbreviation.
     *
     * @param words what it stands for
     * @param marks where it counts: {@code .} takes a full stop with it before a name; {@code n} only before a name or
     *     number; {@code p} only with a full stop before a name or number; {@code #} before digits, also without a
     *     blank
     * @param elsewhere what it stands for where it does not count; empty when nothing is known
     */
    record Abbreviation(String words, String marks, String elsewhere) {
        boolean has(char mark) {
            return marks.indexOf(mark) >= 0;
        }
    }

    /** A head, its words, and beginnings of the purposes before which it has them. */
    private record Joint(String head, String words, List<String> purposes) {}

    static AbbreviationTable standard() {
        Map<String, Abbreviation> byText = new HashMap<>();
        for (List<String> row : SpeechTable.read("abbreviations.txt")) {
            byText.put(
                    row.get(0),
                    new Abbreviation(row.get(1), row.size() > 2 ? row.get(2) : "", row.size() > 3 ? row.get(3) : ""));
        }
        return new AbbreviationTable(byText);
    }

    /** Returns a listed abbreviation, or one that is made of two: {@code BCĐCĐS}. */
    Optional<Abbreviation> find(String text) {
        Abbreviation listed = byText.get(text);
        if (listed != null || text.length() < LEAST_JOINED) {
            return Optional.ofNullable(listed);
        }
        if (text.contains(" & ") || text.contains(" và ")) {
            return Optional.ofNullable(byText.get(text.replace(" & ", "&").replace(" và ", "&")));
        }
        return Character.isUpperCase(text.charAt(0))
                ? unjoined(text).or(() -> composed(text)).or(() -> paired(text))
                : inSmall(text);
    }

    /** Letters as people type them in haste: {@code ubnd}. */
    private Optional<Abbreviation> inSmall(String text) {
        return text.chars().allMatch(Character::isLowerCase)
                ? Optional.ofNullable(byText.get(text.toUpperCase(Locale.ROOT)))
                        .filter(found -> found.marks().isEmpty())
                : Optional.empty();
    }

    /** One that is listed in one word: {@code CBCC-VC}. */
    private Optional<Abbreviation> unjoined(String text) {
        String word = text.replace("-", "").replace("&", "");
        return word.length() < text.length()
                        && word.length() >= LEAST_JOINED
                        && word.equals(word.toUpperCase(Locale.ROOT))
                ? Optional.ofNullable(byText.get(word))
                        .filter(found -> found.marks().isEmpty())
                : Optional.empty();
    }

    /** Two that are listed and joined by a hyphen: {@code PN-TE}. */
    private Optional<Abbreviation> paired(String text) {
        int hyphen = text.indexOf('-');
        Abbreviation first = byText.get(text.substring(0, Math.max(hyphen, 0)));
        Abbreviation second = byText.get(text.substring(hyphen + 1));
        return hyphen > 1
                        && first != null
                        && second != null
                        && first.marks().isEmpty()
                        && second.marks().isEmpty()
                ? Optional.of(new Abbreviation(first.words() + " - " + second.words(), "", ""))
                : Optional.empty();
    }

    /** A body's sign and what it is there for, when both are listed and count anywhere. */
    private Optional<Abbreviation> composed(String text) {
        return HEADS.stream()
                .filter(head -> text.startsWith(head) && text.length() - head.length() >= LEAST_TAIL)
                .flatMap(head -> joined(head, text.substring(head.length())).stream())
                .findFirst();
    }

    private Optional<Abbreviation> joined(String head, String tail) {
        Abbreviation body = byText.get(head);
        Abbreviation purpose = byText.get(tail);
        if (body == null || purpose == null || !purpose.marks().isEmpty()) {
            return Optional.empty();
        }
        return headed(head, body.words(), purpose.words())
                .map(words -> new Abbreviation(words + " " + purpose.words(), "", ""));
    }

    private static Optional<String> headed(String head, String words, String purpose) {
        if (JOINTS.stream().noneMatch(joint -> joint.head().equals(head))) {
            return Optional.of(words);
        }
        String lower = purpose.toLowerCase(Locale.ROOT);
        return JOINTS.stream()
                .filter(joint ->
                        joint.head().equals(head) && joint.purposes().stream().anyMatch(lower::startsWith))
                .map(Joint::words)
                .findFirst();
    }

    /** Tells whether an abbreviation only repeats in brackets the words that stand before it. */
    boolean repeats(String abbreviation, String lowerBefore) {
        return find(abbreviation)
                .filter(found -> lowerBefore.strip().endsWith(found.words().toLowerCase(Locale.ROOT)))
                .isPresent();
    }
}
