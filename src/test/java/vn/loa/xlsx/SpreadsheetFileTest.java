package vn.loa.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class SpreadsheetFileTest {
    @Test
    void a_table_of_an_office_is_printed_on_one_page_across_with_head_total_and_signatures() throws IOException {
        byte[] file = SpreadsheetFile.of(List.of(new OfficeSheet(
                "Tổng hợp 'quý'",
                new OfficeSheet.Head(
                        "ỦY BAN MTTQ VIỆT NAM XÃ PHÚ XUYÊN",
                        "BAN THƯỜNG TRỰC",
                        List.of("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
                        "Phú Xuyên, ngày 05 tháng 11 năm 2026"),
                List.of("BÁO CÁO", "(Tuần 45)"),
                List.of(column("TT", 6), column("Đơn vị", 40), column("Số hộ", 12), column("Ghi chú", 30)),
                List.of(List.of(1, "thôn Thượng", new BigDecimal("12.5"), "")),
                List.of("", "Tổng cộng", 12.5, ""),
                List.of(
                        new OfficeSheet.Signature("NGƯỜI LẬP BIỂU", "(Ký)"),
                        new OfficeSheet.Signature("CHỦ TỊCH", "(Ký)")))));
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("8:8");
            assertThat(sheet.getColumnWidth(1)).isEqualTo(40 * 256);
            assertThat(sheet.getMergedRegions())
                    .extracting(CellRangeAddress::formatAsString)
                    .startsWith("A1:B1", "C1:D1", "A2:B2", "C2:D2", "A3:B3", "C3:D3", "A5:D5", "A6:D6");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("BAN THƯỜNG TRỰC");
            assertThat(sheet.getRow(1).getCell(0).getCellStyle().getFont().getBold())
                    .isTrue();
            assertThat(sheet.getRow(2).getCell(2).getStringCellValue()).startsWith("Phú Xuyên, ngày 05");
            assertThat(sheet.getRow(2).getCell(2).getCellStyle().getFont().getItalic())
                    .isTrue();
            assertThat(sheet.getRow(7).getCell(3).getStringCellValue()).isEqualTo("Ghi chú");
            assertThat(sheet.getRow(8).getCell(2).getNumericCellValue()).isEqualTo(12.5);
            assertThat(sheet.getRow(9).getCell(2).getNumericCellValue()).isEqualTo(12.5);
            assertThat(sheet.getRow(9).getCell(1).getCellStyle().getBorderTop()).isEqualTo(BorderStyle.THIN);
            assertThat(sheet.getRow(11).getCell(2).getStringCellValue()).isEqualTo("CHỦ TỊCH");
        }
    }

    @Test
    void a_line_is_as_high_as_its_longest_cell_needs() {
        List<Integer> widths = List.of(6, 22);
        assertThat(RowHeight.of(List.of(1, "thôn Thượng"), widths)).isEqualTo(21);
        assertThat(RowHeight.of(List.of(1, "Ban Công tác Mặt trận thôn Thượng"), widths))
                .isEqualTo(38);
        assertThat(RowHeight.of(List.of(1, "một\nhai\nba"), widths)).isEqualTo(55);
        assertThat(RowHeight.of(List.of(1, "x".repeat(41)), widths)).isEqualTo(55);
        assertThat(RowHeight.of(List.of(1, "x".repeat(100_000)), widths)).isEqualTo(409);
        assertThat(RowHeight.of(List.of(), widths)).isEqualTo(21);
    }

    @Test
    void every_sheet_is_printed_across_with_its_names_of_columns_on_each_page() throws IOException {
        Sheet plain = new Sheet("Mọi lần", List.of("Mấy hộ?"), List.of("TT"), List.of(5), List.of(List.of(45)));
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(SpreadsheetFile.of(List.of(plain))))) {
            XSSFSheet sheet = book.getSheetAt(0);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("2:2");
            assertThat(sheet.getRow(2).getHeightInPoints()).isEqualTo(21);
            assertThat(sheet.getRow(2).getCell(0).getCellStyle().getAlignment()).isEqualTo(HorizontalAlignment.CENTER);
        }
    }

    private static OfficeSheet.Column column(String name, int width) {
        return new OfficeSheet.Column(name, width);
    }

    @Test
    void a_spreadsheet_is_read_by_others_as_it_was_written() throws IOException {
        Sheet first = new Sheet(
                "Tổng hợp & <1>",
                List.of("Mỗi thôn mấy hộ?"),
                List.of("STT", "Đơn vị"),
                List.of(6, 30),
                List.of(List.of(1, "thôn \"Thượng\" <&> \u0001\n2"), List.of(new BigDecimal("1E+3"), "=1+1")));
        Sheet second = new Sheet("Hai", List.of(), List.of("A"), List.of(5), List.of());
        byte[] file = SpreadsheetFile.of(List.of(first, second));
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(2);
            var sheet = book.getSheet("Tổng hợp & <1>");
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("Mỗi thôn mấy hộ?");
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("Đơn vị");
            assertThat(sheet.getRow(2).getCell(0).getNumericCellValue()).isEqualTo(1);
            assertThat(sheet.getRow(2).getCell(1).getStringCellValue()).isEqualTo("thôn \"Thượng\" <&> \n2");
            assertThat(sheet.getRow(3).getCell(0).getNumericCellValue()).isEqualTo(1000);
            assertThat(sheet.getRow(3).getCell(1).getStringCellValue())
                    .as("what people write is no formula")
                    .isEqualTo("=1+1");
            assertThat(sheet.getRow(1).getCell(0).getCellStyle().getFont().getBold())
                    .isTrue();
        }
    }
}
