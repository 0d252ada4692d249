package vn.loa.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TitleOrderTest {
    @Test
    void titles_stand_in_vietnamese_order_and_numbers_by_their_value() {
        List<String> right = List.of(
                "Ban chỉ huy",
                "Đội 9",
                "Em",
                "Thôn 1",
                "Thôn 2",
                "Thôn 2 mới",
                "Thôn 10",
                "Tổ 3, khu 2",
                "Tổ 3, khu 12",
                "Xóm");
        List<String> mixed = new ArrayList<>(right);
        Collections.shuffle(mixed, new Random(7));
        mixed.sort(new TitleOrder());
        assertThat(mixed).isEqualTo(right);
    }

    @Test
    void very_long_numbers_do_no_harm() {
        assertThat(new TitleOrder().compare("a" + "9".repeat(60), "a" + "9".repeat(61)))
                .isNegative();
    }
}
