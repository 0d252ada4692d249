/**
 * Reads a news page that no rule describes: the article on it, or the list of articles. Nothing here knows a portal, a
 * date format or an article's identity; the parent package turns what is found into the model. jsoup's types come in,
 * and none goes out.
 *
 * <p>How an article is found: {@link vn.loa.portal.generic.block.PageText} cuts the page into text blocks in one walk,
 * {@link vn.loa.portal.generic.Pruning} takes away what the page itself names as boilerplate,
 * {@link vn.loa.portal.generic.BodyFinder} lets what is left vote for the element that holds the article, and
 * {@link vn.loa.portal.generic.BodyTrim} takes single lines of boilerplate out of it. All of it is linear in the size
 * of the page and free of recursion.
 */
@NullMarked
package vn.loa.portal.generic;

import org.jspecify.annotations.NullMarked;
