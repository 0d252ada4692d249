package vn.loa.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormFieldsTest {
    @Test
    void fields_come_decoded_and_in_order() {
        FormFields fields = FormFields.of("q=Ph%C3%BA+Xuy%C3%AAn&chat=1&chat=2&empty=&=x&flag");
        assertThat(fields.first("q")).isEqualTo("Phú Xuyên");
        assertThat(fields.all("chat")).containsExactly("1", "2");
        assertThat(fields.first("empty")).isEmpty();
        assertThat(fields.first("flag")).isEmpty();
        assertThat(fields.all("none")).isEmpty();
    }

    @Test
    void a_field_that_is_badly_encoded_hurts_only_itself() {
        FormFields fields = FormFields.of("a=%zz&b=%&c=3");
        assertThat(fields.all("a")).isEmpty();
        assertThat(fields.all("b")).isEmpty();
        assertThat(fields.first("c")).isEqualTo("3");
    }

    @Test
    void more_fields_than_a_page_has_are_left_out() {
        assertThat(FormFields.of("chat=1&".repeat(100_000)).all("chat")).hasSize(FormFields.MOST);
    }
}
