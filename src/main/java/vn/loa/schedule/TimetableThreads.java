package vn.loa.schedule;

/**
 * Says how many threads a timetable has.
 *
 * @param work for all work but checks
 * @param checks they wait for portals, so they have threads of their own: no portal may keep a message waiting
 */
public record TimetableThreads(int work, int checks) {
    static final TimetableThreads MOST = new TimetableThreads(12, 12);
    /** Dispatch, corrections and receipts; and as many for what belongs to no bot. */
    private static final int OF_A_BOT = 3;

    private static final int LEAST_CHECKS = 4;

    /** Returns as many as keep each bot's jobs and each source from waiting for others, twelve of each at most. */
    public static TimetableThreads of(int bots, int sources) {
        int work = OF_A_BOT + OF_A_BOT * Math.max(1, bots);
        return new TimetableThreads(
                Math.min(MOST.work(), work), Math.min(MOST.checks(), Math.max(LEAST_CHECKS, sources + 1)));
    }
}
