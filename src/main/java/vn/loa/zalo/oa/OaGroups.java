package vn.loa.zalo.oa;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.loa.bot.GroupPlaces;

/** The groups that the Official Account made, the only ones that it can speak in. */
public final class OaGroups {
    private static final int PAGE = 50;
    /** Whatever Zalo says of the total, it is not asked more often. */
    private static final int MOST_PAGES = 100;

    private final OaRequests requests;
    private final OaCalls calls;

    OaGroups(OaAccount account, OaCalls calls) {
        this.requests = new OaRequests(account.apiUrl());
        this.calls = calls;
    }

    /**
     * All of them, in Zalo's order.
     *
     * @throws OaException when Zalo did not tell all of them; what was told before is left out
     */
    public List<OaGroup> list() throws OaException {
        Map<String, OaGroup> all = new LinkedHashMap<>();
        int offset = 0;
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode data = page(offset);
            JsonNode groups = data.path("groups");
            int before = all.size();
            groups.forEach(group -> add(group, all));
            offset += groups.size();
            if (all.size() == before || offset >= data.path("total").asInt(Integer.MAX_VALUE)) {
                break;
            }
        }
        return List.copyOf(all.values());
    }

    /**
     * Returns the day on which Zalo deletes a group; empty when it does not say so.
     *
     * @throws OaException when Zalo did not answer
     */
    Optional<LocalDate> end(String groupId, ZoneId zone) throws OaException {
        OaHttp.Ending ending = calls.call(requests.group(groupId));
        return OaErrors.succeeded(ending)
                ? OaGroupExpiry.day(
                        ((OaHttp.Ending.Answered) ending)
                                .body()
                                .at("/data/group_info/auto_delete_date")
                                .asText(),
                        zone)
                : Optional.empty();
    }

    /**
     * Returns how many groups the account has bought and made; empty when Zalo does not tell. An asset is a group that may
     * be made, or has a count of them.
     */
    Optional<GroupPlaces> places() {
        try {
            OaHttp.Ending ending = calls.call(requests.groupQuota());
            if (!OaErrors.succeeded(ending)) {
                return Optional.empty();
            }
            JsonNode data = ((OaHttp.Ending.Answered) ending).body().path("data");
            return places(data.isArray() ? data : data.path("assets"));
        } catch (OaException e) {
            return Optional.empty();
        }
    }

    private static Optional<GroupPlaces> places(JsonNode assets) {
        int used = 0;
        int all = 0;
        for (JsonNode asset : assets) {
            boolean taken = asset.path("status").asText().equals("used");
            used += asset.path("used_group").asInt(taken ? 1 : 0);
            all += asset.path("total_group").asInt(1);
        }
        return all > 0 ? Optional.of(new GroupPlaces(used, all)) : Optional.empty();
    }

    private JsonNode page(int offset) throws OaException {
        OaHttp.Ending ending = calls.call(requests.groups(offset, PAGE));
        if (!OaErrors.succeeded(ending)) {
            throw new OaException(
                    "Zalo does not tell the groups: " + OaErrors.told(ending), OaErrors.read(ending, false));
        }
        return ((OaHttp.Ending.Answered) ending).body().path("data");
    }

    private static void add(JsonNode group, Map<String, OaGroup> all) {
        String id = group.path("group_id").asText();
        if (!id.isBlank()) {
            all.put(
                    id,
                    new OaGroup(
                            id,
                            group.path("name").asText(),
                            group.path("total_member").asInt(),
                            group.path("status").asText().equals("enabled")));
        }
    }
}
