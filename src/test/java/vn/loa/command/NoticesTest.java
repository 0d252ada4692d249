package vn.loa.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.model.Access;
import vn.loa.model.OutgoingMessage;
import vn.loa.store.message.NoticeStore;

class NoticesTest {
    @TempDir
    private Path folder;

    private CommandHarness desk;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN, CommandHarness.OPERATOR);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void raise(String text) {
        desk.notices.toOperators("source", OutgoingMessage.plain(text));
    }

    /** In the order in which they are told. */
    private List<String> told() {
        List<String> told = new ArrayList<>();
        new NoticeStore(desk.database).recent("source", 100).forEach(notice -> told.add(0, notice.text()));
        return told;
    }

    @Test
    void alarms_that_nobody_could_be_told_wait_for_the_first_operator_and_are_told_once() {
        raise("Nguồn A gặp sự cố");
        raise("Nguồn B gặp sự cố");
        desk.notices.tellUnheard();
        assertThat(told()).isEmpty();
        desk.alone("1").says("/start");
        desk.notices.tellUnheard();
        desk.notices.tellUnheard();
        assertThat(told()).containsExactly("Nguồn A gặp sự cố", "Nguồn B gặp sự cố");
    }

    @Test
    void of_many_alarms_the_last_ten_are_told() {
        for (int i = 1; i <= 30; i++) {
            raise("Sự cố " + i);
        }
        desk.alone("1").says("/start");
        desk.notices.tellUnheard();
        assertThat(told()).hasSize(10).startsWith("Sự cố 21").endsWith("Sự cố 29", "Sự cố 30");
    }

    @Test
    void an_operator_who_is_there_is_told_at_once_and_not_again() {
        desk.alone("1").says("/start");
        raise("Nguồn A gặp sự cố");
        desk.notices.tellUnheard();
        assertThat(told()).containsExactly("Nguồn A gặp sự cố");
    }
}
