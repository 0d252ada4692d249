package vn.loa.text.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Spells numbers in Vietnamese words, by the northern standard of schools and broadcasting: {@code linh} for tens of
 * zero, {@code mươi mốt}, {@code mươi tư}, {@code mươi lăm}, {@code nghìn}, {@code tỷ}.
 */
final class SpokenNumbers {
    private static final List<String> DIGITS =
            List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");
    private static final List<String> SCALES = List.of("", " nghìn", " triệu");
    private static final long BILLION = 1_000_000_000L;
    /** Longer numbers are names (accounts, codes), and are said digit by digit. */
    private static final int MOST_DIGITS = 16;

    private static final int LONGEST_FRACTION = 3;

    private SpokenNumbers() {}

    /** Returns a whole number of digits in words; one of more than 16 digits digit by digit. */
    static String cardinal(String digits) {
        return digits.length() > MOST_DIGITS ? eachDigit(digits) : cardinal(Long.parseLong(digits));
    }

    /** Returns a number from 0 to 10^16 in words. */
    static String cardinal(long number) {
        if (number < BILLION) {
            return millions((int) number, false);
        }
        int rest = (int) (number % BILLION);
        String billions = cardinal(number / BILLION) + " tỷ";
        return rest == 0 ? billions : billions + " " + millions(rest, true);
    }

    /**
     * A number below a billion.
     *
     * @param follows whether greater groups stand before it, so that its first group has all three places
     */
    private static String millions(int number, boolean follows) {
        int[] groups = {number % 1000, number / 1000 % 1000, number / 1_000_000};
        List<String> words = new ArrayList<>();
        for (int scale = 2; scale >= 0; scale--) {
            if (groups[scale] > 0) {
                words.add(hundreds(groups[scale], follows || !words.isEmpty()) + SCALES.get(scale));
            }
        }
        return words.isEmpty() ? DIGITS.get(0) : String.join(" ", words);
    }

    private static String hundreds(int number, boolean follows) {
        int rest = number % 100;
        if (number < 100 && !follows) {
            return tens(rest);
        }
        String hundreds = DIGITS.get(number / 100) + " trăm";
        if (rest == 0) {
            return hundreds;
        }
        return hundreds + (rest < 10 ? " linh " : " ") + tens(rest);
    }

    private static String tens(int number) {
        int unit = number % 10;
        if (number < 10) {
            return DIGITS.get(unit);
        }
        if (number < 20) {
            return unit == 0 ? "mười" : "mười " + (unit == 5 ? "lăm" : DIGITS.get(unit));
        }
        String tens = DIGITS.get(number / 10) + " mươi";
        return unit == 0 ? tens : tens + " " + afterTens(unit);
    }

    private static String afterTens(int unit) {
        return switch (unit) {
            case 1 -> "mốt";
            case 4 -> "tư";
            case 5 -> "lăm";
            default -> DIGITS.get(unit);
        };
    }

    /** Returns each digit of a text in words, everything else left out: telephone numbers, codes. */
    static String eachDigit(String text) {
        return text.chars()
                .filter(Character::isDigit)
                .mapToObj(digit -> DIGITS.get(Character.digit(digit, 10)))
                .collect(Collectors.joining(" "));
    }

    /** Returns a fraction's digits after the comma: as a number when short, digit by digit when a zero leads. */
    static String fraction(String digits) {
        boolean long_ = digits.length() > LONGEST_FRACTION;
        return long_ || digits.startsWith("0") ? eachDigit(digits) : cardinal(digits);
    }

    /** Returns a number in the place of an order: {@code thứ nhất}, {@code thứ tư}. */
    static String ordinal(long number) {
        return number == 1 ? "nhất" : number == 4 ? "tư" : cardinal(number);
    }

    /** Returns a month's number: April has a name of its own. */
    static String month(int month) {
        return month == 4 ? "tư" : cardinal(month);
    }
}
