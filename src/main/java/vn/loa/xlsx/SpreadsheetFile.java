package vn.loa.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes spreadsheets as Excel and LibreOffice open them (.xlsx, ECMA-376), as far as a table needs it. */
public final class SpreadsheetFile {
    /** Numbers of the styles in {@link #STYLES}. */
    static final int CELL = 1;

    static final int COLUMN = 2;
    static final int HEADING = 3;
    static final int CENTERED = 4;
    static final int BOLD = 5;
    static final int UNDERLINED = 6;
    static final int SUBTITLE = 7;
    static final int TITLE = 8;
    static final int NUMBERED = 9;
    static final int TOTAL = 10;

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String FORMAT = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static final String FACE = "<name val=\"Times New Roman\"/></font>";
    private static final String CENTER = "<alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/></xf>";

    /** Times New Roman 13, as offices write by Decree 30/2020/NĐ-CP; cells have borders and break their lines. */
    private static final String STYLES = DECLARATION + "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"5\">"
            + "<font><sz val=\"13\"/>" + FACE + "<font><b/><sz val=\"13\"/>" + FACE
            + "<font><i/><sz val=\"13\"/>" + FACE + "<font><b/><u/><sz val=\"13\"/>" + FACE
            + "<font><b/><sz val=\"14\"/>" + FACE + "</fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"2\"><border/><border><left style=\"thin\"/><right style=\"thin\"/>"
            + "<top style=\"thin\"/><bottom style=\"thin\"/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"11\">"
            + "<xf fontId=\"0\" borderId=\"0\"/>" + style(0, 1)
            + "<alignment horizontal=\"left\" vertical=\"center\" wrapText=\"1\" indent=\"1\"/></xf>" + style(1, 1)
            + CENTER
            + "<xf fontId=\"1\" borderId=\"0\" applyFont=\"1\"/>" + style(0, 0) + CENTER + style(1, 0) + CENTER
            + style(3, 0) + CENTER + style(2, 0) + CENTER + style(4, 0) + CENTER + style(0, 1) + CENTER
            + style(1, 1)
            + "<alignment horizontal=\"left\" vertical=\"center\" wrapText=\"1\" indent=\"1\"/></xf></cellXfs></styleSheet>";

    private SpreadsheetFile() {}

    private static String style(int font, int border) {
        return "<xf fontId=\"%d\" borderId=\"%d\" applyFont=\"1\" applyBorder=\"1\" applyAlignment=\"1\">"
                .formatted(font, border);
    }

    /** Returns the style in which a number stands in the middle of a cell that has a style for text. */
    static int ofNumber(int style) {
        return switch (style) {
            case CELL -> NUMBERED;
            case TOTAL -> COLUMN;
            default -> style;
        };
    }

    /** Returns the file of these sheets. */
    public static byte[] of(List<? extends Worksheet> sheets) {
        Map<String, String> parts = new LinkedHashMap<>();
        StringBuilder types = new StringBuilder(DECLARATION
                + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + type("workbook", "sheet.main") + type("styles", "styles"));
        StringBuilder book = new StringBuilder(
                DECLARATION + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATION + "\"><sheets>");
        StringBuilder relations = new StringBuilder(relation("styles", "styles", "styles.xml"));
        for (int i = 1; i <= sheets.size(); i++) {
            Worksheet sheet = sheets.get(i - 1);
            String path = "worksheets/sheet" + i;
            types.append(type(path, "worksheet"));
            relations.append(relation("sheet" + i, "worksheet", path + ".xml"));
            book.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"sheet%d\"/>"
                    .formatted(Sheet.escaped(sheet.name()), i, i));
            parts.put("xl/" + path + ".xml", sheet.xml());
        }
        parts.put("[Content_Types].xml", types + "</Types>");
        parts.put("_rels/.rels", relations(relation("book", "officeDocument", "xl/workbook.xml")));
        parts.put("xl/workbook.xml", book + "</sheets>" + repeated(sheets) + "</workbook>");
        parts.put("xl/_rels/workbook.xml.rels", relations(relations.toString()));
        parts.put("xl/styles.xml", STYLES);
        return zipped(parts);
    }

    /** Names the rows that are printed again on each page. */
    private static String repeated(List<? extends Worksheet> sheets) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < sheets.size(); i++) {
            String quoted = "'" + Sheet.escaped(sheets.get(i).name()).replace("'", "''") + "'";
            String start = "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"" + i + "\">" + quoted;
            sheets.get(i)
                    .repeatedRow()
                    .ifPresent(row -> names.append("%s!$%d:$%d</definedName>".formatted(start, row, row)));
        }
        return names.isEmpty() ? "" : "<definedNames>" + names + "</definedNames>";
    }

    private static String type(String path, String type) {
        return "<Override PartName=\"/xl/%s.xml\" ContentType=\"%s%s+xml\"/>".formatted(path, FORMAT, type);
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, RELATION, type, target);
    }

    private static String relations(String inside) {
        return DECLARATION + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + inside + "</Relationships>";
    }

    private static byte[] zipped(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return bytes.toByteArray();
    }
}
