package vn.loa.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.command.menu.MenuEntry;
import vn.loa.delivery.channel.SendResult;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.Person;

class TelegramMenuTest {
    private static final List<MenuEntry> MENU =
            List.of(new MenuEntry("theodoi", "Theo dõi nguồn tin"), new MenuEntry("tinmoi", "Xem tin mới nhất"));

    private static final TelegramMenu.Audience EVERYBODY = new TelegramMenu.Audience.Everybody();

    private TelegramRig rig;

    @BeforeEach
    void start() throws IOException {
        rig = TelegramRig.start();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void each_audience_has_a_menu_of_its_own_and_without_one_that_of_the_wider() {
        Person an = rig.telegram.person("An");
        Person binh = rig.telegram.person("Bình");
        EmulatedChat group = rig.telegram.group("Thôn Đông").admin(an).member(binh);
        EmulatedChat own = rig.telegram.privateChat(an);
        EmulatedChat other = rig.telegram.privateChat(binh);
        TelegramMenu menu = rig.channel.menu();
        TelegramMenu.Audience person = new TelegramMenu.Audience.Person(Long.toString(an.id()));

        assertThat(menu.publish(EVERYBODY, "", MENU.subList(1, 2))).isInstanceOf(SendResult.Sent.class);
        assertThat(rig.telegram.menuFor(group, an, "vi")).containsExactly("tinmoi");
        menu.publish(new TelegramMenu.Audience.Administrators(), "", MENU);
        menu.publish(new TelegramMenu.Audience.Alone(), "en", MENU.subList(0, 1));
        assertThat(rig.telegram.menuFor(group, an, "vi")).containsExactly("theodoi", "tinmoi");
        assertThat(rig.telegram.menuFor(group, binh, "vi")).containsExactly("tinmoi");
        assertThat(rig.telegram.menuFor(other, binh, "en")).containsExactly("theodoi");
        assertThat(rig.telegram.menuFor(other, binh, "vi")).containsExactly("tinmoi");

        assertThat(menu.publish(person, "", MENU)).isInstanceOf(SendResult.Sent.class);
        assertThat(rig.telegram.menuFor(own, an, "vi")).containsExactly("theodoi", "tinmoi");
        assertThat(rig.telegram.menuFor(other, binh, "vi")).containsExactly("tinmoi");
        assertThat(menu.withdraw(person, "")).isInstanceOf(SendResult.Sent.class);
        assertThat(rig.telegram.menuFor(own, an, "vi")).containsExactly("tinmoi");
    }

    @Test
    void who_never_spoke_to_the_bot_has_no_menu_yet_and_haste_is_told() {
        TelegramMenu menu = rig.channel.menu();
        assertThat(menu.publish(new TelegramMenu.Audience.Person("77"), "", MENU))
                .isInstanceOf(SendResult.ChatNotFound.class);
        rig.telegram.faults().on("setMyCommands").refuse(429, "Too Many Requests: retry after 35");
        assertThat(menu.publish(EVERYBODY, "", MENU))
                .isInstanceOfSatisfying(
                        SendResult.RetryAfter.class,
                        later -> assertThat(later.duration()).isEqualTo(Duration.ofSeconds(35)));
    }

    @Test
    void a_server_that_knows_no_menus_is_no_reason_to_stop() {
        rig.telegram.faults().on("setMyCommands").refuse(404, "Not Found");
        assertThat(rig.channel.menu().publish(EVERYBODY, "", MENU)).isInstanceOf(SendResult.ChannelDown.class);

        rig.telegram.faults().on("setMyCommands").body(500, "{\"message\":\"API method is not supported\"}");
        assertThat(rig.channel.menu().publish(EVERYBODY, "", MENU)).isInstanceOf(SendResult.ChannelDown.class);

        assertThat(rig.channel.messenger().ping()).isInstanceOf(SendResult.Sent.class);
    }

    @Test
    void a_menu_that_telegram_refuses_is_no_reason_to_stop_either() {
        assertThat(rig.channel.menu().publish(EVERYBODY, "", List.of(new MenuEntry("theo-doi", "Theo dõi"))))
                .isInstanceOf(SendResult.Rejected.class);
        assertThat(rig.channel.menu().publish(EVERYBODY, "", List.of(new MenuEntry("theodoi", ""))))
                .isInstanceOf(SendResult.Rejected.class);
        assertThat(rig.channel.menu().publish(EVERYBODY, "", List.of())).isInstanceOf(SendResult.Rejected.class);
    }
}
