package vn.loa.command.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.CommandHarness;
import vn.loa.model.Access;
import vn.loa.model.Article;
import vn.loa.model.ArticleContent;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.Priority;
import vn.loa.model.Published;
import vn.loa.model.Summary;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.article.NewArticle;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.chat.InteractionStore;
import vn.loa.store.chat.PersonalDataStore;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.text.Folding;

/** People see what is kept of them and of their chats, and have it erased; receipts still count. */
class PersonalDataTest {
    private static final PersonId AN = new PersonId(Platform.TELEGRAM, "7");

    @TempDir
    private Path folder;

    private CommandHarness desk;
    private CommandHarness.Voice operator;
    private CommandHarness.Voice group;
    private CommandHarness.Voice other;
    private CommandHarness.Voice alone;
    private PersonalDataStore data;
    private Article article;
    private int pseudonyms;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        data = new PersonalDataStore(desk.database, () -> "p" + pseudonyms++);
        operator = desk.alone("1");
        group = desk.admin("7", "-100");
        other = desk.member("70", "-100");
        alone = desk.alone("7");
        group.says("/theodoi tất cả");
        group.says("/xacnhan bật");
        article = told("Tin một");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Article told(String title) {
        ArticleContent content =
                new ArticleContent(title, Published.unknown(), "", List.of("x"), "", "", Optional.empty(), List.of());
        URI url = URI.create("https://x.vn/" + title.hashCode());
        Article added = new ArticleStore(desk.database)
                .add(
                        new NewArticle(
                                title,
                                "px",
                                title,
                                url,
                                content,
                                new Summary(List.of(), Optional.empty()),
                                Folding.fold(title),
                                ""),
                        desk.now);
        DeliveryStore deliveries = new DeliveryStore(desk.database);
        deliveries.enqueueArticle(added.id(), Priority.ORDINARY, desk.now);
        deliveries
                .claim(CommandHarness.BOT, 10, desk.now, Duration.ofMinutes(1))
                .forEach(delivery -> deliveries.sent(delivery, "m" + delivery.id(), 1, desk.now));
        return added;
    }

    private static String button(vn.loa.command.Reply reply, int number) {
        return CommandHarness.buttons(reply.messages().get(0)).get(number).data();
    }

    private static String erased(CommandHarness.Voice voice) {
        return text(voice.presses(button(voice.says("/xoadulieu"), 0)));
    }

    @Test
    void the_first_receipt_of_a_person_is_answered_with_a_notice_and_the_next_is_not() {
        assertThat(text(group.presses("nam:" + article.id())))
                .contains("Đã ghi nhận", "/dulieu", "/xoadulieu")
                .hasSizeLessThanOrEqualTo(200);
        Article second = told("Tin hai");
        assertThat(text(group.presses("nam:" + second.id()))).doesNotContain("/dulieu");
        assertThat(text(other.answers("m1", "đã nắm"))).contains("/dulieu");
    }

    @Test
    void a_person_sees_in_private_what_is_kept() {
        group.presses("nam:" + article.id());
        assertThat(text(alone.says("/dulieu")))
                .contains(
                        "telegram:7",
                        "• Xác nhận đã nắm: 1 lượt",
                        "mục theo dõi do đồng chí chọn: 1",
                        "sau 365 ngày",
                        "sau 1.095 ngày",
                        "/xoadulieu")
                .doesNotContain("Vai trò");
        assertThat(text(operator.says("/dulieu"))).contains("Vai trò: người vận hành");
    }

    @Test
    void a_group_sees_what_is_kept_of_it_and_of_nobody() {
        group.presses("nam:" + article.id());
        other.answers("m1", "đã nắm");
        assertThat(text(group.says("/dulieu")))
                .contains("theo dõi 1 mục", "1 tin; 2 lượt xác nhận của 2 người", "cuộc trò chuyện riêng")
                .doesNotContain("telegram:");
    }

    @Test
    void an_erased_person_is_named_nowhere_and_the_receipt_still_counts() {
        group.presses("nam:" + article.id());
        other.answers("m1", "đã nắm");
        operator.says("/quantri them 7");
        assertThat(erased(alone)).contains("Đã xóa dữ liệu của đồng chí", "/theodoi");
        assertThat(data.of(AN).receipts()).isZero();
        assertThat(data.of(AN).journal()).isZero();
        assertThat(data.of(AN).chosen()).isZero();
        assertThat(new AuditStore(desk.database).latest(100))
                .noneMatch(entry ->
                        entry.actor().equals("telegram:7") || entry.detail().matches(".*telegram:7(\\D.*)?"));
        assertThat(text(operator.says("/nhatky"))).contains("(người đã xóa dữ liệu)", "xóa dữ liệu cá nhân");
        assertThat(text(operator.says("/baocao bài tin một"))).contains("1 người không còn lưu tên");
        assertThat(text(group.says("/dulieu"))).contains("2 lượt xác nhận của 2 người");
        assertThat(text(group.says("/danhsach"))).contains("Tất cả");
    }

    @Test
    void a_longer_number_is_somebody_else() {
        new AuditStore(desk.database).add("telegram:1", "grant", "telegram:70 telegram:7", desk.now);
        data.erase(AN);
        assertThat(new AuditStore(desk.database).latest(1).get(0).detail()).isEqualTo("telegram:70 erased:p0");
    }

    @Test
    void an_erased_chat_follows_nothing_and_its_people_are_counted() {
        group.presses("nam:" + article.id());
        other.answers("m1", "đã nắm");
        assertThat(erased(group)).contains("Đã xóa dữ liệu của cuộc trò chuyện");
        assertThat(text(group.says("/dulieu"))).contains("theo dõi 0 mục", "2 lượt xác nhận của 2 người");
        assertThat(data.of(AN).receipts()).isZero();
        assertThat(text(group.says("/danhsach"))).doesNotContain("Tất cả");
    }

    @Test
    void roles_stay_and_the_way_to_lay_them_down_is_told() {
        assertThat(erased(operator)).contains("Vai trò", "/quantri xoa");
        assertThat(desk.roles.isOperator(OPERATOR)).isTrue();
        assertThat(text(operator.says("/trangthai"))).isNotEmpty();
    }

    @Test
    void nothing_is_erased_before_the_answer_nor_by_another_chats_button() {
        group.presses("nam:" + article.id());
        String yes = button(group.says("/xoadulieu"), 0);
        assertThat(text(group.presses(button(group.says("/xoadulieu"), 1)))).contains("Đã hủy");
        assertThat(text(desk.admin("8", "-200").presses(yes))).contains("không còn hiệu lực");
        assertThat(text(other.presses(yes))).contains("Việc này chỉ");
        assertThat(data.of(AN).receipts()).isOne();
    }

    @Test
    void old_receipts_lose_their_names_and_old_lines_go() {
        group.presses("nam:" + article.id());
        other.answers("m1", "đã nắm");
        assertThat(data.forgetNames(desk.now)).isZero();
        assertThat(data.forgetNames(desk.now.plusMillis(1))).isEqualTo(2);
        assertThat(data.forgetNames(desk.now.plusMillis(1))).isZero();
        assertThat(text(group.says("/dulieu"))).contains("2 lượt xác nhận của 2 người");
        assertThat(new AuditStore(desk.database).forget(desk.now.plusMillis(1))).isPositive();
        assertThat(new AuditStore(desk.database).latest(9)).isEmpty();
    }

    @Test
    void when_a_person_last_turned_to_the_account_is_told_with_how_long_it_is_kept() {
        assertThat(text(alone.says("/dulieu"))).doesNotContain("Lần gần nhất");
        new InteractionStore(desk.database).heard(alone.chat().address(), desk.now, desk.now);
        assertThat(text(alone.says("/dulieu"))).contains("Lần gần nhất", "9/3/2026 17:00", "60 ngày");
        data.erase(alone.chat(), desk.now);
        assertThat(data.heardAt(alone.chat())).isEmpty();
    }
}
