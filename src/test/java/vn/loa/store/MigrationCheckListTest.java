package vn.loa.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check-list "A column" of {@code contributing.md}: no step can be forgotten. */
class MigrationCheckListTest {
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path STORES = Path.of("src/main/java/vn/loa/store");
    private static final Path ARCHITECTURE = Path.of("src/site/markdown/architecture.md");
    /** Numbers that no version ever had; what was released is not numbered anew. */
    private static final List<Integer> NEVER_GIVEN = List.of(10, 11);

    private static final Pattern NAME = Pattern.compile("V(\\d+)__[a-z0-9_]+\\.sql");
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");
    private static final Pattern ADDED =
            Pattern.compile("ALTER\\s+TABLE\\s+\\w+\\s+ADD\\s+COLUMN\\s+([^;]+);", Pattern.CASE_INSENSITIVE);

    /** Columns that only nodes of the version before still write; the next migration drops them. */
    private static final Set<String> KEPT_FOR_THE_VERSION_BEFORE = Set.of("reread");

    @TempDir
    private Path folder;

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files.sorted().toList();
        }
    }

    private static String sql(Path file) throws IOException {
        return COMMENT.matcher(Files.readString(file)).replaceAll("");
    }

    /** The columns of each table as a database has them after all migrations, with the type that each declares. */
    private Map<String, Map<String, String>> schema() throws SQLException {
        Database.embedded(folder).close();
        Map<String, Map<String, String>> schema = new TreeMap<>();
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("loa.db"))) {
            for (String table : strings(
                    database,
                    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE"
                            + " 'flyway%'")) {
                Map<String, String> columns = new TreeMap<>();
                strings(database, "SELECT name || ' ' || type FROM pragma_table_info('" + table + "')")
                        .forEach(
                                column -> columns.put(column.split(" ")[0], column.substring(column.indexOf(' ') + 1)));
                schema.put(table, columns);
            }
        }
        return schema;
    }

    private static List<String> strings(Connection database, String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    @Test
    void migrations_are_numbered_from_one_without_gaps() throws IOException {
        List<Integer> numbers = new ArrayList<>(NEVER_GIVEN);
        for (Path file : files()) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            assertThat(name.matches())
                    .as("a name like V2__what_it_is.sql: %s", file)
                    .isTrue();
            numbers.add(Integer.valueOf(name.group(1)));
        }
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, numbers.size()).boxed().toList());
    }

    @Test
    void a_column_has_a_type_that_every_database_knows_alike() throws SQLException {
        schema().forEach((table, columns) -> assertThat(columns.values())
                .as(table)
                .allSatisfy(type -> assertThat(type).isIn("BIGINT", "INTEGER", "TEXT", "BLOB")));
    }

    @Test
    void a_column_that_is_added_to_a_table_with_rows_may_be_empty_or_has_a_default() throws IOException {
        for (Path file : files()) {
            Matcher added = ADDED.matcher(sql(file));
            while (added.find()) {
                assertThat(!added.group(1).toUpperCase(Locale.ROOT).contains("NOT NULL")
                                || added.group(1).toUpperCase(Locale.ROOT).contains("DEFAULT"))
                        .as("%s: %s", file, added.group(1))
                        .isTrue();
            }
        }
    }

    @Test
    void every_column_is_known_to_a_store() throws IOException, SQLException {
        TreeSet<String> words = new TreeSet<>(KEPT_FOR_THE_VERSION_BEFORE);
        try (Stream<Path> stores = Files.walk(STORES)) {
            for (Path store :
                    stores.filter(file -> file.toString().endsWith(".java")).toList()) {
                words.addAll(List.of(Files.readString(store).split("\\W+")));
            }
        }
        schema().forEach((table, columns) ->
                assertThat(words).as("columns of %s", table).containsAll(columns.keySet()));
    }

    @Test
    void every_table_is_told_of_in_the_architecture_and_no_other() throws IOException, SQLException {
        String ledger =
                Files.readString(ARCHITECTURE).split("\n## The ledger\n")[1].split("\n## ")[0];
        TreeSet<String> told = ledger.lines()
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> Pattern.compile("`([a-z_]+)`")
                        .matcher(line.split("\\|")[1])
                        .results())
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(told).isEqualTo(new TreeSet<>(schema().keySet()));
    }
}
