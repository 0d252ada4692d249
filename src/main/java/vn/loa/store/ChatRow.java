package vn.loa.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.StatementContext;
import vn.loa.model.Bot;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;

/** Reads a row of the table {@code chat}, by itself or joined to others. */
public final class ChatRow {
    private ChatRow() {}

    /** Reads the chat whose columns the row holds under their own names. */
    public static Chat chat(ResultSet row, StatementContext context) throws SQLException {
        ChatAddress address = new ChatAddress(
                Bot.parse(row.getString("bot")), row.getString("external_id"), row.getString("topic_id"));
        return new Chat(
                row.getLong("id"),
                address,
                ChatKind.valueOf(row.getString("kind")),
                named(row),
                ChatState.valueOf(row.getString("state")),
                row.getString("closed_reason"),
                Columns.instant(row, "created_at"));
    }

    private static String named(ResultSet row) throws SQLException {
        String given = row.getString("given_name");
        String named = given.isEmpty() ? row.getString("title") : given;
        return named.isEmpty() ? row.getString("usual_name") : named;
    }
}
