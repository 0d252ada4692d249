package vn.loa.attachment.extract;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Takes the passages of a document in Rich Text Format: paragraphs, and cells and rows of tables. What only describes the
 * document, headers, footnotes and what is deleted or hidden are left out.
 */
final class RtfText {
    private static final Set<String> LEFT_OUT = Set.of(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "object",
            "header",
            "headerl",
            "headerr",
            "headerf",
            "footer",
            "footerl",
            "footerr",
            "footerf",
            "footnote",
            "annotation",
            "fldinst",
            "xe",
            "tc",
            "sp",
            "shprslt",
            "nonesttables",
            "ftnsep",
            "ftnsepc",
            "ftncn",
            "aftnsep",
            "aftnsepc",
            "aftncn",
            "private",
            "txe",
            "rxe");

    /** Signs that may be left out by readers that do not know them, and hold text. */
    private static final Set<String> WITH_TEXT = Set.of("shpinst", "shptxt", "shpgrp");

    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("line", "\n"),
            Map.entry("tab", "\t"),
            Map.entry("emdash", "—"),
            Map.entry("endash", "–"),
            Map.entry("lquote", "‘"),
            Map.entry("rquote", "’"),
            Map.entry("ldblquote", "“"),
            Map.entry("rdblquote", "”"),
            Map.entry("bullet", "•"));

    /** Numbers of character sets, of which those of Vietnam and the West are met. */
    private static final Map<Integer, Integer> PAGES = Map.of(163, 1258, 0, 1252, 238, 1250, 204, 1251, 161, 1253);

    private static final int LONGEST = 400_000;
    private static final int DEEPEST = 1_000;

    private final Consumer<String> passages;
    private final Deque<Group> groups = new ArrayDeque<>();
    private final Map<Integer, Charset> fonts = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private WordRow row = new WordRow();
    private Charset page = charset(1252);
    private boolean inTable;
    private int replaced;
    private int deeper;

    /** What holds until a group ends. */
    private record Group(boolean leftOut, boolean fonts, boolean hidden, boolean unknown, int replacements, int font) {}

    RtfText(Consumer<String> passages) {
        this.passages = passages;
        groups.push(new Group(false, false, false, false, 1, -1));
    }

    private static Charset charset(int number) {
        String name = number == 65_001 ? "UTF-8" : "windows-" + number;
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.ISO_8859_1;
    }

    private Group now() {
        return groups.element();
    }

    void open() {
        replaced = 0;
        if (groups.size() < DEEPEST) {
            groups.push(now());
        } else {
            deeper++;
        }
    }

    void close() {
        replaced = 0;
        if (deeper > 0) {
            deeper--;
        } else if (groups.size() > 1) {
            groups.pop();
        }
    }

    /** Takes a byte of text in the code page of its font. */
    void letter(int value) {
        if (replaced > 0) {
            replaced--;
            return;
        }
        Charset charset = fonts.getOrDefault(now().font(), page);
        write(value < 0x80 ? String.valueOf((char) value) : new String(new byte[] {(byte) value}, charset));
    }

    void symbol(char symbol) {
        switch (symbol) {
            case '*' ->
                become(new Group(
                        now().leftOut(), now().fonts(), now().hidden(), true, now().replacements(), now().font()));
            case '~' -> write(" ");
            case '_' -> write("-");
            case '{', '}', '\\' -> letter(symbol);
            case '\r', '\n' -> word("par", 1);
            default -> {
                // A hyphen where a word may end, and signs for indices.
            }
        }
    }

    void word(String word, int value) {
        Group group = now();
        boolean known = !group.unknown() || WITH_TEXT.contains(word);
        boolean leftOut = group.leftOut() || !known || LEFT_OUT.contains(word);
        if (group.unknown() || leftOut != group.leftOut()) {
            become(new Group(
                    leftOut,
                    group.fonts() || word.equals("fonttbl"),
                    group.hidden(),
                    false,
                    group.replacements(),
                    group.font()));
        }
        if (now().fonts()) {
            font(word, value);
        } else if (!leftOut) {
            told(word, value);
        }
    }

    private void become(Group group) {
        groups.pop();
        groups.push(group);
    }

    private void font(String word, int value) {
        switch (word) {
            case "f" -> become(new Group(true, true, false, false, now().replacements(), value));
            case "fcharset" -> {
                if (PAGES.containsKey(value) && value != 0) {
                    fonts.put(now().font(), charset(PAGES.get(value)));
                }
            }
            default -> {
                // Says how the font looks.
            }
        }
    }

    private void told(String word, int value) {
        Group group = now();
        switch (word) {
            case "par", "sect", "page" -> endParagraph();
            case "cell", "nestcell" -> endCell();
            case "row", "nestrow" -> endRow();
            case "intbl" -> inTable = true;
            case "pard" -> inTable = false;
            case "ansicpg" -> page = charset(value);
            case "u" -> unicode(value);
            case "uc" -> become(new Group(false, false, group.hidden(), false, Math.max(0, value), group.font()));
            case "f" -> become(new Group(false, false, group.hidden(), false, group.replacements(), value));
            case "v", "deleted" ->
                become(new Group(false, false, value != 0, false, group.replacements(), group.font()));
            case "plain" -> become(new Group(false, false, false, false, group.replacements(), group.font()));
            default -> write(SIGNS.getOrDefault(word, ""));
        }
    }

    /** The letters after it are for readers that know no Unicode. */
    private void unicode(int value) {
        write(String.valueOf((char) value));
        replaced = now().replacements();
    }

    private void write(String more) {
        if (!now().leftOut() && !now().hidden() && text.length() < LONGEST) {
            text.append(more);
        }
    }

    private void endParagraph() {
        if (inTable) {
            text.append('\n');
        } else {
            take();
        }
    }

    private void take() {
        passages.accept(text.toString());
        text.setLength(0);
    }

    private void endCell() {
        row.add(List.of(text.toString()));
        text.setLength(0);
    }

    private void endRow() {
        row.passages().forEach(passages);
        row = new WordRow();
    }

    /** The last paragraph need not be ended. */
    void end() {
        endRow();
        take();
    }
}
