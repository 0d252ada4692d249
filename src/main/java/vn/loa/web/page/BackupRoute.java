package vn.loa.web.page;

import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Optional;
import vn.loa.command.role.WebLogins;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.chat.WebLoginStore;
import vn.loa.web.WebAnswer;
import vn.loa.web.WebBody;

/** Sends a backup to whoever has its one-time link. */
final class BackupRoute extends LinkRoute {
    private final WebLogins logins;
    private final AuditStore audit;
    private final InstantSource clock;

    BackupRoute(OperatorRoute.Entrance entrance, AuditStore audit, InstantSource clock) {
        super(WebLogins.BACKUP_PATH, "backup", entrance);
        this.logins = entrance.logins();
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    WebAnswer use(String token, PageView view) {
        Optional<WebLoginStore.Download> download =
                logins.backup(token).filter(each -> Files.isRegularFile(each.file()));
        if (download.isEmpty()) {
            return used(view, "web.backup.used");
        }
        WebLoginStore.Download backup = download.get();
        String name = backup.file().getFileName().toString();
        audit.add(backup.person().key(), "backup download", name, clock.instant());
        return WebAnswer.download("application/vnd.sqlite3", name, new WebBody.StoredFile(backup.file()));
    }
}
