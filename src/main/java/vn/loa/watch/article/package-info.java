/**
 * One article on its way into the archive: its page, its attachments, its document, and what keeps it from being
 * news. Which articles of a list are new is decided one room up.
 */
@NullMarked
package vn.loa.watch.article;

import org.jspecify.annotations.NullMarked;
