/**
 * Questions that chats are asked, with answers that are collected: the asking, the answering, and the table of answers.
 * Nothing here may send.
 */
@NullMarked
package vn.loa.command.inquiry;

import org.jspecify.annotations.NullMarked;
