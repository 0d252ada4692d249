package vn.loa.text;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;

/**
 * Orders names as a Vietnamese dictionary does: by letters first, in which {@code đ} follows {@code d} and {@code ô}
 * follows {@code o}, and only then by tones. Databases order by their own locales, so names are ordered here.
 */
public final class VietnameseOrder implements Comparator<String> {
    private final Collator words = Collator.getInstance(new Locale("vi", "VN"));

    /** Makes an order for the use of one thread at a time. */
    public VietnameseOrder() {
        // Whatever the case.
        words.setStrength(Collator.SECONDARY);
    }

    /** Compares word by word, for Java's collator passes over blanks; what is alike so far, by its characters. */
    @Override
    public int compare(String one, String other) {
        String[] left = one.split(" ", -1);
        String[] right = other.split(" ", -1);
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            int order = words.compare(left[i], right[i]);
            if (order != 0) {
                return order;
            }
        }
        return left.length == right.length ? one.compareTo(other) : Integer.compare(left.length, right.length);
    }
}
