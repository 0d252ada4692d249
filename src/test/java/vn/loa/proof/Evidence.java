package vn.loa.proof;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.emulator.Call;
import vn.loa.emulator.History;

/**
 * What the ledger claims, beside what people received. There is one announcement, so a message is known by its chat.
 *
 * @param rows the ledger
 * @param received the messages that reached somebody, repeated ones as often as they did
 */
record Evidence(List<Row> rows, List<Receipt> received) {
    /** A line of the ledger. */
    record Row(String chatId, String state, Optional<String> messageId, String reason, boolean begun) {
        /** Twice interrupted: it is not sent a third time, and stands in the list with this reason. */
        boolean maybe() {
            return state.equals("DEAD") && reason.startsWith("may have arrived");
        }

        boolean sent() {
            return state.equals("SENT");
        }

        boolean settled() {
            return sent() || state.equals("DEAD");
        }

        private Receipt receipt() {
            return new Receipt(chatId, messageId.orElse("none"));
        }
    }

    /** A message in a chat. */
    record Receipt(String chatId, String messageId) {}

    /** Reads the ledger without changing it, and all that the platform has seen. */
    static Evidence of(GroundDatabase database, History history) {
        return new Evidence(
                rows(database),
                history.messages().stream().map(Evidence::receipt).toList());
    }

    private static Receipt receipt(Call call) {
        return new Receipt(call.chatId(), Long.toString(call.messageId()));
    }

    private static List<Row> rows(GroundDatabase database) {
        List<Row> rows = new ArrayList<>();
        try (Connection connection = database.look();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("""
                        SELECT c.external_id, d.state, m.external_id, COALESCE(d.last_error, ''), d.in_flight
                        FROM delivery d JOIN chat c ON c.id = d.chat_id LEFT JOIN message m ON m.id = d.message_id
                        """)) {
            while (found.next()) {
                rows.add(new Row(
                        found.getString(1),
                        found.getString(2),
                        Optional.ofNullable(found.getString(3)),
                        found.getString(4),
                        found.getInt(5) == 1));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be read", e);
        }
    }

    /** Chats that received it at least once. */
    Set<String> reached() {
        return received.stream().map(Receipt::chatId).collect(Collectors.toSet());
    }

    /** How many copies the chat with most of them got. */
    long mostCopies() {
        return received.stream()
                .collect(Collectors.groupingBy(Receipt::chatId, Collectors.counting()))
                .values()
                .stream()
                .max(Long::compare)
                .orElse(0L);
    }

    /** How many messages were one too many. */
    int repeated() {
        return received.size() - reached().size();
    }

    /** Chats that received it, though the ledger does not know: what was under way when the program died. */
    Set<String> untold() {
        Set<String> sent = rows.stream().filter(Row::sent).map(Row::chatId).collect(Collectors.toSet());
        return reached().stream().filter(chat -> !sent.contains(chat)).collect(Collectors.toSet());
    }

    /**
     * The same, of what was received after an earlier death only. What was under way then may wait for its next try, and
     * is not told for as long.
     */
    Set<String> untoldSince(Evidence earlier) {
        Set<String> untold = untold();
        return chatsSince(earlier.received().size()).stream()
                .filter(untold::contains)
                .collect(Collectors.toSet());
    }

    /** Chats whose message had begun to be sent and had not ended. */
    Set<String> begun() {
        return rows.stream().filter(Row::begun).map(Row::chatId).collect(Collectors.toSet());
    }

    /** Those of them that had not received it. */
    Set<String> begunOnly() {
        Set<String> reached = reached();
        return begun().stream().filter(chat -> !reached.contains(chat)).collect(Collectors.toSet());
    }

    /** Returns the chats of what was received after so many messages. */
    List<String> chatsSince(int messages) {
        return received.stream().skip(messages).map(Receipt::chatId).toList();
    }

    /** Lines that stand as sent, while the platform never made such a message in that chat. */
    List<Row> invented() {
        Set<Receipt> real = Set.copyOf(received);
        return rows.stream()
                .filter(Row::sent)
                .filter(row -> !real.contains(row.receipt()))
                .toList();
    }

    /** Lines whose story is not over. */
    List<Row> open() {
        return rows.stream().filter(row -> !row.settled()).toList();
    }
}
