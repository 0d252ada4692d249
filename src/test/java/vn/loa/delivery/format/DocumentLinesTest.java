package vn.loa.delivery.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.document.deadline.Deadline;
import vn.loa.document.deadline.Recurrence;
import vn.loa.phrases.Phrases;

class DocumentLinesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    @ParameterizedTest
    @CsvSource({
        "Gửi báo cáo, gửi báo cáo",
        "Ban hành kế hoạch, ban hành kế hoạch",
        "Hội ý chi bộ, hội ý chi bộ",
        "UBND xã nhận đơn, UBND xã nhận đơn",
        "Ủy ban MTTQ xã tiếp tục nhận ủng hộ, Ủy ban MTTQ xã tiếp tục nhận ủng hộ",
        "Trạm Y tế nhận đăng ký khám, Trạm Y tế nhận đăng ký khám",
    })
    void what_is_due_begins_in_small_letters_unless_it_begins_with_the_name_of_a_body(String task, String said) {
        Deadline deadline = new Deadline(DAY, Optional.empty(), Recurrence.NONE, task, "", "");
        assertThat(new DocumentLines(Phrases.vietnamese()).deadline(deadline, DAY, 2026))
                .isEqualTo("30/11 – " + said);
    }
}
