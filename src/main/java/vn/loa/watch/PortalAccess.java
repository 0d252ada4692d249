package vn.loa.watch;

import java.time.ZoneId;
import java.util.Objects;
import vn.loa.fetch.Fetcher;
import vn.loa.portal.PortalCatalog;

/**
 * Access to portals: asks for their pages and reads them.
 *
 * @param zone where the portals' civil times hold
 */
public record PortalAccess(Fetcher fetcher, PortalCatalog portals, ZoneId zone) {
    public PortalAccess {
        Objects.requireNonNull(fetcher);
        Objects.requireNonNull(portals);
        Objects.requireNonNull(zone);
    }
}
