package vn.loa.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.command.incoming.Acknowledgement;
import vn.loa.command.incoming.ChatEvent;
import vn.loa.command.incoming.ChatEvent.Change;
import vn.loa.command.incoming.IncomingAttachment;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.command.incoming.Press;
import vn.loa.delivery.channel.SendResult;
import vn.loa.emulator.BotApiEmulator;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.EmulatedTopic;
import vn.loa.emulator.Person;
import vn.loa.emulator.ShownMessage;
import vn.loa.model.Button;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.store.delivery.ReceiptStore;
import vn.loa.waiting.TestPatience;

/** Every kind of update, as Telegram sends it, and what Loa hears. */
class TelegramInboxTest {
    private TelegramRig rig;
    private BotApiEmulator telegram;
    private Person an;
    private EmulatedChat group;

    @BeforeEach
    void start() throws IOException {
        rig = TelegramRig.polling();
        // Reactions come only to a bot that has asked for them.
        rig.awaitQuiet();
        telegram = rig.telegram;
        an = telegram.person("An");
        group = telegram.supergroup("Thôn Đông").member(an);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private static PersonId person(long id) {
        return new PersonId(Platform.TELEGRAM, Long.toString(id));
    }

    private void hearsNothing() {
        rig.awaitQuiet();
        assertThat(rig.said).isEmpty();
        assertThat(rig.events).isEmpty();
    }

    private ShownMessage sent(EmulatedChat chat, String label) {
        OutgoingMessage message = OutgoingMessage.plain("Thông báo")
                .withButtons(java.util.List.of(java.util.List.of(new Button.Action(label, "nắm:7"))));
        assertThat(rig.channel.messenger().send(TelegramRig.at(chat), message)).isInstanceOf(SendResult.Sent.class);
        return chat.lastMessage();
    }

    // ---- words

    @Test
    void words_in_a_private_chat_are_meant_for_the_bot() {
        telegram.privateChat(an).says(an, "tin mới");

        IncomingCommand command = rig.awaitSaid(1);
        assertThat(command.chat()).isEqualTo(ChatAddress.of(TelegramRig.BOT, Long.toString(an.id())));
        assertThat(command.kind()).isEqualTo(ChatKind.PRIVATE);
        assertThat(command.chatTitle()).isEqualTo("An");
        assertThat(command.words()).isEqualTo("tin mới");
        assertThat(command.press()).isEmpty();
        assertThat(command.addressed()).isTrue();
        assertThat(command.sender().person()).isEqualTo(person(an.id()));
        assertThat(command.sender().name()).isEqualTo("An");
        assertThat(command.sender().chatAdmin().getAsBoolean()).isTrue();
        assertThat(telegram.history().of("getChatMember")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/tim tập huấn, /tim tập huấn, false",
        "/tim@loa_thu_bot tập huấn, /tim tập huấn, true",
        "/TIM@LOA_THU_BOT tập huấn, /TIM tập huấn, true",
        "/tim@loa_thu_bot, /tim, true",
        "@loa_thu_bot tin mới, tin mới, true",
        "tin mới @loa_thu_bot, tin mới, true",
        "'@loa_thu_bot, tin mới', tin mới, true",
        "nhờ @loa_thu_bot tìm bão, nhờ tìm bão, true",
        "@loa_thu_bot /tim bão, /tim bão, true",
        "@loa_thu_bot2 tin mới, @loa_thu_bot2 tin mới, false",
        "gửi an@loa_thu_bot, gửi an@loa_thu_bot, false",
        "chào các bác, chào các bác, false"
    })
    void a_mention_of_the_bot_is_taken_off(String text, String words, boolean addressed) {
        group.says(an, text);

        IncomingCommand command = rig.awaitSaid(1);
        assertThat(command.words()).isEqualTo(words);
        assertThat(command.addressed()).isEqualTo(addressed);
        assertThat(command.kind()).isEqualTo(ChatKind.SUPERGROUP);
        assertThat(command.chatTitle()).isEqualTo("Thôn Đông");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tim@khac_bot tập huấn", "/tim@loa_thu_bot_khac", "/start@KhacBot"})
    void a_command_for_another_bot_is_left_alone(String text) {
        group.says(an, text);

        hearsNothing();
    }

    @Test
    void an_answer_to_the_bots_message_is_meant_for_the_bot() {
        group.replies(an, sent(group, "Tin một"), "tin mới");

        IncomingCommand command = rig.awaitSaid(1);
        assertThat(command.addressed()).isTrue();
        assertThat(command.answered())
                .contains(Long.toString(group.lastMessage().id()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Đã nắm",
                "da nam",
                "ĐÃ RÕ",
                "Đã nhận thông tin",
                "Đã nắm ạ",
                "Đã nắm.",
                "Dạ, đã rõ ạ!",
                "ok anh",
                "🙏"
            })
    void an_answer_that_says_so_acknowledges_the_message(String words) {
        ShownMessage read = sent(group, "Tin một");
        group.replies(an, read, words);

        await().atMost(TestPatience.LIMIT).until(() -> !rig.acknowledged.isEmpty());
        Acknowledgement sign = rig.acknowledged.get(0);
        assertThat(sign.messageId()).isEqualTo(Long.toString(read.id()));
        assertThat(sign.person().key()).endsWith(Long.toString(an.id()));
        assertThat(sign.how()).isEqualTo(ReceiptStore.How.REPLY);
    }

    @Test
    void an_answer_to_a_question_is_said_and_acknowledges_nothing() {
        rig.asks = true;
        ShownMessage read = sent(group, "Đã xong chưa?");
        group.replies(an, read, "Đã xong ạ");

        assertThat(rig.awaitSaid(1).words()).isEqualTo("Đã xong ạ");
        assertThat(rig.awaitSaid(1).answered()).contains(Long.toString(read.id()));
        assertThat(rig.acknowledged).isEmpty();
    }

    @Test
    void an_answer_for_a_unit_keeps_the_unit_beside_the_name() {
        group.replies(an, sent(group, "Tin một"), "Thôn Thượng đã nắm ạ");

        await().atMost(TestPatience.LIMIT).until(() -> !rig.acknowledged.isEmpty());
        assertThat(rig.acknowledged.get(0).name()).endsWith(" (thôn Thượng)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chưa rõ địa điểm", "đã nắm chưa?", "ok nhưng họp ở đâu", "lát nữa em đọc"})
    void an_answer_that_says_something_else_is_talk(String words) {
        group.replies(an, sent(group, "Tin một"), words);

        assertThat(rig.awaitSaid(1).words()).isEqualTo(words);
        assertThat(rig.acknowledged).isEmpty();
    }

    @Test
    void a_thumb_up_acknowledges_and_other_reactions_do_not() {
        ShownMessage read = sent(group, "Tin một");
        group.reacts(an, read, "👎");
        group.reacts(an, read, null);
        group.reacts(an, read, "👍");

        await().atMost(TestPatience.LIMIT).until(() -> !rig.acknowledged.isEmpty());
        assertThat(rig.acknowledged).singleElement().satisfies(sign -> {
            assertThat(sign.chatId()).isEqualTo(Long.toString(group.id()));
            assertThat(sign.how()).isEqualTo(ReceiptStore.How.REACTION);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"👍", "🙏", "❤", "❤\ufe0f", "👌"})
    void reactions_that_agree_or_thank_acknowledge(String emoji) {
        group.reacts(an, sent(group, "Tin một"), emoji);

        await().atMost(TestPatience.LIMIT).until(() -> !rig.acknowledged.isEmpty());
    }

    @Test
    void addresses_under_the_words_of_what_is_to_be_announced_are_kept() {
        EmulatedChat alone = telegram.privateChat(an);
        String words = "🏠 Xem kế hoạch và https://x.vn/b tại đây";
        alone.says(an, words, message -> {
            ArrayNode entities = message.putArray("entities");
            link(entities, words.indexOf("kế hoạch"), "kế hoạch".length(), "https://x.vn/a");
            link(entities, words.indexOf("https"), "https://x.vn/b".length(), "https://x.vn/b");
            link(entities, words.length() - 7, 7, "https://x.vn/c");
            link(entities, 2, 10_000, "https://x.vn/d");
        });
        assertThat(rig.awaitSaid(1).words())
                .isEqualTo("🏠 Xem kế hoạch (https://x.vn/a) và https://x.vn/b tại đây (https://x.vn/c)");
    }

    private static void link(ArrayNode entities, int offset, int length, String url) {
        entities.addObject()
                .put("type", "text_link")
                .put("offset", offset)
                .put("length", length)
                .put("url", url);
    }

    @Test
    void a_topic_is_told_only_where_there_is_one() {
        EmulatedTopic topic = group.topic();
        topic.says(an, "/danhsach");
        group.says(an, "/danhsach", message -> message.put("message_thread_id", 77));

        rig.awaitSaid(2);
        assertThat(rig.said.get(0).chat().topicId()).isEqualTo(Long.toString(topic.id()));
        assertThat(rig.said.get(0).addressed())
                .as("each message of a topic seems to answer its beginning")
                .isFalse();
        assertThat(rig.said.get(1).chat().inTopic()).isFalse();
    }

    // ---- who speaks

    private static IncomingAttachment attachment(Media.Kept file) {
        return new IncomingAttachment(Optional.of(file), false, Optional.empty());
    }

    @Test
    void a_groups_admin_is_asked_for_when_it_matters_and_then_remembered() {
        group.admin(an);
        Person binh = telegram.person("Bình");
        group.member(binh);
        group.says(an, "/theodoi");
        group.says(binh, "/theodoi");
        rig.awaitSaid(2);
        assertThat(telegram.history().of("getChatMember")).isEmpty();

        assertThat(rig.said.get(0).sender().chatAdmin().getAsBoolean()).isTrue();
        assertThat(rig.said.get(0).sender().chatAdmin().getAsBoolean()).isTrue();
        assertThat(rig.said.get(1).sender().chatAdmin().getAsBoolean()).isFalse();
        assertThat(telegram.history().of("getChatMember")).hasSize(2);
    }

    @Test
    void an_anonymous_admin_is_the_group_itself_and_administers_it() {
        group.saysAnonymously("/theodoi");

        IncomingCommand command = rig.awaitSaid(1);
        assertThat(command.sender().person()).isEqualTo(person(group.id()));
        assertThat(command.sender().chatAdmin().getAsBoolean()).isTrue();
        assertThat(telegram.history().of("getChatMember")).isEmpty();
    }

    @Test
    void whoever_posts_in_a_channel_administers_it() {
        EmulatedChat channel = telegram.channel("Tin Phú Xuyên");
        channel.posts("/theodoi@loa_thu_bot");

        IncomingCommand command = rig.awaitSaid(1);
        assertThat(command.kind()).isEqualTo(ChatKind.CHANNEL);
        assertThat(command.words()).isEqualTo("/theodoi");
        assertThat(command.sender().person()).isEqualTo(person(channel.id()));
        assertThat(command.sender().chatAdmin().getAsBoolean()).isTrue();
    }

    @Test
    void what_is_nobodys_own_word_never_becomes_a_command() {
        EmulatedChat channel = telegram.channel("Tin Phú Xuyên");
        Person robot = new Person(200_000_009L, "Rô bốt", "khac_bot", true);
        group.forwards(an, "/botheodoi");
        group.edits(an, "/botheodoi");
        group.saysThroughBot(an, "/botheodoi");
        group.carries(channel, "/botheodoi");
        group.saysAs(channel, "/botheodoi");
        group.says(robot, "/botheodoi");
        group.says(an, "/botheodoi", message -> message.put("forward_date", 1_700_000_000));
        telegram.privateChat(an).edits(an, "/botheodoi");

        hearsNothing();
    }

    @Test
    void what_a_person_forwards_in_private_is_passed_on_as_second_hand() {
        telegram.privateChat(an).forwards(an, "/botheodoi");

        IncomingCommand command = rig.awaitSaid(1);
        assertThat(command.forwarded()).isTrue();
        assertThat(command.words()).isEqualTo("/botheodoi");
    }

    @Test
    void a_picture_or_a_document_comes_with_the_words_under_it() {
        group.says(an, "", message -> {
            message.put("caption", "/thongbao Sơ đồ");
            message.putArray("photo").addObject().put("file_id", "nho");
            message.withArray("photo").addObject().put("file_id", "to");
        });
        rig.awaitSaid(1);
        telegram.privateChat(an)
                .says(an, "", message -> message.putObject("document").put("file_id", "tep"));
        telegram.privateChat(an).says(an, "", message -> {
            message.putObject("animation").put("file_id", "dong");
            message.putObject("document").put("file_id", "dong");
        });

        telegram.privateChat(an).says(an, "", message -> {
            message.put("media_group_id", "bo-anh");
            message.putArray("photo").addObject().put("file_id", "hai");
        });

        rig.awaitSaid(4);
        assertThat(rig.said).extracting(IncomingCommand::words).containsExactly("/thongbao Sơ đồ", "", "", "");
        assertThat(rig.said)
                .extracting(IncomingCommand::attachment)
                .containsExactly(
                        attachment(new Media.Kept(TelegramRig.BOT, Media.Kept.Form.PHOTO, "to")),
                        attachment(new Media.Kept(TelegramRig.BOT, Media.Kept.Form.DOCUMENT, "tep")),
                        new IncomingAttachment(Optional.empty(), true, Optional.empty()),
                        new IncomingAttachment(
                                Optional.of(new Media.Kept(TelegramRig.BOT, Media.Kept.Form.PHOTO, "hai")),
                                false,
                                Optional.of("bo-anh")));
        assertThat(rig.said).noneMatch(IncomingCommand::forwarded);
    }

    @Test
    void a_message_without_words_is_left_alone() {
        group.says(an, "", message -> message.putArray("new_chat_members").add(UpdateOf.user(an)));
        group.says(an, "", message -> message.putObject("sticker").put("file_id", "x"));

        hearsNothing();
    }

    // ---- presses

    @Test
    void a_press_brings_its_data_its_message_and_the_real_person() {
        ShownMessage message = sent(group, "Đã nắm");
        group.admin(an);
        group.press(an, message, "Đã nắm");

        IncomingCommand command = rig.awaitSaid(1);
        assertThat(command.words()).isEqualTo("nắm:7");
        assertThat(command.press()).contains(new Press.OfButton(Long.toString(message.id())));
        assertThat(command.addressed()).isTrue();
        assertThat(command.sender().person()).isEqualTo(person(an.id()));
        assertThat(command.sender().chatAdmin().getAsBoolean()).isTrue();
        assertThat(command.chat()).isEqualTo(TelegramRig.at(group));
        assertThat(rig.origins.get(0).pressId()).isPresent();
        assertThat(rig.origins.get(0).messageId()).contains(Long.toString(message.id()));
    }

    @Test
    void a_press_under_an_old_message_of_which_only_the_number_is_told_counts() {
        group.pressInaccessible(an, 4711, "nắm:1");

        assertThat(rig.awaitSaid(1).press()).contains(new Press.OfButton("4711"));
    }

    @Test
    void a_press_without_a_message_is_only_acknowledged() {
        group.pressNowhere(an, "nắm:1");

        telegram.history()
                .await(
                        "an acknowledgement",
                        history -> !history.of("answerCallbackQuery").isEmpty());
        assertThat(rig.said).isEmpty();
    }

    @Test
    void a_press_whose_message_has_no_number_still_counts() throws IOException {
        telegram.update((ObjectNode) new ObjectMapper().readTree("""
            {"callback_query": {"id": "1", "data": "danhsach", "from": {"id": 5, "first_name": "Lan"},
             "message": {"chat": {"id": 5, "type": "private", "first_name": "Lan"}}}}
            """));

        IncomingCommand command = rig.awaitSaid(1);
        assertThat(command.words()).isEqualTo("danhsach");
        assertThat(command.press()).isPresent();
    }

    // ---- the bot's place

    @ParameterizedTest
    @CsvSource({
        "left, member, JOINED",
        "kicked, member, JOINED",
        "left, administrator, JOINED",
        "restricted, member, JOINED",
        "member, kicked, LEFT",
        "member, left, LEFT",
        "administrator, kicked, LEFT",
        "left, kicked, LEFT"
    })
    void being_added_and_removed_is_told(String before, String after, Change change) {
        group.rights().set(telegram.bot().id(), before);
        group.bot(an, after);

        assertThat(rig.awaitEvent())
                .isEqualTo(new ChatEvent(
                        TelegramRig.at(group),
                        ChatKind.SUPERGROUP,
                        "Thôn Đông",
                        change,
                        "",
                        Optional.of(person(an.id())),
                        "An"));
    }

    @ParameterizedTest
    @CsvSource({"member, administrator", "administrator, member", "member, restricted"})
    void a_change_that_neither_brings_nor_takes_the_bots_voice_back_is_no_news(String before, String after) {
        group.rights().set(telegram.bot().id(), before);
        group.bot(an, after);

        hearsNothing();
    }

    @Test
    void a_person_who_blocks_the_bot_has_left_and_comes_back() {
        EmulatedChat chat = telegram.privateChat(an);
        chat.bot(an, "kicked");
        assertThat(rig.awaitEvent().change()).isEqualTo(Change.LEFT);
        assertThat(rig.awaitEvent().kind()).isEqualTo(ChatKind.PRIVATE);

        chat.bot(an, "member");
        org.awaitility.Awaitility.await().atMost(TestPatience.LIMIT).until(() -> rig.events.size() == 2);
        assertThat(rig.awaitEvent().change()).isEqualTo(Change.RETURNED);
    }

    @Test
    void in_a_channel_the_bot_has_joined_only_when_it_may_post() {
        EmulatedChat channel = telegram.channel("Tin Phú Xuyên");
        channel.rights().set(telegram.bot().id(), "left");
        channel.bot(an, "member");
        hearsNothing();

        channel.bot(an, "administrator");
        assertThat(rig.awaitEvent().change()).isEqualTo(Change.JOINED);
    }

    @Test
    void an_upgraded_group_moves_and_both_announcements_say_the_same() {
        EmulatedChat old = telegram.group("Tổ 5");
        EmulatedChat upgraded = old.upgrade(an);

        rig.awaitQuiet();
        assertThat(rig.events).hasSize(2).allSatisfy(event -> {
            assertThat(event.change()).isEqualTo(Change.MOVED);
            assertThat(event.chat()).isEqualTo(TelegramRig.at(old));
            assertThat(event.newChatId()).isEqualTo(Long.toString(upgraded.id()));
        });
        assertThat(rig.said).isEmpty();
    }

    /** JSON of a person, for messages that carry one. */
    private static final class UpdateOf {
        static ObjectNode user(Person person) {
            return new ObjectMapper()
                    .createObjectNode()
                    .put("id", person.id())
                    .put("is_bot", false)
                    .put("first_name", person.firstName());
        }
    }

    // ---- groups that have become supergroups

    @Test
    void a_press_under_a_message_of_the_former_group_is_one_in_the_supergroup() {
        EmulatedChat small = telegram.group("Thôn Tây").member(an);
        ShownMessage old = sent(small, "Đã nắm");
        EmulatedChat supergroup = small.upgradeSilently();
        rig.moves.put(Long.toString(small.id()), Long.toString(supergroup.id()));
        small.press(an, old, "Đã nắm");
        IncomingCommand press = rig.awaitSaid(1);
        assertThat(press.chat()).isEqualTo(TelegramRig.at(supergroup));
        assertThat(press.kind()).isEqualTo(ChatKind.SUPERGROUP);
        assertThat(press.words()).isEqualTo("nắm:7");
        assertThat(rig.origins.get(0).messageId()).contains(old.id() + "@" + small.id());
    }

    @Test
    void an_answer_to_a_message_of_the_former_group_is_none_to_one_of_the_supergroup() {
        EmulatedChat small = telegram.group("Thôn Tây").member(an);
        ShownMessage old = sent(small, "Đã nắm");
        EmulatedChat supergroup = small.upgradeSilently();
        supergroup.says(an, "đã nắm", message -> {
            ObjectNode answered = message.putObject("reply_to_message");
            answered.put("message_id", old.id());
            answered.putObject("chat").put("id", small.id()).put("type", "group");
            answered.putObject("from").put("id", telegram.bot().id()).put("is_bot", true);
        });
        await().atMost(TelegramRig.PATIENCE).until(() -> !rig.acknowledged.isEmpty());
        assertThat(rig.acknowledged)
                .singleElement()
                .satisfies(sign -> assertThat(sign.messageId()).isEqualTo(old.id() + "@" + small.id()));
    }
}
