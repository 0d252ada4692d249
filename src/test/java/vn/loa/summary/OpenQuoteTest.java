package vn.loa.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OpenQuoteTest {
    @Test
    void what_stands_inside_a_quotation_opened_earlier_is_held() {
        assertThat(held("Bà kể: “Mưa to.", "Nước lên nhanh.", "Cả xóm phải chạy”.", "Xã đã hỗ trợ."))
                .containsExactly("Nước lên nhanh.", "Cả xóm phải chạy”.");
    }

    @Test
    void a_quotation_closed_in_its_sentence_holds_nothing() {
        assertThat(held("Bà nói: “Tốt lắm”.", "Xã đã hỗ trợ.", "Khẩu hiệu “Sạch làng” treo ở cổng."))
                .isEmpty();
    }

    @Test
    void every_paragraph_of_a_speech_may_open_it_anew() {
        assertThat(held("Bà kể: “Mưa to.", "“Nước lên nhanh.", "“Cả xóm phải chạy”.", "Xã đã hỗ trợ."))
                .containsExactly("“Nước lên nhanh.");
    }

    @Test
    void a_quotation_that_is_never_closed_hides_no_more_than_eight_sentences() {
        OpenQuote quote = new OpenQuote();
        quote.holds("Bà kể: “Mưa to.");
        for (int sentence = 0; sentence < 9; sentence++) {
            quote.holds("Nước lên nhanh.");
        }
        assertThat(quote.holds("Xã đã hỗ trợ.")).isFalse();
    }

    @Test
    void other_marks_hold_a_quotation_too() {
        assertThat(held("Ông hỏi: «Bao giờ sửa đường?", "Dân chờ ba năm.", "Xã trả lời đi.»", "Xã đã hứa."))
                .containsExactly("Dân chờ ba năm.", "Xã trả lời đi.»");
        assertThat(held("Bà kể: \"Mưa to.", "Nước lên nhanh.", "Cả xóm phải chạy\".", "Xã đã hỗ trợ."))
                .containsExactly("Nước lên nhanh.", "Cả xóm phải chạy\".");
    }

    @Test
    void a_straight_mark_without_a_partner_opens_nothing_where_nobody_speaks() {
        assertThat(held("Mô hình \"Dòng sông không rác đã thu gom 2 tấn rác.", "Hội trao 20 thùng rác."))
                .isEmpty();
    }

    private static List<String> held(String... sentences) {
        OpenQuote quote = new OpenQuote();
        return List.of(sentences).stream().filter(quote::holds).toList();
    }
}
