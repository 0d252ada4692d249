package vn.loa.delivery.connection;

import java.util.List;
import java.util.Map;
import vn.loa.model.ChatAddress;
import vn.loa.store.message.AlbumPart;

/** Takes down what of an album has arrived, before more of it is sent. */
@FunctionalInterface
public interface AlbumProgress {
    /**
     * Takes down a step.
     *
     * @param to where it stands
     * @param parts what has arrived by it
     * @param missing the files that have not arrived, counted from 0, or {@link AlbumPart#WORDS}, each with the reason for which it was refused or an
     *     empty one
     */
    void arrived(ChatAddress to, List<AlbumPart> parts, Map<Integer, String> missing);

    /** Returns how many tries of the part that goes next have ended without anybody knowing whether it arrived. */
    default int unconfirmedTries() {
        return 0;
    }

    /** Returns whether only files go, whose words have stood in the chat for long; they may be called off at any time. */
    default boolean onlyFiles() {
        return false;
    }
}
