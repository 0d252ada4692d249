package vn.loa.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class SpreadsheetFileTest {
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
