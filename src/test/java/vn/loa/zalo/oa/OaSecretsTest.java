package vn.loa.zalo.oa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;
import vn.loa.command.incoming.Acknowledgement;
import vn.loa.command.incoming.ChatEvent;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.emulator.ZaloOaEmulator;
import vn.loa.emulator.ZaloOaEvent;
import vn.loa.model.ChatAddress;
import vn.loa.model.PersonId;
import vn.loa.store.delivery.InboxStore;

/** Everything goes wrong, every logger tells everything it has, and no secret is in any of it. */
@Isolated("the loggers belong to the whole process")
class OaSecretsTest {
    /** Part of each of the emulator's secrets. */
    private static final String MARK = "NeverShown";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> told = new ListAppender<>();
    private final Level before = root.getLevel();

    @TempDir
    private Path folder;

    private OaRig rig;

    @BeforeEach
    void start() throws IOException {
        told.start();
        root.addAppender(told);
        root.setLevel(Level.TRACE);
        rig = new OaRig(folder);
    }

    @AfterEach
    void stop() {
        rig.close();
        root.setLevel(before);
        root.detachAppender(told);
    }

    @Test
    void no_secret_is_told_whatever_happens() throws SQLException {
        List<Object> shown = new ArrayList<>();
        shown.add(rig.account);
        shown.add(rig.say("x"));
        shown.add(rig.store.newest(OaRig.BOT));
        for (String method : List.of("group", "token", "groups")) {
            for (int way = 0; way < 5; way++) {
                breakIt(method, way);
                rig.pass(Duration.ofHours(26));
                shown.add(rig.say("x"));
                shown.add(rig.channel.messenger().ping());
                shown.add(listed());
            }
        }
        rig.zalo.revokeRefresh();
        rig.pass(Duration.ofHours(26));
        shown.add(rig.say("x"));
        shown.add(rig.channel.problem().orElse(""));
        breakDatabase();
        shown.add(rig.say("x"));
        webhook();
        rig.close();

        assertThat(shown.toString()).contains("-14020").doesNotContain(MARK);
        assertThat(new ArrayList<>(told.list))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(whole(event)).doesNotContain(MARK));
    }

    private void breakIt(String method, int way) {
        switch (way) {
            case 0 -> rig.zalo.faults().on(method).refuse(-201, "token " + rig.zalo.accessToken());
            case 1 -> rig.zalo.faults().on(method).body(200, rig.zalo.accessToken() + rig.zalo.refreshToken());
            case 2 -> rig.zalo.faults().on(method).body(500, ZaloOaEmulator.APP_SECRET);
            case 3 -> rig.zalo.faults().on(method).cutBefore();
            default -> rig.zalo.faults().on(method).refuse(-216, rig.zalo.accessToken());
        }
    }

    private String listed() {
        try {
            return rig.channel.groups().list().toString();
        } catch (OaException e) {
            return e.toString();
        }
    }

    private void breakDatabase() throws SQLException {
        rig.zalo.consent(rig.store.newest(OaRig.BOT).refreshToken());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("loa.db"));
                Statement order = connection.createStatement()) {
            order.execute("CREATE TRIGGER full BEFORE UPDATE OF access_token ON zalo_oa_token"
                    + " BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
        }
    }

    private void webhook() {
        OaListener failing = new OaListener() {
            @Override
            public void said(IncomingCommand command) {
                throw new IllegalStateException("hỏng");
            }

            @Override
            public void acknowledged(Acknowledgement sign) {}

            @Override
            public void happened(ChatEvent event) {}

            @Override
            public boolean administers(ChatAddress group, PersonId person) {
                return false;
            }
        };
        try (OaWebhook webhook = rig.channel.webhook(failing, new InboxStore(rig.database))) {
            webhook.open();
            ZaloOaEvent event = ZaloOaEvent.privateText("1", "x", "m");
            webhook.receive(event.bytes(), Optional.of(event.signature()), Optional.empty());
            webhook.receive(event.bytes(), Optional.of(ZaloOaEmulator.OA_SECRET), Optional.empty());
            webhook.receive(
                    ZaloOaEmulator.OA_SECRET.getBytes(StandardCharsets.UTF_8), Optional.empty(), Optional.empty());
        }
    }

    @Test
    void a_secret_that_cannot_be_one_is_refused_without_being_quoted() {
        URI zalo = OaAccount.API;
        assertThatThrownBy(() -> new OaAccount(OaRig.BOT, "1", "bí " + MARK, "b", zalo, zalo, "c"))
                .hasMessageContaining("the app secret")
                .hasMessageNotContaining(MARK);
        assertThatThrownBy(() -> new OaAccount(OaRig.BOT, "1", "a", "b", zalo, zalo, MARK + "\n"))
                .hasMessageContaining("the refresh token")
                .hasMessageNotContaining(MARK);
        assertThatThrownBy(() -> new OaAccount(OaRig.BOT, "1", "a", " ", zalo, zalo, "c"))
                .hasMessageContaining("the secret key of the Official Account");
        assertThatThrownBy(() -> new OaAccount(OaRig.BOT, "1", "a", "b", URI.create("ftp://x"), zalo, "c"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String whole(ILoggingEvent event) {
        StringBuilder text = new StringBuilder(event.getFormattedMessage());
        for (IThrowableProxy at = event.getThrowableProxy(); at != null; at = at.getCause()) {
            text.append('\n').append(at.getClassName()).append(": ").append(at.getMessage());
        }
        return text.toString();
    }
}
