package vn.loa.attachment.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxReadingTest {
    private static final short SHORT_DATE = 14;

    @TempDir
    private Path folder;

    @Test
    void a_workbook_is_read_as_it_is_shown_in_vietnam_without_its_hidden_sheets() throws IOException {
        Path file = folder.resolve("a.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Row row = workbook.createSheet("Danh sách").createRow(0);
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(SHORT_DATE);
            row.createCell(0).setCellValue(33_000);
            row.getCell(0).setCellStyle(day);
            CellStyle money = workbook.createCellStyle();
            money.setDataFormat(workbook.createDataFormat().getFormat("#,##0"));
            row.createCell(1).setCellValue(1_500_000);
            row.getCell(1).setCellStyle(money);
            workbook.createSheet("Chọn").createRow(0).createCell(0).setCellValue("Nam");
            workbook.setSheetHidden(1, true);
            workbook.write(out);
        }
        TextSink sink = new TextSink(1_000);
        new XlsxReading(5).read(file, sink);
        assertThat(sink.taken().text()).isEqualTo("07/05/1990 | 1.500.000");
        assertThat(sink.taken().pages()).isEqualTo(1);
    }

    @Test
    void hidden_sheets_take_no_place_of_those_that_are_shown() throws IOException {
        Path file = folder.resolve("b.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            for (String name : List.of("Chọn", "Một", "Hai")) {
                workbook.createSheet(name).createRow(0).createCell(0).setCellValue(name);
            }
            workbook.setActiveSheet(1);
            workbook.setSheetHidden(0, true);
            workbook.write(out);
        }
        TextSink sink = new TextSink(1_000);
        new XlsxReading(1).read(file, sink);
        assertThat(sink.taken().text()).isEqualTo("Một");
    }
}
