package vn.loa.store.chat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Fills tables with a row each, whatever columns they have, so that no table can be forgotten by what walks them. */
final class FilledTables {
    private final String address;

    FilledTables(Path folder) {
        this.address = "jdbc:sqlite:" + folder.resolve("loa.db");
    }

    record Column(String table, String name, String type) {}

    /** All columns of all tables. */
    List<Column> columns() throws SQLException {
        try (Connection database = DriverManager.getConnection(address);
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("SELECT m.name AS t, c.name AS c, c.type AS k FROM"
                        + " sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'"
                        + " AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE 'flyway%'")) {
            List<Column> columns = new ArrayList<>();
            while (rows.next()) {
                columns.add(new Column(rows.getString("t"), rows.getString("c"), rows.getString("k")));
            }
            return columns;
        }
    }

    /** Adds a row to a table; the values by their column and whether it holds a text. */
    void fill(String table, BiFunction<Column, Boolean, String> value) throws SQLException {
        List<Column> columns = columns().stream()
                .filter(column -> column.table().equals(table) && !column.name().equals("id"))
                .toList();
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String values = columns.stream()
                .map(column -> value.apply(column, column.type().equals("TEXT")))
                .map(text -> "'" + text + "'")
                .collect(Collectors.joining(", "));
        try (Connection database = DriverManager.getConnection(address);
                Statement statement = database.createStatement()) {
            statement.execute("PRAGMA foreign_keys = OFF");
            statement.execute("INSERT INTO " + table + " (" + names + ") VALUES (" + values + ")");
        }
    }

    /** How many rows have this value in a column. */
    int count(Column column, Object value) throws SQLException {
        try (Connection database = DriverManager.getConnection(address);
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT COUNT(*) FROM " + column.table() + " WHERE " + column.name() + " = '" + value + "'")) {
            return row.getInt(1);
        }
    }
}
