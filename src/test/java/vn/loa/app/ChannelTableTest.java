package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.cli.StandardTerminal;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.model.Bot;
import vn.loa.model.Platform;
import vn.loa.phrases.Phrases;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.chat.InteractionStore;
import vn.loa.store.chat.OaTokenStore;
import vn.loa.telegram.TelegramChannel;
import vn.loa.telegram.api.TelegramAccount;
import vn.loa.telegram.api.TelegramOptions;
import vn.loa.zalo.ZaloAccount;
import vn.loa.zalo.ZaloChannel;
import vn.loa.zalo.ZaloOptions;
import vn.loa.zalo.oa.OaAccount;
import vn.loa.zalo.oa.OaChannel;
import vn.loa.zalo.oa.OaOptions;
import vn.loa.zalo.oa.window.InteractionWindow;

/** The documented table of channels is what the channels declare, written out. */
class ChannelTableTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    @TempDir
    private Path folder;

    private Map<String, Capabilities> declared() {
        Map<String, Capabilities> declared = new LinkedHashMap<>();
        InstantSource clock = InstantSource.system();
        URI anywhere = URI.create("http://127.0.0.1:1");
        Capabilities.Rates telegramRates = new Capabilities.Rates(30, 1, 20);
        try (TelegramChannel telegram = new TelegramChannel(
                        new TelegramAccount(new Bot(Platform.TELEGRAM, "main"), "1:x", anywhere, Optional.empty()),
                        new TelegramOptions(telegramRates, true, TelegramOptions.Times.STANDARD),
                        clock);
                ZaloChannel zalo = new ZaloChannel(
                        new ZaloAccount(new Bot(Platform.ZALO, "main"), "1:x", anywhere, Optional.empty()),
                        new ZaloOptions(ZaloOptions.USUAL_RATES, true, ZaloOptions.Times.STANDARD, ZONE),
                        clock,
                        () -> {});
                Database database = MigratedDatabase.open(folder);
                OaChannel account = new OaChannel(
                        new OaAccount(
                                new Bot(Platform.ZALO, "oa"),
                                "1",
                                "xxxxxxxx",
                                "xxxxxxxx",
                                anywhere,
                                anywhere,
                                "xxxxxxxx"),
                        new OaOptions(OaOptions.SMALL_PLAN, true, "", OaOptions.Times.STANDARD),
                        new OaChannel.Memory(
                                new OaTokenStore(database, vn.loa.store.file.SecretCipher.of("a key of tests only")),
                                new InteractionWindow.Context(
                                        new InteractionStore(database),
                                        Phrases.vietnamese(),
                                        ZONE,
                                        (person, at) -> at,
                                        System::nanoTime)),
                        clock)) {
            declared.put("Telegram", telegram.messenger().capabilities());
            declared.put("Zalo Bot", zalo.messenger().capabilities());
            declared.put("Zalo OA", account.messenger().capabilities());
        }
        declared.put(
                "terminal",
                StandardTerminal.messenger(Phrases.vietnamese(), ZONE, clock).capabilities());
        return declared;
    }

    private static String row(String name, Map<String, Capabilities> declared, Function<Capabilities, String> tells) {
        List<String> cells = new ArrayList<>(List.of(name));
        declared.values().forEach(each -> cells.add(tells.apply(each)));
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String number(int limit) {
        return limit == 0 ? "no limit" : Integer.toString(limit);
    }

    @Test
    void the_documented_table_is_what_the_channels_declare() throws IOException {
        Map<String, Capabilities> declared = declared();
        String table = "| | " + String.join(" | ", declared.keySet()) + " |\n"
                + "|---" + "|---".repeat(declared.size()) + "|\n"
                + row("longest message (UTF-16 units)", declared, each -> Integer.toString(each.textLimit()))
                + row(
                        "picture, longest caption",
                        declared,
                        each -> each.captionLimit() == 0 ? "no pictures" : "" + each.captionLimit())
                + row(
                        "hears in groups",
                        declared,
                        each -> each.hearing().everything() ? "everything" : "mentions and replies")
                + row("menus", declared, each -> each.buttons() ? "buttons" : "numbered lines, answered by a number")
                + row("receipts", declared, each -> each.buttons() ? "a button; a reply" : "the answer \"đã nắm\"")
                + row(
                        "corrections",
                        declared,
                        each -> each.editing()
                                ? "the message is edited"
                                : "in the next digest, or a short message, if it matters")
                + row("links", declared, each -> each.buttons() ? "a button" : "bare addresses")
                + row(
                        "silent quiet hours",
                        declared,
                        each -> each.muting() ? "come without a sound" : "are held until they end")
                + row(
                        "messages a second, all chats",
                        declared,
                        each -> number(each.rates().botPerSecond()))
                + row(
                        "messages a second, one chat",
                        declared,
                        each -> number(each.rates().chatPerSecond()))
                + row(
                        "messages a minute, one group",
                        declared,
                        each -> number(each.rates().groupPerMinute()));
        assertThat(Files.readString(Path.of("src/site/markdown/behaviour.md"))).contains(table);
    }
}
