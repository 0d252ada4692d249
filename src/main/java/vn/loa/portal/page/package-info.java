/**
 * A page as it came: its markup, pictures and body, and signs that it is no article at all. Nothing here knows a portal.
 */
@NullMarked
package vn.loa.portal.page;

import org.jspecify.annotations.NullMarked;
