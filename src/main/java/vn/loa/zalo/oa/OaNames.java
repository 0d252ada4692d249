package vn.loa.zalo.oa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.delivery.channel.SendResult;
import vn.loa.model.MonotonicDeadline;
import vn.loa.model.PersonId;
import vn.loa.store.chat.RoleStore;

/**
 * Asks how people are called, for the account's events tell only numbers: {@code user/detail} knows those who follow the
 * account, {@code listmember} those in one of its groups (facts of Zalo, part 5). An answer is kept among what is kept of
 * the person, also that there is none, and is forgotten with it. Nobody waits long for a name: it is asked for beside, and
 * who has none at hand is answered without.
 */
final class OaNames implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(OaNames.class);
    /** A name is asked for again after this time, for people change theirs. */
    private static final Duration HOLDS = Duration.ofDays(30);
    /** Somebody without a name may have one after this time: who follows the account is known to it. */
    private static final Duration NAMELESS = Duration.ofDays(1);
    /** The time for which a reply waits for a name. */
    static final Duration PATIENCE = Duration.ofSeconds(1);
    /** The time for which nobody waits after Zalo has let somebody wait in vain, and nothing is asked while it is down. */
    private static final Duration BREAK = Duration.ofSeconds(30);

    private static final int MOST_WAITING = 200;
    private static final int MEMBERS = 50;
    private static final int LONGEST_NAME = 100;

    private final OaRequests requests;
    private final OaCalls calls;
    private final RoleStore people;
    private final Supplier<Duration> patience;
    private final InstantSource clock;
    private final Map<PersonId, Future<String>> asked = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), task -> {
                Thread made = new Thread(task, "oa-names");
                made.setDaemon(true);
                return made;
            });
    private volatile MonotonicDeadline nobodyAsks = MonotonicDeadline.in(Duration.ZERO);
    private volatile MonotonicDeadline nobodyWaits = MonotonicDeadline.in(Duration.ZERO);

    /**
     * Makes what asks in an account's name.
     *
     * @param patience gives, each time that somebody waits, how long
     */
    OaNames(OaAccount account, OaCalls calls, RoleStore people, Supplier<Duration> patience, InstantSource clock) {
        this.requests = new OaRequests(account.apiUrl());
        this.calls = calls;
        this.people = people;
        this.patience = patience;
        this.clock = clock;
        thread.allowCoreThreadTimeOut(true);
    }

    /**
     * Returns how a person is called; an empty string when Zalo does not tell, or not in time.
     *
     * @param group the group in which the person speaks; empty in private
     */
    String of(PersonId person, Optional<String> group) {
        Optional<RoleStore.AskedName> known = people.askedName(person);
        if (known.filter(this::holds).isPresent()) {
            return known.get().name();
        }
        if (known.isEmpty()) {
            people.seen(person, "", clock.instant());
        }
        return asked(person, group)
                .orElseGet(() -> known.map(RoleStore.AskedName::name).orElse(""));
    }

    private boolean holds(RoleStore.AskedName known) {
        Duration holds = known.name().isEmpty() ? NAMELESS : HOLDS;
        return known.at().filter(at -> at.plus(holds).isAfter(clock.instant())).isPresent();
    }

    private Optional<String> asked(PersonId person, Optional<String> group) {
        if (!nobodyAsks.passed()) {
            return Optional.empty();
        }
        try {
            Future<String> answer = asked.computeIfAbsent(person, each -> thread.submit(() -> ask(each, group)));
            return Optional.of(answer.get(nobodyWaits.passed() ? patience.get().toMillis() : 0, TimeUnit.MILLISECONDS))
                    .filter(name -> !name.isEmpty());
        } catch (TimeoutException e) {
            waitedInVain(person);
        } catch (ExecutionException | RejectedExecutionException e) {
            log.debug("{}: the name could not be asked for", person, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private void waitedInVain(PersonId person) {
        if (nobodyWaits.passed()) {
            log.info("{}: Zalo takes long to tell a name", person);
            nobodyWaits = MonotonicDeadline.in(BREAK);
        }
    }

    /** Only the name of the person who spoke is kept, of all members that Zalo lists. */
    private String ask(PersonId person, Optional<String> group) {
        try {
            Instant now = clock.instant();
            Optional<String> own = detail(person.userId());
            Optional<String> found = own.filter(name -> !name.isEmpty())
                    .or(() -> group.isEmpty() ? own : member(group.get(), person.userId(), own.isPresent()));
            found.ifPresentOrElse(
                    name -> people.told(person, name, now), () -> nobodyAsks = MonotonicDeadline.in(BREAK));
            return found.orElse("");
        } finally {
            asked.remove(person);
        }
    }

    private Optional<String> detail(String userId) {
        return answer(() -> calls.call(requests.person(userId)))
                .map(data -> name(data.path("display_name").asText()));
    }

    private static String name(String told) {
        String name = told.strip();
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME).strip() : name;
    }

    /** Returns a member's name; an empty one only says that there is none when all that was asked was answered. */
    private Optional<String> member(String groupId, String userId, boolean answered) {
        return answer(() -> calls.call(requests.members(groupId, MEMBERS)))
                .map(data -> listed(data, userId))
                .filter(name -> answered || !name.isEmpty());
    }

    private static String listed(JsonNode data, String userId) {
        for (String field : new String[] {"member_details", "members"}) {
            for (JsonNode member : data.path(field)) {
                String id = member.path("user_id").asText(member.path("id").asText());
                if (id.equals(userId)) {
                    return name(member.path("name")
                            .asText(member.path("display_name").asText()));
                }
            }
        }
        return "";
    }

    private interface Question {
        OaHttp.Ending ask() throws OaException;
    }

    /** Returns what Zalo tells, nothing of somebody whom it does not show to the account; empty when it did not answer. */
    private static Optional<JsonNode> answer(Question question) {
        try {
            OaHttp.Ending ending = question.ask();
            if (OaErrors.succeeded(ending)) {
                return Optional.of(((OaHttp.Ending.Answered) ending).body().path("data"));
            }
            return concernsPerson(OaErrors.read(ending, false))
                    ? Optional.of(MissingNode.getInstance())
                    : Optional.empty();
        } catch (OaException e) {
            return Optional.empty();
        }
    }

    private static boolean concernsPerson(SendResult refusal) {
        return refusal instanceof SendResult.Rejected
                || refusal instanceof SendResult.WriteForbidden
                || refusal instanceof SendResult.ChatGone
                || refusal instanceof SendResult.ChatNotFound;
    }

    /** Asks nothing more. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
