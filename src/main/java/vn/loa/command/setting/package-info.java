/**
 * Commands about how and when a chat is told: digest times, quiet hours, pauses, receipts, language. Pure: a request
 * goes in, a reply comes out; nothing here may know a platform.
 */
@NullMarked
package vn.loa.command.setting;

import org.jspecify.annotations.NullMarked;
