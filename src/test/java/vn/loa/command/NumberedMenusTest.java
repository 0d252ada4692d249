package vn.loa.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.command.incoming.Sender;
import vn.loa.model.Bot;
import vn.loa.model.Button;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.Hearing;
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
    @ValueSource(
            strings = {
                "2",
                " 2 ",
                "2.",
                "2)",
                "02",
                "số 2",
                "So 2.",
                "SỐ 2",
                "số 2 ạ",
                "chọn 2",
                "em chọn số 2 ạ",
                "2 nhé",
                "Chọn mục 2 ạ.",
                "dạ 2",
                "số hai",
                "chọn hai ạ",
                "em lấy số hai nhé",
                "Cháu chọn mục hai ạ."
            })
    void a_number_however_people_write_it_is_the_press_of_that_choice(String words) {
        assertThat(asked())
                .singleElement()
                .satisfies(menu -> assertThat(menu.text().text()).contains("1. Nguồn\n2. Chủ đề"));
        IncomingCommand meant = menus.understood(said("u1", words));
        assertThat(meant.press()).isPresent();
        assertThat(meant.words()).isEqualTo("theodoi:c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "3",
                "1234",
                "2 3",
                "2 tin",
                "hai",
                "số",
                "thứ hai",
                "chú hai",
                "số hai mươi",
                "hai tin",
                "số mấy"
            })
    void what_is_no_number_of_the_menu_stays_what_was_said(String words) {
        asked();
        assertThat(menus.understood(said("u1", words)).press()).isEmpty();
    }

    private String chosen(String words) {
        menus.said(
                said("u1", "/x"),
                Reply.of(OutgoingMessage.plain("Chọn")
                        .withButtons(IntStream.rangeClosed(1, 10)
                                .mapToObj(i -> List.<Button>of(new Button.Action("Mục", "x:" + i)))
                                .toList())));
        IncomingCommand meant = menus.understood(said("u1", words));
        return meant.press().isPresent() ? meant.words() : "";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"chọn sau ạ", "lấy sau", "mục sau", "số sau nhé", "chon sau", "lay sau", "chọn nam", "lấy bay"})
    void a_word_that_is_a_number_only_with_other_marks_is_none(String words) {
        assertThat(chosen(words)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "chọn sáu ạ, 6",
        "lấy năm, 5",
        "số bảy, 7",
        "Mục Tám, 8",
        "so sau, 6",
        "em chon so nam a, 5",
        "chon hai, 2",
        "chọn ba nhé, 3"
    })
    void a_number_in_words_is_chosen(String words, String number) {
        assertThat(chosen(words)).isEqualTo("x:" + number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/thongbao:", "/tim::", "/tamdung:"})
    void a_command_with_a_mere_colon_is_no_press(String words) {
        assertThat(menus.understood(said("u1", words)).press()).isEmpty();
        assertThat(menus.understood(said("u1", "/nhom::7")).words()).isEqualTo("nhom::7");
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

    private String how(String name, Hearing hearing, String... labels) {
        Sender sender = new Sender(new PersonId(Platform.ZALO, "u1"), name, () -> false);
        IncomingCommand asked = new IncomingCommand(
                ChatAddress.of(BOT, "zgr-1"), ChatKind.GROUP, "", sender, "/x", Optional.empty(), true);
        List<List<Button>> rows = Arrays.stream(labels)
                .map(label -> List.<Button>of(new Button.Action(label, "x:" + label)))
                .toList();
        return menus.said(asked, Reply.of(OutgoingMessage.plain("Chọn").withButtons(rows)), hearing)
                .get(0)
                .text()
                .text();
    }

    @Test
    void a_group_is_told_whose_the_choices_are_and_how_a_number_is_heard() {
        assertThat(how("An", Hearing.mentionsAndReplies("Bot Tin"), "a", "b"))
                .contains("đồng chí An", "Trả lời", "từ 1 đến 2")
                .doesNotContain("bằng số");
        assertThat(how("An", Hearing.EVERYTHING, "a", "b")).contains("đồng chí An xin trả lời bằng số");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "đồng ý", "Đồng ý ạ", "ok", "OK em", "có", "vâng ạ"})
    void a_menu_of_one_choice_is_a_question_that_a_yes_answers(String yes) {
        assertThat(how("An", Hearing.EVERYTHING, "Mở danh mục"))
                .contains("đồng ý")
                .doesNotContain("1.", "từ 1");
        assertThat(menus.understood(said("u1", yes)).words()).isEqualTo("x:Mở danh mục");
        assertThat(menus.understood(said("u1", "không đồng ý")).press()).isEmpty();
        assertThat(menus.understood(said("u1", "ok mai họp mấy giờ")).press()).isEmpty();
    }

    @Test
    void a_yes_is_no_choice_among_several() {
        asked();
        assertThat(menus.understood(said("u1", "đồng ý")).press()).isEmpty();
    }

    private static IncomingCommand alone(String person, String words) {
        Sender sender = new Sender(new PersonId(Platform.ZALO, person), "An", () -> true);
        return new IncomingCommand(
                ChatAddress.of(BOT, person), ChatKind.PRIVATE, "", sender, words, Optional.empty(), true);
    }

    @ParameterizedTest
    @CsvSource({
        "Đồng ý 9, duyet:9:1",
        "đồng ý số 9 ạ, duyet:9:1",
        "dong y 9, duyet:9:1",
        "từ chối 9, duyet:9:0",
        "đồng ý với 9, đồng ý với 9",
        "đồng ý 9 điều, đồng ý 9 điều"
    })
    void an_approval_is_a_word(String typed, String meant) {
        assertThat(menus.understood(alone("u1", typed)).words()).isEqualTo(meant);
        assertThat(menus.understood(said("u1", typed)).words())
                .as("not in a group")
                .isEqualTo(typed);
        assertThat(NumberedMenus.written(new Button.Action("Xem thôn Thượng", "nhom:o:7:all:0:")))
                .isEqualTo("Xem thôn Thượng: /nhom 7");
        assertThat(NumberedMenus.written(new Button.Action("Xem tất cả", "nhom:l:MUTED:0:")))
                .isEqualTo("Xem tất cả: /nhom");
        assertThat(NumberedMenus.written(new Button.Action("Đồng ý", "duyet:9:1")))
                .isEqualTo("Đồng ý 9");
    }

    @Test
    void a_bare_yes_of_an_operator_admits_the_only_chat_that_waits() {
        NumberedMenus known = new NumberedMenus(
                Phrases.vietnamese(),
                () -> now,
                person -> person.userId().equals("op"),
                (person, file) -> Optional.empty());
        assertThat(known.understood(alone("op", "Đồng ý")).words()).isEqualTo("/duyet Đồng ý");
        assertThat(known.understood(alone("u1", "Đồng ý")).words()).isEqualTo("Đồng ý");
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
    void where_people_reach_the_web_server_a_long_file_and_a_picture_go_by_a_link() {
        NumberedMenus linking = new NumberedMenus(
                Phrases.vietnamese(),
                () -> now,
                person -> false,
                (person, made) ->
                        Optional.of(URI.create("https://loa.example/" + person.userId() + "/" + made.name())));
        for (Media.Kept.Form form : Media.Kept.Form.values()) {
            assertThat(linking.said(
                            said("u1", "/xuat"),
                            Reply.of(OutgoingMessage.plain("Danh sách")
                                    .withMedia(new Media.Made(form, "a.png", new byte[2_000])))))
                    .singleElement()
                    .extracting(message -> message.text().text())
                    .asString()
                    .startsWith("Danh sách")
                    .endsWith("\nhttps://loa.example/u1/a.png");
        }
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
