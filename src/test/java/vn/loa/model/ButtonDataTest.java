package vn.loa.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a button brings back. */
class ButtonDataTest {
    /** Buttons with such data stand in chats since long ago, and are pressed years later. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "duyet:12:1",
                "nam:n7",
                "nhom:l:all:0:",
                "nhom:x:3:lich:@abc:7:00",
                "theodoi:abc:n0:key:with:colons",
                "lich:7:00 16:30",
                "danhsach",
                "nhatky:0:",
                ":",
                ""
            })
    void what_was_written_is_written_again_to_the_letter(String text) {
        assertThat(ButtonData.parse(text).text()).isEqualTo(text);
    }

    @Test
    void the_command_stands_first_and_its_fields_follow() {
        ButtonData data = ButtonData.of("nhom", "v", 12, 0L);
        assertThat(data.text()).isEqualTo("nhom:v:12:0");
        assertThat(data.command()).isEqualTo("nhom");
        assertThat(data.size()).isEqualTo(3);
        assertThat(data.field(1)).isEqualTo("12");
        assertThat(data.from(1)).isEqualTo("12:0");
    }

    @Test
    void a_field_that_is_not_there_is_empty() {
        ButtonData data = ButtonData.parse("danhsach");
        assertThat(data.fields()).isEmpty();
        assertThat(data.field(0)).isEmpty();
        assertThat(data.from(3)).isEmpty();
    }

    @Test
    void the_data_of_another_button_is_carried_as_it_is() {
        ButtonData carried =
                ButtonData.of("nhom", "x", 3, ButtonData.of("lich", "chay").text());
        assertThat(ButtonData.parse(carried.from(2))).isEqualTo(ButtonData.of("lich", "chay"));
    }

    @Test
    void more_than_a_button_holds_does_not_fit() {
        assertThat(ButtonData.of("nhom", "x".repeat(59)).fits()).isTrue();
        assertThat(ButtonData.of("nhom", "ệ".repeat(59)).fits()).isFalse();
    }
}
