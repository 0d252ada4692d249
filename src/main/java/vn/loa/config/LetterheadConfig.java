package vn.loa.config;

import vn.loa.config.value.ValueTypes;
import vn.loa.config.yaml.Section;

/**
 * Configures how tables for the office are headed; empty strings leave it to the unit of the chat that asks.
 *
 * @param superior the body above the office
 * @param issuer the office
 * @param place where it writes
 * @param signer who signs at the right
 */
public record LetterheadConfig(String superior, String issuer, String place, String signer) {
    private static final int LONGEST = 120;

    static LetterheadConfig read(Section letterhead) {
        return new LetterheadConfig(
                letterhead.value("superior", ValueTypes.line(LONGEST), "").strip(),
                letterhead.value("issuer", ValueTypes.line(LONGEST), "").strip(),
                letterhead.value("place", ValueTypes.line(LONGEST), "").strip(),
                letterhead.value("signer", ValueTypes.line(LONGEST), "").strip());
    }
}
