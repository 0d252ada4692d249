/**
 * The time in which an Official Account may write to a person: seven days from what the person did last (facts of Zalo, 2.4
 * and part 5). What was seen is remembered, and Zalo is asked where that is not enough.
 */
@NullMarked
package vn.loa.zalo.oa.window;

import org.jspecify.annotations.NullMarked;
