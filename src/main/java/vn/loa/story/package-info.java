/**
 * Tells whether two articles of different portals are one story: the fingerprint by which likely ones are found, and the
 * comparison that decides. Pure; the store keeps the fingerprints, the watch asks.
 */
@NullMarked
package vn.loa.story;

import org.jspecify.annotations.NullMarked;
