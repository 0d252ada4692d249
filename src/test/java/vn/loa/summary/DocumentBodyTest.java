package vn.loa.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentBodyTest {
    @Test
    void head_recitals_recipients_and_signature_are_left_out() {
        assertThat(DocumentBody.paragraphs("""
                        ỦY BAN MTTQ VIỆT NAM
                        XÃ PHÚ XUYÊN

                        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                        Độc lập - Tự do - Hạnh phúc

                        Số: 27/KH-MTTQ-BTT

                        Phú Xuyên, ngày 05 tháng 11 năm 2026

                        KẾ HOẠCH

                        Căn cứ Hướng dẫn số 51/HD-MT-BTT ngày 16/10/2023;

                        Ban Thường trực xây dựng kế hoạch tổ chức Ngày hội
                        Đại đoàn kết như sau:

                        I. Mục đích

                        TM. BAN THƯỜNG TRỰC

                        Nơi nhận:

                        - Như trên;"""))
                .containsExactly(
                        "Ban Thường trực xây dựng kế hoạch tổ chức Ngày hội\nĐại đoàn kết như sau:", "I. Mục đích");
    }

    @Test
    void a_text_without_a_head_stays_as_it_is() {
        assertThat(DocumentBody.paragraphs("Một câu.\n\nHai câu.")).containsExactly("Một câu.", "Hai câu.");
        assertThat(DocumentBody.paragraphs("")).isEmpty();
    }
}
