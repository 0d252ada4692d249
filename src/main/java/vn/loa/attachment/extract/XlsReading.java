package vn.loa.attachment.extract;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;

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
            for (int number = 0, shown = 0; number < workbook.getNumberOfSheets() && shown < mostSheets; number++) {
                if (workbook.getSheetVisibility(number) == SheetVisibility.VISIBLE) {
                    shown++;
                    read(workbook.getSheetAt(number), sink);
                }
            }
        }
    }

    private static void read(HSSFSheet sheet, TextSink sink) {
        boolean since1904 = sheet.getWorkbook().getInternalWorkbook().isUsing1904DateWindowing();
        LocalFormat format = new LocalFormat();
        SheetRows rows = new SheetRows();
        sink.page();
        for (Row row : sheet) {
            row.forEach(cell -> rows.add(cell.getColumnIndex(), format.shown(cell, since1904)));
            sink.passage(rows.end());
        }
    }
}
