package vn.loa.schedule.cluster;

/** Sees to it that of all nodes one at a time checks a source of a host. */
public interface HostTurns {
    /**
     * Takes the turn of a host for a check.
     *
     * @return false while somebody has it, on this node or another
     */
    boolean take(String host);

    /** Gives the turn of a host back. */
    void release(String host);
}
