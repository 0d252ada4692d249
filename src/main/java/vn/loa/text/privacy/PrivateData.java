package vn.loa.text.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import vn.loa.phrases.Phrases;

/**
 * Finds and masks the personal data that a public article may name but a push message must not repeat: telephone
 * numbers, bank accounts, numbers of identity papers, e-mail addresses, and the names of children and of households in
 * need. Loa links to the article instead.
 *
 * <p>The recogniser leans to the safe side: a long row of digits that is not visibly a date, an amount or a span of
 * years counts as private whatever stands around it. Linear time; never throws.
 */
public final class PrivateData {
    /** A regular expression, in small letters, of the word for suspects where it does not tell whom a plan is for. */
    public static final String SUSPECT =
            "đối tượng(?! (?:bảo trợ|chính sách|thụ hưởng|hưởng|áp dụng|tham gia|tham dự|dự thi|dự tuyển"
                    + "|được (?:hỗ trợ|hưởng|mời|vay|cấp|miễn|giảm|tặng|thăm|chi trả)|tuyển|ưu tiên|nộp|vay|học|phục vụ|mời|thăm)(?!\\p{L}))";

    /**
     * The texts that replace private data, for instance "[số điện thoại xem trong bài]".
     *
     * @param phone for {@link PrivacyKind#PHONE}, and so on
     */
    public record Masks(String phone, String account, String identity, String email, String name, String number) {
        public Masks {
            Objects.requireNonNull(phone);
            Objects.requireNonNull(account);
            Objects.requireNonNull(identity);
            Objects.requireNonNull(email);
            Objects.requireNonNull(name);
            Objects.requireNonNull(number);
        }

        /** Returns the masks of the phrase book. */
        public static Masks of(Phrases phrases) {
            return new Masks(
                    phrases.say("mask.phone"),
                    phrases.say("mask.account"),
                    phrases.say("mask.identity"),
                    phrases.say("mask.email"),
                    phrases.say("mask.name"),
                    phrases.say("mask.number"));
        }

        String of(PrivacyKind kind) {
            return switch (kind) {
                case PHONE -> phone;
                case ACCOUNT -> account;
                case IDENTITY -> identity;
                case EMAIL -> email;
                case NAME -> name;
                case NUMBER -> number;
            };
        }
    }

    private PrivateData() {}

    /** Returns whether the text holds anything private. */
    public static boolean isIn(String text) {
        return !findings(text).isEmpty();
    }

    /** Returns everything private in the text, in order and without overlaps. */
    public static List<PrivatePassage> findings(String text) {
        List<PrivatePassage> all = new ArrayList<>(PrivateNumbers.in(text));
        all.addAll(EmailAddresses.in(text));
        all.addAll(PrivateNames.in(text));
        all.sort(Comparator.comparingInt(PrivatePassage::start)
                .thenComparing(PrivatePassage::end, Comparator.reverseOrder()));
        return withoutOverlaps(all);
    }

    private static List<PrivatePassage> withoutOverlaps(List<PrivatePassage> sorted) {
        List<PrivatePassage> apart = new ArrayList<>();
        int end = 0;
        for (PrivatePassage finding : sorted) {
            if (finding.start() >= end) {
                apart.add(finding);
                end = finding.end();
            }
        }
        return apart;
    }

    /** Returns the text with a mask in the place of everything private. */
    public static String mask(String text, Masks masks) {
        StringBuilder masked = new StringBuilder();
        int from = 0;
        for (PrivatePassage finding : findings(text)) {
            masked.append(text, from, finding.start()).append(masks.of(finding.kind()));
            from = finding.end();
        }
        return masked.append(text, from, text.length()).toString();
    }
}
