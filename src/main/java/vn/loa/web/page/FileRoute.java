package vn.loa.web.page;

import java.net.URLConnection;
import java.util.Objects;
import vn.loa.command.role.WebFiles;
import vn.loa.model.Media;
import vn.loa.web.WebAnswer;
import vn.loa.web.WebBody;

/** Sends a file to whoever has its one-time link. */
final class FileRoute extends LinkRoute {
    private final WebFiles files;

    FileRoute(WebFiles files, OperatorRoute.Entrance entrance) {
        super(WebFiles.PATH, "file", entrance);
        this.files = files;
    }

    @Override
    WebAnswer use(String token, PageView view) {
        return files.take(token).map(FileRoute::sent).orElseGet(() -> used(view, "web.file.used"));
    }

    private static WebAnswer sent(Media.Made file) {
        String type = Objects.requireNonNullElse(
                URLConnection.guessContentTypeFromName(file.name()), "application/octet-stream");
        return WebAnswer.download(type, file.name().replaceAll("[^A-Za-z0-9.-]", "-"), WebBody.bytes(file.content()));
    }
}
