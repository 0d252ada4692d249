/**
 * A page as text blocks: its words in the order a reader sees them, the containers they stand in, and hints of their
 * class names. The finders of the room above choose among the blocks.
 */
@NullMarked
package vn.loa.portal.generic.block;

import org.jspecify.annotations.NullMarked;
