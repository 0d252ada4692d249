package vn.loa.web.page;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vn.loa.command.role.WebFiles;
import vn.loa.model.PersonId;
import vn.loa.web.FormFields;
import vn.loa.web.MultipartForm;
import vn.loa.web.WebAnswer;
import vn.loa.web.WebRequest;
import vn.loa.web.WebRoute;
import vn.loa.web.WebServer;

/** Takes one file from an operator whose channel carries none; the chat then shows what it would change. */
final class UploadRoute implements WebRoute {
    private static final String TOKEN = "token";

    /** The boundaries and heads of the form's parts, in bytes. */
    private static final int AROUND = 8 * 1024;

    private final WebFiles files;
    private final Consumer<PersonId> uploaded;
    private final OperatorRoute.Entrance entrance;

    /**
     * Makes the route.
     *
     * @param uploaded told whose file came
     */
    UploadRoute(WebFiles files, Consumer<PersonId> uploaded, OperatorRoute.Entrance entrance) {
        this.files = files;
        this.uploaded = uploaded;
        this.entrance = entrance;
    }

    @Override
    public String path() {
        return WebFiles.UPLOAD_PATH;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "HEAD", "POST");
    }

    @Override
    public int largestBody(FormFields query) {
        return files.isExpected(query.first(TOKEN)) ? WebFiles.MOST_BYTES + AROUND : WebServer.LARGEST_BODY;
    }

    @Override
    public WebAnswer handle(WebRequest request) {
        PageView view = entrance.languages().view(path(), request, "");
        String token = request.query().first(TOKEN);
        if (!files.isExpected(token)) {
            return message(403, view, "web.upload.used");
        }
        return request.method().equals("POST")
                ? received(request, view, token)
                : entrance.pages().page(200, "upload", view, Map.of(TOKEN, token));
    }

    private WebAnswer received(WebRequest request, PageView view, String token) {
        Optional<byte[]> file = MultipartForm.of(request).content("file").filter(content -> content.length > 0);
        if (file.isEmpty()) {
            return message(400, view, "web.upload.nothing");
        }
        Optional<PersonId> person = files.receive(token, file.get());
        person.ifPresent(uploaded);
        return person.isPresent() ? message(200, view, "web.upload.done") : message(403, view, "web.upload.used");
    }

    private WebAnswer message(int status, PageView view, String phrase) {
        return entrance.pages().message(status, view, view.say(phrase));
    }
}
