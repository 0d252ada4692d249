package vn.loa.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.loa.store.file.FileProblems;

/** Copies tables from one database to another of the same schema, as an embedded database tells it. */
final class TableCopy {
    private static final int AT_ONCE = 500;

    /** The columns of each table and their types. */
    private final Map<String, Map<String, String>> columns = new LinkedHashMap<>();

    /** The tables to whose rows those of a table point. */
    private final Map<String, Set<String>> needed = new LinkedHashMap<>();

    private TableCopy() {}

    /** Reads the schema of an embedded database. */
    static TableCopy of(Connection embedded) {
        try {
            TableCopy tables = new TableCopy();
            for (String table : texts(embedded, "SELECT name FROM sqlite_master WHERE type = 'table'", "name")) {
                if (!table.startsWith("sqlite_") && !table.startsWith("flyway_")) {
                    tables.add(embedded, table);
                }
            }
            return tables;
        } catch (SQLException e) {
            throw new IllegalStateException("the tables cannot be listed", e);
        }
    }

    private void add(Connection embedded, String table) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        List<String> names = texts(embedded, "PRAGMA table_info(" + table + ")", "name");
        List<String> declared = texts(embedded, "PRAGMA table_info(" + table + ")", "type");
        for (int i = 0; i < names.size(); i++) {
            types.put(names.get(i), declared.get(i));
        }
        columns.put(table, types);
        Set<String> others = new LinkedHashSet<>(texts(embedded, "PRAGMA foreign_key_list(" + table + ")", "table"));
        others.remove(table);
        needed.put(table, others);
    }

    private static List<String> texts(Connection connection, String query, String column) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(column));
            }
            return found;
        }
    }

    /** Returns the tables, each after those to whose rows it points. */
    List<String> inOrder() {
        Set<String> order = new LinkedHashSet<>();
        columns.keySet().forEach(table -> addAfterNeeded(table, order));
        return List.copyOf(order);
    }

    private void addAfterNeeded(String table, Set<String> order) {
        if (!order.contains(table)) {
            needed.getOrDefault(table, Set.of()).forEach(other -> addAfterNeeded(other, order));
            order.add(table);
        }
    }

    /**
     * Copies all rows of a table, in the order of their numbers.
     *
     * @return how many there are, on both sides
     * @throws UnusableDatabaseException when the target held rows before, or does not hold as many afterwards
     */
    long copy(String table, Connection source, Connection target) {
        try {
            if (count(table, target) > 0) {
                throw new UnusableDatabaseException(
                        "the database to move to is not empty: it holds rows in " + table, "name an empty one");
            }
            insert(table, source, target);
            long held = count(table, target);
            if (held != count(table, source)) {
                throw new UnusableDatabaseException(
                        "only " + held + " rows of " + table + " arrived, so none were carried over", "try again");
            }
            return held;
        } catch (SQLException e) {
            throw new UnusableDatabaseException(
                    table + " cannot be carried over, so nothing was: " + FileProblems.cause(e),
                    "mend that and try again");
        }
    }

    private Map<String, String> columns(String table) {
        return columns.getOrDefault(table, Map.of());
    }

    private void insert(String table, Connection source, Connection target) throws SQLException {
        Map<String, String> copied = columns(table);
        List<String> types = List.copyOf(copied.values());
        String names = String.join(", ", copied.keySet());
        String places = "?, ".repeat(types.size() - 1) + "?";
        String order = copied.containsKey("id") ? " ORDER BY id" : "";
        try (Statement reading = source.createStatement();
                PreparedStatement writing =
                        target.prepareStatement("INSERT INTO " + table + " (" + names + ") VALUES (" + places + ")")) {
            reading.setFetchSize(AT_ONCE);
            try (ResultSet rows = reading.executeQuery("SELECT " + names + " FROM " + table + order)) {
                for (int waiting = 1; rows.next(); waiting++) {
                    for (int i = 1; i <= types.size(); i++) {
                        set(writing, i, rows, types.get(i - 1));
                    }
                    writing.addBatch();
                    if (waiting % AT_ONCE == 0) {
                        writing.executeBatch();
                    }
                }
            }
            writing.executeBatch();
        }
    }

    private static void set(PreparedStatement writing, int place, ResultSet rows, String type) throws SQLException {
        switch (type) {
            case "INTEGER", "BIGINT" -> {
                long number = rows.getLong(place);
                if (rows.wasNull()) {
                    writing.setNull(place, Types.BIGINT);
                } else {
                    writing.setLong(place, number);
                }
            }
            case "BLOB" -> writing.setBytes(place, rows.getBytes(place));
            default -> {
                String text = rows.getString(place);
                writing.setString(place, text == null ? null : StorableText.storable(text));
            }
        }
    }

    private static long count(String table, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            return found.next() ? found.getLong(1) : 0;
        }
    }

    /** Has a server number new rows after those that were copied; an embedded database does so by itself. */
    void goOnNumbering(Connection target) {
        try (Statement statement = target.createStatement()) {
            if (!target.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                return;
            }
            for (String table : columns.keySet()) {
                if (!columns(table).getOrDefault("id", "TEXT").equals("TEXT")) {
                    statement.execute("SELECT setval(pg_get_serial_sequence('" + table
                            + "', 'id'), COALESCE(MAX(id), 0) + 1, false) FROM " + table);
                }
            }
        } catch (SQLException e) {
            throw new UnusableDatabaseException(
                    "nothing was carried over: " + FileProblems.cause(e), "mend that and try again");
        }
    }
}
