package vn.loa.web.page;

import java.net.URLConnection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.loa.command.role.WebFiles;
import vn.loa.model.Media;
import vn.loa.web.WebAnswer;
import vn.loa.web.WebBody;
import vn.loa.web.WebRequest;
import vn.loa.web.WebRoute;

/**
 * Sends a file to whoever has its one-time link. Opening the link only shows a button, since platforms open links by
 * themselves to show a preview.
 */
final class FileRoute implements WebRoute {
    private final WebFiles files;
    private final OperatorRoute.Entrance entrance;

    FileRoute(WebFiles files, OperatorRoute.Entrance entrance) {
        this.files = files;
        this.entrance = entrance;
    }

    @Override
    public String path() {
        return WebFiles.PATH;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "HEAD", "POST");
    }

    @Override
    public WebAnswer handle(WebRequest request) {
        PageView view = entrance.languages().view(path(), request, "");
        if (!request.method().equals("POST")) {
            return entrance.pages()
                    .page(200, "file", view, Map.of("token", request.query().first("token")));
        }
        Optional<Media.Made> file = files.take(request.form().first("token"));
        return file.map(FileRoute::sent)
                .orElseGet(() -> entrance.pages().message(403, view, view.say("web.file.used")));
    }

    private static WebAnswer sent(Media.Made file) {
        String type = Objects.requireNonNullElse(
                URLConnection.guessContentTypeFromName(file.name()), "application/octet-stream");
        return WebAnswer.download(type, file.name().replaceAll("[^A-Za-z0-9.-]", "-"), WebBody.bytes(file.content()));
    }
}
