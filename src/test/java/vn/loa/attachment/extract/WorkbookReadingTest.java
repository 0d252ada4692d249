package vn.loa.attachment.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Workbooks of Excel, of both its forms, as Excel shows them in Vietnam. */
class WorkbookReadingTest {
    private static final short SHORT_DATE = 14;
    private static final short SHORT_DATE_AND_TIME = 22;

    private enum Form {
        XLSX(XSSFWorkbook::new, XlsxReading::new),
        XLS(HSSFWorkbook::new, XlsReading::new);

        final Supplier<Workbook> workbook;
        final IntFunction<FormatReading> reading;

        Form(Supplier<Workbook> workbook, IntFunction<FormatReading> reading) {
            this.workbook = workbook;
            this.reading = reading;
        }
    }

    @TempDir
    private Path folder;

    private TextSink read(Form form, Workbook workbook, int mostSheets) throws IOException {
        Path file = folder.resolve("workbook");
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        TextSink sink = new TextSink(1_000);
        form.reading.apply(mostSheets).read(file, sink);
        return sink;
    }

    private static Cell cell(Row row, short format) {
        CellStyle style = row.getSheet().getWorkbook().createCellStyle();
        style.setDataFormat(format);
        Cell cell = row.createCell(Math.max(0, row.getLastCellNum()));
        cell.setCellStyle(style);
        return cell;
    }

    @ParameterizedTest
    @EnumSource
    void a_workbook_is_read_as_it_is_shown_in_vietnam_without_its_hidden_sheets(Form form) throws IOException {
        try (Workbook workbook = form.workbook.get()) {
            Row row = workbook.createSheet("Danh sách").createRow(0);
            cell(row, SHORT_DATE).setCellValue(33_000);
            cell(row, workbook.createDataFormat().getFormat("#,##0")).setCellValue(1_500_000);
            workbook.createSheet("Chọn").createRow(0).createCell(0).setCellValue("Nam");
            workbook.setSheetVisibility(1, SheetVisibility.HIDDEN);
            workbook.createSheet("Nháp").createRow(0).createCell(0).setCellValue("Nữ");
            workbook.setSheetVisibility(2, SheetVisibility.VERY_HIDDEN);
            TextSink sink = read(form, workbook, 5);
            assertThat(sink.taken().text()).isEqualTo("07/05/1990 | 1.500.000");
            assertThat(sink.taken().pages()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void days_with_times_and_days_that_were_computed_begin_with_the_day(Form form) throws IOException {
        try (Workbook workbook = form.workbook.get()) {
            Row row = workbook.createSheet("Lịch").createRow(0);
            cell(row, SHORT_DATE_AND_TIME).setCellValue(33_000.3125);
            Cell computed = cell(row, SHORT_DATE);
            computed.setCellFormula("33000+1");
            computed.setCellValue(33_001);
            Cell word = cell(row, SHORT_DATE);
            word.setCellFormula("\"Thứ\"&\" Ba\"");
            word.setCellValue("Thứ Ba");
            cell(row, SHORT_DATE).setCellValue("chưa rõ");
            cell(row, SHORT_DATE);
            cell(row, (short) 0).setCellValue(2.5);
            assertThat(read(form, workbook, 5).taken().text())
                    .isEqualTo("07/05/1990 7:30 | 08/05/1990 | Thứ Ba | chưa rõ | | 2,5");
        }
    }

    @ParameterizedTest
    @EnumSource
    void hidden_sheets_take_no_place_of_those_that_are_shown(Form form) throws IOException {
        try (Workbook workbook = form.workbook.get()) {
            for (String name : List.of("Chọn", "Một", "Hai")) {
                workbook.createSheet(name).createRow(0).createCell(0).setCellValue(name);
            }
            workbook.setActiveSheet(1);
            workbook.setSheetHidden(0, true);
            assertThat(read(form, workbook, 1).taken().text()).isEqualTo("Một");
        }
    }
}
