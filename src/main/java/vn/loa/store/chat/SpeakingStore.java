package vn.loa.store.chat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.StatementContext;
import vn.loa.model.PersonId;
import vn.loa.model.QuietHours;
import vn.loa.model.SpeakingTimes;
import vn.loa.store.Columns;
import vn.loa.store.Database;

/** When each chat wants to hear ordinary news, where it chose something. */
public final class SpeakingStore {
    private final Database database;

    public SpeakingStore(Database database) {
        this.database = database;
    }

    /**
     * Holds the times that a chat chose.
     *
     * @param times when it wants to hear
     * @param since when it said so last
     */
    public record Choice(SpeakingTimes times, Instant since) {
        /** Of a chat that chose nothing. */
        public static final Choice NONE = new Choice(SpeakingTimes.USUAL, Instant.EPOCH);

        public Choice {
            Objects.requireNonNull(times);
            Objects.requireNonNull(since);
        }
    }

    /** Returns the choice of a chat; {@link Choice#NONE} when it never chose. */
    public Choice of(long chatId) {
        return of(List.of(chatId)).getOrDefault(chatId, Choice.NONE);
    }

    /** Returns the choices of these chats; those that never chose are left out. */
    public Map<Long, Choice> of(Collection<Long> chatIds) {
        if (chatIds.isEmpty()) {
            return Map.of();
        }
        return database.read(handle -> handle.createQuery("SELECT * FROM speaking_times WHERE chat_id IN (<chats>)")
                .bindList("chats", List.copyOf(chatIds))
                .reduceResultSet(new HashMap<>(), SpeakingStore::collect));
    }

    private static Map<Long, Choice> collect(Map<Long, Choice> found, ResultSet row, StatementContext context)
            throws SQLException {
        found.put(row.getLong("chat_id"), new Choice(times(row), Columns.instant(row, "changed_at")));
        return found;
    }

    /** Keeps what a chat chose. */
    public void set(long chatId, SpeakingTimes times, PersonId by, Instant now) {
        set(chatId, times, by.key(), now);
    }

    /** Keeps what the configuration chose for a chat, so Loa itself and no person. */
    public void setByLoa(long chatId, SpeakingTimes times, Instant now) {
        set(chatId, times, "loa", now);
    }

    private void set(long chatId, SpeakingTimes times, String by, Instant now) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO speaking_times (chat_id, digests, quiet_from, quiet_to, quiet_mode, working_days,
                          paused_until, changed_by, changed_at)
                        VALUES (:chat, :digests, :from, :to, :mode, :days, :paused, :by, :now)
                        ON CONFLICT (chat_id) DO UPDATE SET digests = excluded.digests,
                          quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
                          quiet_mode = excluded.quiet_mode, working_days = excluded.working_days,
                          paused_until = excluded.paused_until, changed_by = excluded.changed_by,
                          changed_at = excluded.changed_at
                        """)
                .bind("chat", chatId)
                .bind(
                        "digests",
                        times.digests().stream().map(LocalTime::toString).collect(Collectors.joining(" ")))
                .bind(
                        "from",
                        times.quiet().map(hours -> hours.from().toString()).orElse(null))
                .bind("to", times.quiet().map(hours -> hours.to().toString()).orElse(null))
                .bind("mode", times.quiet().map(hours -> hours.mode().name()).orElse(null))
                .bind("days", times.workingDaysOnly() ? 1 : 0)
                .bind("paused", Columns.millis(times.pausedUntil()))
                .bind("by", by)
                .bind("now", now.toEpochMilli())
                .execute());
    }

    /** Counts the active chats that are paused. */
    public int paused(Instant now) {
        return database.read(handle -> handle.createQuery("""
                        SELECT COUNT(*) FROM speaking_times s JOIN chat c ON c.id = s.chat_id
                        WHERE c.state = 'ACTIVE' AND s.paused_until > :now
                        """)
                .bind("now", now.toEpochMilli())
                .mapTo(Integer.class)
                .one());
    }

    private static SpeakingTimes times(ResultSet row) throws SQLException {
        List<LocalTime> digests = Arrays.stream(row.getString("digests").split(" "))
                .filter(time -> !time.isEmpty())
                .map(LocalTime::parse)
                .toList();
        return new SpeakingTimes(
                digests, quiet(row), row.getInt("working_days") == 1, Columns.optionalInstant(row, "paused_until"));
    }

    private static Optional<QuietHours> quiet(ResultSet row) throws SQLException {
        String mode = row.getString("quiet_mode");
        return mode == null
                ? Optional.empty()
                : Optional.of(new QuietHours(
                        LocalTime.parse(row.getString("quiet_from")),
                        LocalTime.parse(row.getString("quiet_to")),
                        QuietHours.Mode.valueOf(mode)));
    }
}
