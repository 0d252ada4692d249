package vn.loa.command.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.command.CommandHarness;
import vn.loa.model.Access;
import vn.loa.model.Platform;
import vn.loa.store.failover.UnitFailover;

class FailoverSettingTest {
    @TempDir
    private Path folder;

    private CommandHarness desk;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        desk.alone("1").says("/donvi them thôn Thượng");
        desk.alone("1").says("/donvi them thôn 5");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private String says(String words) {
        return text(desk.alone("1").says(words));
    }

    private UnitFailover setting(long unit) {
        return desk.storage.failovers().of(unit).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/donvi giaokenh thôn Thượng                            | PT10M  |",
                "/donvi giao-kênh thôn Thượng                           | PT10M  |",
                "/donvi giao kênh thôn Thượng bật                       | PT10M  |",
                "/donvi giaokenh #1 zalo telegram 15 phút               | PT15M  | ZALO TELEGRAM",
                "/donvi giaokenh thôn Thượng telegram, zalo             | PT10M  | TELEGRAM ZALO",
                "/donvi giaokenh Thượng Zalo trước, Telegram sau 1 giờ  | PT1H   | ZALO TELEGRAM",
            })
    void an_operator_has_a_unit_hear_once_in_so_many_words(String words, Duration after, String order) {
        assertThat(says(words)).contains("thôn Thượng", "một lần");
        assertThat(setting(1).after()).isEqualTo(after);
        List<Platform> expected = order == null
                ? List.of()
                : java.util.Arrays.stream(order.split(" "))
                        .map(Platform::valueOf)
                        .toList();
        assertThat(setting(1).order()).isEqualTo(expected);
    }

    @Test
    void a_number_at_the_end_of_a_units_name_is_no_time() {
        assertThat(says("/donvi giaokenh thôn 5")).contains("thôn 5");
        assertThat(setting(2).after()).isEqualTo(UnitFailover.USUAL_WAIT);
    }

    @Test
    void it_is_taken_back_and_said_when_there_was_nothing_to_take_back() {
        says("/donvi giaokenh thôn Thượng");
        assertThat(says("/donvi giaokenh thôn Thượng tắt")).contains("riêng như trước");
        assertThat(desk.storage.failovers().of(1)).isEmpty();
        assertThat(says("/donvi giaokenh thôn Thượng tắt")).contains("chưa đặt");
    }

    @Test
    void an_unknown_unit_no_unit_and_a_wait_without_measure_are_told_with_the_next_step() {
        assertThat(says("/donvi giaokenh xã Lạ")).contains("xã Lạ", "/donvi");
        assertThat(says("/donvi giaokenh")).contains("/donvi giaokenh thôn Thượng");
        assertThat(says("/donvi giaokenh thôn Thượng 90 giờ")).contains("24 giờ");
        assertThat(says("/donvi giaokenh thôn Thượng 0 phút")).contains("1 phút");
    }

    @Test
    void a_unit_shows_the_order_of_its_chats_or_offers_it() {
        desk.admin("8", "-100").says("/start");
        desk.admin("8", "-200").says("/start");
        desk.alone("1").presses("nhom:v:" + desk.admin("8", "-100").chat().id() + ":1");
        desk.alone("1").presses("nhom:v:" + desk.admin("8", "-200").chat().id() + ":1");
        assertThat(says("/donvi thôn Thượng")).contains("/donvi giaokenh 1");
        says("/donvi giaokenh 1");
        assertThat(says("/donvi thôn Thượng")).contains("1. Nhóm -100 – Telegram", "2. Nhóm -200", "10 phút");
    }
}
