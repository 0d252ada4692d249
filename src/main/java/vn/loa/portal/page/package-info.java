/**
 * A page as it came: its markup, pictures and body, and signs that it is no article at all. Nothing here knows a portal.
 */
package vn.loa.portal.page;
