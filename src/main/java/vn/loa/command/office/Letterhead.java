package vn.loa.command.office;

import java.util.Objects;

/**
 * Tells how the office that runs Loa heads its papers; empty strings where it did not say.
 *
 * @param superior the body above it
 * @param issuer its own name
 * @param place where it writes, for the line of the date
 * @param signer who signs at the right, as {@code TM. BAN THƯỜNG TRỰC}
 */
public record Letterhead(String superior, String issuer, String place, String signer) {
    /** Leaves everything to the units. */
    public static final Letterhead NONE = new Letterhead("", "", "", "");

    public Letterhead {
        Objects.requireNonNull(superior);
        Objects.requireNonNull(issuer);
        Objects.requireNonNull(place);
        Objects.requireNonNull(signer);
    }
}
