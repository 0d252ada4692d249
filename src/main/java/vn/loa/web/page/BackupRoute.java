package vn.loa.web.page;

import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.loa.command.role.WebLogins;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.chat.WebLoginStore;
import vn.loa.web.WebAnswer;
import vn.loa.web.WebBody;
import vn.loa.web.WebRequest;
import vn.loa.web.WebRoute;

/**
 * Sends a backup to whoever has its one-time link. Opening the link only shows a button, since platforms open links by
 * themselves to show a preview.
 */
final class BackupRoute implements WebRoute {
    private final OperatorRoute.Entrance entrance;
    private final AuditStore audit;
    private final InstantSource clock;

    BackupRoute(OperatorRoute.Entrance entrance, AuditStore audit, InstantSource clock) {
        this.entrance = entrance;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String path() {
        return WebLogins.BACKUP_PATH;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "HEAD", "POST");
    }

    @Override
    public WebAnswer handle(WebRequest request) {
        PageView view = entrance.languages().view(path(), request, "");
        return request.method().equals("POST")
                ? sent(request, view)
                : entrance.pages()
                        .page(
                                200,
                                "backup",
                                view,
                                Map.of("token", request.query().first("token")));
    }

    private WebAnswer sent(WebRequest request, PageView view) {
        Optional<WebLoginStore.Download> download = entrance.logins()
                .backup(request.form().first("token"))
                .filter(each -> Files.isRegularFile(each.file()));
        if (download.isEmpty()) {
            return entrance.pages().message(403, view, view.say("web.backup.used"));
        }
        WebLoginStore.Download backup = download.get();
        String name = backup.file().getFileName().toString();
        audit.add(backup.person().key(), "backup download", name, clock.instant());
        return WebAnswer.download("application/vnd.sqlite3", name, new WebBody.StoredFile(backup.file()));
    }
}
