/** Text to sound, by a program that the operator chose. Knows nothing of the rest of Loa. */
@NullMarked
package vn.loa.voice;

import org.jspecify.annotations.NullMarked;
