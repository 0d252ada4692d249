package vn.loa.bot;

/**
 * Counts the groups that a platform has sold to an account.
 *
 * @param used how many of them are made
 * @param all how many may be made in all
 */
public record GroupPlaces(int used, int all) {}
