/**
 * Personal data in text: recognised and left out of what is sent to groups. Pure.
 */
@NullMarked
package vn.loa.text.privacy;

import org.jspecify.annotations.NullMarked;
