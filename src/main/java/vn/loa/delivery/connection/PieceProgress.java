package vn.loa.delivery.connection;

/** Takes down which pieces of a long message have gone, before more of it is sent. */
@FunctionalInterface
public interface PieceProgress {
    /**
     * Takes down a piece that the platform has taken.
     *
     * @param number its place, counted from 0
     * @param words what it says
     * @param externalId the platform's number of it
     */
    void taken(int number, String words, String externalId);
}
