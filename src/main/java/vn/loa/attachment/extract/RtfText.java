package vn.loa.attachment.extract;

import java.io.ByteArrayOutputStream;
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
    /** Bytes of a letter in UTF-8. */
    private static final int LONGEST_LETTER = 4;

    private static final String UNDECODED = "\uFFFD";
    private static final Charset WESTERN = charset(1252);

    private final Consumer<String> passages;
    private final Deque<Group> groups = new ArrayDeque<>();
    private final Map<Integer, Charset> fonts = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private WordRow row = new WordRow();
    private Charset page = WESTERN;
    /** The bytes of a letter that has more of them. */
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

    private int replaced;
    private int deeper;

    /** Settings that hold until a group ends. */
    private record Group(
            boolean leftOut,
            boolean fonts,
            boolean hidden,
            boolean unknown,
            boolean inTable,
            int replacements,
            int font) {
        static final Group OUTERMOST = new Group(false, false, false, false, false, 1, -1);

        Group told(boolean nowLeftOut, boolean nowFonts) {
            return new Group(nowLeftOut, nowFonts, hidden, false, inTable, replacements, font);
        }

        Group ofUnknownKind() {
            return new Group(leftOut, fonts, hidden, true, inTable, replacements, font);
        }

        Group hidden(boolean now) {
            return new Group(leftOut, fonts, now, unknown, inTable, replacements, font);
        }

        Group inTable(boolean now) {
            return new Group(leftOut, fonts, hidden, unknown, now, replacements, font);
        }

        Group replacements(int now) {
            return new Group(leftOut, fonts, hidden, unknown, inTable, now, font);
        }

        Group font(int now) {
            return new Group(leftOut, fonts, hidden, unknown, inTable, replacements, now);
        }
    }

    RtfText(Consumer<String> passages) {
        this.passages = passages;
        groups.push(Group.OUTERMOST);
    }

    private static Charset charset(int number) {
        String name = number == 65_001 ? "UTF-8" : "windows-" + number;
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.ISO_8859_1;
    }

    private Group now() {
        return groups.element();
    }

    void open() {
        endLetter();
        replaced = 0;
        if (groups.size() < DEEPEST) {
            groups.push(now());
        } else {
            deeper++;
        }
    }

    void close() {
        endLetter();
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
        if (value < 0x80) {
            endLetter();
            write(String.valueOf((char) value));
        } else {
            decode(value, charset);
        }
    }

    private void decode(int value, Charset charset) {
        boolean goingOn = (value & 0xC0) == 0x80;
        if (!goingOn) {
            endLetter();
        }
        begun.write(value);
        String letter = begun.toString(charset);
        if (!charset.equals(StandardCharsets.UTF_8) || !letter.contains(UNDECODED)) {
            begun.reset();
            write(letter);
        } else if (begun.size() == LONGEST_LETTER) {
            endLetter();
        }
    }

    /** Bytes that are no letter in UTF-8 are of a program that says UTF-8 and writes as Windows does in the West. */
    private void endLetter() {
        if (begun.size() > 0) {
            String letters = begun.toString(WESTERN);
            begun.reset();
            write(letters);
        }
    }

    void symbol(char symbol) {
        endLetter();
        switch (symbol) {
            case '*' -> become(now().ofUnknownKind());
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
        endLetter();
        Group group = now();
        boolean known = !group.unknown() || WITH_TEXT.contains(word);
        boolean leftOut = group.leftOut() || !known || LEFT_OUT.contains(word);
        if (group.unknown() || leftOut != group.leftOut()) {
            become(group.told(leftOut, group.fonts() || word.equals("fonttbl")));
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
            case "f" -> become(now().font(value));
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
            case "intbl" -> become(group.inTable(true));
            case "pard" -> become(group.inTable(false));
            case "ansicpg" -> page = charset(value);
            case "u" -> unicode(value);
            case "uc" -> become(group.replacements(Math.max(0, value)));
            case "f" -> become(group.font(value));
            case "v", "deleted" -> become(group.hidden(value != 0));
            case "plain" -> become(group.hidden(false));
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
        if (now().inTable()) {
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
        endLetter();
        endRow();
        take();
    }
}
