package vn.loa.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;
import vn.loa.command.menu.MenuEntry;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.Person;
import vn.loa.model.OutgoingMessage;
import vn.loa.waiting.TestPatience;

/** Everything goes wrong, every logger tells everything it has, and the token is in none of it. */
@Isolated("the loggers belong to the whole process")
class SecretsTest {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> told = new ListAppender<>();
    private final Level before = root.getLevel();
    private TelegramRig rig;

    @BeforeEach
    void start() throws IOException {
        told.start();
        root.addAppender(told);
        root.setLevel(Level.TRACE);
        rig = TelegramRig.polling();
    }

    @AfterEach
    void stop() {
        rig.close();
        root.setLevel(before);
        root.detachAppender(told);
    }

    @Test
    void the_token_is_never_told() {
        String token = rig.telegram.token();
        Person an = rig.telegram.person("An");
        EmulatedChat chat = rig.telegram.privateChat(an);
        List<Object> results = new ArrayList<>();
        rig.onSaid = command -> {
            throw new IllegalStateException("hỏng");
        };

        rig.telegram.faults().on("getUpdates").page(502);
        rig.telegram.faults().on("getUpdates").cutBefore();
        rig.telegram.faults().on("getUpdates").body(200, "/bot" + token + "/getUpdates");
        rig.telegram.faults().on("getUpdates").refuse(409, "Conflict on /bot" + token);
        rig.telegram.faults().on("getChatMember").refuse(400, "Bad Request: /bot" + token);
        rig.telegram.faults().on("setMyCommands").refuse(400, "Bad Request: /bot" + token.replace(":", "%3A"));
        rig.telegram.faults().on("answerCallbackQuery").page(502);
        chat.says(an, "một");
        chat.pressNowhere(an, "x");
        var unused = rig.channel
                .menu()
                .publish(new TelegramMenu.Audience.Everybody(), "", List.of(new MenuEntry("theodoi", "Theo dõi")));
        for (String fault : List.of("page", "cutBefore", "cutAfter", "refuse")) {
            switch (fault) {
                case "page" -> rig.telegram.faults().on("sendMessage").page(502);
                case "cutBefore" -> rig.telegram.faults().on("sendMessage").cutBefore();
                case "cutAfter" -> rig.telegram.faults().on("sendMessage").cutAfter();
                default -> rig.telegram.faults().on("sendMessage").refuse(403, "Forbidden: " + token);
            }
            results.add(rig.channel.messenger().send(TelegramRig.at(chat), OutgoingMessage.plain("x")));
        }
        TelegramChannel nowhere = TelegramRig.channel(
                rig.telegram, URI.create("http://127.0.0.1:1"), TelegramRig.QUICK, InstantSource.system());
        results.add(nowhere.messenger().ping());
        rig.telegram.revokeToken();
        results.add(rig.channel.messenger().ping());
        Awaitility.await()
                .atMost(TestPatience.LIMIT)
                .until(() -> rig.updates.problem().isPresent());
        rig.close();

        String secret = token.substring(token.indexOf(':') + 1);
        assertThat(told.list).isNotEmpty();
        assertThat(results.toString()).doesNotContain(secret);
        assertThat(new ArrayList<>(told.list))
                .allSatisfy(event -> assertThat(whole(event)).doesNotContain(secret));
    }

    private static String whole(ILoggingEvent event) {
        StringBuilder text = new StringBuilder(event.getFormattedMessage());
        for (IThrowableProxy at = event.getThrowableProxy(); at != null; at = at.getCause()) {
            text.append('\n').append(at.getClassName()).append(": ").append(at.getMessage());
        }
        return text.toString();
    }
}
