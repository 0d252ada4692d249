package vn.loa.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ke-hoach-27-KH-MTTQ-BTT.pdf|27/KH-MTTQ-BTT|KH",
                "27_KH_signed.pdf|27/KH|KH",
                "CV 132 UBND-VX.docx|132/UBND-VX|CV",
                "27-kh-mttq-btt.signed.pdf|27/KH-MTTQ-BTT|KH",
                "KH 27 tổ chức Ngày hội.docx|27/KH|KH",
                "QD 15-2026-QĐ-UBND.pdf|15/2026/QĐ-UBND|QĐ",
                "12-KH-ĐU.pdf|12-KH/ĐU|KH",
                "12-kh-du.signed.pdf|12-KH/ĐU|KH",
                "Thông báo số 15 về lịch tiếp dân.pdf|15/TB|TB",
                "thong-bao-so-15-tb-ubnd.pdf|15/TB-UBND|TB",
                "132-UBND-VX_signed.pdf|132/UBND-VX|CV",
                "NQ 05 HĐND.pdf|05/NQ-HĐND|NQ",
                "bc-120-bc-ubnd.PDF|120/BC-UBND|BC",
                "51 HD-MT-BTT.pdf|51/HD-MT-BTT|HD",
                "hd_51_mttq.doc|51/HD-MTTQ|HD",
                "Kế hoạch số 27/KH-MTTQ-BTT|27/KH-MTTQ-BTT|KH",
                "15.QĐ.UBND.pdf|15/QĐ-UBND|QĐ",
                "qd%2015%20ubnd.pdf|15/QĐ-UBND|QĐ",
                "GM 44 ngay hoi dai doan ket.docx|44/GM|GM"
            })
    void names_tell_numbers_and_kinds(String name, String number, String kind) {
        DocumentCard card = FileNameReader.read(name).orElseThrow();
        assertThat(card.number().orElseThrow().text()).isEqualTo(number);
        assertThat(card.kind().orElseThrow().sign()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"VB so 15.signed.pdf|15"})
    void a_paper_may_have_a_number_alone(String name, String number) {
        DocumentCard card = FileNameReader.read(name).orElseThrow();
        assertThat(card.number().orElseThrow().text()).isEqualTo(number);
        assertThat(card.kind()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KH tháng 11.docx", "BC 6 tháng đầu năm.docx", "BC quy 4 2026.pdf", "KH 2026.docx", "KH 20-11.docx",
                        "20261105.pdf",
                "05-11-2026.pdf", "IMG_1234.jpg", "scan0001.pdf", "Phụ lục 2.docx", "mau 01.doc",
                        "danh sach 27 ho ngheo.xlsx",
                "KH 80 năm Quốc khánh.docx", "bai phat bieu.docx", "24-7.pdf", "0912345678.pdf", "TB 3 đối tượng.docx",
                        "v2 final.docx",
                "Điều lệ MTTQ khóa 10.pdf", "Kế hoạch 5 năm.docx", "Báo cáo 9 tháng.pdf", "20 CT 3 xã.pdf",
                        "Giấy mời ngày 12.pdf", ""
            })
    void other_names_tell_nothing(String name) {
        assertThat(FileNameReader.read(name)).isEmpty();
    }
}
