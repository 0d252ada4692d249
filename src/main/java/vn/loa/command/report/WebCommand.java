package vn.loa.command.report;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.role.WebLogins;
import vn.loa.model.ChatKind;
import vn.loa.model.Role;
import vn.loa.store.chat.AuditStore;

/** Runs {@code /web}: gives an operator a link to the web pages that works once. */
public final class WebCommand implements Command {
    private static final String SETTING = "web: {port: 8080, url: \"https://loa.example.vn\"}";

    private final WebLogins logins;
    private final AuditStore audit;
    private final InstantSource clock;

    /** Makes the command. */
    public WebCommand(CommandContext context, WebLogins logins) {
        this.logins = logins;
        this.audit = context.audit();
        this.clock = context.clock();
    }

    @Override
    public String name() {
        return "web";
    }

    @Override
    public List<String> aliases() {
        return List.of("trangweb");
    }

    @Override
    public List<String> plainWords() {
        return List.of("trang web");
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
        Optional<URI> link = logins.link(request.person(), request.chat().address());
        if (link.isEmpty()) {
            return request.plain("weblink.no-address", SETTING);
        }
        audit.add(request.person().key(), "web link", "", clock.instant());
        return request.plain(
                "weblink.made", link.get(), WebLogins.LINK_LIFE.toMinutes(), WebLogins.SESSION_LIFE.toHours());
    }
}
