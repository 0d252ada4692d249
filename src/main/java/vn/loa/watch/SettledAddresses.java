package vn.loa.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.loa.model.Headline;
import vn.loa.model.Published;
import vn.loa.portal.address.AddressDrift;
import vn.loa.store.article.ListItem;

/**
 * Gives items of a list the keys of articles that it has shown before under addresses which differ only in what changes
 * from fetch to fetch, such as a session. An article whose title was edited at the same time is known so, too. Pure.
 */
final class SettledAddresses {
    private SettledAddresses() {}

    /** Returns the listed items, in order; those that are known but for what changes have their former keys. */
    static List<Headline> of(List<Headline> listed, List<ListItem> remembered) {
        List<Headline> earlier =
                remembered.stream().map(SettledAddresses::headline).toList();
        AddressDrift drift = AddressDrift.between(earlier, listed);
        if (drift.isNone()) {
            return listed;
        }
        Map<String, String> keys = new HashMap<>();
        earlier.forEach(each -> keys.putIfAbsent(drift.settled(each).key(), each.key()));
        return listed.stream().map(each -> known(each, drift, keys)).toList();
    }

    private static Headline known(Headline headline, AddressDrift drift, Map<String, String> keys) {
        return Optional.ofNullable(keys.get(drift.settled(headline).key()))
                .map(headline::withKey)
                .orElse(headline);
    }

    private static Headline headline(ListItem item) {
        return new Headline(item.addressKey(), item.url(), item.title(), Published.unknown(), "", "", Optional.empty());
    }
}
