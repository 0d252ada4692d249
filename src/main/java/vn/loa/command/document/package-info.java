/** Commands about official documents: finding them, and the deadlines that they set. */
@NullMarked
package vn.loa.command.document;

import org.jspecify.annotations.NullMarked;
