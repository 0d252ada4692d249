package vn.loa.command.document;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import vn.loa.command.role.SecretDigest;
import vn.loa.phrases.Phrases;
import vn.loa.web.WebAnswer;
import vn.loa.web.WebRequest;
import vn.loa.web.WebRoute;

/** Answers calendar programs that subscribe to a chat's calendar; the address alone lets them in. */
public final class CalendarRoute implements WebRoute {
    private static final int LONGEST_TOKEN = 100;

    private final ChatCalendars calendars;
    private final Phrases phrases;

    public CalendarRoute(ChatCalendars calendars, Phrases phrases) {
        this.calendars = calendars;
        this.phrases = phrases;
    }

    @Override
    public String path() {
        return ChatCalendars.PATH;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "HEAD");
    }

    @Override
    public WebAnswer handle(WebRequest request) {
        return Optional.of(request.query().first("token"))
                .filter(token -> !token.isEmpty() && token.length() <= LONGEST_TOKEN)
                .flatMap(token -> calendars.at(token, phrases))
                .map(file -> answer(request, file))
                .orElseGet(() -> WebAnswer.plain(404, phrases.say("deadlines.no-calendar")))
                .with("Referrer-Policy", "no-referrer");
    }

    /** Programs ask hourly, and mostly nothing has changed (RFC 9110, 13.1.2). */
    private static WebAnswer answer(WebRequest request, byte[] file) {
        String content = new String(file, StandardCharsets.UTF_8);
        String tag = '"' + SecretDigest.of(content) + '"';
        boolean known = request.header("if-none-match")
                .filter(tags -> tags.strip().equals("*") || tags.contains(tag))
                .isPresent();
        return new WebAnswer(known ? 304 : 200, "text/calendar; charset=utf-8", known ? "" : content)
                .with("Content-Disposition", "inline; filename=\"loa.ics\"")
                .with("Cache-Control", "private, no-cache")
                .with("ETag", tag);
    }
}
