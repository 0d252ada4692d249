package vn.loa.command.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.NOW;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.CommandHarness;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.command.incoming.Sender;
import vn.loa.model.Access;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;

/** Whoever asks too often is told so once, and answered again a minute later. */
class CommandRateLimitTest {
    private static final String TOO_OFTEN = "Đồng chí thao tác hơi nhanh. Xin chờ một phút rồi làm tiếp.";

    @TempDir
    private Path folder;

    private CommandHarness desk;

    @BeforeEach
    void open() {
        desk = new CommandHarness(CommandRateLimit.Limits.USUAL, folder, Access.OPEN, OPERATOR);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_person_has_ten_commands_a_minute_then_one_line_and_silence() {
        CommandHarness.Voice an = desk.alone("7");
        for (int i = 0; i < 10; i++) {
            assertThat(text(an.says("/danhsach"))).contains("chưa theo dõi");
        }
        assertThat(text(an.says("/danhsach"))).isEqualTo(TOO_OFTEN);
        assertThat(text(an.says("gì đó"))).isEmpty();
        assertThat(text(desk.alone("8").says("/danhsach"))).contains("chưa theo dõi");
        desk.now = NOW.plus(Duration.ofSeconds(59));
        assertThat(text(an.says("/danhsach"))).isEmpty();
        desk.now = NOW.plus(Duration.ofSeconds(61));
        assertThat(text(an.says("/danhsach"))).contains("chưa theo dõi");
    }

    @Test
    void a_chat_has_thirty_commands_a_minute() {
        for (int i = 0; i < 30; i++) {
            assertThat(text(desk.member("1" + i, "-100").says("/tinmoi"))).isNotEqualTo(TOO_OFTEN);
        }
        assertThat(text(desk.member("99", "-100").says("/tinmoi"))).isEqualTo(TOO_OFTEN);
        assertThat(text(desk.member("98", "-100").says("/tinmoi"))).isEmpty();
        assertThat(text(desk.member("98", "-200").says("/tinmoi"))).isNotEmpty();
    }

    @Test
    void a_hundred_people_may_acknowledge_at_once_but_nobody_a_hundred_times() {
        for (int i = 0; i < 100; i++) {
            assertThat(text(desk.member("1" + i, "-100").tells("đã nắm"))).doesNotContain(TOO_OFTEN);
            assertThat(text(desk.member("1" + i, "-100").presses("nam:a1"))).doesNotContain(TOO_OFTEN);
        }
        assertThat(text(desk.member("7", "-100").says("/danhsach"))).contains("chưa theo dõi");
        CommandHarness.Voice an = desk.member("8", "-100");
        for (int i = 0; i < 10; i++) {
            an.tells("đã nắm");
        }
        assertThat(text(an.tells("đã nắm"))).isEqualTo(TOO_OFTEN);
        assertThat(text(an.tells("đã nắm"))).isEmpty();
    }

    @Test
    void a_choice_by_number_is_refused_once_since_each_line_would_be_a_message() {
        CommandHarness.Voice an = desk.admin("7", "-100");
        for (int i = 0; i < 30; i++) {
            assertThat(text(an.chooses("lich:7:00"))).doesNotContain(TOO_OFTEN);
        }
        assertThat(text(an.chooses("lich:7:00"))).isEqualTo("[" + TOO_OFTEN + "]");
        assertThat(text(an.chooses("lich:7:00"))).isEmpty();
    }

    @Test
    void whoever_becomes_an_operator_is_not_held_to_the_old_limit() {
        CommandHarness.Voice an = desk.alone("7");
        for (int i = 0; i < 11; i++) {
            an.says("/danhsach");
        }
        assertThat(text(an.says("/danhsach"))).isEmpty();
        desk.alone("1").says("/quantri them 7 vận hành");
        assertThat(desk.roles.operators()).contains(new PersonId(Platform.TELEGRAM, "7"));
        for (int i = 0; i < 60; i++) {
            assertThat(text(an.says("/danhsach"))).contains("chưa theo dõi");
        }
        assertThat(text(an.says("/danhsach"))).isEqualTo(TOO_OFTEN);
    }

    @Test
    void only_the_last_few_thousand_people_are_remembered() {
        CommandRateLimit rateLimit = new CommandRateLimit(new CommandRateLimit.Limits(1, 1, 1, 1_000_000), () -> 0);
        assertThat(rateLimit.words(said("0"), false)).isEqualTo(CommandRateLimit.Verdict.ANSWER);
        assertThat(rateLimit.words(said("0"), false)).isEqualTo(CommandRateLimit.Verdict.SAY_SO);
        for (int i = 1; i <= CommandRateLimit.MOST; i++) {
            rateLimit.words(said(Integer.toString(i)), false);
        }
        assertThat(rateLimit.words(said("0"), false)).isEqualTo(CommandRateLimit.Verdict.ANSWER);
        assertThat(rateLimit.words(said(Integer.toString(CommandRateLimit.MOST)), false))
                .isEqualTo(CommandRateLimit.Verdict.SAY_SO);
    }

    private static IncomingCommand said(String userId) {
        Sender sender = new Sender(new PersonId(Platform.TELEGRAM, userId), "An", () -> false);
        return new IncomingCommand(
                ChatAddress.of(CommandHarness.BOT, "-100"),
                ChatKind.GROUP,
                "Nhóm",
                sender,
                "/tim",
                Optional.empty(),
                true);
    }

    @Test
    void a_chat_that_wants_english_is_refused_and_misunderstood_in_english() {
        CommandHarness.Voice an = desk.admin("7", "-100");
        an.presses("caidat:tieng:0");
        assertThat(text(an.tells("/theodio"))).startsWith("Did you mean /theodoi?");
        assertThat(text(an.tells("gì đó"))).startsWith("I did not understand.");
        assertThat(text(an.says("/danhsach " + "x".repeat(1000)))).startsWith("That is rather long.");
        assertThat(text(an.presses("khong:co"))).startsWith("[This choice is no longer valid.");
        for (int i = 0; i < 7; i++) {
            an.says("/danhsach");
        }
        assertThat(text(an.says("/danhsach"))).startsWith("That was a little fast.");
    }

    @Test
    void words_that_are_not_meant_for_the_bot_do_not_count() {
        CommandHarness.Voice an = desk.member("7", "-100");
        for (int i = 0; i < 50; i++) {
            an.says("chào các đồng chí");
        }
        assertThat(text(an.says("/danhsach"))).contains("chưa theo dõi");
    }

    @Test
    void every_press_is_answered_and_an_operator_may_do_more() {
        CommandHarness.Voice an = desk.admin("7", "-100");
        for (int i = 0; i < 30; i++) {
            assertThat(text(an.presses("lich:7:00"))).doesNotContain(TOO_OFTEN);
        }
        assertThat(text(an.presses("lich:7:00"))).isEqualTo("[" + TOO_OFTEN + "]");
        assertThat(text(an.presses("lich:7:00"))).isEqualTo("[" + TOO_OFTEN + "]");
        CommandHarness.Voice operator = desk.alone("1");
        for (int i = 0; i < 60; i++) {
            assertThat(text(operator.says("/danhsach"))).isNotEqualTo(TOO_OFTEN);
        }
        assertThat(text(operator.says("/danhsach"))).isEqualTo(TOO_OFTEN);
    }
}
