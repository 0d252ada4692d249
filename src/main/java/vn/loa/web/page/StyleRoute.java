package vn.loa.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import vn.loa.web.WebAnswer;
import vn.loa.web.WebRequest;
import vn.loa.web.WebRoute;

/** Answers with the style of the pages. */
final class StyleRoute implements WebRoute {
    private static final String RESOURCE = "/web/style.css";

    private final WebAnswer style;

    StyleRoute() {
        try (InputStream in = StyleRoute.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + RESOURCE);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            this.style = new WebAnswer(200, "text/css; charset=UTF-8", text)
                    .with("Cache-Control", "max-age=3600")
                    .with("X-Content-Type-Options", "nosniff");
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    @Override
    public String path() {
        return "/web/style.css";
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "HEAD");
    }

    @Override
    public WebAnswer handle(WebRequest request) {
        return style;
    }
}
