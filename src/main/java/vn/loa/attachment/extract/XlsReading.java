package vn.loa.attachment.extract;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/** Reads an Excel workbook of before 2007, row by row. */
final class XlsReading implements FormatReading {
    private final int mostSheets;

    XlsReading(int mostSheets) {
        this.mostSheets = mostSheets;
    }

    @Override
    public void read(Path file, TextSink sink) throws IOException {
        try (POIFSFileSystem parts = new POIFSFileSystem(file.toFile(), true);
                HSSFWorkbook workbook = new HSSFWorkbook(parts)) {
            DataFormatter form = new DataFormatter();
            form.setUseCachedValuesForFormulaCells(true);
            for (int number = 0; number < Math.min(workbook.getNumberOfSheets(), mostSheets); number++) {
                Sheet sheet = workbook.getSheetAt(number);
                sink.page();
                SheetRows rows = new SheetRows();
                sheet.forEach(row -> sink.passage(text(row, form, rows)));
            }
        }
    }

    private static String text(Row row, DataFormatter form, SheetRows rows) {
        for (Cell cell : row) {
            rows.add(cell.getColumnIndex(), form.formatCellValue(cell));
        }
        return rows.end();
    }
}
