package vn.loa.zalo.oa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.command.incoming.Acknowledgement;
import vn.loa.command.incoming.ChatEvent;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.emulator.ZaloOaEmulator.Sent;
import vn.loa.emulator.ZaloOaEvent;
import vn.loa.model.ChatAddress;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.store.delivery.InboxStore;
import vn.loa.web.WebAnswer;
import vn.loa.web.WebRequest;
import vn.loa.web.WebRoute;
import vn.loa.web.WebServer;

/** Zalo posts to the real server, the account answers in the group, and the database remembers what was handled. */
class OaOverHttpTest {
    @TempDir
    private Path folder;

    private record Route(OaWebhook webhook) implements WebRoute {
        @Override
        public String path() {
            return "/zalo/oa";
        }

        @Override
        public WebAnswer handle(WebRequest request) {
            int status = webhook.receive(
                    request.body(),
                    request.header(OaWebhook.SIGNATURE_HEADER),
                    request.header(OaWebhook.TIMESTAMP_HEADER));
            return WebAnswer.json(status, "{}");
        }
    }

    private static final class Echo implements OaListener {
        private final OaRig rig;
        private final Set<ChatAddress> met = ConcurrentHashMap.newKeySet();

        Echo(OaRig rig) {
            this.rig = rig;
        }

        @Override
        public void said(IncomingCommand command) {
            rig.channel.messenger().send(command.chat(), OutgoingMessage.plain("Đã nhận: " + command.words()));
        }

        @Override
        public void acknowledged(Acknowledgement sign) {}

        @Override
        public void happened(ChatEvent event) {
            met.add(event.chat());
        }

        @Override
        public boolean administers(ChatAddress group, PersonId person) {
            return false;
        }
    }

    @Test
    void a_command_in_a_group_is_answered_there_once() throws Exception {
        try (OaRig rig = new OaRig(folder);
                OaWebhook webhook = rig.channel.webhook(new Echo(rig), new InboxStore(rig.database));
                WebServer server = new WebServer(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), List.of(new Route(webhook)))) {
            server.start();
            webhook.open();
            URI address = URI.create("http://127.0.0.1:" + server.port() + "/zalo/oa");
            ZaloOaEvent inGroup = ZaloOaEvent.groupText(OaRig.GROUP, OaRig.PERSON, "@Loa xã /tim tập huấn", "m1");

            assertThat(inGroup.post(address)).isEqualTo(200);
            assertThat(inGroup.post(address)).isEqualTo(200);
            assertThat(ZaloOaEvent.privateText(OaRig.PERSON, "chào", "m2").post(address))
                    .isEqualTo(200);
            assertThat(unsigned(address, "{}")).isEqualTo(200);
            assertThat(unsigned(address, inGroup.body())).isEqualTo(401);

            Awaitility.await()
                    .atMost(OaRig.PATIENCE)
                    .untilAsserted(() -> assertThat(rig.zalo.sent())
                            .extracting(Sent::method, Sent::text)
                            .containsExactlyInAnyOrder(
                                    tuple("group", "Đã nhận: /tim tập huấn"), tuple("cs", "Đã nhận: chào")));
        }
    }

    private static int unsigned(URI address, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address)
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
