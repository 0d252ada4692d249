package vn.loa.zalo.oa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Asks how people are called, for the account's events tell only numbers: {@code user/detail} knows those who follow the
 * account, {@code listmember} those in one of its groups (facts of Zalo, part 5). An answer is remembered, also that there
 * is none, so that a talk costs no more than one question a person and day.
 */
final class OaNames {
    private static final Duration REMEMBERED = Duration.ofDays(1);
    /** The most people who are remembered; the oldest are forgotten first. */
    private static final int MOST = 5_000;

    private static final int MEMBERS = 50;

    private record Told(String name, Instant at) {}

    private final OaRequests requests;
    private final OaCalls calls;
    private final InstantSource clock;

    @GuardedBy("this")
    private final Map<String, Told> names = new LinkedHashMap<>();

    OaNames(OaAccount account, OaCalls calls, InstantSource clock) {
        this.requests = new OaRequests(account.apiUrl());
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * Returns how a person is called; an empty string when Zalo does not tell.
     *
     * @param group the group in which the person speaks; empty in private
     */
    synchronized String of(String userId, Optional<String> group) {
        Told told = names.get(userId);
        if (told == null || told.at().plus(REMEMBERED).isBefore(clock.instant())) {
            String name = detail(userId);
            remember(userId, name);
            if (name.isEmpty()) {
                group.ifPresent(this::rememberMembers);
            }
        }
        // The members of a large group may have pushed it out again.
        return Optional.ofNullable(names.get(userId)).map(Told::name).orElse("");
    }

    @GuardedBy("this")
    private void remember(String userId, String name) {
        names.remove(userId);
        names.put(userId, new Told(name, clock.instant()));
        if (names.size() > MOST) {
            names.remove(names.keySet().iterator().next());
        }
    }

    private String detail(String userId) {
        return answer(() -> calls.call(requests.person(userId)))
                .path("display_name")
                .asText()
                .strip();
    }

    @GuardedBy("this")
    private void rememberMembers(String groupId) {
        JsonNode data = answer(() -> calls.call(requests.members(groupId, MEMBERS)));
        for (String field : new String[] {"member_details", "members"}) {
            for (JsonNode member : data.path(field)) {
                String id = member.path("user_id").asText(member.path("id").asText());
                String name =
                        member.path("name").asText(member.path("display_name").asText());
                if (!id.isBlank() && !name.isBlank()) {
                    remember(id, name.strip());
                }
            }
        }
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
}
