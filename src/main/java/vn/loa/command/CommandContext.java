package vn.loa.command;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import vn.loa.command.role.Roles;
import vn.loa.store.Database;
import vn.loa.store.chat.AuditStore;

/**
 * Holds what every command needs. The stores of its own subject are handed to a command separately.
 *
 * @param database runs several writes in one transaction
 * @param audit records changes and their authors
 * @param roles decides on rights
 * @param admission admits and declines chats
 * @param notices sends messages to other chats
 * @param program gives access to the running bots and the watch
 * @param zone the time zone for times that people read
 */
public record CommandContext(
        Database database,
        AuditStore audit,
        Roles roles,
        ChatAdmission admission,
        Notices notices,
        RunningProgram program,
        ZoneId zone,
        InstantSource clock) {
    public CommandContext {
        Objects.requireNonNull(database);
        Objects.requireNonNull(audit);
        Objects.requireNonNull(roles);
        Objects.requireNonNull(admission);
        Objects.requireNonNull(notices);
        Objects.requireNonNull(program);
        Objects.requireNonNull(zone);
        Objects.requireNonNull(clock);
    }
}
