package vn.loa.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import okhttp3.HttpUrl;
import vn.loa.model.MonotonicDeadline;

/**
 * Keeps the robots.txt rules of hosts (RFC 9309), each for a day. No robots.txt allows everything; one that cannot be
 * asked for allows nothing for now, and is asked for again.
 */
final class Robots {
    /** The product token that a robots.txt may name us by. */
    private static final List<String> NAMES = List.of("loa");

    private static final Duration REMEMBERED = Duration.ofHours(24);

    private final Function<FetchRequest, FetchResult> ask;
    private final LongSupplier nanos;
    private final Map<HttpUrl, Known> known = new ConcurrentHashMap<>();

    Robots(Function<FetchRequest, FetchResult> ask, LongSupplier nanos) {
        this.ask = ask;
        this.nanos = nanos;
    }

    private record Known(BaseRobotRules rules, MonotonicDeadline until) {}

    /** Returns why a page may not be read; empty when it may. */
    Optional<FetchResult> refusal(HttpUrl url, FetchRequest request) {
        HttpUrl file = url.newBuilder("/robots.txt").build();
        Known rules = known.get(file);
        if (rules == null || rules.until().passed()) {
            FetchResult answer = ask.apply(request.forRobots(file.uri()));
            if (!saysSomething(answer)) {
                return Optional.of(unreachable(answer));
            }
            rules = new Known(rules(file, answer), MonotonicDeadline.in(REMEMBERED, nanos));
            known.put(file, rules);
        }
        return rules.rules().isAllowed(url.toString())
                ? Optional.empty()
                : Optional.of(new FetchResult.Blocked("robots.txt does not allow it"));
    }

    /** A refusal, or a file that stands on another domain now, forbids nothing. */
    private static boolean saysSomething(FetchResult answer) {
        return answer instanceof FetchResult.Fetched
                || answer instanceof FetchResult.Blocked
                || answer instanceof FetchResult.Refused
                || answer instanceof FetchResult.Moved;
    }

    private static FetchResult unreachable(FetchResult answer) {
        return answer instanceof FetchResult.Failed failed
                ? new FetchResult.Failed("robots.txt: " + failed.reason())
                : answer;
    }

    private static BaseRobotRules rules(HttpUrl file, FetchResult answer) {
        if (answer instanceof FetchResult.Fetched fetched && fetched.page().status() == 200) {
            byte[] content = fetched.page().text().getBytes(StandardCharsets.UTF_8);
            return new SimpleRobotRulesParser().parseContent(file.toString(), content, "text/plain", NAMES);
        }
        return new SimpleRobotRules(SimpleRobotRules.RobotRulesMode.ALLOW_ALL);
    }
}
