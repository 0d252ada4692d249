/**
 * Writes the beginnings and the good ends of many sendings in few statements, since each is a way to the server and back.
 */
@NullMarked
package vn.loa.store.settlement;

import org.jspecify.annotations.NullMarked;
