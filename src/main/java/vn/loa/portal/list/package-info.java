/**
 * Holds what a list or feed offered: its headlines, what was skipped and why, and which number of an address is an
 * identity there.
 */
@NullMarked
package vn.loa.portal.list;

import org.jspecify.annotations.NullMarked;
