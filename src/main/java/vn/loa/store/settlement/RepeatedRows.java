package vn.loa.store.settlement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Lengthens lists to a few sizes, so that the statements which name each row are few too: each different one is parsed by
 * Jdbi and planned by the server.
 */
final class RepeatedRows {
    private RepeatedRows() {}

    /** Returns a list of the next power of two, which ends with repetitions of the last row; at least one is needed. */
    static <T> List<T> of(Collection<T> rows) {
        List<T> all = new ArrayList<>(rows);
        int size = Integer.highestOneBit(Math.max(1, 2 * all.size() - 1));
        all.addAll(Collections.nCopies(size - all.size(), all.get(all.size() - 1)));
        return all;
    }
}
