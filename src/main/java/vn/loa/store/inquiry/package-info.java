/** The store of questions that chats are asked, and of their answers. */
@NullMarked
package vn.loa.store.inquiry;

import org.jspecify.annotations.NullMarked;
