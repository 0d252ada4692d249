package vn.loa.text.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import vn.loa.phrases.Phrases;

/**
 * Recognises what a public article says but a push message must not repeat: telephone numbers, bank accounts, numbers
 * of identity papers, e-mail addresses, and the names of children and of households in need. Loa links to the article
 * instead.
 *
 * <p>The recogniser leans to the safe side: a long row of digits that is not visibly a date, an amount or a span of
 * years counts as private whatever stands around it. Linear time; never throws.
 */
public final class PrivateData {
    /** What kind of private data it is. */
    public enum Kind {
        PHONE,
        ACCOUNT,
        /** CCCD, CMND, passport, tax code, social insurance. */
        IDENTITY,
        EMAIL,
        /** A child, or a person of a household in need. */
        NAME,
        /** A long row of digits of unknown purpose. */
        NUMBER
    }

    /**
     * A place in a text.
     *
     * @param start index of its first UTF-16 unit
     * @param end index after its last UTF-16 unit
     */
    public record Finding(int start, int end, Kind kind) {}

    /**
     * What to say in the place of private data, for instance "[số điện thoại xem trong bài]".
     *
     * @param phone for {@link Kind#PHONE}, and so on
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

        /** The masks of the phrase book. */
        public static Masks of(Phrases phrases) {
            return new Masks(
                    phrases.say("mask.phone"),
                    phrases.say("mask.account"),
                    phrases.say("mask.identity"),
                    phrases.say("mask.email"),
                    phrases.say("mask.name"),
                    phrases.say("mask.number"));
        }

        String of(Kind kind) {
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

    /** Whether the text holds anything private. */
    public static boolean isIn(String text) {
        return !findings(text).isEmpty();
    }

    /** Everything private in the text, in order and without overlaps. */
    public static List<Finding> findings(String text) {
        List<Finding> all = new ArrayList<>(PrivateNumbers.in(text));
        all.addAll(EmailAddresses.in(text));
        all.addAll(PrivateNames.in(text));
        all.sort(Comparator.comparingInt(Finding::start).thenComparing(Finding::end, Comparator.reverseOrder()));
        return withoutOverlaps(all);
    }

    private static List<Finding> withoutOverlaps(List<Finding> sorted) {
        List<Finding> apart = new ArrayList<>();
        int end = 0;
        for (Finding finding : sorted) {
            if (finding.start() >= end) {
                apart.add(finding);
                end = finding.end();
            }
        }
        return apart;
    }

    /** The text with a mask in the place of everything private. */
    public static String mask(String text, Masks masks) {
        StringBuilder masked = new StringBuilder();
        int from = 0;
        for (Finding finding : findings(text)) {
            masked.append(text, from, finding.start()).append(masks.of(finding.kind()));
            from = finding.end();
        }
        return masked.append(text, from, text.length()).toString();
    }
}
