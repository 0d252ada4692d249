/**
 * Attachments of a page: links, viewers and boxes that lead to documents, and how a document is called.
 */
@NullMarked
package vn.loa.portal.generic.attachment;

import org.jspecify.annotations.NullMarked;
