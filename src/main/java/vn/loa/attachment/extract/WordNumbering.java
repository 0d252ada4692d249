package vn.loa.attachment.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Counts the lists of a Word document, whose numbers stand nowhere in its text: {@code I.}, {@code 2.}, {@code a)}. */
final class WordNumbering {
    private static final int LEVELS = 9;
    private static final int MOST_STYLES_ABOVE = 10;
    private static final int LETTERS = 26;
    private static final int MOST_ROMAN = 399;
    private static final String BULLET = "-";
    private static final String OF_LIST = "list ";

    private final Map<String, Level> levels = new HashMap<>();
    private final Map<String, String> definitionOf = new HashMap<>();
    private final Map<String, Style> styles = new HashMap<>();
    private final Map<String, int[]> counted = new HashMap<>();
    /** Starts that a list has for levels of its own, by list. */
    private final Map<String, Map<Integer, Integer>> starts = new HashMap<>();

    private final Set<String> begun = new HashSet<>();

    private record Level(int start, String format, String text) {
        static final Level NONE = new Level(1, "none", "");

        Level from(int number) {
            return new Level(number, format, text);
        }
    }

    private record Style(String above, String list, String level) {}

    /** Returns a reader of the part that defines the lists. */
    DefaultHandler definitions() {
        return new Definitions();
    }

    /** Returns a reader of the part that defines the styles, which may number too. */
    DefaultHandler styles() {
        return new Styles();
    }

    /** Returns the attribute {@code val} whatever its prefix; an empty string when there is none. */
    static String value(Attributes attributes) {
        return attribute(attributes, "val");
    }

    private static String attribute(Attributes attributes, String name) {
        for (int i = 0; i < attributes.getLength(); i++) {
            if (attributes.getLocalName(i).equals(name)) {
                return attributes.getValue(i);
            }
        }
        return "";
    }

    /**
     * Counts a paragraph and returns its label; an empty string where it is not numbered.
     *
     * @param style the paragraph's style
     * @param list its own list, an empty string when it has that of its style
     * @param level its own level, an empty string when it has that of its style
     */
    String label(String style, String list, String level) {
        Style styled = styled(style);
        String counting = list.isEmpty() ? styled.list() : list;
        String definition = definitionOf.getOrDefault(counting, "");
        String depth = level.isEmpty() ? styled.level() : level;
        int at = depth.matches("[0-8]") ? depth.charAt(0) - '0' : 0;
        if (definition.isEmpty()) {
            return "";
        }
        begin(counting, definition);
        return count(counting, definition, at);
    }

    /** Lists of one definition count on from each other, but for those that have a start of their own. */
    private void begin(String list, String definition) {
        if (begun.add(list)) {
            starts.getOrDefault(list, Map.of()).keySet().forEach(at -> counts(definition)[at] = 0);
        }
    }

    private int start(String list, String definition, int at) {
        Integer own = starts.getOrDefault(list, Map.of()).get(at);
        return own == null ? level(list, definition, at).start() : own;
    }

    private int[] counts(String definition) {
        return counted.computeIfAbsent(definition, key -> new int[LEVELS]);
    }

    private Style styled(String id) {
        Style none = new Style("", "", "");
        Style style = styles.getOrDefault(id, none);
        for (int i = 0;
                i < MOST_STYLES_ABOVE
                        && style.list().isEmpty()
                        && !style.above().isEmpty();
                i++) {
            Style above = styles.getOrDefault(style.above(), none);
            style = new Style(above.above(), above.list(), style.level().isEmpty() ? above.level() : style.level());
        }
        return style;
    }

    private String count(String list, String definition, int at) {
        int[] counts = counts(definition);
        counts[at] = counts[at] > 0 ? counts[at] + 1 : start(list, definition, at);
        for (int i = at + 1; i < LEVELS; i++) {
            counts[i] = 0;
        }
        return level(list, definition, at).format().equals("bullet") ? BULLET : numbered(list, definition, at);
    }

    private String numbered(String list, String definition, int at) {
        int[] counts = counts(definition);
        Level level = level(list, definition, at);
        String label = level.format().equals("none") ? "" : level.text();
        for (int i = 0; i < LEVELS; i++) {
            int count = counts[i] > 0 ? counts[i] : start(list, definition, i);
            label = label.replace(
                    "%" + (i + 1), written(count, level(list, definition, i).format()));
        }
        return label.strip();
    }

    /** A list may have levels of its own in place of its definition's. */
    private Level level(String list, String definition, int at) {
        Level shared = levels.getOrDefault(definition + "/" + at, Level.NONE);
        return levels.getOrDefault(OF_LIST + list + "/" + at, shared);
    }

    private static String written(int number, String format) {
        return switch (format) {
            case "upperRoman" -> roman(number);
            case "lowerRoman" -> roman(number).toLowerCase(Locale.ROOT);
            case "upperLetter" -> letter(number);
            case "lowerLetter" -> letter(number).toLowerCase(Locale.ROOT);
            case "decimalZero" -> String.format(Locale.ROOT, "%02d", number);
            default -> String.valueOf(number);
        };
    }

    private static String letter(int number) {
        return String.valueOf((char) ('A' + Math.floorMod(number - 1, LETTERS)));
    }

    private static String roman(int number) {
        if (number < 1 || number > MOST_ROMAN) {
            return String.valueOf(number);
        }
        String[] hundreds = {"", "C", "CC", "CCC"};
        String[] tens = {"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"};
        String[] ones = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
        return hundreds[number / 100] + tens[number / 10 % 10] + ones[number % 10];
    }

    private static int number(String text) {
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 1;
    }

    /** Reads what a list's levels look like, and which list uses which definition. */
    private final class Definitions extends DefaultHandler {
        private String definition = "";
        private String list = "";
        private String at = "";
        private Level level = Level.NONE;

        @Override
        public void startElement(String space, String name, String qualified, Attributes attributes) {
            String value = value(attributes);
            switch (name) {
                case "abstractNum" -> definition = attribute(attributes, "abstractNumId");
                case "num" -> {
                    list = attribute(attributes, "numId");
                    definition = OF_LIST + list;
                }
                case "abstractNumId" -> definitionOf.put(list, value);
                case "lvl" -> {
                    at = attribute(attributes, "ilvl");
                    level = new Level(1, "decimal", "");
                }
                case "start" -> level = level.from(number(value));
                case "lvlOverride" -> at = attribute(attributes, "ilvl");
                case "startOverride" -> startsAt(number(value));
                case "numFmt" -> level = new Level(level.start(), value, level.text());
                case "lvlText" -> level = new Level(level.start(), level.format(), value);
                default -> {
                    // Says how the label looks.
                }
            }
        }

        private void startsAt(int start) {
            if (at.matches("[0-8]")) {
                starts.computeIfAbsent(list, key -> new HashMap<>()).put(Integer.valueOf(at), start);
            }
        }

        @Override
        public void endElement(String space, String name, String qualified) {
            switch (name) {
                case "lvl" -> levels.putIfAbsent(definition + "/" + at, level);
                case "abstractNum" -> definition = "";
                default -> {
                    // Ends nothing that is kept.
                }
            }
        }
    }

    /** Reads which styles number their paragraphs. */
    private final class Styles extends DefaultHandler {
        private String id = "";
        private Style style = new Style("", "", "");

        @Override
        public void startElement(String space, String name, String qualified, Attributes attributes) {
            String value = value(attributes);
            switch (name) {
                case "style" -> {
                    id = attribute(attributes, "styleId");
                    style = new Style("", "", "");
                }
                case "basedOn" -> style = new Style(value, style.list(), style.level());
                case "numId" -> style = new Style(style.above(), value, style.level());
                case "ilvl" -> style = new Style(style.above(), style.list(), value);
                default -> {
                    // Says how the text looks.
                }
            }
        }

        @Override
        public void endElement(String space, String name, String qualified) {
            if (name.equals("style")) {
                styles.put(id, style);
            }
        }
    }
}
