package vn.loa.zalo.oa;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vn.loa.delivery.channel.SendResult;
import vn.loa.emulator.ZaloOaEmulator;
import vn.loa.model.Bot;
import vn.loa.model.ChatAddress;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Platform;
import vn.loa.phrases.Phrases;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.chat.InteractionStore;
import vn.loa.store.chat.OaTokenStore;
import vn.loa.waiting.TestPatience;
import vn.loa.zalo.oa.window.InteractionWindow;

/** An emulated Zalo with one group, a real database, and the channel between them. Time passes when a test says so. */
final class OaRig implements AutoCloseable, InstantSource {
    static final Bot BOT = new Bot(Platform.ZALO, "oa");
    static final String GROUP = "f414c8f76fa586fb0001";
    static final String PERSON = "2468000000000000001";
    static final OaOptions.Times QUICK = new OaOptions.Times(Duration.ofSeconds(5), Duration.ofSeconds(5));
    static final Duration PATIENCE = TestPatience.LIMIT;

    final ZaloOaEmulator zalo;
    final Database database;
    final OaTokenStore store;
    final OaAccount account;
    final OaChannel channel;
    private volatile Instant now = Instant.parse("2026-11-01T00:00:00Z");
    volatile Instant opens = Instant.EPOCH;

    OaRig(Path folder) throws IOException {
        this.zalo = new ZaloOaEmulator().group(GROUP, "Thôn Đông", 42, true).person(PERSON);
        this.database = MigratedDatabase.open(folder);
        this.store = new OaTokenStore(database, vn.loa.store.file.SecretCipher.of("a key of tests only"));
        this.account = account(zalo.url(), zalo.url(), zalo.refreshToken());
        this.channel = channel(account);
    }

    static OaAccount account(URI api, URI oauth, String refreshToken) {
        return new OaAccount(
                BOT,
                ZaloOaEmulator.APP_ID,
                ZaloOaEmulator.APP_SECRET,
                ZaloOaEmulator.OA_SECRET,
                api,
                oauth,
                refreshToken);
    }

    /** As another program with the same database. */
    OaChannel channel(OaAccount other) {
        return new OaChannel(other, options(true), memory(), this);
    }

    OaChannel.Memory memory() {
        return new OaChannel.Memory(
                store,
                new InteractionWindow.Context(
                        new InteractionStore(database),
                        Phrases.vietnamese(),
                        ZoneOffset.ofHours(7),
                        (person, at) -> opens.isAfter(at) ? opens : at,
                        () -> TimeUnit.MILLISECONDS.toNanos(now.toEpochMilli())));
    }

    static OaOptions options(boolean pictures) {
        return new OaOptions(OaOptions.SMALL_PLAN, pictures, "Loa xã", QUICK);
    }

    static ChatAddress group() {
        return ChatAddress.of(BOT, GROUP);
    }

    static ChatAddress person() {
        return OaChats.person(BOT, PERSON);
    }

    SendResult say(String text) {
        return send(group(), OutgoingMessage.plain(text));
    }

    /** Sends all pieces of a message, and tells what became of the last. */
    SendResult send(ChatAddress to, OutgoingMessage message) {
        return channel.messenger().pieces(message).stream()
                .map(piece -> channel.messenger().send(to, piece))
                .reduce((before, last) -> last)
                .orElseThrow();
    }

    /** The text that arrived last. */
    String heard() {
        return zalo.sent().get(zalo.sent().size() - 1).text();
    }

    Optional<String> savedRefreshToken() {
        return Optional.of(store.newest(BOT).refreshToken());
    }

    void pass(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void close() {
        channel.close();
        zalo.close();
        database.close();
    }
}
