package vn.loa.portal.generic.attachment;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;

/** Reads what a link calls its file, without the words of a button, the file's size and the number of its readers. */
final class FileLabel {
    private static final int LONGEST = 1_000;
    private static final int MOST_PARTS = 30;
    private static final int MOST_DETAILS = 4;

    /** The words of buttons, without marks; a text of nothing else is no name. */
    private static final Set<String> BUTTON = words("tai ve xuong xem doc mo luu bam nhan nhap vao click here download"
            + " view open read preview embed embedded nhung file files tep tap tin tai lieu van ban dinh kem theo"
            + " attachment attachments attached document the this in new tab moi cua so trong toan man hinh full screen"
            + " fullscreen truoc nhanh chi tiet noi dung them day o link goc pdf docx word excel xls xlsx ppt pptx zip"
            + " rar truc tuyen online nay icon de vui long hay moi ban quy vi duoc");
    /** Words about a file that may stand beside its name. */
    private static final Set<String> DETAIL = words("kb mb gb b k m byte bytes kib mib luot lan da luong dung size kich"
            + " thuoc dinh dang loai type ngay dang cap nhat downloads hits trang pages");

    private static final Pattern BRACKET_AT_END = Pattern.compile("^(.*\\S)\\s*[(\\[]([^()\\[\\]]{1,120})[)\\]]\\.?$");
    private static final Pattern SIZE_AT_END =
            Pattern.compile("(?i)^(.*[^\\s\\d.,])[\\s–|·:-]+\\d[\\d.,]{0,12}\\s?(bytes?|[kmg]i?b)$");
    private static final Pattern AFTER_DASH = Pattern.compile("^(.*\\S)\\s+[-–|»]\\s+(\\S.{0,60})$");
    private static final Pattern TYPE_AT_START = Pattern.compile(
            "^(?:[\\[(](?i:pdf|docx?|xlsx?|word|excel)[\\])]\\s*[:-]?\\s*|(?:PDF|DOCX?|XLSX?)[\\s:-]+)(\\S.*)$");
    private static final Pattern BUTTON_BEFORE_NAME = Pattern.compile("(?i)^(?:tải(?: xuống| về)?|download|xem)"
            + "(?: (?:file|tệp|tệp tin|tập tin|tập tin này|this file))?(?: đính kèm)?\\s+[\"“]?(\\S.*?)[\"”]?$");
    private static final Pattern HERE = Pattern.compile("(?i)\\s+(tại|ở) đây[.:]?$");
    private static final Pattern ASKS = Pattern.compile("^(tai|xem|download|view|click)\\b");
    private static final int LONGEST_REMARK = 40;
    private static final Pattern DAY = Pattern.compile("^\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}$");
    private static final Pattern ADDRESS = Pattern.compile("(?i)^(https?://|www\\.)\\S+$");
    private static final String MARKS_AT_END = "-–,|:;·»>";

    private FileLabel() {}

    private static Set<String> words(String words) {
        return Stream.of(words.split(" ", -1)).collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /** Returns the name in a link's text; empty when it is a button or a picture. */
    static String of(Element link) {
        List<String> parts = parts(link);
        List<String> told = parts.stream().filter(part -> !isDetail(part)).toList();
        boolean mixed = !told.isEmpty() && told.size() < parts.size();
        return of(mixed ? String.join(" ", told) : PlainText.start(link.text(), LONGEST));
    }

    private static List<String> parts(Element link) {
        List<String> parts = new ArrayList<>();
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode text && !text.isBlank() && parts.size() < MOST_PARTS) {
                        parts.add(PlainText.tidy(PlainText.start(text.text(), LONGEST)));
                    }
                },
                link);
        return parts;
    }

    /** Returns the name in a text; empty when the text is a button, an address or nothing. */
    static String of(String text) {
        String name = afterButton(withoutDetails(PlainText.tidy(text)));
        return isButton(name) || ADDRESS.matcher(name).matches() ? "" : name;
    }

    /** Returns whether a text has the words of a button only, or none. */
    static boolean isButton(String text) {
        return tokens(text).allMatch(BUTTON::contains);
    }

    /** Returns whether a text has nothing but words about a file, such as its size, or those of a button. */
    static boolean isDetail(String text) {
        return DAY.matcher(text).matches()
                || (tokens(text).allMatch(FileLabel::isDetailWord)
                        && tokens(text).anyMatch(word -> !isNumber(word)));
    }

    /** A file's type or edition belongs to its name, its size and a button do not. */
    private static boolean isRemark(String text) {
        boolean asks = text.length() <= LONGEST_REMARK
                && isButton(text)
                && ASKS.matcher(Folding.fold(text)).find();
        return asks || (isDetail(text) && text.chars().anyMatch(Character::isDigit));
    }

    private static boolean isDetailWord(String word) {
        return BUTTON.contains(word)
                || DETAIL.contains(word)
                || isNumber(word)
                || (word.length() <= 8
                        && Character.isDigit(word.charAt(0))
                        && DETAIL.contains(word.replaceAll("^\\d+", "")));
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    private static Stream<String> tokens(String text) {
        String folded = Folding.fold(PlainText.start(text, LONGEST));
        return Stream.of(folded.split("[^\\p{L}\\p{N}]+", -1)).filter(word -> !word.isEmpty());
    }

    private static String withoutDetails(String text) {
        String rest = text;
        for (int i = 0; i < MOST_DETAILS; i++) {
            String before = rest;
            rest = withoutMarks(withoutDetail(rest));
            if (rest.equals(before)) {
                return rest;
            }
        }
        return rest;
    }

    private static String withoutDetail(String text) {
        Matcher bracket = BRACKET_AT_END.matcher(text);
        if (bracket.matches() && isRemark(bracket.group(2))) {
            return bracket.group(1);
        }
        Matcher size = SIZE_AT_END.matcher(text);
        if (size.matches()) {
            return size.group(1);
        }
        Matcher dash = AFTER_DASH.matcher(text);
        if (dash.matches() && isDetail(dash.group(2)) && !isButton(dash.group(1))) {
            return dash.group(1);
        }
        Matcher type = TYPE_AT_START.matcher(text);
        return type.matches() ? type.group(1) : text;
    }

    private static String withoutMarks(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || MARKS_AT_END.indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        return text.substring(0, end);
    }

    private static String afterButton(String text) {
        for (String sign : List.of(":", " - ", " – ")) {
            int at = text.indexOf(sign);
            if (at > 0 && isButton(text.substring(0, at))) {
                return text.substring(at + sign.length()).strip();
            }
        }
        Matcher bracket = BRACKET_AT_END.matcher(text);
        if (bracket.matches() && isButton(bracket.group(1)) && DocumentAddress.isFileName(bracket.group(2))) {
            return bracket.group(2);
        }
        Matcher button = BUTTON_BEFORE_NAME.matcher(text);
        return button.matches() && isName(button.group(1))
                ? HERE.matcher(button.group(1)).replaceFirst("")
                : text;
    }

    /** After a blank a name looks like a file's, or begins like a title. */
    private static boolean isName(String rest) {
        return DocumentAddress.isFileName(rest) || (Character.isUpperCase(rest.charAt(0)) && !isButton(rest));
    }
}
