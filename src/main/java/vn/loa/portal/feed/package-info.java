/**
 * Reading feeds: RSS, Atom, RDF and JSON Feed, with the deviations found in the wild. The result is headlines.
 */
@NullMarked
package vn.loa.portal.feed;

import org.jspecify.annotations.NullMarked;
