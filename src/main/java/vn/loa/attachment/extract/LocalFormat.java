package vn.loa.attachment.extract;

import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;

/** Writes numbers as Excel does in Vietnam, where the formats that follow the machine's settings begin with the day. */
final class LocalFormat extends DataFormatter {
    /** Formats that Excel writes as the machine is set, by their number; a file names the American form for them. */
    private static final Map<Integer, String> DAYS = Map.of(14, "dd/mm/yyyy", 22, "dd/mm/yyyy h:mm");

    LocalFormat() {
        super(Locale.forLanguageTag("vi-VN"));
        setUseCachedValuesForFormulaCells(true);
    }

    @Override
    public String formatRawCellContents(double value, int index, String format, boolean since1904) {
        boolean local = DAYS.containsKey(index);
        return super.formatRawCellContents(value, local ? 0 : index, local ? DAYS.get(index) : format, since1904);
    }

    /**
     * Returns what a cell shows.
     *
     * @param since1904 whether its workbook counts days from 1904, as those of a Macintosh do
     */
    String shown(Cell cell, boolean since1904) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return type == CellType.NUMERIC
                ? formatRawCellContents(
                        cell.getNumericCellValue(),
                        cell.getCellStyle().getDataFormat(),
                        cell.getCellStyle().getDataFormatString(),
                        since1904)
                : formatCellValue(cell);
    }
}
