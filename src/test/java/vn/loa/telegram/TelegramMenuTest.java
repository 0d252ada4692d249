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
    void the_menu_is_published_for_vietnamese_and_for_everybody() {
        assertThat(rig.channel.menu().publish(MENU)).isTrue();

        assertThat(rig.telegram.menu("default", "vi")).containsExactly("theodoi", "tinmoi");
        assertThat(rig.telegram.menu("default", "")).containsExactly("theodoi", "tinmoi");
    }

    @Test
    void a_server_that_knows_no_menus_is_no_reason_to_stop() {
        rig.telegram.faults().on("setMyCommands").refuse(404, "Not Found");
        assertThat(rig.channel.menu().publish(MENU)).isFalse();

        rig.telegram.faults().on("setMyCommands").body(500, "{\"message\":\"API method is not supported\"}");
        assertThat(rig.channel.menu().publish(MENU)).isFalse();

        assertThat(rig.channel.messenger().ping()).isInstanceOf(SendResult.Sent.class);
    }

    @Test
    void a_menu_that_telegram_refuses_is_no_reason_to_stop_either() {
        assertThat(rig.channel.menu().publish(List.of(new MenuEntry("theo-doi", "Theo dõi"))))
                .isFalse();
        assertThat(rig.channel.menu().publish(List.of(new MenuEntry("theodoi", ""))))
                .isFalse();
        assertThat(rig.channel.menu().publish(List.of())).isFalse();
    }
}
