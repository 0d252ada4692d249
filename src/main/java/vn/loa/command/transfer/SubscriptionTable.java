package vn.loa.command.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.loa.model.Bot;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.RichText;
import vn.loa.model.Subscription;
import vn.loa.subscription.Keyword;
import vn.loa.text.Folding;

/** Writes and reads subscriptions as a CSV table that a spreadsheet opens: UTF-8 with its mark, a line each. */
final class SubscriptionTable {
    private static final List<String> COLUMNS = List.of("bot", "chat", "topic", "title", "kind", "value", "label");
    private static final int SAID_BACK = 40;
    private static final String MARK = "\uFEFF";
    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvParser.Feature.TRIM_SPACES).build();

    private SubscriptionTable() {}

    /** Represents a line that cannot be understood. */
    record Wrong(int line, String what) {}

    /** Represents a line that can be understood. */
    record Wanted(ChatAddress chat, Subscription.Kind kind, String value, String label) {}

    /** Holds the content of a table. */
    record Read(List<Wanted> wanted, List<Wrong> wrong) {}

    static byte[] write(List<Map.Entry<Chat, Subscription>> lines) {
        CsvSchema.Builder schema = CsvSchema.builder();
        COLUMNS.forEach(schema::addColumn);
        List<List<String>> rows = new ArrayList<>();
        lines.forEach(line -> rows.add(row(line.getKey(), line.getValue())));
        try {
            String table = CSV.writer(schema.build().withHeader()).writeValueAsString(rows);
            return (MARK + table).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> row(Chat chat, Subscription subscription) {
        return List.of(
                chat.address().bot().key(),
                defused(chat.address().chatId()),
                chat.address().topicId(),
                defused(chat.title()),
                subscription.kind().name(),
                defused(subscription.value()),
                defused(subscription.label()));
    }

    /** Returns a cell that no spreadsheet takes for a formula; an apostrophe before it makes it a text. */
    private static String defused(String cell) {
        return cell.matches("(?s)[=+@\\t\\r-].*") ? "'" + cell : cell;
    }

    private static String plain(String cell) {
        return cell.matches("(?s)'[=+@\\t\\r-].*") ? cell.substring(1) : cell;
    }

    /** Reads a table back; columns may stand in any order, and a semicolon may part them, as some spreadsheets write. */
    static Read read(String text) {
        String table = text.startsWith(MARK) ? text.substring(1) : text;
        String head = table.lines().findFirst().orElse("");
        char comma = head.contains(";") && !head.contains(",") ? ';' : ',';
        List<Wanted> wanted = new ArrayList<>();
        List<Wrong> wrong = new ArrayList<>();
        try (MappingIterator<Map<String, String>> rows = CSV.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader().withColumnSeparator(comma))
                .readValues(table)) {
            for (int line = 2; rows.hasNextValue(); line++) {
                Map<String, String> row = rows.nextValue();
                Optional<String> problem = problem(row);
                if (problem.isPresent()) {
                    wrong.add(new Wrong(line, problem.get()));
                } else {
                    wanted.add(wanted(row));
                }
            }
        } catch (IOException e) {
            wrong.add(new Wrong(1, "CSV"));
        }
        return new Read(wanted, wrong);
    }

    private static String cell(Map<String, String> row, String column) {
        return plain(row.getOrDefault(column, "").strip());
    }

    /** Returns the first cell that Loa does not understand, with its column. */
    private static Optional<String> problem(Map<String, String> row) {
        try {
            Bot.parse(cell(row, "bot"));
        } catch (IllegalArgumentException e) {
            return Optional.of("bot=" + cell(row, "bot"));
        }
        if (cell(row, "chat").isEmpty()) {
            return Optional.of("chat=");
        }
        try {
            Subscription.Kind.valueOf(cell(row, "kind"));
        } catch (IllegalArgumentException e) {
            return Optional.of("kind=" + cell(row, "kind"));
        }
        boolean tooLong =
                cell(row, "value").length() > 200 || cell(row, "label").length() > 300;
        boolean noKeyword = keyword(row).flatMap(Keyword::trouble).isPresent();
        return tooLong || noKeyword
                ? Optional.of("value="
                        + RichText.plain(cell(row, "value")).abridged(SAID_BACK).text())
                : Optional.empty();
    }

    /** Reads a line's keyword as if somebody had typed it. */
    private static Optional<Keyword> keyword(Map<String, String> row) {
        Subscription.Kind kind = Subscription.Kind.valueOf(cell(row, "kind"));
        if (kind != Subscription.Kind.KEYWORD && kind != Subscription.Kind.EXCLUDE) {
            return Optional.empty();
        }
        String value = cell(row, "value");
        boolean pattern = value.length() > 1 && value.startsWith("/") && value.endsWith("/");
        return Optional.of(pattern ? Keyword.pattern(value.substring(1, value.length() - 1)) : Keyword.phrase(value));
    }

    /** Returns the value of a line. Spreadsheets are written by people: keywords and sections are compared folded. */
    private static String value(Map<String, String> row) {
        String value = cell(row, "value");
        boolean section = Subscription.Kind.valueOf(cell(row, "kind")) == Subscription.Kind.CATEGORY;
        return keyword(row).map(Keyword::value).orElse(section ? Folding.fold(value) : value);
    }

    private static Wanted wanted(Map<String, String> row) {
        String label = cell(row, "label");
        return new Wanted(
                new ChatAddress(Bot.parse(cell(row, "bot")), cell(row, "chat"), cell(row, "topic")),
                Subscription.Kind.valueOf(cell(row, "kind")),
                value(row),
                label.isEmpty() ? cell(row, "value") : label);
    }
}
