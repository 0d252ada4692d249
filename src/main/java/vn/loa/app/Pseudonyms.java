package vn.loa.app;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.function.Supplier;

/** Makes pseudonyms for people whose data are erased. */
final class Pseudonyms {
    private static final int BITS = 96;
    private static final int RADIX = 36;

    private Pseudonyms() {}

    /** Returns a source of texts that say nothing of whom they stand for. */
    static Supplier<String> random() {
        SecureRandom random = new SecureRandom();
        return () -> new BigInteger(BITS, random).toString(RADIX);
    }
}
