package vn.loa.store.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.loa.store.Database;

/**
 * Keeps which pieces of messages that are too long for one their platform has taken. A piece is known by its place and its
 * words: where the words have changed since, it and all after it are still to be sent.
 */
public final class PieceStore {
    private final Database database;

    public PieceStore(Database database) {
        this.database = database;
    }

    private record Piece(String digest, String externalId) {}

    /** Returns the platform's numbers of the pieces that it has taken from the beginning on without a gap, as they read here. */
    public List<String> taken(long deliveryId, List<String> pieces) {
        Map<Integer, Piece> known = pieces(deliveryId);
        int taken = 0;
        while (taken < pieces.size() && says(known.get(taken), pieces.get(taken))) {
            taken++;
        }
        return known.values().stream().limit(taken).map(Piece::externalId).toList();
    }

    private static boolean says(@Nullable Piece piece, String words) {
        return piece != null && piece.digest().equals(digest(words));
    }

    private Map<Integer, Piece> pieces(long deliveryId) {
        return database.read(handle -> handle.createQuery("SELECT number, digest, external_id FROM delivery_piece"
                        + " WHERE delivery_id = :delivery AND number >= 0")
                .bind("delivery", deliveryId)
                .reduceRows(new TreeMap<Integer, Piece>(), (found, row) -> {
                    found.put(
                            row.getColumn("number", Integer.class),
                            new Piece(
                                    row.getColumn("digest", String.class), row.getColumn("external_id", String.class)));
                    return found;
                }));
    }

    /** Returns the platform's number of the first piece that it has taken; empty when it has taken none. */
    public Optional<String> first(long deliveryId) {
        return Optional.ofNullable(pieces(deliveryId).get(0)).map(Piece::externalId);
    }

    /**
     * Notes that the platform has taken a piece; what comes next has not been tried yet. A piece that said something else, and
     * all behind it, are replaced; an answer to one of them still counts.
     *
     * @param deliveryIds what the message delivers
     * @param number its place, counted from 0
     */
    public void add(Collection<Long> deliveryIds, int number, String words, String externalId) {
        Piece piece = new Piece(digest(words), externalId);
        database.write(handle -> {
            deliveryIds.forEach(each -> add(handle, each, number, piece));
            return deliveryIds.size();
        });
    }

    private static void add(Handle handle, long deliveryId, int number, Piece piece) {
        Optional<String> before = handle.createQuery(
                        "SELECT digest FROM delivery_piece WHERE delivery_id = :delivery AND number = :number")
                .bind("delivery", deliveryId)
                .bind("number", number)
                .mapTo(String.class)
                .findOne();
        if (before.isPresent() && !before.get().equals(piece.digest())) {
            replace(handle, deliveryId, number);
        }
        if (!before.equals(Optional.of(piece.digest()))) {
            handle.execute(
                    "INSERT INTO delivery_piece (delivery_id, number, digest, external_id) VALUES (?, ?, ?, ?)",
                    deliveryId,
                    number,
                    piece.digest(),
                    piece.externalId());
        }
        handle.execute("UPDATE delivery SET unconfirmed_tries = 0 WHERE id = ? AND unconfirmed_tries > 0", deliveryId);
    }

    /** One without a number on its platform cannot be answered. */
    private static void replace(Handle handle, long deliveryId, int number) {
        String behind = " WHERE delivery_id = ? AND number >= ?";
        handle.execute("DELETE FROM delivery_piece" + behind + " AND external_id = ''", deliveryId, number);
        handle.execute("UPDATE delivery_piece SET number = -1 - number" + behind, deliveryId, number);
    }

    private static String digest(String words) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java knows SHA-256", e);
        }
    }
}
