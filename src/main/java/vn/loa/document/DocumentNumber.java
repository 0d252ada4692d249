package vn.loa.document;

import java.util.Objects;
import java.util.Optional;
import vn.loa.text.Folding;

/**
 * The number of a document with its sign.
 *
 * @param text as it is written, without blanks: {@code 27/KH-MTTQ-BTT}, {@code 15/2026/QĐ-UBND}, {@code 12-KH/ĐU}; a
 *     number alone where no sign is told
 * @param digits the number
 * @param kindSign the part of the sign that stands where a kind stands, an empty string when there is none
 */
public record DocumentNumber(String text, String digits, String kindSign) {
    public DocumentNumber {
        Objects.requireNonNull(text);
        Objects.requireNonNull(digits);
        Objects.requireNonNull(kindSign);
    }

    /** Returns the number that a text consists of, as {@link #text()} writes it. */
    public static DocumentNumber parse(String text) {
        return NumberReader.at(text, 0)
                .filter(found -> found.end() == text.length())
                .map(NumberReader.Found::number)
                .orElseGet(() -> plain(text));
    }

    private static DocumentNumber plain(String text) {
        int end = 0;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        String sign = end < text.length() ? text.substring(end + 1) : "";
        int joint = sign.indexOf('-');
        return new DocumentNumber(text, text.substring(0, end), joint < 0 ? sign : sign.substring(0, joint));
    }

    /** Returns the kind that the sign tells; empty for letters, for the Party's TT (thông tri), and where it may as well be a body. */
    Optional<DocumentKind> kind() {
        return DocumentKind.ofSign(kindSign)
                .filter(kind -> !kind.isAlsoBody() || isTold(kind))
                .filter(kind -> kind != DocumentKind.CIRCULAR || !isParty());
    }

    /** {@code 12-TC/ĐU}, {@code 01/CĐ-TTg} and {@code 09/CĐ-UBND} name kinds; {@code 12/TC-KH} a department. */
    private boolean isTold(DocumentKind kind) {
        return isParty() || kind == DocumentKind.TELEGRAM && (text.endsWith("CĐ-TTg") || text.endsWith("CĐ-UBND"));
    }

    /** Returns whether it is written as the Party does, {@code 12-KH/ĐU}. */
    private boolean isParty() {
        return text.startsWith(digits + "-" + kindSign + "/");
    }

    /** Returns the kind that sign and heading tell together: the Party's QĐ stands for regulations too. */
    Optional<DocumentKind> kind(Optional<DocumentKind> heading) {
        boolean regulation = isParty() && kindSign.equals("QĐ") && heading.equals(Optional.of(DocumentKind.REGULATION));
        return regulation ? heading : kind().or(() -> heading);
    }

    /** Returns whether this is a letter's as the Party writes it, {@code 31-CV/ĐU}. */
    boolean isPartyLetter() {
        return text.startsWith(digits + "-CV/");
    }

    /** Returns whether the sign is more than a number. */
    public boolean isSigned() {
        return text.length() > digits.length();
    }

    /** Returns what two writings of one number have in common: folded letters and digits, no leading zeros. */
    public String key() {
        return keyOf(text);
    }

    /** Returns the same of a number as people write it, perhaps only its beginning. */
    public static String keyOf(String text) {
        String folded = Folding.fold(text);
        StringBuilder key = new StringBuilder();
        boolean leading = true;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            leading = leading && c == '0';
            if (!leading && Character.isLetterOrDigit(c)) {
                key.append(c);
            } else if (!leading && key.length() > 0 && key.charAt(key.length() - 1) != '-') {
                key.append('-');
            }
        }
        int end = key.length() > 0 && key.charAt(key.length() - 1) == '-' ? key.length() - 1 : key.length();
        return key.substring(0, end);
    }
}
