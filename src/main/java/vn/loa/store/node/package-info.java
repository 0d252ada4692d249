/** Which nodes share a database server, and which of them runs which bot. */
@NullMarked
package vn.loa.store.node;

import org.jspecify.annotations.NullMarked;
