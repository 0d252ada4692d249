package vn.loa.command.follow;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.loa.command.CommandContext;
import vn.loa.command.FailureReasons;
import vn.loa.command.Request;
import vn.loa.model.Article;
import vn.loa.model.ChatTrouble;
import vn.loa.model.Role;
import vn.loa.phrases.DateFormats;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.ChatTroubleStore;
import vn.loa.store.chat.SpeakingStore;
import vn.loa.store.delivery.DeliveryTrace;
import vn.loa.store.delivery.DeliveryTraceStore;

/** Words what the ledger tells of one article in one chat: found, read, held, sent or refused. */
public final class DeliveryStory {
    private static final int MOST_LISTS = 3;

    private final DeliveryTraceStore traces;
    private final SpeakingStore speaking;
    private final ChatStore chats;
    private final ChatTroubleStore troubles;
    private final ZoneId zone;
    private final InstantSource clock;

    /** Makes what reads the ledger of an article. */
    public DeliveryStory(
            CommandContext context,
            DeliveryTraceStore traces,
            SpeakingStore speaking,
            ChatStore chats,
            ChatTroubleStore troubles) {
        this.troubles = troubles;
        this.traces = traces;
        this.speaking = speaking;
        this.chats = chats;
        this.zone = context.zone();
        this.clock = context.clock();
    }

    /** Returns when the article was published, found and read. */
    List<String> origin(Request request, Article article) {
        List<String> lines = new ArrayList<>();
        DateFormats.published(article.content().published(), zone)
                .ifPresent(date -> lines.add(request.say("why.published", date)));
        traces.shown(article.id()).stream()
                .limit(MOST_LISTS)
                .forEach(shown -> lines.add(request.say("why.found", minute(shown.at()), shown.source())));
        lines.add(request.say("why.read", minute(article.firstSeen())));
        return lines;
    }

    /** Returns what became of the article in the chat. */
    List<String> outcome(Request request, DeliveryTrace trace) {
        List<String> lines = new ArrayList<>();
        lines.add(request.say("why.accepted", minute(trace.acceptedAt())));
        switch (trace.state()) {
            case SENT -> lines.addAll(sent(request, trace));
            case DEAD -> lines.add(request.say("why.dead", settled(trace), told(request, trace)));
            case SENDING -> lines.add(request.say("why.sending"));
            case QUEUED -> lines.add(waiting(request, trace));
        }
        return lines;
    }

    private List<String> sent(Request request, DeliveryTrace trace) {
        List<String> lines = new ArrayList<>();
        lines.add(trace.digestAt()
                .map(digest -> request.say("why.sent.digest", settled(trace), minute(digest)))
                .orElseGet(() -> request.say("why.sent", settled(trace))));
        if (trace.attempts() > 1) {
            lines.add(tries(request, trace));
        }
        if (trace.unconfirmed() > 0) {
            lines.add(request.say("why.unconfirmed"));
        }
        if (trace.people() > 0) {
            lines.add(request.say("why.acknowledged", trace.people()));
        }
        return lines;
    }

    private static String tries(Request request, DeliveryTrace trace) {
        return trace.answer().isBlank()
                ? request.say("why.tries", trace.attempts())
                : request.say("why.tries-because", trace.attempts(), told(request, trace));
    }

    private String waiting(Request request, DeliveryTrace trace) {
        Instant now = clock.instant();
        Optional<Instant> pausedUntil =
                speaking.of(request.chat().id()).times().pausedUntil().filter(end -> end.isAfter(now));
        if (pausedUntil.isPresent()) {
            return request.say("why.waiting.paused", minute(pausedUntil.get()));
        }
        if (trace.digestAt().filter(digest -> digest.isAfter(now)).isPresent()) {
            return request.say("why.waiting.digest", minute(trace.digestAt().get()));
        }
        if (troubles.find(request.chat().address())
                .filter(trouble -> trouble.kind() == ChatTrouble.Kind.WINDOW_CLOSED)
                .isPresent()) {
            return request.say("why.waiting.window");
        }
        Instant hold = chats.holdUntil(request.chat().address());
        return hold.isAfter(now)
                ? request.say("why.waiting.platform", minute(hold))
                : waitingForTry(request, trace, now);
    }

    private String waitingForTry(Request request, DeliveryTrace trace, Instant now) {
        if (!trace.answer().isBlank()) {
            String next = minute(trace.dueAt().isAfter(now) ? trace.dueAt() : now);
            return request.say("why.waiting.again", trace.attempts(), told(request, trace), next);
        }
        return request.chat().active() ? request.say("why.waiting") : request.say("why.chat", state(request));
    }

    /** Returns why an article that the chat follows was never entered for it. */
    String leftOut(Request request, Article article, Optional<Instant> followedSince) {
        Optional<String> same = traces.toldBy(request.chat().id(), article.id());
        if (same.isPresent()) {
            return request.say("why.same-story", same.get());
        }
        if (!request.chat().active()) {
            return request.say("why.chat", state(request));
        }
        if (followedSince.filter(since -> since.isAfter(article.firstSeen())).isPresent()) {
            return request.say("why.followed-later", minute(followedSince.get()));
        }
        boolean baseline = traces.shown(article.id()).stream().allMatch(DeliveryTraceStore.Shown::baseline);
        return request.say(baseline ? "why.baseline" : "why.old");
    }

    /** Returns the words for an item that Loa knows of but has not read. */
    List<String> unread(Request request, DeliveryTraceStore.Unread unread) {
        List<String> lines = new ArrayList<>();
        lines.add(request.say("why.found", minute(unread.foundAt()), unread.source()));
        boolean operator =
                request.role().atLeast(Role.OPERATOR) && !unread.error().isBlank();
        String because = operator ? " (" + unread.error() + ")" : "";
        lines.add(unread.nextTry()
                .map(next -> request.say("why.unread", minute(next), because))
                .orElseGet(() -> request.say("why.unreadable", because)));
        return lines;
    }

    private static String state(Request request) {
        return request.say("state." + request.chat().state().name());
    }

    /** Returns the platform's answer in words; an operator reads it as it came, too. */
    private static String told(Request request, DeliveryTrace trace) {
        String words = FailureReasons.told(request, trace.answer());
        boolean exact =
                request.role().atLeast(Role.OPERATOR) && !trace.answer().isBlank() && !words.contains(trace.answer());
        return exact ? words + " – " + trace.answer() : words;
    }

    private String settled(DeliveryTrace trace) {
        return minute(trace.settledAt().orElse(trace.dueAt()));
    }

    private String minute(Instant at) {
        return DateFormats.minute(at, zone);
    }
}
