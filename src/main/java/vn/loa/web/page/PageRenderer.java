package vn.loa.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;
import vn.loa.web.WebAnswer;

/**
 * Makes pages of templates that the build compiled. The headers let a browser load nothing but Loa's own style and send
 * forms nowhere but to Loa, so that text which came through the escaping could still do nothing.
 */
final class PageRenderer {
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

    /** Returns a page; {@code values} are the template's parameters besides {@code view}. */
    WebAnswer page(int status, String template, PageView view, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("view", view);
        StringOutput output = new StringOutput();
        templates.render(template + ".jte", all, output);
        return guarded(new WebAnswer(status, "text/html; charset=UTF-8", output.toString()));
    }

    /** Returns a page with a message and a way on. */
    WebAnswer message(int status, PageView view, String message) {
        return page(status, "message", view, Map.of("message", message));
    }

    private static WebAnswer guarded(WebAnswer page) {
        return page.with("Content-Security-Policy", POLICY)
                .with("X-Content-Type-Options", "nosniff")
                .with("X-Frame-Options", "DENY")
                .with("Referrer-Policy", "no-referrer")
                .with("Cross-Origin-Opener-Policy", "same-origin");
    }
}
