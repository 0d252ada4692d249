/**
 * Import and export of subscriptions and sources as files. The formats of the files live here and nowhere else.
 */
package vn.loa.command.transfer;
