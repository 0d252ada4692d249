/**
 * What may be thrown at the reading of portals without its throwing back. An ordinary build replays the inputs that are
 * kept in {@code src/test/resources/vn/loa/fuzz}; with {@code JAZZER_FUZZ=1} Jazzer looks for new ones.
 */
package vn.loa.fuzz;
