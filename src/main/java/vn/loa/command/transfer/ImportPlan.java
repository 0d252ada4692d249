package vn.loa.command.transfer;

/**
 * Holds the changes that an import would make.
 *
 * @param told the text that describes them
 * @param apply makes them, in the caller's transaction
 * @param after runs once they are made
 */
record ImportPlan(int adding, int removing, String told, Runnable apply, Runnable after) {
    /** The most changes that a preview names. */
    static final int SHOWN = 20;
}
