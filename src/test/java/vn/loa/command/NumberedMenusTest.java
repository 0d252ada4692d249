package vn.loa.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.command.incoming.Sender;
import vn.loa.model.Bot;
import vn.loa.model.Button;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.phrases.Phrases;

/** Where there are no buttons a number is a press; where there are no files their words are told. */
class NumberedMenusTest {
    private static final Bot BOT = new Bot(Platform.ZALO, "main");

    private Instant now = Instant.parse("2026-03-09T05:00:00Z");
    private final NumberedMenus menus = new NumberedMenus(Phrases.vietnamese(), () -> now);

    private static IncomingCommand said(String person, String words) {
        Sender sender = new Sender(new PersonId(Platform.ZALO, person), "An", () -> false);
        return new IncomingCommand(
                ChatAddress.of(BOT, "zgr-1"), ChatKind.GROUP, "", sender, words, Optional.empty(), true);
    }

    private List<OutgoingMessage> asked() {
        return menus.said(
                said("u1", "/theodoi"),
                Reply.of(OutgoingMessage.plain("Chọn")
                        .withButtons(List.of(List.of(
                                new Button.Action("Nguồn", "theodoi:n"), new Button.Action("Chủ đề", "theodoi:c"))))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", " 2 ", "2.", "2)", "02", "số 2", "So 2.", "SỐ 2"})
    void a_number_however_people_write_it_is_the_press_of_that_choice(String words) {
        assertThat(asked())
                .singleElement()
                .satisfies(menu -> assertThat(menu.text().text()).contains("1. Nguồn\n2. Chủ đề"));
        IncomingCommand meant = menus.understood(said("u1", words));
        assertThat(meant.press()).isPresent();
        assertThat(meant.words()).isEqualTo("theodoi:c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3", "1234", "2 3", "2 tin", "hai", "số"})
    void what_is_no_number_of_the_menu_stays_what_was_said(String words) {
        asked();
        assertThat(menus.understood(said("u1", words)).press()).isEmpty();
    }

    @Test
    void a_menu_is_for_the_person_who_asked_and_for_a_quarter_of_an_hour() {
        asked();
        assertThat(menus.understood(said("u2", "1")).press()).isEmpty();
        now = now.plus(Duration.ofMinutes(15));
        assertThat(menus.understood(said("u1", "1")).press()).isPresent();
        now = now.plusSeconds(1);
        assertThat(menus.understood(said("u1", "1")).press()).isEmpty();
    }

    @Test
    void a_choice_in_writing_is_its_press_without_any_menu() {
        IncomingCommand meant = menus.understood(said("u1", "/duyet:12:1"));
        assertThat(meant.press()).isPresent();
        assertThat(meant.words()).isEqualTo("duyet:12:1");
        assertThat(menus.understood(said("u1", "/lich 7:00")).press()).isEmpty();
    }

    private String file(String content) {
        return menus.said(
                        said("u1", "/xuat"),
                        Reply.of(OutgoingMessage.plain("Danh sách")
                                .withMedia(new Media.Made(
                                        Media.Kept.Form.DOCUMENT,
                                        "loa-theo-doi.csv",
                                        ("\ufeff" + content).getBytes(StandardCharsets.UTF_8)))))
                .get(0)
                .text()
                .text();
    }

    @Test
    void a_short_file_is_told_in_words_and_of_a_long_one_is_said_where_to_get_it() {
        assertThat(file("nhóm,nguồn\nThôn Đông,px")).isEqualTo("Danh sách\n\nnhóm,nguồn\nThôn Đông,px");
        assertThat(file("x".repeat(1_501)))
                .contains("không gửi được tệp loa-theo-doi.csv")
                .doesNotContain("xxx");
    }

    @Test
    void a_picture_that_repeats_what_was_said_is_left_out() {
        Reply report = Reply.of(
                OutgoingMessage.plain("Báo cáo tuần"),
                OutgoingMessage.plain("Biểu đồ")
                        .withMedia(new Media.Made(Media.Kept.Form.PHOTO, "bao-cao-tuan.png", new byte[] {1})));
        assertThat(menus.said(said("u1", "/baocao tuần"), report))
                .extracting(message -> message.text().text())
                .containsExactly("Báo cáo tuần");
    }
}
