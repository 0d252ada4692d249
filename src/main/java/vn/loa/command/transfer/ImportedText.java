package vn.loa.command.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Turns what spreadsheets save into text and rows: workbooks, UTF-16 with tabs ("Unicode text"), UTF-8 with or without
 * its mark, the old Vietnamese code page, a first line {@code sep=;}, and commas, semicolons or tabs between the cells.
 */
final class ImportedText {
    private static final String MARK = "\uFEFF";
    private static final int MOST_ROWS = 20_000;
    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .build();

    private ImportedText() {}

    /** Returns the text of a file, of a workbook its first sheet as CSV; empty when it cannot be read. */
    static Optional<String> of(byte[] file) {
        return WorkbookReader.isWorkbook(file)
                ? WorkbookReader.read(file).map(ImportedText::csv)
                : Optional.of(decoded(file));
    }

    private static String decoded(byte[] file) {
        if (starts(file, 0xFF, 0xFE) || zeroAt(file, 1)) {
            return unmarked(new String(file, StandardCharsets.UTF_16LE));
        }
        if (starts(file, 0xFE, 0xFF) || zeroAt(file, 0)) {
            return unmarked(new String(file, StandardCharsets.UTF_16BE));
        }
        try {
            return unmarked(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString());
        } catch (CharacterCodingException e) {
            Charset old =
                    Charset.isSupported("windows-1258") ? Charset.forName("windows-1258") : StandardCharsets.ISO_8859_1;
            return Normalizer.normalize(new String(file, old), Normalizer.Form.NFC);
        }
    }

    private static boolean starts(byte[] file, int first, int second) {
        return file.length > 1 && (file[0] & 0xFF) == first && (file[1] & 0xFF) == second;
    }

    /** Tells whether every other byte at the beginning is zero, as in UTF-16 without its mark. */
    private static boolean zeroAt(byte[] file, int offset) {
        return file.length >= 8 && file[offset] == 0 && file[offset + 2] == 0 && file[offset + 4] == 0;
    }

    private static String unmarked(String text) {
        return text.startsWith(MARK) ? text.substring(1) : text;
    }

    /** Returns the rows of a CSV text, with empty rows in their places; empty when it cannot be read as such. */
    static Optional<List<List<String>>> rows(String text) {
        String table = unmarked(text);
        String head = table.lines().findFirst().orElse("").strip();
        boolean told = head.matches("(?i)\"?sep=.\"?") || head.equalsIgnoreCase("sep=");
        char separator = told ? toldIn(head) : separator(head);
        String cells = told ? table.substring(Math.min(table.length(), table.indexOf(head) + head.length())) : table;
        List<List<String>> rows = new ArrayList<>();
        if (told) {
            rows.add(List.of());
            cells = cells.replaceFirst("^[ \\t]*\\r?\\n?", "");
        }
        try (MappingIterator<String[]> lines = CSV.readerFor(String[].class)
                .with(CsvSchema.emptySchema().withColumnSeparator(separator))
                .readValues(cells)) {
            while (lines.hasNextValue() && rows.size() < MOST_ROWS) {
                rows.add(Arrays.stream(lines.nextValue()).map(String::strip).toList());
            }
            return Optional.of(rows);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static char toldIn(String head) {
        String sign = head.replaceFirst("(?i)^\"?sep=", "");
        return sign.isEmpty() || sign.charAt(0) == '"' ? '\t' : sign.charAt(0);
    }

    private static char separator(String head) {
        char found = ',';
        long most = 0;
        for (char each : new char[] {',', ';', '\t'}) {
            long count = head.chars().filter(c -> c == each).count();
            if (count > most) {
                most = count;
                found = each;
            }
        }
        return found;
    }

    /** Writes rows as CSV with commas. */
    static String csv(List<List<String>> rows) {
        try {
            return CSV.writer(CsvSchema.emptySchema())
                    .writeValueAsString(rows.stream()
                            .map(row -> row.isEmpty() ? List.of("") : row)
                            .toList());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
