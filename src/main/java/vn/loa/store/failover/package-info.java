/** Keeps which units hear each announcement once, in whichever of their chats works, and where it goes at present. */
@NullMarked
package vn.loa.store.failover;

import org.jspecify.annotations.NullMarked;
