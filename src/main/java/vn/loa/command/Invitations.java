package vn.loa.command;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import vn.loa.model.Chat;
import vn.loa.model.PersonId;
import vn.loa.store.AuditStore;
import vn.loa.store.ChatStore;
import vn.loa.store.Database;
import vn.loa.store.SettingStore;

/** One-time codes with which operators let chats in from afar. Only a code's digest is kept. */
final class Invitations {
    /** How long a code is good. */
    static final Duration GOOD_FOR = Duration.ofDays(7);

    private static final String PREFIX = "invitation:";

    private final Database database;
    private final SettingStore settings;
    private final ChatStore chats;
    private final AuditStore audit;
    private final InstantSource clock;

    Invitations(Database database, InstantSource clock) {
        this.database = database;
        this.settings = new SettingStore(database);
        this.chats = new ChatStore(database);
        this.audit = new AuditStore(database);
        this.clock = clock;
    }

    /** A new code, good for {@link #GOOD_FOR} and one chat. */
    String issue(RandomGenerator random, PersonId operator) {
        OneTimeCode code = OneTimeCode.random(random);
        Instant end = clock.instant().plus(GOOD_FOR);
        database.transaction(() -> {
            settings.set(PREFIX + code.digest(), Long.toString(end.toEpochMilli()));
            audit.add(operator.key(), "invite", "until " + end, clock.instant());
        });
        return code.text();
    }

    /** Lets a chat in when the code is right, still good, and nobody has used it. */
    boolean redeem(String typed, Chat chat, PersonId person) {
        String name = PREFIX + OneTimeCode.typed(typed).digest();
        return database.transaction(() -> {
            Optional<String> end = settings.get(name);
            boolean good = end.isPresent()
                    && settings.remove(name, end.get())
                    && clock.instant().isBefore(Instant.ofEpochMilli(Long.parseLong(end.get())));
            if (good) {
                chats.approve(chat.id());
                audit.add(person.key(), "invited", Long.toString(chat.id()), clock.instant());
            }
            return good;
        });
    }
}
