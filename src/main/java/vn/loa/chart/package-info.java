/**
 * Numbers as pictures: PNG charts in a font that Loa brings along, since a server may have none with Vietnamese letters.
 * Nothing here knows what the numbers mean, and nothing that asks a screen may enter.
 */
@NullMarked
package vn.loa.chart;

import org.jspecify.annotations.NullMarked;
