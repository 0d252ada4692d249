/**
 * Deadlines that a text sets: by when, what is due, and to whom. Pure. A lone date is never a deadline, nor is what has
 * been done, an event, or the validity of a paper.
 */
@NullMarked
package vn.loa.document.deadline;

import org.jspecify.annotations.NullMarked;
