/**
 * A page or feed to headlines and articles. Which node holds what is data ({@code resources/portals/*.yaml}); what a
 * node means is code. The only package that knows jsoup, and none of jsoup's types leaves it. Pure: pages come in as
 * text, nothing is fetched, and no input makes it throw.
 */
@NullMarked
package vn.loa.portal;

import org.jspecify.annotations.NullMarked;
