package vn.loa.watch;

import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import vn.loa.attachment.AttachmentReader;
import vn.loa.fetch.Fetcher;
import vn.loa.portal.PortalCatalog;

/**
 * Access to portals: asks for their pages and reads them.
 *
 * @param attachments reads the documents of articles, if they are to be read
 * @param zone where the portals' civil times hold
 */
public record PortalAccess(
        Fetcher fetcher, PortalCatalog portals, Optional<AttachmentReader> attachments, ZoneId zone) {
    public PortalAccess {
        Objects.requireNonNull(fetcher);
        Objects.requireNonNull(portals);
        Objects.requireNonNull(attachments);
        Objects.requireNonNull(zone);
    }

    /** Makes an access without attachments. */
    public PortalAccess(Fetcher fetcher, PortalCatalog portals, ZoneId zone) {
        this(fetcher, portals, Optional.empty(), zone);
    }
}
