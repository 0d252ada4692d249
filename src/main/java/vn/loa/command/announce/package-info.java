/**
 * The announcement by hand: its draft, its audience and its way into the ledger. Nothing here may send.
 */
@NullMarked
package vn.loa.command.announce;

import org.jspecify.annotations.NullMarked;
