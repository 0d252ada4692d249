package vn.loa.command.role;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import vn.loa.model.PersonId;
import vn.loa.store.Database;
import vn.loa.store.SettingStore;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.chat.OperatorStore;

/**
 * Lets the person who started the program become the first operator, with a one-time code that only the terminal and
 * the log of the start show. The database keeps its digest.
 */
public final class OperatorClaim {
    private static final String SETTING = "operator-claim";
    private final Database database;
    private final SettingStore settings;
    private final OperatorStore operators;
    private final AuditStore audit;
    private final Roles roles;
    private final InstantSource clock;
    private volatile Runnable offer = () -> {};

    public OperatorClaim(
            Database database,
            SettingStore settings,
            OperatorStore operators,
            AuditStore audit,
            Roles roles,
            InstantSource clock) {
        this.database = database;
        this.settings = settings;
        this.operators = operators;
        this.audit = audit;
        this.roles = roles;
        this.clock = clock;
    }

    /** Issues a new code of 50 random bits while there is no operator; it replaces the one before. Empty otherwise. */
    public Optional<String> issue(RandomGenerator random) {
        if (!roles.operators().isEmpty()) {
            return Optional.empty();
        }
        OneTimeCode code = OneTimeCode.random(random);
        settings.set(SETTING, code.digest());
        return Optional.of(code.text());
    }

    /**
     * Issues a code while there is no operator, and another one whenever it was burned.
     *
     * @param show shows a code where only who runs the program sees it
     */
    public void offer(RandomGenerator random, Consumer<String> show) {
        offer = () -> issue(random).ifPresent(show);
        offer.run();
    }

    /** Makes a code void that others have seen, and shows a new one; returns false when it was not the code. */
    public boolean burn(String code) {
        boolean right =
                isOpen() && settings.remove(SETTING, OneTimeCode.typed(code).digest());
        if (right) {
            offer.run();
        }
        return right;
    }

    /** Tells whether a code was issued that nobody has used. */
    public boolean isOpen() {
        return roles.operators().isEmpty() && settings.get(SETTING).isPresent();
    }

    /** Makes the person an operator when the code is right and nobody has used it. */
    public boolean redeem(String code, PersonId person) {
        boolean redeemed = database.transaction(() -> {
            boolean right = roles.operators().isEmpty()
                    && settings.remove(SETTING, OneTimeCode.typed(code).digest());
            if (right) {
                operators.grant(person, "claim", clock.instant());
                audit.add(person.key(), "claim", person.key(), clock.instant());
            }
            return right;
        });
        if (redeemed) {
            roles.changed();
        }
        return redeemed;
    }
}
