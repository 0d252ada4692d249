package vn.loa.command;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import vn.loa.model.PersonId;
import vn.loa.store.AuditStore;
import vn.loa.store.Database;
import vn.loa.store.OperatorStore;
import vn.loa.store.SettingStore;

/**
 * How the first operator proves to be the one who started the program: with a one-time code that only the terminal
 * and the log of the start show. The database keeps its digest.
 */
public final class OperatorClaim {
    private static final String SETTING = "operator-claim";
    /** Without characters that look alike. */
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 10;

    private final Database database;
    private final SettingStore settings;
    private final OperatorStore operators;
    private final AuditStore audit;
    private final Roles roles;
    private final InstantSource clock;

    public OperatorClaim(Database database, Roles roles, InstantSource clock) {
        this.database = database;
        this.settings = new SettingStore(database);
        this.operators = new OperatorStore(database);
        this.audit = new AuditStore(database);
        this.roles = roles;
        this.clock = clock;
    }

    /** A new code of 50 random bits while there is no operator; it replaces the one before. Empty otherwise. */
    public Optional<String> issue(RandomGenerator random) {
        if (!roles.operators().isEmpty()) {
            return Optional.empty();
        }
        StringBuilder code = new StringBuilder();
        while (code.length() < LENGTH) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        settings.set(SETTING, digest(code.toString()));
        return Optional.of(code.toString());
    }

    /** Makes the person an operator when the code is right and nobody has used it. */
    boolean redeem(String code, PersonId person) {
        return database.transaction(() -> {
            boolean right = roles.operators().isEmpty() && settings.remove(SETTING, digest(code));
            if (right) {
                operators.grant(person, "claim", clock.instant());
                audit.add(person.key(), "claim", person.key(), clock.instant());
            }
            return right;
        });
    }

    private static String digest(String code) {
        try {
            byte[] bytes = code.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
