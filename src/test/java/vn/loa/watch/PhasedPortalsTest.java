package vn.loa.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.Cases;
import vn.loa.app.Storage;
import vn.loa.emulator.PhasedPortal;
import vn.loa.fetch.FetchSettings;
import vn.loa.fetch.Fetcher;
import vn.loa.model.Article;
import vn.loa.model.Bot;
import vn.loa.model.Cadence;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.Source;
import vn.loa.model.Subscription;
import vn.loa.phrases.Phrases;
import vn.loa.portal.PortalCatalog;
import vn.loa.store.Database;
import vn.loa.store.MigratedDatabase;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.article.SourceStore;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.SubscriptionStore;
import vn.loa.summary.Summarizer;
import vn.loa.summary.SummaryLimits;
import vn.loa.text.privacy.PrivateData;
import vn.loa.watch.alarm.WatchAlerts;

/** What a chat that follows everything gets of portals that do what portals were reported to do. */
@Order(1)
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class PhasedPortalsTest {
    private static final PortalCatalog CATALOG = PortalCatalog.builtIn();
    private static final List<JsonNode> FILES = List.of(
            Cases.json(Cases.bytesAsText("shared/cases/portals-in-phases.json")),
            Cases.json(Cases.bytesAsText("traps/portals.json")),
            Cases.json(Cases.bytesAsText("traps/portals-second.json")),
            Cases.json(Cases.bytesAsText("traps/portals-third.json")),
            Cases.json(Cases.bytesAsText("traps/portals-fourth.json")),
            Cases.json(Cases.bytesAsText("traps/portals-fifth.json")));
    private static final Instant WRITTEN =
            Instant.parse(FILES.get(0).path("now").asText());
    /** Of so many portals one is played on a server as well. */
    private static final int ONE_ON_SERVERS_OF = 8;

    private static final int CHECKS_A_PHASE = 4;
    /** The other hosts on which operators allowed articles of a portal. */
    private static final Map<String, Set<String>> HOSTS =
            Map.of("K40", Set.of("xa-moi-k40.gov.vn"), "K63", Set.of("k63.gov.vn"), "K154", Set.of("xa-k154.gov.vn"));

    @TempDir
    private Path folder;

    private final List<String> alarms = new ArrayList<>();
    private volatile Instant now = WRITTEN.minus(Duration.ofHours(1));

    /** A portal, shown by what it does. */
    record Portal(JsonNode bodies, JsonNode fields) {
        @Override
        public String toString() {
            return fields.path("id").asText() + " " + fields.path("says").asText();
        }
    }

    /** Portals are about lists, not about a database: all are played on the embedded one, and a sample on a server. */
    static Stream<Portal> portals() {
        List<Portal> all = FILES.stream()
                .flatMap(file -> StreamSupport.stream(file.path("cases").spliterator(), false)
                        .map(fields -> new Portal(file.path("bodies"), fields)))
                .toList();
        int step = MigratedDatabase.isOnServer() ? ONE_ON_SERVERS_OF : 1;
        return IntStream.iterate(0, i -> i < all.size(), i -> i + step).mapToObj(all::get);
    }

    @ParameterizedTest
    @MethodSource("portals")
    void a_chat_gets_each_article_once_and_nothing_that_was_there_before(Portal portal) {
        List<String> got = announced(portal);
        portal.fields().path("expect").forEach(expected -> {
            Pattern pattern = Pattern.compile(expected.path("re").asText());
            assertThat(got)
                    .as("announced; operators were told " + alarms)
                    .filteredOn(text -> pattern.matcher(text).find())
                    .as("announcements of " + pattern + " in " + got + "; operators were told " + alarms)
                    .hasSize(expected.path("n").asInt());
        });
        portal.fields()
                .path("forbid")
                .forEach(forbidden -> assertThat(got)
                        .noneMatch(text -> Pattern.compile(forbidden.asText())
                                .matcher(text)
                                .find()));
    }

    /** Sixty checks within an hour of the clock, and another address for every article at each of them. */
    @ParameterizedTest
    @ValueSource(strings = {"/bai-viet/bai-so-%d?vitri=%d", "/tin/%d?r=0.%d123456"})
    void an_hour_of_a_portal_with_changing_addresses_announces_each_article_once(String form) {
        List<String> got = hour(form);
        assertThat(got).hasSize(3);
        assertThat(got).doesNotHaveDuplicates();
    }

    private List<String> hour(String form) {
        ObjectNode portal = JsonNodeFactory.instance.objectNode();
        ArrayNode bodies = JsonNodeFactory.instance.arrayNode();
        portal.put("id", "H60").put("url", "http://h60.gov.vn/tin-tuc");
        ArrayNode phases = portal.putArray("phases");
        int step = 0;
        for (int listed = 5; listed < 5 + 4; listed++) {
            ObjectNode phase = phases.addObject();
            ArrayNode lists = phase.putArray("lists");
            ObjectNode pages = phase.putObject("pages");
            for (int check = 0; check < 15; check++, step++) {
                StringBuilder list =
                        new StringBuilder("<html><head><title>Tin tức</title></head><body><main><h1>Tin" + " tức</h1>");
                for (int article = listed; article > 0; article--) {
                    String address = form.formatted(article, step * 7919 + article);
                    String title = "Thôn số " + article + " xã Tân Lộc họp bàn việc làng lần " + article;
                    list.append("<div class=tin><h3><a href='" + address + "'>" + title + "</a></h3><p>Tóm tắt của tin"
                            + " cho người đọc trong xã.</p></div>");
                    for (String known : List.of(address, address.replaceFirst("\\?.*", ""))) {
                        page(bodies, pages.putObject("http://h60.gov.vn" + known), article(title));
                    }
                }
                page(bodies, lists.addObject(), list + "</main></body></html>");
            }
        }
        return announced(new Portal(bodies, portal), 15, Duration.ofMinutes(1));
    }

    private static void page(ArrayNode bodies, ObjectNode answer, String html) {
        answer.put("status", 200).put("type", "text/html; charset=utf-8").put("body", bodies.size());
        bodies.add(html);
    }

    private static String article(String title) {
        return "<html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1><p>Sáng nay, Ủy ban"
                + " Mặt trận Tổ quốc xã đã tổ chức buổi làm việc về nội dung " + title + " với sự tham dự của bà"
                + " con.</p><p>Các đại biểu nghe báo cáo và thống nhất kế hoạch cho những tháng tới.</p></article></body></html>";
    }

    private List<String> announced(Portal told) {
        return announced(told, CHECKS_A_PHASE, Duration.ofMinutes(10));
    }

    private List<String> announced(Portal told, int checks, Duration every) {
        JsonNode fields = told.fields();
        try (PhasedPortal portal = new PhasedPortal(told.bodies(), fields);
                Database database = MigratedDatabase.open(folder);
                Fetcher fetcher = new Fetcher(
                        settings(portal.proxy()),
                        () -> now,
                        () -> Duration.between(Instant.EPOCH, now).toNanos())) {
            Source source = new Source(
                    fields.path("id").asText(),
                    "Xã " + fields.path("id").asText(),
                    URI.create(fields.path("url").asText()),
                    "",
                    new Cadence.Every(Duration.ofMinutes(10)),
                    Map.of(),
                    Set.of(),
                    HOSTS.getOrDefault(fields.path("id").asText(), Set.of()));
            new SourceStore(database).syncConfigured(List.of(source));
            follower(database);
            SourceWatcher watcher = watcher(database, fetcher);
            for (int phase = 0; phase < fields.path("phases").size(); phase++) {
                portal.phase(phase);
                check(watcher, source, checks, every);
            }
            return texts(database);
        }
    }

    private void check(SourceWatcher watcher, Source source, int checks, Duration every) {
        for (int i = 0; i < checks; i++) {
            now = now.plus(every);
            watcher.check(source);
        }
        now = now.plus(Duration.ofHours(1));
    }

    private List<String> texts(Database database) {
        ArticleStore articles = new ArticleStore(database);
        return MigratedDatabase.numbers(database, "SELECT article_id FROM delivery ORDER BY id").stream()
                .map(id -> text(articles.byId(id).orElseThrow()))
                .toList();
    }

    private static String text(Article article) {
        return article.content().title() + "\n"
                + String.join(" ", article.summary().sentences());
    }

    private void follower(Database database) {
        Chat chat = new ChatStore(database)
                .meet(
                        ChatAddress.of(new Bot(Platform.TELEGRAM, "main"), "-1"),
                        ChatKind.GROUP,
                        "",
                        ChatState.ACTIVE,
                        now);
        new SubscriptionStore(database)
                .add(
                        new Subscription(chat.id(), Subscription.Kind.ALL, "", ""),
                        new PersonId(Platform.TELEGRAM, "1"),
                        now);
    }

    private SourceWatcher watcher(Database database, Fetcher fetcher) {
        Storage storage = Storage.of(database);
        return new SourceWatcher(
                storage.watch(),
                storage.watchMemory(),
                storage.announcements(),
                new PortalAccess(fetcher, CATALOG, ZoneId.of("Asia/Ho_Chi_Minh")),
                new Summarizer(SummaryLimits.ofAnnouncement(), PrivateData.Masks.of(Phrases.vietnamese())),
                new WatchAlerts((topic, message) -> alarms.add(message.text().text()), Phrases.vietnamese()),
                new WatchTiming(Duration.ofDays(3), () -> now, new Random(1)));
    }

    private static FetchSettings settings(URI proxy) {
        return new FetchSettings(
                "Loa/test",
                FetchSettings.Timeouts.USUAL,
                1_000_000,
                Duration.ZERO,
                true,
                true,
                List.of(),
                Optional.of(proxy));
    }
}
