package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.config.ConfigException;
import vn.loa.emulator.BotApiEmulator;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.FreePort;
import vn.loa.emulator.Person;
import vn.loa.emulator.ZaloOaEmulator;
import vn.loa.emulator.ZaloOaEvent;
import vn.loa.model.PersonId;
import vn.loa.waiting.TestPatience;

/** The whole program, to which Official Accounts consent through its own web server. */
@Tag("slow")
class OaConsentEndToEndTest {
    private static final String FIRST = "579000000000000011";
    private static final String SECOND = "579000000000000022";
    private static final String CITIZEN = "2468000000000000001";

    @TempDir
    private Path data;

    private BotApiEmulator telegram;
    private ZaloOaEmulator zalo;
    private Person an;
    private EmulatedChat alone;
    private int port;
    private volatile Duration later = Duration.ZERO;
    private App app;

    @BeforeEach
    void start() throws IOException, ConfigException {
        telegram = BotApiEmulator.start();
        zalo = new ZaloOaEmulator().person(CITIZEN);
        an = telegram.person("An");
        alone = telegram.privateChat(an);
        port = FreePort.find();
        startApp("url: 'http://127.0.0.1:" + port + "'");
    }

    private void startApp(String address) throws ConfigException {
        startApp(address, "");
    }

    private void restartWithRefreshToken(String token) throws ConfigException {
        app.close();
        startApp("url: 'http://127.0.0.1:" + port + "'", ", refresh-token: '" + token + "'");
    }

    private void startApp(String address, String refreshToken) throws ConfigException {
        String yaml = """
            data: '%s/data'
            web: {port: %d, %s}
            telegram: {token: '%s', api-url: '%s', poll-timeout: 1s}
            zalo:
              oa: {app-id: '%s', app-secret: '%s', secret-key: '%s', api-url: '%s', oauth-url: '%s'%s}
            operators: ['telegram:%d']
            access: open
            """.formatted(
                        data,
                        port,
                        address,
                        telegram.token(),
                        telegram.url(),
                        ZaloOaEmulator.APP_ID,
                        ZaloOaEmulator.APP_SECRET,
                        ZaloOaEmulator.OA_SECRET,
                        zalo.url(),
                        zalo.url(),
                        refreshToken,
                        an.id());
        InstantSource clock =
                () -> Instant.ofEpochMilli(System.currentTimeMillis()).plus(later);
        app = new App(Settings.of("test", yaml), null, clock);
        app.start();
    }

    @AfterEach
    void stop() {
        app.close();
        telegram.close();
        zalo.close();
    }

    private URI link() {
        return app.bots().bots().orElseThrow().consent(PersonId.parse("telegram:" + an.id()))
                        instanceof vn.loa.command.BotOperations.ConsentOffer.Link link
                ? link.address()
                : URI.create("nothing");
    }

    private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private URI callback(URI link, String id, String name) throws IOException, InterruptedException {
        HttpResponse<String> onward = get(link);
        assertThat(onward.statusCode()).isEqualTo(303);
        return zalo.consents(URI.create(onward.headers().firstValue("Location").orElseThrow()), id, name);
    }

    private void consent(String id, String name) throws IOException, InterruptedException {
        HttpResponse<String> done = get(callback(link(), id, name));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(done.body()).contains(name, "trong giây lát").doesNotContain("NeverShown");
        await().atMost(TestPatience.LIMIT).until(() -> post(id, "/", "probe").statusCode() == 200);
    }

    private HttpResponse<String> post(String account, String below, String messageId)
            throws IOException, InterruptedException {
        return post(account, below + account, messageId, "/danhsach");
    }

    private HttpResponse<String> post(String account, String below, String messageId, String text)
            throws IOException, InterruptedException {
        ZaloOaEvent event = ZaloOaEvent.privateText(CITIZEN, text, messageId).of(account);
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/zalo/oa" + below))
                                .header("X-ZEvent-Signature", event.signature())
                                .POST(HttpRequest.BodyPublishers.ofByteArray(event.bytes()))
                                .build(),
                        BodyHandlers.ofString());
    }

    private void answers(String account, String below, String messageId) throws IOException, InterruptedException {
        int before = zalo.sentBy(account).size();
        assertThat(post(account, below, messageId, "/danhsach").statusCode()).isEqualTo(200);
        await().atMost(TestPatience.LIMIT).until(() -> zalo.sentBy(account).size() > before);
    }

    private List<String> rows(String query) {
        return app.storage()
                .database()
                .read(handle -> handle.createQuery(query).mapTo(String.class).list());
    }

    @Test
    void an_operator_gets_a_link_and_the_account_that_consents_runs_at_once_and_after_a_restart() throws Exception {
        alone.says(an, "/bot oa");
        alone.awaitMessage(shown -> shown.text().contains("http://127.0.0.1:" + port + "/zalo/oa/consent?state="));
        String shown = alone.awaitMessage(each -> each.text().contains("consent?state="))
                .text();
        URI link = URI.create(shown.lines()
                .filter(line -> line.startsWith("http"))
                .findFirst()
                .orElseThrow());
        assertThat(get(callback(link, FIRST, "Xã Phú Xuyên")).body()).contains("Xã Phú Xuyên");
        alone.awaitMessage(each -> each.text().contains("zalo/oa-xa-phu-xuyen"));
        await().atMost(TestPatience.LIMIT).until(() -> app.bots().all().size() == 2);
        await().atMost(TestPatience.LIMIT).until(() -> post(FIRST, "/", "m0").statusCode() == 200);
        answers(FIRST, "", "m1");
        assertThat(rows("SELECT access_token || refresh_token FROM zalo_oa_token"))
                .singleElement()
                .asString()
                .startsWith("v1:")
                .doesNotContain("Emulated");

        app.close();
        startApp("url: 'http://127.0.0.1:" + port + "'");
        answers(FIRST, "/" + FIRST, "m2");

        alone.says(an, "/bot xóa oa-xa-phu-xuyen");
        alone.awaitMessage(each -> each.text().contains("Đã bớt bot"));
        await().atMost(TestPatience.LIMIT).until(() -> app.bots().all().size() == 1);
        assertThat(rows("SELECT bot FROM zalo_oa_token")).isEmpty();
        assertThat(post(FIRST, "/", "m3").statusCode()).isEqualTo(404);
    }

    @Test
    void two_accounts_each_hear_their_own_webhook_and_nobody_elses() throws Exception {
        consent(FIRST, "Xã Phú Xuyên");
        consent(SECOND, "Xã Hồng Minh");
        answers(FIRST, "", "m1");
        answers(SECOND, "", "m2");
        answers(SECOND, "/" + SECOND, "m3");
        assertThat(post(SECOND, "/" + FIRST, "m4", "/danhsach").statusCode()).isEqualTo(404);
        assertThat(post("579000000000000033", "", "m5", "/danhsach").statusCode())
                .isEqualTo(404);
        assertThat(rows("SELECT DISTINCT bot FROM received_update WHERE update_key IN ('m-m4', 'm-m5')"))
                .isEmpty();
    }

    @Test
    void an_account_that_consents_again_gets_other_tokens_and_stays_the_same_bot() throws Exception {
        consent(FIRST, "Xã Phú Xuyên");
        zalo.withdrawn(FIRST);
        consent(FIRST, "Xã Phú Xuyên");
        await().atMost(TestPatience.LIMIT).until(() -> app.bots().all().size() == 2);
        answers(FIRST, "/" + FIRST, "m2");
        assertThat(rows("SELECT bot FROM oa_account")).containsExactly("zalo/oa-xa-phu-xuyen");
    }

    @Test
    void no_account_begins_any_more_once_loa_stops() throws Exception {
        BotControl control = (BotControl) app.bots().bots().orElseThrow();
        control.close();
        assertThat(get(callback(link(), FIRST, "Xã Phú Xuyên")).statusCode()).isEqualTo(200);
        control.sync();
        assertThat(app.bots().all()).as("only the bot of Telegram").hasSize(1);
        app.bots().all().get(0).stopReceiving();
        app.bots().all().get(0).lookAfter();
        assertThat(rows("SELECT bot FROM oa_account")).containsExactly("zalo/oa-xa-phu-xuyen");
    }

    @Test
    void a_state_that_was_used_has_expired_or_was_never_given_changes_nothing() throws Exception {
        consent(FIRST, "Xã Phú Xuyên");
        List<String> before = rows("SELECT refresh_token FROM zalo_oa_token");
        URI link = link();
        URI back = callback(link, FIRST, "Xã Phú Xuyên");
        assertThat(get(back).statusCode()).isEqualTo(200);
        List<String> after = rows("SELECT refresh_token FROM zalo_oa_token");
        assertThat(after).isNotEqualTo(before);
        URI late = callback(link(), SECOND, "Xã Hồng Minh");
        later = Duration.ofMinutes(11);
        for (URI address :
                List.of(back, late, link, URI.create(back.toString().replaceFirst("state=.*", "state=forged")))) {
            HttpResponse<String> refused = get(address);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("/bot oa").doesNotContain("NeverShown");
        }
        assertThat(rows("SELECT refresh_token FROM zalo_oa_token")).isEqualTo(after);
        assertThat(rows("SELECT bot FROM oa_account")).hasSize(1);
    }

    @Test
    void a_code_that_zalo_does_not_take_stores_nothing() throws Exception {
        URI back = callback(link(), FIRST, "Xã Phú Xuyên");
        HttpResponse<String> refused = get(URI.create(back.toString().replaceFirst("code=[^&]*", "code=another")));
        assertThat(refused.statusCode()).isEqualTo(502);
        assertThat(rows("SELECT bot FROM zalo_oa_token")).isEmpty();
        assertThat(app.bots().all()).hasSize(1);
    }

    @Test
    void without_an_address_for_browsers_the_operator_hears_which_key_to_set() throws Exception {
        app.close();
        startApp("address: 127.0.0.1");
        alone.says(an, "/bot oa");
        alone.awaitMessage(shown -> shown.text().contains("thiếu khóa web.url"));
    }

    /** Starts with an account in the configuration, of which Zalo does not tell the number at first. */
    private void startWithAnUntoldAccount() throws Exception {
        zalo.faults().on("getoa").page(502);
        restartWithRefreshToken(zalo.refreshToken());
        await().atMost(TestPatience.LIMIT).until(() -> zalo.calls().contains("groups"));
        assertThat(rows("SELECT bot FROM oa_account")).isEmpty();
    }

    @Test
    void a_consent_never_takes_the_tokens_of_a_configured_account_that_still_work() throws Exception {
        startWithAnUntoldAccount();
        consent(FIRST, "Xã Phú Xuyên");
        assertThat(rows("SELECT bot FROM zalo_oa_token ORDER BY bot"))
                .containsExactly("zalo/oa", "zalo/oa-xa-phu-xuyen");
        assertThat(rows("SELECT bot FROM oa_account WHERE account = '" + FIRST + "'"))
                .containsExactly("zalo/oa-xa-phu-xuyen");
    }

    @Test
    void a_consent_takes_the_place_of_a_configured_account_whose_tokens_are_worth_nothing() throws Exception {
        startWithAnUntoldAccount();
        zalo.revokeAccess();
        zalo.revokeRefresh();
        assertThat(get(callback(link(), FIRST, "Xã Phú Xuyên")).statusCode()).isEqualTo(200);
        assertThat(rows("SELECT bot FROM zalo_oa_token")).containsExactly("zalo/oa");
    }

    @Test
    void two_accounts_of_one_name_are_two_bots_however_soon_they_consent() throws Exception {
        URI first = callback(link(), FIRST, "Xã Phú Xuyên");
        URI second = callback(link(), SECOND, "Xã Phú Xuyên");
        assertThat(get(first).statusCode()).isEqualTo(200);
        assertThat(get(second).statusCode()).isEqualTo(200);
        assertThat(rows("SELECT bot || ' ' || account FROM oa_account ORDER BY bot"))
                .containsExactly("zalo/oa-xa-phu-xuyen " + FIRST, "zalo/oa-xa-phu-xuyen-2 " + SECOND);
        assertThat(rows("SELECT bot FROM zalo_oa_token ORDER BY bot"))
                .containsExactly("zalo/oa-xa-phu-xuyen", "zalo/oa-xa-phu-xuyen-2");
    }

    /** Zalo may have ended the tokens of the first consent by giving those of the second. */
    @Test
    void of_two_browsers_with_consents_of_one_account_at_the_same_time_each_reads_what_is_next() throws Exception {
        for (String name : List.of("Xã Phú Xuyên", "Xã Phú Xuyên mới")) {
            URI one = callback(link(), FIRST, name);
            URI other = callback(link(), FIRST, name);
            CompletableFuture<HttpResponse<String>> first = HttpClient.newHttpClient()
                    .sendAsync(HttpRequest.newBuilder(one).build(), BodyHandlers.ofString());
            List<HttpResponse<String>> both = List.of(get(other), first.get());
            assertThat(both).extracting(HttpResponse::statusCode).contains(200).doesNotContain(500);
            assertThat(both)
                    .allMatch(each ->
                            each.body().contains(each.statusCode() == 200 ? "trong giây lát" : "nhắn riêng cho Loa"));
        }
        assertThat(rows("SELECT account FROM oa_account")).containsExactly(FIRST);
        assertThat(rows("SELECT COUNT(*) || '' FROM zalo_oa_token")).containsExactly("1");
    }

    @Test
    void an_event_for_an_account_that_another_node_may_run_has_to_come_again() throws Exception {
        consent(FIRST, "Xã Phú Xuyên");
        app.storage()
                .database()
                .<Integer>write(handle -> handle.execute("INSERT INTO oa_account VALUES ('zalo/oa-elsewhere', '"
                        + SECOND + "', 'Xã Hồng Minh', 'telegram:1', 0)"));
        assertThat(post(SECOND, "", "m1", "/danhsach").statusCode()).isEqualTo(503);
    }

    @Test
    void another_refresh_token_in_the_configuration_may_be_another_accounts() throws Exception {
        restartWithRefreshToken(zalo.refreshToken());
        await().atMost(TestPatience.LIMIT)
                .until(() -> rows("SELECT account FROM oa_account").contains(ZaloOaEmulator.OA_ID));
        app.storage()
                .database()
                .<Integer>write(handle -> handle.execute("UPDATE oa_account SET account = '" + SECOND + "'"));
        zalo.consent("EmulatedRefreshTokenNeverShown_other");
        restartWithRefreshToken("EmulatedRefreshTokenNeverShown_other");
        await().atMost(TestPatience.LIMIT)
                .until(() -> rows("SELECT account FROM oa_account").equals(List.of(ZaloOaEmulator.OA_ID)));
        assertThat(post(ZaloOaEmulator.OA_ID, "", "m1", "/danhsach").statusCode())
                .isEqualTo(200);
    }
}
