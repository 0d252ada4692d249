package vn.loa.text.privacy;

import java.util.ArrayList;
import java.util.List;

/** Finds e-mail addresses from their "@" outwards, so that a long text without one costs a single pass. */
final class EmailAddresses {
    private EmailAddresses() {}

    static List<PrivatePassage> in(String text) {
        List<PrivatePassage> found = new ArrayList<>();
        int behind = 0;
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', Math.max(behind, at + 1))) {
            int start = startBefore(text, at, behind);
            int end = endAfter(text, at);
            if (start < at && text.substring(at + 1, end).contains(".")) {
                found.add(new PrivatePassage(start, end, PrivacyKind.EMAIL));
            }
            behind = Math.max(end, at + 1);
        }
        return found;
    }

    private static int startBefore(String text, int at, int bound) {
        int start = at;
        while (start > bound && isPart(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** The stop that ends a sentence does not belong to the address. */
    private static int endAfter(String text, int at) {
        int end = at + 1;
        while (end < text.length() && isPart(text.charAt(end))) {
            end++;
        }
        while (end > at + 1 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || "._%+-".indexOf(c) >= 0;
    }
}
