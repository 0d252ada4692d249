package vn.loa.command.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.CommandHarness;
import vn.loa.model.Access;

/** Administrative units: their names come and go, and names are used again. It is 9 March 2026. */
class UnitsCommandTest {
    @TempDir
    private Path folder;

    private CommandHarness desk;
    private CommandHarness.Voice operator;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        operator = desk.alone("1");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private String says(String words) {
        return text(operator.says(words));
    }

    @Test
    void units_stand_in_a_tree_with_their_chats() {
        assertThat(says("/donvi them xã Phú Xuyên từ 1/7/2025")).contains("Đã thêm đơn vị #1: xã Phú Xuyên");
        assertThat(says("/donvi them thôn Thượng thuộc xã Phú Xuyên")).contains("#2: thôn Thượng (xã Phú Xuyên)");
        assertThat(says("/donvi thêm thon Ha thuoc phu xuyen")).contains("#3: thon Ha (xã Phú Xuyên)");
        assertThat(says("/donvi"))
                .contains("#1 xã Phú Xuyên (0 nơi nhận)\n   #3 thon Ha (0 nơi nhận)\n   #2 thôn Thượng");
    }

    @Test
    void the_same_unit_is_not_added_twice_but_a_name_may_be_used_again_elsewhere() {
        says("/donvi them xã A");
        says("/donvi them xã B");
        says("/donvi them thôn Đông thuộc xã A");
        assertThat(says("/donvi them Thôn Đông thuộc xã A")).contains("Đã có đơn vị này: thôn Đông (xã A)");
        assertThat(says("/donvi them thôn Đông thuộc xã B")).contains("Đã thêm đơn vị #4");
        assertThat(says("/donvi thôn đông"))
                .contains("Có nhiều đơn vị", "• #3 thôn Đông (xã A)", "• #4 thôn Đông (xã B)");
        assertThat(says("/donvi 4")).contains("#4 thôn Đông (xã B)");
    }

    @Test
    void a_name_that_ended_is_told_with_its_end_and_gives_way_to_the_one_of_today() {
        says("/donvi them huyện Phú Xuyên đến 30/6/2025");
        says("/donvi them xã Phú Xuyên từ ngày 1/7/2025");
        assertThat(says("/donvi phú xuyên")).contains("#2 xã Phú Xuyên", "1/7/2025 – …");
        assertThat(says("/donvi huyện phú xuyên")).contains("huyện Phú Xuyên, đến 30/6/2025");
        assertThat(says("/donvi")).doesNotContain("huyện");
    }

    @Test
    void a_unit_is_renamed_from_a_day_on_and_found_by_both_names() {
        says("/donvi them thị trấn Phú Minh từ 1/1/2000");
        assertThat(says("/donvi doiten 1 xã Phú Minh Mới từ 1/7/2025"))
                .contains("thị trấn Phú Minh đổi tên thành xã Phú Minh Mới từ 1/7/2025");
        assertThat(says("/donvi thị trấn phú minh"))
                .contains("thị trấn Phú Minh: 1/1/2000 – 30/6/2025", "xã Phú Minh Mới: 1/7/2025 – …");
        assertThat(says("/donvi doiten 1 xã X từ 1/7/2025")).contains("phải sau ngày bắt đầu");
    }

    @Test
    void a_unit_is_closed_and_gone_from_the_next_day_on() {
        says("/donvi them huyện Z");
        assertThat(says("/donvi dong huyện Z đến 10/3/2026")).contains("huyện Z kết thúc vào 10/3/2026");
        assertThat(says("/donvi")).contains("huyện Z");
        desk.now = Instant.parse("2026-03-11T10:00:00Z");
        assertThat(says("/donvi")).doesNotContain("#1 huyện Z");
    }

    @Test
    void what_is_not_clear_changes_nothing_and_says_how_to_say_it() {
        for (String odd : List.of(
                "/donvi them", "/donvi them xã A từ 31/2/2025", "/donvi doiten 1", "/donvi them " + "x".repeat(100))) {
            assertThat(says(odd)).contains("Người vận hành có thể gõ");
        }
        assertThat(says("/donvi them thôn A thuộc xã Không Có")).contains("Không có đơn vị nào tên là \"xã Không Có\"");
        assertThat(says("/donvi")).doesNotContain("#1");
    }
}
