/** Text to sound, by a program that the operator chose. Knows nothing of the rest of Loa. */
package vn.loa.voice;
