package vn.loa.command.report;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.RunningProgram;
import vn.loa.command.role.WebLogins;
import vn.loa.model.ChatKind;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.file.BackupFailedException;

/**
 * {@code /saoluu}: makes a backup now, beside those that are made daily. The file stays on the server; where the web pages
 * have an address, a link gets a copy of it once.
 */
public final class SaveCommand implements Command {
    private final RunningProgram program;
    private final WebLogins logins;
    private final AuditStore audit;
    private final InstantSource clock;

    /**
     * Makes the command.
     *
     * @param logins gives the links
     */
    public SaveCommand(CommandContext context, WebLogins logins) {
        this.logins = logins;
        this.program = context.program();
        this.audit = context.audit();
        this.clock = context.clock();
    }

    @Override
    public String name() {
        return "saoluu";
    }

    @Override
    public List<String> aliases() {
        return List.of("backup");
    }

    @Override
    public List<String> plainWords() {
        return List.of("sao luu");
    }

    @Override
    public Role needs() {
        return Role.OPERATOR;
    }

    @Override
    public boolean inGroups() {
        return false;
    }

    @Override
    public Reply run(Request request) {
        if (request.chat().kind() != ChatKind.PRIVATE) {
            return request.plain("export.private");
        }
        try {
            return program.backUp().map(file -> made(request, file)).orElseGet(() -> request.plain("backup.server"));
        } catch (BackupFailedException e) {
            return request.plain("backup.not-made", e.getMessage());
        }
    }

    private Reply made(Request request, Path file) {
        audit.add(request.person().key(), "backup", file.getFileName().toString(), clock.instant());
        RichText.Builder told = RichText.builder().plain(request.say("backup.made", file));
        logins.backupLink(request.person(), file.toAbsolutePath())
                .ifPresent(address -> told.newline()
                        .plain(request.say("backup.link", WebLogins.LINK_LIFE.toMinutes()))
                        .newline()
                        .link(address.toString(), address));
        return Reply.of(OutgoingMessage.of(told.build()));
    }
}
