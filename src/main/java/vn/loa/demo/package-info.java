/**
 * The sample portal of the demonstration: pages on loopback in the shape of the old Hà Nội portals, with articles in
 * {@code resources/demo} that it publishes one by one. It knows nothing of the rest of Loa.
 */
@NullMarked
package vn.loa.demo;

import org.jspecify.annotations.NullMarked;
