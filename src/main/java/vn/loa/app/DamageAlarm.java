package vn.loa.app;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.OutgoingMessage;
import vn.loa.phrases.Phrases;
import vn.loa.store.Database;
import vn.loa.store.DatabaseFolder;
import vn.loa.store.file.Backups;

/**
 * Tells operators once that the database is damaged. Nothing can be read from it by then and the ledger may take
 * nothing, so it remembers whom to tell, and tells them through the bots themselves.
 */
final class DamageAlarm implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(DamageAlarm.class);

    private final Database database;
    private final DatabaseFolder folder;
    private final Supplier<List<Chat>> operators;
    private final BiPredicate<ChatAddress, OutgoingMessage> bots;
    private final Phrases phrases;
    private final Set<ChatAddress> told = ConcurrentHashMap.newKeySet();
    private boolean logged;
    private volatile List<ChatAddress> remembered = List.of();

    /**
     * Makes an alarm.
     *
     * @param operators reads the private chats of operators
     * @param bots says something in a chat at once; false when it was not said
     */
    DamageAlarm(
            Database database,
            DatabaseFolder folder,
            Supplier<List<Chat>> operators,
            BiPredicate<ChatAddress, OutgoingMessage> bots,
            Phrases phrases) {
        this.database = database;
        this.folder = folder;
        this.operators = operators;
        this.bots = bots;
        this.phrases = phrases;
    }

    @Override
    public void run() {
        if (database.damage().isEmpty()) {
            remember();
        }
        if (!database.damage().isEmpty()) {
            problem().ifPresent(this::log);
            remembered.stream().filter(chat -> !told.contains(chat)).forEach(this::tell);
        }
    }

    private void log(String problem) {
        if (!logged) {
            logged = true;
            log.error("{}", problem);
        }
    }

    private void remember() {
        try {
            remembered = operators.get().stream().map(Chat::address).toList();
        } catch (RuntimeException e) {
            log.warn("the chats of operators could not be read: {}", e.getMessage());
        }
    }

    private void tell(ChatAddress chat) {
        Optional<String> file =
                folder.backups().latest().map(each -> each.file().toString());
        String cure = file.map(each -> phrases.say("database.restore", each))
                .orElseGet(() -> phrases.say("database.no-backup"));
        String text = phrases.say("database.damaged", folder.file(), database.damage(), cure);
        try {
            if (bots.test(chat, OutgoingMessage.plain(text))) {
                told.add(chat);
            }
        } catch (RuntimeException e) {
            log.warn("{} could not be told of the damage: {}", chat, e.getMessage());
        }
    }

    /** Returns the damage with file, last backup and command; empty while there is none. */
    Optional<String> problem() {
        return Optional.of(database.damage())
                .filter(damage -> !damage.isEmpty())
                .map(damage -> folder.file() + " is damaged: " + damage + "; "
                        + Backups.restoring(folder.backups().latest()));
    }
}
