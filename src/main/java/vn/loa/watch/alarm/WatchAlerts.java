package vn.loa.watch.alarm;

import java.util.Objects;
import vn.loa.phrases.Phrases;

/** The way to tell operators of trouble, and the words for it. */
public record WatchAlerts(OperatorAlert alarm, Phrases phrases) {
    public WatchAlerts {
        Objects.requireNonNull(alarm);
        Objects.requireNonNull(phrases);
    }
}
