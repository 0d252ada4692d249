/**
 * The article that a page's scripts would show in a browser: the state that applications send as JSON. Knows nothing of
 * how articles are read from pages.
 */
@NullMarked
package vn.loa.portal.generic.script;

import org.jspecify.annotations.NullMarked;
