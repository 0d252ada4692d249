/**
 * Commands about what a chat follows: subscribe, unsubscribe, list, latest articles, search. Pure: a request goes in,
 * a reply comes out; nothing here may know a platform.
 */
@NullMarked
package vn.loa.command.follow;

import org.jspecify.annotations.NullMarked;
