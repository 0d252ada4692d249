/**
 * Reading feeds: RSS, Atom, RDF and JSON Feed, with the deviations found in the wild. The result is headlines.
 */
package vn.loa.portal.feed;
