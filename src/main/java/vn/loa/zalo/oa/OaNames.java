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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    /** The time for which nobody waits after Zalo has let somebody wait in vain. */
    private static final Duration BREAK = Duration.ofSeconds(30);

    private static final int MOST_WAITING = 200;
    private static final int MEMBERS = 50;

    private final OaRequests requests;
    private final OaCalls calls;
    private final RoleStore people;
    private final Duration patience;
    private final InstantSource clock;
    private final Map<PersonId, Future<String>> asked = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor thread =
            new ThreadPoolExecutor(1, 1, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), task -> {
                Thread made = new Thread(task, "oa-names");
                made.setDaemon(true);
                return made;
            });
    private volatile MonotonicDeadline nobodyWaits = MonotonicDeadline.in(Duration.ZERO);

    OaNames(OaAccount account, OaCalls calls, RoleStore people, Duration patience, InstantSource clock) {
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
        return asked(person, group)
                .orElseGet(() -> known.map(RoleStore.AskedName::name).orElse(""));
    }

    private boolean holds(RoleStore.AskedName known) {
        Duration holds = known.name().isEmpty() ? NAMELESS : HOLDS;
        return known.at().filter(at -> at.plus(holds).isAfter(clock.instant())).isPresent();
    }

    private Optional<String> asked(PersonId person, Optional<String> group) {
        try {
            Future<String> answer = asked.computeIfAbsent(person, each -> thread.submit(() -> ask(each, group)));
            return Optional.of(answer.get(nobodyWaits.passed() ? patience.toMillis() : 0, TimeUnit.MILLISECONDS));
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
            String own = detail(person.userId());
            String name = own.isEmpty()
                    ? group.map(each -> member(each, person.userId())).orElse("")
                    : own;
            people.told(person, name, now);
            return name;
        } finally {
            asked.remove(person);
        }
    }

    private String detail(String userId) {
        return answer(() -> calls.call(requests.person(userId)))
                .path("display_name")
                .asText()
                .strip();
    }

    private String member(String groupId, String userId) {
        JsonNode data = answer(() -> calls.call(requests.members(groupId, MEMBERS)));
        for (String field : new String[] {"member_details", "members"}) {
            for (JsonNode member : data.path(field)) {
                String id = member.path("user_id").asText(member.path("id").asText());
                if (id.equals(userId)) {
                    return member.path("name")
                            .asText(member.path("display_name").asText())
                            .strip();
                }
            }
        }
        return "";
    }

    private interface Question {
        OaHttp.Ending ask() throws OaException;
    }

    private static JsonNode answer(Question question) {
        try {
            OaHttp.Ending ending = question.ask();
            return OaErrors.succeeded(ending)
                    ? ((OaHttp.Ending.Answered) ending).body().path("data")
                    : MissingNode.getInstance();
        } catch (OaException e) {
            return MissingNode.getInstance();
        }
    }

    /** Asks nothing more. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
