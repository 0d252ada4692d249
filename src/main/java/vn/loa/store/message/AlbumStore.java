package vn.loa.store.message;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.loa.model.Media;
import vn.loa.store.Columns;
import vn.loa.store.Database;

/**
 * Keeps how far announcements with several files have come in each chat: which parts stand there, which files are missing,
 * and which could not be taken back.
 */
public final class AlbumStore {
    private static final String FILES_OF = """
            SELECT n.body FROM delivery d JOIN notice n ON n.id = d.notice_id WHERE d.id = :delivery
            """;

    private static final String BODY = "SELECT body FROM notice WHERE id = :delivery";

    private static final String CLOSED = "the bot is not a member";
    private static final String UNCONFIRMED = "may have arrived";
    private static final String BEGINNING = "only the beginning arrived";
    private static final String IN_CLOSED_CHATS =
            "c.state <> 'ACTIVE' AND m.id IS NOT NULL AND (m.amended_at IS NULL OR m.amended_at < n.amended_at)";
    private static final String OF_LOST_DELIVERIES =
            "(d.state = 'DEAD' AND EXISTS (SELECT 1 FROM delivery_part p WHERE p.delivery_id = d.id)"
                    + " OR d.id IN (SELECT g.delivery_id FROM delivery_missing g WHERE g.file = "
                    + AlbumPart.WORDS + " AND g.reason LIKE '" + UNCONFIRMED + "%'))";

    private static final String OF_BEGINNINGS =
            "d.state = 'DEAD' AND EXISTS (SELECT 1 FROM delivery_piece p WHERE p.delivery_id = d.id)";

    private static final String OF_UNTOLD_GAPS = """
            d.state = 'SENT' AND (
              n.recalled = 0 AND d.id IN (SELECT delivery_id FROM delivery_missing WHERE told = 0)
                AND NOT EXISTS (SELECT 1 FROM delivery_resend r WHERE r.delivery_id = d.id)
              OR d.id IN (SELECT delivery_id FROM delivery_remaining WHERE told = 0))
            """;
    /** A chat that takes nothing may do so for days; whatever comes of it is told apart. */
    private static final String BEING_SENT = """
            SELECT 1 FROM delivery o JOIN chat c ON c.id = o.chat_id
            WHERE o.notice_id = n.id AND o.settled_at IS NULL AND o.due_at <= :soon AND NOT EXISTS (
              SELECT 1 FROM chat_trouble t WHERE t.bot = c.bot AND t.external_id = c.external_id)
            """;

    private static final String BEING_AMENDED = """
            SELECT 1 FROM delivery o JOIN chat c ON c.id = o.chat_id JOIN message m ON m.id = o.message_id
            WHERE o.notice_id = n.id AND n.amended_at IS NOT NULL AND m.sent_at >= n.amended_at - :longest
              AND (m.amended_at IS NULL OR m.amended_at < n.amended_at) AND c.state = 'ACTIVE'
              AND (m.amend_due IS NULL OR m.amend_due <= :soon)
            """;
    /** Tries that follow one another within this are still under way. */
    private static final Duration SOON = Duration.ofMinutes(10);

    private final Database database;

    public AlbumStore(Database database) {
        this.database = database;
    }

    /** Returns how far a delivery has come. */
    public AlbumState state(long deliveryId) {
        return database.read(handle -> new AlbumState(
                MessageParts.words(handle, deliveryId),
                MessageParts.filesOf(handle, deliveryId),
                missing(handle, deliveryId)));
    }

    private static Map<Integer, String> missing(Handle handle, long deliveryId) {
        return handle.createQuery("SELECT file, reason FROM delivery_missing WHERE delivery_id = :delivery")
                .bind("delivery", deliveryId)
                .reduceRows(new TreeMap<Integer, String>(), (found, row) -> {
                    found.put(row.getColumn("file", Integer.class), row.getColumn("reason", String.class));
                    return found;
                });
    }

    /**
     * Notes a step of a delivery; what comes next has not been tried yet.
     *
     * @param chatId where that stands, by the platform's number
     * @param parts what has arrived by it
     * @param missing the files that have not arrived, counted from 0, or {@link AlbumPart#WORDS}, and why they were refused; an empty reason while they
     *     are still to be sent
     */
    public void arrived(long deliveryId, String chatId, List<AlbumPart> parts, Map<Integer, String> missing) {
        database.write(handle -> {
            MessageParts.add(handle, deliveryId, chatId, parts);
            handle.execute("DELETE FROM delivery_missing WHERE delivery_id = ?", deliveryId);
            missing.forEach((file, reason) -> insert(handle, deliveryId, file, reason));
            handle.execute(
                    "UPDATE delivery SET unconfirmed_tries = 0 WHERE id = ? AND unconfirmed_tries > 0", deliveryId);
            return parts.size();
        });
    }

    private static void insert(Handle handle, long deliveryId, int file, String reason) {
        handle.execute(
                "INSERT INTO delivery_missing (delivery_id, file, reason) VALUES (?, ?, ?)", deliveryId, file, reason);
    }

    /** Notes that the files of a delivery which have not arrived will not be sent any more. */
    public void givenUp(long deliveryId, String reason) {
        database.write(handle -> {
            Map<Integer, String> missing = missing(handle, deliveryId);
            Set<Integer> known = new HashSet<>(missing.keySet());
            known.addAll(handle.createQuery(
                            "SELECT file FROM delivery_part WHERE delivery_id = :delivery AND file IS NOT NULL")
                    .bind("delivery", deliveryId)
                    .mapTo(Integer.class)
                    .list());
            handle.execute(
                    "UPDATE delivery_missing SET reason = ? WHERE delivery_id = ? AND reason = ''", reason, deliveryId);
            int count = files(handle, FILES_OF, deliveryId).size();
            for (int file = 0; file < count; file++) {
                if (!known.contains(file)) {
                    insert(handle, deliveryId, file, reason);
                }
            }
            return count;
        });
    }

    /** Notes that nothing of a delivery is missed any more: it was taken back. */
    public void recalled(long deliveryId) {
        database.write(handle -> handle.execute("DELETE FROM delivery_missing WHERE delivery_id = ?", deliveryId));
    }

    private static List<Media.Kept> files(Handle handle, String body, long id) {
        Optional<Media> media = handle.createQuery(body)
                .bind("delivery", id)
                .mapTo(String.class)
                .findOne()
                .flatMap(json ->
                        Columns.fromJson(json, StoredMessage.class).message().media());
        if (media.isPresent() && media.get() instanceof Media.Album album) {
            return album.files();
        }
        return media.filter(Media.Kept.class::isInstance).map(Media.Kept.class::cast).stream()
                .toList();
    }

    /** Returns the further parts of a message that are still to be taken back. */
    public List<String> further(NoticeAmendment amendment) {
        return database.read(handle -> MessageParts.standing(handle, amendment.messageId()));
    }

    /** Returns whether the message that bears the words shows a file too, of several or the only one. */
    public boolean showsFile(NoticeAmendment amendment) {
        return database.read(handle -> isAlone(handle, amendment) || showsPart(handle, amendment));
    }

    private static boolean isAlone(Handle handle, NoticeAmendment amendment) {
        return files(handle, BODY, amendment.noticeId()).size() == 1;
    }

    private static boolean showsPart(Handle handle, NoticeAmendment amendment) {
        return handle.createQuery("""
                        SELECT COUNT(*) FROM delivery d JOIN delivery_part p ON p.delivery_id = d.id
                        WHERE d.message_id = :message AND p.external_id = :external AND p.file IS NOT NULL
                        """)
                .bind("message", amendment.messageId())
                .bind("external", amendment.externalId())
                .mapTo(Integer.class)
                .map(found -> found > 0)
                .one();
    }

    /** Notes that a further part was taken back. */
    public void takenBack(NoticeAmendment amendment, String part) {
        database.write(handle -> handle.createUpdate("""
                        DELETE FROM delivery_part WHERE external_id = :external AND words = 0
                          AND delivery_id IN (SELECT id FROM delivery WHERE message_id = :message)
                        """)
                .bind("external", part)
                .bind("message", amendment.messageId())
                .execute());
    }

    /** Notes that a part could not be taken back. */
    public void remains(NoticeAmendment amendment, String part, String reason) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO delivery_remaining (delivery_id, external_id, file, reason)
                        SELECT d.id, :external, COALESCE((SELECT p.file FROM delivery_part p
                          WHERE p.delivery_id = d.id AND p.external_id = :external), :alone), :reason
                        FROM delivery d WHERE d.message_id = :message
                        ON CONFLICT (delivery_id, external_id) DO NOTHING
                        """)
                .bind("external", part)
                .bindByType("alone", isAlone(handle, amendment) ? 0 : null, Integer.class)
                .bind("reason", reason)
                .bind("message", amendment.messageId())
                .execute());
    }

    /**
     * Returns what of an announcement did not arrive or could not be taken back: the files in their order. Of what was taken
     * back nobody misses a file.
     */
    public List<AlbumGap> gaps(long noticeId) {
        return database.read(handle -> {
            List<Media.Kept> files = files(handle, BODY, noticeId);
            List<AlbumGap> gaps = new ArrayList<>();
            gaps.addAll(gaps(handle, AlbumGap.Kind.MISSING, "delivery_missing", noticeId, files));
            gaps.addAll(gaps(handle, AlbumGap.Kind.REMAINING, "delivery_remaining", noticeId, files));
            addStanding(gaps, CLOSED, standing(handle, noticeId, IN_CLOSED_CHATS));
            addStanding(gaps, UNCONFIRMED, standing(handle, noticeId, OF_LOST_DELIVERIES));
            addStanding(gaps, BEGINNING, standing(handle, noticeId, OF_BEGINNINGS));
            return gaps;
        });
    }

    private static void addStanding(List<AlbumGap> gaps, String reason, int chats) {
        if (chats > 0) {
            gaps.add(gap(AlbumGap.Kind.REMAINING, null, List.of(), reason, chats));
        }
    }

    /** Counts the chats in which something stands of an announcement that was taken back, and where nothing can be done. */
    private static int standing(Handle handle, long noticeId, String where) {
        return handle.createQuery("""
                        SELECT COUNT(*) FROM notice n JOIN delivery d ON d.notice_id = n.id
                          JOIN chat c ON c.id = d.chat_id LEFT JOIN message m ON m.id = d.message_id
                        WHERE n.id = :notice AND n.recalled = 1 AND\s""" + where)
                .bind("notice", noticeId)
                .mapTo(Integer.class)
                .one();
    }

    private static List<AlbumGap> gaps(
            Handle handle, AlbumGap.Kind kind, String table, long noticeId, List<Media.Kept> files) {
        return handle.createQuery(
                        "SELECT g.file, g.reason, COUNT(*) AS chats FROM " + table + """
                         g JOIN delivery d ON d.id = g.delivery_id JOIN notice n ON n.id = d.notice_id
                        WHERE d.notice_id = :notice AND d.state = 'SENT' AND (n.recalled = 0 OR :missing = 0) GROUP BY g.file, g.reason
                        ORDER BY COALESCE(g.file, %d), chats DESC, g.reason
                        """.formatted(AlbumPart.WORDS))
                .bind("notice", noticeId)
                .bind("missing", kind == AlbumGap.Kind.MISSING ? 1 : 0)
                .map((row, context) -> gap(
                        kind,
                        Columns.optionalLong(row, "file").isPresent() ? (Integer) row.getInt("file") : null,
                        files,
                        row.getString("reason"),
                        row.getInt("chats")))
                .list();
    }

    private static AlbumGap gap(
            AlbumGap.Kind kind, @Nullable Integer file, List<Media.Kept> files, String reason, int chats) {
        Optional<Media.Kept> kept = Optional.ofNullable(file)
                .filter(each -> each >= 0 && each < files.size())
                .map(files::get);
        return new AlbumGap(
                kind,
                Optional.ofNullable(file).filter(each -> each != AlbumPart.WORDS),
                kept.map(Media.Kept::name).orElse(""),
                kept.filter(each -> each.form() == Media.Kept.Form.PHOTO).isPresent(),
                reason,
                chats);
    }

    /**
     * Returns the announcements with such parts of which their authors do not know, and of which nothing is under way any
     * more; they count as told now.
     */
    public List<Long> takeUntold(Instant now) {
        return database.transaction(() -> {
            List<Long> notices = database.read(handle -> untold(handle, now.plus(SOON)));
            if (!notices.isEmpty()) {
                database.write(handle -> told(handle, notices));
            }
            return notices;
        });
    }

    private static List<Long> untold(Handle handle, Instant soon) {
        return handle.createQuery("SELECT DISTINCT n.id FROM delivery d JOIN notice n ON n.id = d.notice_id WHERE "
                        + OF_UNTOLD_GAPS + " AND NOT EXISTS (" + BEING_SENT + ") AND NOT EXISTS (" + BEING_AMENDED
                        + ") ORDER BY n.id")
                .bind("soon", soon.toEpochMilli())
                .bind("longest", NoticeAmendmentStore.LONGEST.toMillis())
                .mapTo(Long.class)
                .list();
    }

    private static int told(Handle handle, List<Long> notices) {
        return Stream.of(
                        "delivery_remaining SET told = 1 WHERE told = 0",
                        "delivery_missing SET told = 1 WHERE told = 0"
                                + " AND delivery_id NOT IN (SELECT delivery_id FROM delivery_resend)")
                .mapToInt(table -> handle.createUpdate(
                                "UPDATE " + table + " AND delivery_id IN (SELECT id FROM delivery WHERE state = 'SENT'"
                                        + " AND notice_id IN (<notices>))")
                        .bindList("notices", notices)
                        .execute())
                .sum();
    }
}
