package vn.loa.zalo.oa;

import java.util.Objects;

/**
 * A group that the Official Account made.
 *
 * @param id what it is bound by; the chat id of its address
 * @param name as people see it
 * @param members how many there are
 * @param enabled whether it can be written to; a group ends with the package that it was made with
 */
public record OaGroup(String id, String name, int members, boolean enabled) {
    public OaGroup {
        Objects.requireNonNull(id);
        Objects.requireNonNull(name);
    }
}
