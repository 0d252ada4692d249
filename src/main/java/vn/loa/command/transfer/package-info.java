/**
 * Import and export of subscriptions and sources as files. The formats of the files live here and nowhere else.
 */
@NullMarked
package vn.loa.command.transfer;

import org.jspecify.annotations.NullMarked;
