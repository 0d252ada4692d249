/** Two revisions of an article compared: what changed for those who read it. Pure. */
@NullMarked
package vn.loa.revision;

import org.jspecify.annotations.NullMarked;
