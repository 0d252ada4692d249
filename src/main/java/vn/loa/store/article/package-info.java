/**
 * Stores of articles, of the lists and sources they come from, and of the stories that several of them tell. Sending, receipts
 * and chats live in the rooms beside it.
 */
@NullMarked
package vn.loa.store.article;

import org.jspecify.annotations.NullMarked;
