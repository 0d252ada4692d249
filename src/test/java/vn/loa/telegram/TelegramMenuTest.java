package vn.loa.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.command.MenuEntry;
import vn.loa.delivery.SendResult;

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
    void each_audience_has_a_menu_of_its_own() {
        TelegramMenu menu = rig.channel.menu();
        assertThat(menu.publish(EVERYBODY, "", MENU)).isTrue();
        assertThat(menu.publish(new TelegramMenu.Audience.Administrators(), "en", MENU.subList(0, 1)))
                .isTrue();
        assertThat(menu.publish(new TelegramMenu.Audience.Alone(), "", MENU)).isTrue();
        assertThat(menu.publish(new TelegramMenu.Audience.Person("77"), "", MENU))
                .isTrue();

        assertThat(rig.telegram.menu("default", "")).containsExactly("theodoi", "tinmoi");
        assertThat(rig.telegram.menu("all_chat_administrators", "en")).containsExactly("theodoi");
        assertThat(rig.telegram.menu("all_private_chats", "")).containsExactly("theodoi", "tinmoi");
        assertThat(rig.telegram.menu("chat", "")).containsExactly("theodoi", "tinmoi");
        assertThat(menu.withdraw(new TelegramMenu.Audience.Person("77"), "")).isTrue();
        assertThat(rig.telegram.menu("chat", "")).isEmpty();
    }

    @Test
    void a_server_that_knows_no_menus_is_no_reason_to_stop() {
        rig.telegram.faults().on("setMyCommands").refuse(404, "Not Found");
        assertThat(rig.channel.menu().publish(EVERYBODY, "", MENU)).isFalse();

        rig.telegram.faults().on("setMyCommands").body(500, "{\"message\":\"API method is not supported\"}");
        assertThat(rig.channel.menu().publish(EVERYBODY, "", MENU)).isFalse();

        assertThat(rig.channel.messenger().ping()).isInstanceOf(SendResult.Sent.class);
    }

    @Test
    void a_menu_that_telegram_refuses_is_no_reason_to_stop_either() {
        assertThat(rig.channel.menu().publish(EVERYBODY, "", List.of(new MenuEntry("theo-doi", "Theo dõi"))))
                .isFalse();
        assertThat(rig.channel.menu().publish(EVERYBODY, "", List.of(new MenuEntry("theodoi", ""))))
                .isFalse();
        assertThat(rig.channel.menu().publish(EVERYBODY, "", List.of())).isFalse();
    }
}
