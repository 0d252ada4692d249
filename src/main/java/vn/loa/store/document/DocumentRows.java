package vn.loa.store.document;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import vn.loa.document.DocumentCard;
import vn.loa.document.DocumentKind;
import vn.loa.document.DocumentNumber;
import vn.loa.document.deadline.Deadline;
import vn.loa.document.deadline.Recurrence;
import vn.loa.store.Columns;

/** Reads rows of documents and deadlines. */
final class DocumentRows {
    private DocumentRows() {}

    static DocumentCard card(ResultSet row, StatementContext context) throws SQLException {
        String number = row.getString("number");
        return new DocumentCard(
                number.isEmpty() ? Optional.empty() : Optional.of(DocumentNumber.parse(number)),
                Columns.optionalText(row, "kind").map(DocumentKind::valueOf),
                row.getString("issuer"),
                row.getString("place"),
                Columns.optionalText(row, "issued_on").map(LocalDate::parse),
                row.getString("subject"),
                row.getString("signer"),
                Columns.strings(row, "recipients"));
    }

    static ArchivedDocument archived(ResultSet row, StatementContext context) throws SQLException {
        return new ArchivedDocument(card(row, context), row.getString("title"), URI.create(row.getString("url")));
    }

    static Deadline deadline(ResultSet row, StatementContext context) throws SQLException {
        return new Deadline(
                LocalDate.parse(row.getString("due_on")),
                Columns.optionalText(row, "due_time").map(LocalTime::parse),
                Recurrence.valueOf(row.getString("recurrence")),
                row.getString("task"),
                row.getString("recipient"),
                row.getString("sentence"));
    }

    static SetDeadline set(ResultSet row, StatementContext context) throws SQLException {
        return new SetDeadline(
                row.getLong("id"),
                row.getLong("article_id"),
                deadline(row, context),
                row.getString("title"),
                URI.create(row.getString("url")));
    }
}
