/**
 * Values as they stand in the configuration, sizes, durations, secrets, and how each is read from its text. No
 * section or key is known here.
 */
@NullMarked
package vn.loa.config.value;

import org.jspecify.annotations.NullMarked;
