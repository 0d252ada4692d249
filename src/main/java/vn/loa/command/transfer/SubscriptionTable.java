package vn.loa.command.transfer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.loa.model.Bot;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.RichText;
import vn.loa.model.Subscription;
import vn.loa.model.Subscription.Kind;
import vn.loa.phrases.Phrases;
import vn.loa.subscription.Keyword;
import vn.loa.text.Folding;

/** Writes and reads subscriptions as a table that a spreadsheet opens, a line each: CSV in UTF-8 with its mark, or XLSX. */
final class SubscriptionTable {
    private static final List<String> NEEDED = List.of("bot", "chat", "kind");
    private static final int SAID_BACK = 40;
    private static final int LONGEST_VALUE = 200;
    private static final int LONGEST_LABEL = 300;
    private static final String MARK = "\uFEFF";

    private final Phrases phrases;
    private final TableWords words;

    SubscriptionTable(Phrases phrases) {
        this.phrases = phrases;
        this.words = new TableWords(phrases);
    }

    /**
     * Represents a cell that cannot be understood.
     *
     * @param what says in words where it stands, what is wrong and how to mend it
     */
    record Wrong(String what) {}

    /** Represents a line that can be understood. */
    record Wanted(ChatAddress chat, Kind kind, String value, String label) {}

    /** Holds the content of a table. */
    record Read(List<Wanted> wanted, List<Wrong> wrong) {}

    static byte[] csv(List<Map.Entry<Chat, Subscription>> lines) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(TableWords.COLUMNS);
        lines.forEach(line -> rows.add(row(line.getKey(), line.getValue()).stream()
                .map(SubscriptionTable::defused)
                .toList()));
        return (MARK + ImportedText.csv(rows)).getBytes(StandardCharsets.UTF_8);
    }

    /** Writes a workbook with the columns and kinds in the language of the phrases. */
    byte[] workbook(String title, List<Map.Entry<Chat, Subscription>> lines) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(TableWords.COLUMNS.stream().map(words::named).toList());
        for (Map.Entry<Chat, Subscription> line : lines) {
            List<String> row = new ArrayList<>(row(line.getKey(), line.getValue()));
            row.set(
                    TableWords.COLUMNS.indexOf("kind"),
                    words.named(line.getValue().kind()));
            rows.add(row);
        }
        return WorkbookWriter.write(title, rows);
    }

    private static List<String> row(Chat chat, Subscription subscription) {
        return Arrays.asList(
                chat.address().bot().key(),
                chat.address().chatId(),
                chat.address().topicId(),
                chat.title(),
                subscription.kind().name(),
                subscription.value(),
                subscription.label());
    }

    /** Returns a cell that no spreadsheet takes for a formula; an apostrophe before it makes it a text. */
    private static String defused(String cell) {
        return cell.matches("(?s)[=+@\\t\\r-].*") ? "'" + cell : cell;
    }

    private static String plain(String cell) {
        return cell.matches("(?s)'[=+@\\t\\r-].*") ? cell.substring(1) : cell;
    }

    /** Reads a table back; columns may stand in any order and be named as people name them. */
    Read read(String text) {
        return ImportedText.rows(text).map(this::read).orElseGet(() -> unreadable(phrases.say("import.wrong.table")));
    }

    private Read read(List<List<String>> rows) {
        int head = 0;
        while (head < rows.size() && isBlank(rows.get(head))) {
            head++;
        }
        List<String> columns = head == rows.size() ? List.of() : columns(rows.get(head));
        String missing = missing(columns);
        return missing.isEmpty()
                ? lines(rows, head, columns)
                : unreadable(phrases.say("import.wrong.columns", missing));
    }

    private static Read unreadable(String why) {
        return new Read(List.of(), List.of(new Wrong(why)));
    }

    private String missing(List<String> columns) {
        return NEEDED.stream()
                .filter(need -> !columns.contains(need))
                .map(words::named)
                .collect(Collectors.joining(", "));
    }

    private static boolean isBlank(List<String> row) {
        return row.stream().allMatch(String::isBlank);
    }

    private List<String> columns(List<String> head) {
        return head.stream().map(cell -> words.column(plain(cell)).orElse("")).toList();
    }

    private Read lines(List<List<String>> rows, int head, List<String> columns) {
        List<Wanted> wanted = new ArrayList<>();
        List<Wrong> wrong = new ArrayList<>();
        for (int number = head + 1; number < rows.size(); number++) {
            Map<String, String> row = cells(rows.get(number), columns);
            if (!isBlank(rows.get(number))) {
                problem(row, number + 1)
                        .ifPresentOrElse(problem -> wrong.add(new Wrong(problem)), () -> wanted.add(wanted(row)));
            }
        }
        return new Read(wanted, wrong);
    }

    private static Map<String, String> cells(List<String> line, List<String> columns) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < Math.min(columns.size(), line.size()); i++) {
            cells.putIfAbsent(columns.get(i), plain(line.get(i).strip()));
        }
        return cells;
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    /** Returns what is wrong with the first cell that Loa does not understand. */
    private Optional<String> problem(Map<String, String> row, int line) {
        if (bot(row).isEmpty()) {
            return Optional.of(wrong(row, line, "bot"));
        }
        if (cell(row, "chat").isEmpty()) {
            return Optional.of(wrong(row, line, "chat"));
        }
        Optional<Kind> kind = words.kind(cell(row, "kind"));
        if (kind.isEmpty()) {
            return Optional.of(wrong(row, line, "kind"));
        }
        return hasValue(row, kind.get()) ? Optional.empty() : Optional.of(wrong(row, line, "value"));
    }

    private static boolean hasValue(Map<String, String> row, Kind kind) {
        String value = cell(row, "value");
        boolean empty = kind != Kind.ALL && value.isEmpty();
        boolean tooLong = value.length() > LONGEST_VALUE || cell(row, "label").length() > LONGEST_LABEL;
        return !empty
                && !tooLong
                && keyword(kind, value).flatMap(Keyword::trouble).isEmpty();
    }

    private String wrong(Map<String, String> row, int line, String column) {
        String cell = RichText.plain(cell(row, column)).abridged(SAID_BACK).text();
        return phrases.say("import.wrong." + column, line, words.named(column), cell);
    }

    private static Optional<Bot> bot(Map<String, String> row) {
        try {
            return Optional.of(Bot.parse(cell(row, "bot")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Reads a line's keyword as if somebody had typed it. */
    private static Optional<Keyword> keyword(Kind kind, String value) {
        if (kind != Kind.KEYWORD && kind != Kind.EXCLUDE) {
            return Optional.empty();
        }
        boolean pattern = value.length() > 1 && value.startsWith("/") && value.endsWith("/");
        return Optional.of(pattern ? Keyword.pattern(value.substring(1, value.length() - 1)) : Keyword.phrase(value));
    }

    /** Returns the value of a line. Spreadsheets are written by people: keywords and sections are compared folded. */
    private static String value(Kind kind, String value) {
        boolean folded = kind == Kind.CATEGORY || kind == Kind.PLACE || kind == Kind.LOCALITY;
        return kind == Kind.ALL
                ? ""
                : keyword(kind, value).map(Keyword::value).orElse(folded ? Folding.fold(value) : value);
    }

    private Wanted wanted(Map<String, String> row) {
        Kind kind = words.kind(cell(row, "kind")).orElseThrow();
        String label = cell(row, "label").isEmpty() ? cell(row, "value") : cell(row, "label");
        return new Wanted(
                new ChatAddress(bot(row).orElseThrow(), cell(row, "chat"), cell(row, "topic")),
                kind,
                value(kind, cell(row, "value")),
                label.isEmpty() ? words.named(kind) : label);
    }
}
