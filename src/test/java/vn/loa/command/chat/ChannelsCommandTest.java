package vn.loa.command.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.CommandHarness;
import vn.loa.command.Reply;
import vn.loa.command.incoming.ChatEvent;
import vn.loa.model.Access;
import vn.loa.model.Button;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.OutgoingMessage;
import vn.loa.store.chat.SubscriptionStore;

/** A channel, in which only news is posted, and the person who added the bot to it. */
class ChannelsCommandTest {
    private static final ChatAddress CHANNEL = ChatAddress.of(CommandHarness.BOT, "-300");

    @TempDir
    private Path folder;

    private CommandHarness desk;
    private CommandHarness.Voice lan;

    @BeforeEach
    void open() {
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        lan = desk.alone("5");
        lan.says("/start");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Reply add() {
        return desk.admission.on(new ChatEvent(
                CHANNEL,
                ChatKind.CHANNEL,
                "Kênh xã",
                ChatEvent.Change.JOINED,
                "",
                Optional.of(CommandHarness.person("5"))));
    }

    @Test
    void whoever_added_the_bot_is_written_to_in_private_and_nothing_is_posted() {
        assertThat(add()).isEqualTo(Reply.none());
        OutgoingMessage told = desk.waitingNotices().get(0);
        assertThat(told.text().text()).contains("Kênh xã", "chỉ đăng tin");
        Reply page = lan.presses(CommandHarness.buttons(told).get(0).data());
        assertThat(text(page)).contains("Kênh xã", "Theo dõi: chưa có gì");
    }

    @Test
    void the_channel_is_managed_from_there() {
        add();
        OutgoingMessage list = lan.says("/kenh").messages().get(0);
        OutgoingMessage page =
                lan.presses(CommandHarness.buttons(list).get(0).data()).edit().orElseThrow();
        Reply menu = lan.presses(CommandHarness.buttons(page).get(0).data());
        assertThat(menu.messages().size() + menu.edit().stream().count()).isPositive();
        OutgoingMessage catalog = menu.edit().orElseGet(() -> menu.messages().get(0));
        assertThat(CommandHarness.buttons(catalog))
                .allMatch(button -> button.data().startsWith("kenh:"));
        Chat channel = desk.chats.find(CHANNEL).orElseThrow();
        assertThat(new SubscriptionStore(desk.database).of(channel.id())).isEmpty();
    }

    @Test
    void a_command_in_the_channel_is_answered_in_private_once_a_day() {
        desk.roles.addedBotTo(CHANNEL, CommandHarness.person("5"), CommandHarness.NOW);
        CommandHarness.Voice posts = desk.voice("-300", "-300", ChatKind.CHANNEL, true);
        for (String words : List.of("/theodoi tất cả", "/start", "/tinmoi", "chào bà con", "/lenhla")) {
            assertThat(posts.says(words)).as(words).isEqualTo(Reply.none());
        }
        assertThat(posts.tells("theo dõi tất cả")).isEqualTo(Reply.none());
        assertThat(desk.waitingNotices())
                .extracting(told -> told.text().text())
                .filteredOn(words -> words.contains("không trả lời lệnh"))
                .singleElement()
                .asString()
                .contains("Nhóm -300");
        assertThat(new SubscriptionStore(desk.database).of(posts.chat().id())).isEmpty();
    }

    @Test
    void a_channel_that_nobody_is_known_to_manage_is_told_to_operators() {
        desk.alone("1").says("/start");
        desk.voice("-300", "-300", ChatKind.CHANNEL, true).says("/theodoi");
        assertThat(desk.waitingNotices())
                .singleElement()
                .satisfies(told -> assertThat(told.text().text()).contains("chưa biết ai quản lý"));
    }

    @Test
    void a_press_in_the_channel_ends_with_a_toast_and_posts_nothing() {
        add();
        CommandHarness.Voice reader = desk.voice("77", "-300", ChatKind.CHANNEL, false);
        for (String data : List.of("theodoi:A:", "lich:7:00", "start:1", "kenh:l")) {
            Reply reply = reader.presses(data);
            assertThat(reply.messages()).as(data).isEmpty();
            assertThat(reply.edit()).as(data).isEmpty();
            assertThat(reply.toast()).as(data).isPresent();
        }
    }

    @Test
    void a_channel_can_be_chosen_or_the_bot_added_to_one() {
        Reply reply = lan.says("/kenh");
        assertThat(reply.messages().get(0).buttons().get(0).get(0))
                .isInstanceOfSatisfying(
                        Button.Link.class,
                        link -> assertThat(link.url())
                                .hasQuery(
                                        "startchannel&admin=post_messages+edit_messages+delete_messages+pin_messages"));
        assertThat(reply.messages().get(1).wishes()).containsExactly(OutgoingMessage.Wish.CHOOSE_CHANNEL);
        assertThat(text(lan.says("/kenh Kênh lạ"))).contains("chưa xác nhận", "Kênh lạ");
    }

    @Test
    void nobody_else_manages_it() {
        add();
        Chat channel = desk.chats.find(CHANNEL).orElseThrow();
        CommandHarness.Voice other = desk.alone("6");
        other.says("/start");
        assertThat(text(other.says("/kenh"))).contains("Chưa có kênh nào");
        assertThat(text(other.presses("kenh:o:" + channel.id()))).contains("không còn hiệu lực");
        assertThat(text(other.presses("kenh:x:" + channel.id() + ":theodoi"))).contains("không còn hiệu lực");
    }
}
