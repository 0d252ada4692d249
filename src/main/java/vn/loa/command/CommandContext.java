package vn.loa.command;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import vn.loa.store.AuditStore;
import vn.loa.store.Database;

/**
 * The context that is handed to every command; the stores of its subject a command is given besides.
 *
 * @param database makes several writes one
 * @param audit keeps who changed what
 * @param roles who may do what
 * @param reception how chats are let in
 * @param notices how other chats are told
 * @param program what runs around the commands
 * @param zone in which times are shown
 * @param clock what time it is
 */
public record CommandContext(
        Database database,
        AuditStore audit,
        Roles roles,
        ChatAdmission reception,
        Notices notices,
        RunningProgram program,
        ZoneId zone,
        InstantSource clock) {
    public CommandContext {
        Objects.requireNonNull(database);
        Objects.requireNonNull(audit);
        Objects.requireNonNull(roles);
        Objects.requireNonNull(reception);
        Objects.requireNonNull(notices);
        Objects.requireNonNull(program);
        Objects.requireNonNull(zone);
        Objects.requireNonNull(clock);
    }
}
