package vn.loa.portal.address;

import java.util.List;
import vn.loa.portal.rules.CommonRules;
import vn.loa.portal.rules.Patterns;
import vn.loa.portal.rules.PortalRules;

/**
 * The forms of addresses that mean the same on every site, compiled once for all systems.
 *
 * @param articles those of articles
 */
public record CommonForms(
        List<AddressForm> articles,
        Patterns assets,
        Patterns documents,
        Patterns copies,
        Patterns listings,
        Patterns menu,
        Patterns tracking,
        Patterns position,
        Patterns changing) {
    /** Compiles the forms. */
    public static CommonForms of(List<PortalRules.Address> articles, CommonRules rules) {
        return new CommonForms(
                articles.stream().map(address -> AddressForm.of(address, false)).toList(),
                Patterns.of(rules.assets()),
                Patterns.of(rules.documents()),
                Patterns.of(rules.copies()),
                Patterns.of(rules.listings()),
                Patterns.of(rules.menu()),
                Patterns.of(rules.tracking()),
                Patterns.of(rules.position()),
                Patterns.of(rules.changing()));
    }
}
