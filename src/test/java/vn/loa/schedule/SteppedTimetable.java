package vn.loa.schedule;

/** Runs the work of a timetable at the times of a test; nothing fires by itself. */
public final class SteppedTimetable {
    private final Timetable timetable;

    /** Takes over a timetable that has not started. */
    public SteppedTimetable(Timetable timetable) {
        this.timetable = timetable;
        timetable.stepByHand();
    }

    /** Runs a work by its name once, on this thread. */
    public void run(String name) {
        timetable.run(name);
    }
}
