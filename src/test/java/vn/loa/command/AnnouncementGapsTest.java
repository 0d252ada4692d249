package vn.loa.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.loa.model.FormerMessageId;
import vn.loa.phrases.Phrases;
import vn.loa.store.message.AlbumGap;
import vn.loa.store.message.AlbumGap.Kind;

/** Words for what of an announcement did not arrive or could not be taken back. */
class AnnouncementGapsTest {
    private static final Phrases PHRASES = Phrases.vietnamese();

    private static AlbumGap gap(Kind kind, int file, String name, boolean photo, String reason, int chats) {
        return new AlbumGap(kind, file < 0 ? Optional.empty() : Optional.of(file), name, photo, reason, chats);
    }

    @Test
    void each_file_is_named_with_its_chats_and_the_reason_and_a_next_step_follows() {
        List<String> lines = AnnouncementGaps.lines(
                PHRASES,
                List.of(
                        gap(Kind.MISSING, 1, "", true, "Bad Request: wrong file identifier", 2),
                        gap(Kind.MISSING, 1, "", true, "Bad Request: wrong remote file id", 1),
                        gap(Kind.MISSING, 2, "ke-hoach.docx", false, "may have arrived: timeout", 1)));
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .contains("ảnh thứ 2 ở 3 nơi (nền tảng không nhận ảnh hoặc tệp này)")
                .contains("tệp thứ 3 \"ke-hoach.docx\" ở 1 nơi (không rõ đã tới hay chưa)");
        assertThat(lines.get(1)).contains("xem trong nhóm trước khi gửi lại");
        assertThat(lines.get(2)).contains("/thongbao");
    }

    @Test
    void what_still_stands_is_named_apart() {
        List<String> lines = AnnouncementGaps.lines(
                PHRASES, List.of(gap(Kind.REMAINING, -1, "", false, "message can't be deleted for everyone", 4)));
        assertThat(lines.get(0)).contains("thu hồi").contains("phần lời ở 4 nơi (nền tảng không cho xóa)");
        assertThat(lines.get(1)).contains("quản trị viên");
    }

    @Test
    void nobody_is_asked_to_delete_what_nobody_can_delete() {
        List<String> lines =
                AnnouncementGaps.lines(PHRASES, List.of(gap(Kind.REMAINING, -1, "", false, FormerMessageId.REASON, 1)));
        assertThat(lines).hasSize(2);
        assertThat(String.join(" ", lines)).contains("siêu nhóm").doesNotContain("quản trị viên");
    }

    @Test
    void who_can_delete_is_asked_for_the_rest() {
        List<String> lines = AnnouncementGaps.lines(
                PHRASES,
                List.of(
                        gap(Kind.REMAINING, 0, "", true, FormerMessageId.REASON, 1),
                        gap(Kind.REMAINING, 1, "", true, "message can't be deleted", 2)));
        assertThat(lines).hasSize(3);
        assertThat(lines.get(2)).contains("quản trị viên");
    }

    @Test
    void what_may_stand_there_is_looked_for_before_anything_is_done() {
        List<String> remaining =
                AnnouncementGaps.lines(PHRASES, List.of(gap(Kind.REMAINING, -1, "", false, "may have arrived", 1)));
        assertThat(remaining).hasSize(2);
        assertThat(remaining.get(1)).contains("xem trong nhóm", "nếu có");
        List<String> missing = AnnouncementGaps.lines(
                PHRASES, List.of(gap(Kind.MISSING, -1, "", false, "may have arrived: timeout", 1)), true);
        assertThat(missing).hasSize(3);
        assertThat(missing.get(1)).contains("trước khi gửi lại");
        assertThat(String.join(" ", missing)).doesNotContain("tệp");
    }

    @Test
    void nothing_is_said_where_nothing_is_missing() {
        assertThat(AnnouncementGaps.lines(PHRASES, List.of())).isEmpty();
    }
}
