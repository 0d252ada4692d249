package vn.loa.watch;

import java.util.Objects;
import vn.loa.phrases.Phrases;

/** How operators are told of trouble, and in which words. */
public record WatchAlerts(OperatorAlert alarm, Phrases phrases) {
    public WatchAlerts {
        Objects.requireNonNull(alarm);
        Objects.requireNonNull(phrases);
    }
}
