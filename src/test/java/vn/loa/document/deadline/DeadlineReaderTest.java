package vn.loa.document.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.text.date.TetCalendar;
import vn.loa.waiting.CpuTime;

@Order(2)
class DeadlineReaderTest {
    private static final Optional<LocalDate> BASE = Optional.of(LocalDate.of(2026, 11, 10));

    static Stream<String> deadlines() {
        return lines("deadlines.txt");
    }

    static Stream<String> others() {
        return lines("no-deadlines.txt");
    }

    private static Stream<String> lines(String name) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DeadlineReaderTest.class.getResourceAsStream("/document/" + name)),
                StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.startsWith("#")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Deadline> read(String text) {
        return DeadlineReader.read("", text, BASE);
    }

    private static String shown(Deadline deadline) {
        return deadline.date()
                + deadline.time().map(time -> " " + time).orElse("")
                + (deadline.recurrence() == Recurrence.NONE ? "" : " " + deadline.recurrence());
    }

    @ParameterizedTest
    @MethodSource("deadlines")
    void a_deadline_is_read(String line) {
        String[] parts = line.split("\\|", -1);
        List<Deadline> found = read(parts[0].strip());
        assertThat(found.stream().map(DeadlineReaderTest::shown))
                .containsExactly(parts[1].strip().split("; "));
        assertThat(found.get(0).recipient())
                .isEqualTo(
                        parts.length > 2 && !parts[2].isBlank()
                                ? parts[2].strip()
                                : found.get(0).recipient());
        assertThat(found.get(0).sentence()).isEqualTo(parts[0].strip());
    }

    static Stream<String> ofOffices() {
        return Stream.of(
                        "deadlines-of-offices.txt",
                        "deadlines-of-neighbours.txt",
                        "deadlines-of-unions.txt",
                        "deadlines-of-schools.txt",
                        "deadlines-of-wards.txt",
                        "deadlines-of-hamlets.txt",
                        "deadlines-of-news.txt",
                        "deadlines-of-districts.txt",
                        "deadlines-of-clubs.txt",
                        "deadlines-of-villages.txt",
                        "deadlines-of-streets.txt",
                        "deadlines-of-letters.txt",
                        "deadlines-of-notices.txt",
                        "deadlines-of-committees.txt",
                        "deadlines-beside-told-words.txt",
                        "deadlines-of-provinces.txt",
                        "deadlines-of-boards.txt",
                        "deadlines-of-reports.txt",
                        "deadlines-of-bureaus.txt",
                        "deadlines-of-associations.txt",
                        "deadlines-of-desks.txt",
                        "deadlines-of-squares.txt",
                        "deadlines-of-markets.txt",
                        "deadlines-of-weekdays.txt",
                        "deadlines-of-clerks.txt",
                        "deadlines-of-receptions.txt",
                        "deadlines-of-counters.txt",
                        "deadlines-of-households.txt",
                        "deadlines-of-askers.txt",
                        "deadlines-of-hearers.txt",
                        "deadlines-beside-homographs.txt",
                        "deadlines-beside-strangers.txt")
                .flatMap(DeadlineReaderTest::lines);
    }

    @ParameterizedTest
    @MethodSource("ofOffices")
    void a_sentence_of_an_office_sets_its_deadlines_and_no_other(String line) {
        String[] parts = line.split("[|]", -1);
        List<Deadline> found = read(parts[0].strip().replace("\\n", "\n"));
        assertThat(found.stream().map(DeadlineReaderTest::shown).collect(Collectors.joining("; ")))
                .isEqualTo(parts[1].strip());
        if (parts.length > 2 && !parts[2].isBlank()) {
            assertThat(found.get(0).recipient()).isEqualTo(parts[2].strip());
        }
    }

    static Stream<String> byDay() {
        return lines("deadlines-by-day.txt");
    }

    @ParameterizedTest
    @MethodSource("byDay")
    void a_text_of_a_day_sets_its_deadlines_and_no_other(String line) {
        String[] parts = line.split("[|]", -1);
        String text = parts[1].strip().replace("\\n", "\n").replace("\\t", "\t").replace("¦", "|");
        List<Deadline> found = DeadlineReader.read("", text, Optional.of(LocalDate.parse(parts[0].strip())));
        assertThat(found.stream().map(DeadlineReaderTest::shown).collect(Collectors.joining("; ")))
                .isEqualTo(parts[2].strip());
        if (parts.length > 3 && !parts[3].isBlank()) {
            assertThat(found.get(0).recipient()).isEqualTo(parts[3].strip().replaceAll("^-$", ""));
        }
        if (parts.length > 4) {
            assertThat(found.get(0).task()).isEqualTo(parts[4].strip());
        }
    }

    @ParameterizedTest
    @MethodSource("others")
    void other_days_are_no_deadlines(String sentence) {
        assertThat(read(sentence)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Các thôn gửi báo cáo kết quả về Ban Thường trực trước ngày 20/11.|gửi báo cáo kết quả",
                "Trước ngày 20/11, các thôn nộp danh sách hộ nghèo.|nộp danh sách hộ nghèo",
                "Đề nghị các chi hội đăng ký tham gia chậm nhất ngày 20/11/2026.|đăng ký tham gia",
                "Báo cáo gửi về UBND xã trước 16 giờ 30 ngày 20/11/2026.|Báo cáo gửi",
                "Đề nghị các đảng ủy rà soát dữ liệu đảng viên, hoàn thành trước ngày 25/11.|rà soát dữ liệu đảng viên",
                "Thí sinh trúng tuyển phải xác nhận nhập học trước ngày 30/11.|xác nhận nhập học",
                "Hạn chót tiếp nhận hồ sơ dự tuyển là 17 giờ ngày 09/12, gửi qua bưu điện.|tiếp nhận hồ sơ dự tuyển",
                "Phân công: - Đ/c Hải: trang trí hội trường, xong trước ngày 17/11.|trang trí hội trường",
                "Bảng điểm (gửi kèm) các đơn vị tự chấm, scan gửi trước ngày 05/12.|Bảng điểm (gửi kèm) các đơn vị tự chấm, scan gửi",
                "Đề nghị góp ý dự thảo Thông tư trước ngày 05/12.|góp ý dự thảo Thông tư",
                "Các thôn nộp hồ sơ từ ngày 12/11 đến ngày 20/11.|nộp hồ sơ",
                "Chi hội trưởng đăng ký tiết mục với Hội Phụ nữ xã trước ngày 22/11.|đăng ký tiết mục với Hội Phụ nữ xã",
                "Đội xung kích lắp xong loa tại nhà văn hóa trước ngày 22/11.|lắp xong loa tại nhà văn hóa"
            })
    void what_is_due_is_told(String sentence, String task) {
        assertThat(read(sentence).get(0).task()).isEqualTo(task);
    }

    @Test
    void a_year_is_counted_from_the_day_of_the_document() {
        assertThat(DeadlineReader.read("", "Gửi báo cáo trước ngày 15/01.", Optional.of(LocalDate.of(2025, 12, 20)))
                        .get(0)
                        .date())
                .isEqualTo(LocalDate.of(2026, 1, 15));
        assertThat(DeadlineReader.read("", "Gửi báo cáo trước ngày 15/01.", Optional.empty()))
                .isEmpty();
        assertThat(DeadlineReader.read("", "Gửi báo cáo trước ngày 15/01/2026.", Optional.empty()))
                .hasSize(1);
    }

    @Test
    void a_sentence_may_set_two_deadlines_and_a_deadline_said_twice_is_one() {
        assertThat(read("Gửi danh sách trước ngày 20/11; gửi báo cáo trước 16 giờ ngày 25/11/2026."))
                .extracting(Deadline::date)
                .containsExactly(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 25));
        assertThat(read("Gửi báo cáo trước ngày 20/11.\nGửi báo cáo trước ngày 20/11/2026."))
                .hasSize(1);
    }

    @Test
    void each_day_of_a_list_is_told_with_its_own_report() {
        assertThat(read("Các chi hội báo cáo tháng trước ngày 15, báo cáo quý trước ngày 15 tháng cuối quý."))
                .extracting(Deadline::task)
                .containsExactly("báo cáo tháng", "báo cáo quý");
    }

    @Test
    void a_recipient_behind_the_next_verb_belongs_to_that() {
        assertThat(read("Các thôn rà soát xong trước ngày 20/11, báo cáo UBND xã chậm nhất 22/11."))
                .extracting(Deadline::recipient)
                .containsExactly("", "UBND xã");
    }

    @Test
    void a_time_is_read_only_where_it_is_one() {
        assertThat(read("Gửi báo cáo trước 16h30 ngày 20/11.").get(0).time()).contains(LocalTime.of(16, 30));
        assertThat(read("Gửi báo cáo trước 26h30 ngày 20/11.")).isEmpty();
    }

    @Test
    void the_new_year_is_known() {
        assertThat(TetCalendar.next(LocalDate.of(2026, 11, 10))).contains(LocalDate.of(2027, 2, 6));
        assertThat(TetCalendar.next(LocalDate.of(2026, 1, 1))).contains(LocalDate.of(2026, 2, 17));
        assertThat(TetCalendar.ofLastMonth(23, LocalDate.of(2026, 1, 1))).contains(LocalDate.of(2026, 2, 10));
        assertThat(TetCalendar.ofLastMonth(30, LocalDate.of(2026, 1, 1))).contains(LocalDate.of(2033, 1, 30));
        assertThat(TetCalendar.next(LocalDate.of(2090, 1, 1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trước ngày 20/",
                "hạn nộp ",
                "chậm nhất là đến vào ",
                ".",
                "1",
                " ",
                ":",
                "/",
                "(",
                "các ",
                ", gửi",
                "đã "
            })
    void hostile_texts_are_read_in_time_on_a_small_stack(String part) throws Exception {
        String hostile = part.repeat(20_000);
        for (String text : List.of(hostile, "Trước ngày " + hostile + "/2026 gửi", "Công ty " + hostile + " trước")) {
            assertThat(onSmallStack(() -> assertThat(read(text)).isEmpty())).isLessThan(Duration.ofSeconds(2));
        }
    }

    /** Runs on a thread whose stack is as small as that of a worker. */
    private static Duration onSmallStack(Runnable reading) throws Exception {
        FutureTask<Duration> measured = new FutureTask<>(() -> CpuTime.of(reading));
        Thread small = new Thread(null, measured, "small stack", 512 * 1024);
        small.start();
        return measured.get();
    }
}
