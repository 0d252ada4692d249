package vn.loa.document.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of which every cell stands on a line of its own; semicolons stand for the ends of lines. */
class TableLinesTest {
    private static String restored(String cells) {
        return TableLines.restored(cells.replace(";", "\n")).replace("\n", ";");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "STT;Nội dung;Xã;Thôn;Thời hạn;1;Gửi báo cáo;X;15/10;2;Nộp danh sách;X;20/10"
                        + "=STT | Nội dung | Xã | Thôn | Thời hạn;1 | Gửi báo cáo | X | 15/10;2 | Nộp danh sách | X | 20/10",
                "STT;Nội dung;Số lượng;Thời hạn;1;Gửi báo cáo;2;15/10;2;Nộp danh sách;3;20/10"
                        + "=STT | Nội dung | Số lượng | Thời hạn;1 | Gửi báo cáo | 2 | 15/10;2 | Nộp danh sách | 3 | 20/10",
                "STT;Nội dung;Đơn vị;Số lượng;Thời hạn;1;Gửi báo cáo;Thôn Đông;2;15/10;2;Nộp danh sách;Thôn Đoài;3;20/10"
                        + "=STT | Nội dung | Đơn vị | Số lượng | Thời hạn;1 | Gửi báo cáo | Thôn Đông | 2 | 15/10"
                        + ";2 | Nộp danh sách | Thôn Đoài | 3 | 20/10",
                "TT;Nội dung;Thời hạn;Số lượng;1;Gửi báo cáo;15/10;2;2;Nộp danh sách;20/10;3"
                        + "=TT | Nội dung | Thời hạn | Số lượng;1 | Gửi báo cáo | 15/10 | 2;2 | Nộp danh sách | 20/10 | 3",
                "TT;Nội dung;Đơn vị;Thời hạn;I;Tuyên truyền;1;Treo băng rôn;Thôn;15/10;II;Báo cáo;1;Gửi số liệu;Thôn;20/10;Nơi nhận:"
                        + "=TT | Nội dung | Đơn vị | Thời hạn;I | Tuyên truyền;1 | Treo băng rôn | Thôn | 15/10;II | Báo cáo"
                        + ";1 | Gửi số liệu | Thôn | 20/10;Nơi nhận:",
                "TT;Nội dung;Cấp I;Thời hạn;1;Gửi báo cáo;I;15/10;2;Nộp danh sách;V;20/10"
                        + "=TT | Nội dung | Cấp I | Thời hạn;1 | Gửi báo cáo | I | 15/10;2 | Nộp danh sách | V | 20/10",
                "TT;Nội dung;Đơn vị;Thời hạn;1;Gửi báo cáo;Thường xuyên;2;Nộp danh sách;Thôn;20/10"
                        + "=TT | Nội dung | Đơn vị | Thời hạn;1 | Gửi báo cáo | Thường xuyên;2 | Nộp danh sách | Thôn | 20/10",
            })
    void a_count_or_a_mark_in_a_cell_begins_no_row(String cells, String rows) {
        assertThat(restored(cells)).isEqualTo(rows);
    }

    @Test
    void a_table_whose_rows_are_in_doubt_is_given_up() {
        String doubtful = "STT;Nội dung;Đơn vị;Thời hạn;1;Gửi;báo cáo;tháng;2;15/10;Thôn;2;20/10";
        assertThat(restored(doubtful)).isEqualTo(doubtful);
    }
}
