package vn.loa.summary;

/**
 * The limits of a summary's length.
 *
 * @param units at most so many UTF-16 units, blanks between the sentences counted; at least {@value #FEWEST_UNITS}
 * @param sentences at most so many sentences, 1 to {@value #MOST_SENTENCES}
 */
public record SummaryLimits(int units, int sentences) {
    private static final int FEWEST_UNITS = 80;
    private static final int MOST_SENTENCES = 3;

    public SummaryLimits {
        if (units < FEWEST_UNITS) {
            throw new IllegalArgumentException("units " + units + ": at least " + FEWEST_UNITS);
        }
        if (sentences < 1 || sentences > MOST_SENTENCES) {
            throw new IllegalArgumentException("sentences " + sentences + ": 1 to " + MOST_SENTENCES);
        }
    }

    /** Returns the limits for an announcement: three sentences, 400 UTF-16 units. */
    public static SummaryLimits ofAnnouncement() {
        return new SummaryLimits(400, MOST_SENTENCES);
    }
}
