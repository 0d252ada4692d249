package vn.loa.command.announce;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import vn.loa.store.delivery.Repetition;

/**
 * When a draft goes.
 *
 * @param at empty for at once
 * @param repeats how often it goes again; empty for once
 */
record SendPlan(Optional<Instant> at, Optional<Repetition> repeats) {
    SendPlan {
        Objects.requireNonNull(at);
        Objects.requireNonNull(repeats);
    }
}
