package vn.loa.config.value;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses and formats sizes as people write them: {@code 512KiB}, {@code 5MiB}. */
final class ByteSize {
    static final String HOW_TO = "write a whole number with B, KiB, MiB or GiB, such as 512KiB or 5MiB";

    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB");
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(B|KiB|MiB|GiB)");

    private ByteSize() {}

    /**
     * Returns the size in bytes.
     *
     * @throws IllegalArgumentException when the text is not one
     */
    static long parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a size: " + text);
        }
        return Long.parseLong(parts.group(1)) << (10 * UNITS.indexOf(parts.group(2)));
    }

    /** Returns the size in the largest unit that gives a whole number. */
    static String format(long bytes) {
        int unit = 0;
        long number = bytes;
        while (number != 0 && number % 1024 == 0 && unit < UNITS.size() - 1) {
            number /= 1024;
            unit++;
        }
        return number + UNITS.get(unit);
    }
}
