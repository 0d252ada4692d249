/**
 * Attachments with their text, documents with their cards and deadlines, reminders and calendars. How a document
 * is read is not known here.
 */
@NullMarked
package vn.loa.store.document;

import org.jspecify.annotations.NullMarked;
