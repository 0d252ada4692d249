/**
 * Addresses of articles: their normal form, dates in them, keys of articles, and what changes from fetch to fetch.
 * Nothing is fetched or parsed here.
 */
@NullMarked
package vn.loa.portal.address;

import org.jspecify.annotations.NullMarked;
