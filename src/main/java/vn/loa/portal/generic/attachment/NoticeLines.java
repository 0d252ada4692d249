package vn.loa.portal.generic.attachment;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.jsoup.nodes.Element;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;

/** Tells the lines of a short notice that name its files, or head what is not of it, from those that say something. */
public final class NoticeLines {
    private static final Pattern BOX = Pattern.compile(
            "(?i)(attach|dinh[-_]?kem|download[-_]?file|file[-_]?download|file[-_]?list|list[-_]?file)");
    /** Elements that only a style parts leave a size right behind the name. */
    private static final Pattern FILE = Pattern.compile("(?i)^.{0,250}\\S\\.(" + DocumentAddress.TYPES
            + ")(([^\\p{L}\\d].{0,80})?|\\d[\\d.,]{0,8} ?[kmg]?b\\b.{0,60})$");

    private static final Pattern COUNTED =
            Pattern.compile("^(cac )?(tai lieu|van ban|tep|file|ho so)( tin)?( \\(?\\d{1,2}\\)?)? ?:?$");
    /** The heads of a table of files. */
    private static final Pattern COLUMNS = Pattern.compile(
            "^(stt|tt|so|#|ten|trich yeu|tai lieu|van ban)[^|]{0,30} \\|.*(tai( ve| xuong)?|tep|file|dinh kem|download)[^|]{0,20}$");

    private static final int LONGEST_LABEL = 30;
    private static final int LONGEST_COLUMNS = 100;
    private static final int LEVELS = 5;

    private NoticeLines() {}

    /** Returns whether a line is a label such as "Tệp đính kèm", "Tài liệu (2)" or "STT | Tên tệp | Tải về". */
    public static boolean headsFiles(String line) {
        BoxHeading heading = BoxHeading.of(line);
        return heading == BoxHeading.ATTACHMENTS
                || heading == BoxHeading.DOWNLOADS
                || (line.length() <= LONGEST_LABEL
                        && COUNTED.matcher(Folding.fold(line)).matches())
                || (line.length() <= LONGEST_COLUMNS
                        && COLUMNS.matcher(Folding.fold(line)).find());
    }

    /** Returns whether a line heads other articles, other documents or a part of the site. */
    public static boolean headsOthers(String line) {
        BoxHeading heading = BoxHeading.of(line);
        return heading == BoxHeading.ARTICLES || heading == BoxHeading.OTHER_DOCUMENTS || heading == BoxHeading.SITE;
    }

    /** Returns whether an element stands in a box that is called one of files. */
    public static boolean isInBoxOfFiles(Element element) {
        Element up = element;
        for (int i = 0; i < LEVELS && up != null && !up.normalName().equals("body"); i++) {
            if (BOX.matcher(PageColumns.names(up)).find()) {
                return true;
            }
            up = up.parent();
        }
        return false;
    }

    /** Returns whether a line has the words of a button only. */
    public static boolean isButton(String line) {
        return FileLabel.isButton(line);
    }

    /** Returns whether a line is the name of a file, with its size or a button beside it. */
    public static boolean isFile(String line) {
        Matcher file = FILE.matcher(PlainText.tidy(line));
        return file.matches() && (file.group(2).isBlank() || FileLabel.isDetail(file.group(2)));
    }
}
