/**
 * Contains the commands about chats and people: first contact, approval, invitation, roles, units, and acting on
 * another chat. Pure: a request goes in, a reply comes out; nothing here may know a platform.
 */
@NullMarked
package vn.loa.command.chat;

import org.jspecify.annotations.NullMarked;
