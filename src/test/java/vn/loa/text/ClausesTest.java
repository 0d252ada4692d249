package vn.loa.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClausesTest {
    @Test
    void commas_semicolons_colons_and_dashes_end_clauses() {
        assertThat(Clauses.ends("Một, hai; ba: bốn – năm")).containsExactly(3, 8, 12, 17);
    }

    @Test
    void marks_inside_numbers_words_brackets_and_quotations_do_not() {
        assertThat(Clauses.ends("Đạt 3,5% lúc 8:30 ở xã A-B (một, hai) và “ba, bốn”"))
                .isEmpty();
    }

    @Test
    void a_bracket_that_is_never_closed_hides_nothing() {
        assertThat(Clauses.ends("Một (hai, ba")).containsExactly(8);
    }
}
