package vn.loa.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.model.Article;
import vn.loa.model.ArticleContent;
import vn.loa.model.Attachment;
import vn.loa.model.Bot;
import vn.loa.model.Button;
import vn.loa.model.Cadence;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.Delivery;
import vn.loa.model.DeliveryState;
import vn.loa.model.Headline;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.model.Precision;
import vn.loa.model.Priority;
import vn.loa.model.Problem;
import vn.loa.model.Published;
import vn.loa.model.QuietHours;
import vn.loa.model.RichText;
import vn.loa.model.Source;
import vn.loa.model.SourceCheck;
import vn.loa.model.SourceHealth;
import vn.loa.model.SpeakingTimes;
import vn.loa.model.Subscription;
import vn.loa.model.Summary;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.article.HeadlineStore;
import vn.loa.store.article.NewArticle;
import vn.loa.store.article.PendingHeadline;
import vn.loa.store.article.PictureStore;
import vn.loa.store.article.SourceStore;
import vn.loa.store.chat.BotStore;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.InvitationStore;
import vn.loa.store.chat.LanguageStore;
import vn.loa.store.chat.MemberCountStore;
import vn.loa.store.chat.OperatorStore;
import vn.loa.store.chat.SpeakingStore;
import vn.loa.store.chat.SubscriptionStore;
import vn.loa.store.delivery.AnswerStore;
import vn.loa.store.delivery.DeliveryStore;
import vn.loa.store.delivery.DigestStore;
import vn.loa.store.delivery.InboxStore;
import vn.loa.store.delivery.Recipients;
import vn.loa.store.delivery.Rescue;
import vn.loa.store.message.NoticeStore;
import vn.loa.store.node.NodeRefusal;
import vn.loa.store.node.OwnershipStore;

/** What every database must do for Loa; one subclass opens each kind. */
abstract class StoreContract {
    private static final Instant NOW = Instant.parse("2026-03-09T10:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Rescue RESCUE = new Rescue(NOW, PAUSE);
    private static final Bot BOT = new Bot(Platform.TELEGRAM, "main");
    private static final PersonId LAN = new PersonId(Platform.TELEGRAM, "7");

    private Database database;
    private SourceStore sources;
    private HeadlineStore headlines;
    private ArticleStore articles;
    private ChatStore chats;
    private SubscriptionStore subscriptions;
    private DeliveryStore deliveries;
    private NoticeStore notices;

    /** Opens the same database each time it is called within a test. */
    abstract Database open();

    @BeforeEach
    void start() {
        database = open();
        sources = new SourceStore(database);
        headlines = new HeadlineStore(database);
        articles = new ArticleStore(database);
        chats = new ChatStore(database);
        subscriptions = new SubscriptionStore(database);
        deliveries = new DeliveryStore(database);
        notices = new NoticeStore(database);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void what_a_transaction_wrote_is_gone_when_it_fails() {
        assertThatThrownBy(() -> database.transaction(() -> {
                    chat("-1", ChatState.ACTIVE);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(chats.inState(ChatState.ACTIVE)).isEmpty();
    }

    @Test
    void stores_called_in_a_transaction_see_what_it_wrote_before_it_is_committed() {
        database.transaction(() -> {
            Chat chat = chat("-1", ChatState.ACTIVE);
            assertThat(chats.byId(chat.id())).contains(chat);
        });
    }

    @Test
    void what_was_committed_is_there_after_a_reopening() {
        Chat chat = chat("-1", ChatState.ACTIVE);
        stop();
        start();
        assertThat(chats.byId(chat.id())).contains(chat);
    }

    @Test
    void a_character_that_nobody_can_read_is_left_out_of_texts() {
        chats.meet(ChatAddress.of(BOT, "-1"), ChatKind.GROUP, "Nhóm\0 một", ChatState.ACTIVE, NOW);
        assertThat(chats.all()).extracting(Chat::title).containsExactly("Nhóm một");
    }

    @Test
    void chats_stand_in_the_order_of_a_vietnamese_dictionary() {
        List<String> order = List.of("Ân Thi", "Ấp Bắc", "Dương Nội", "Đại Mỗ", "Ô Chợ Dừa", "Thôn 1", "thôn Đông");
        for (int i = order.size() - 1; i >= 0; i--) {
            chats.meet(ChatAddress.of(BOT, "-" + i), ChatKind.GROUP, order.get(i), ChatState.ACTIVE, NOW);
        }
        assertThat(chats.all()).extracting(Chat::title).containsExactlyElementsOf(order);
    }

    @Test
    void the_numbers_of_chats_have_no_gaps_however_often_a_chat_is_met() {
        for (int i = 0; i < 5; i++) {
            chat("-1", ChatState.ACTIVE);
        }
        assertThatThrownBy(() -> database.transaction(() -> {
                    chat("-2", ChatState.ACTIVE);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(chat("-3", ChatState.ACTIVE).id()).isEqualTo(2);
    }

    @Test
    void a_bot_has_one_owner_until_it_gives_it_up() {
        OwnershipStore owners = new OwnershipStore(database);
        assertThat(owners.take(BOT, "a1", "máy a", LEASE, RESCUE)).contains(0);
        assertThat(owners.take(BOT, "b1", "máy b", LEASE, RESCUE)).isEmpty();
        assertThat(owners.renew(BOT, "b1", LEASE)).isFalse();
        assertThat(owners.renew(BOT, "a1", LEASE)).isTrue();
        assertThat(owners.node(BOT)).contains("máy a");
        owners.release(BOT, "b1");
        assertThat(owners.node(BOT)).contains("máy a");
        owners.release(BOT, "a1");
        assertThat(owners.node(BOT)).isEmpty();
        assertThat(owners.take(BOT, "b1", "máy b", LEASE, RESCUE)).isPresent();
    }

    @Test
    void an_owner_whose_lease_is_over_cannot_renew_it_also_when_nobody_has_taken_the_bot() {
        OwnershipStore owners = new OwnershipStore(database);
        owners.take(BOT, "a1", "máy a", LEASE.negated(), RESCUE);
        assertThat(owners.renew(BOT, "a1", LEASE)).isFalse();
        assertThat(owners.take(BOT, "a2", "máy a", LEASE, RESCUE)).isPresent();
    }

    @Test
    void what_a_former_owner_still_settles_changes_nothing() {
        OwnershipStore owners = new OwnershipStore(database);
        Chat chat = chat("-1", ChatState.ACTIVE);
        long notice = notices.add("test", OutgoingMessage.plain("tin"), NOW);
        deliveries.enqueueNotice(notice, List.of(chat.id()), Priority.NOTICE, NOW);
        owners.take(BOT, "a1", "máy a", LEASE.negated(), RESCUE);
        Delivery claimed = deliveries.claim(BOT, 1, NOW, LEASE).get(0);
        deliveries.begin(List.of(claimed));
        assertThat(owners.take(BOT, "b1", "máy b", LEASE, RESCUE)).contains(1);
        assertThat(deliveries.holds(claimed)).isFalse();
        assertThat(deliveries.sent(claimed, "9", 0, NOW)).isFalse();
        assertThat(deliveries.dead(claimed, "no", NOW)).isFalse();
        assertThat(deliveries.release(claimed, NOW)).isFalse();
        assertThat(deliveries.begin(List.of(claimed))).isFalse();
        assertThat(deliveries.claim(BOT, 1, NOW, LEASE)).isEmpty();
        Delivery again = deliveries.claim(BOT, 1, NOW.plus(PAUSE), LEASE).get(0);
        assertThat(deliveries.sent(claimed, "9", 0, NOW)).isFalse();
        assertThat(deliveries.sent(again, "10", 0, NOW)).isTrue();
    }

    @Test
    void a_node_with_another_configuration_than_those_that_run_is_refused_with_their_names() {
        OwnershipStore nodes = new OwnershipStore(database);
        nodes.alive("1", "máy a", "x", LEASE);
        nodes.alive("2", "máy b", "x", LEASE);
        NodeRefusal.unlessAlike(nodes, "2", "x");
        nodes.alive("3", "máy c", "y", LEASE);
        assertThatThrownBy(() -> NodeRefusal.unlessAlike(nodes, "3", "y"))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageContaining("máy a, máy b");
        nodes.gone("1");
        nodes.gone("2");
        nodes.alive("4", "máy c", "y", LEASE);
        NodeRefusal.unlessAlike(nodes, "4", "y");
    }

    @Test
    void a_source_comes_back_as_it_was_configured() {
        Source every = source("a", new Cadence.Every(Duration.ofMinutes(10)));
        Source cron = source("b", new Cadence.Cron("0 0/10 6-21 ? * MON-SAT"));
        Source elsewhere = new Source(
                "c", "c", every.url(), "", every.cadence(), Map.of(), Set.of(), Set.of("tin.a.vn", "bao.b.vn"));
        sources.syncConfigured(List.of(every, cron, elsewhere));
        assertThat(sources.active()).containsExactlyInAnyOrder(every, cron, elsewhere);
    }

    @Test
    void a_source_that_left_the_configuration_is_paused_and_not_forgotten() {
        Source source = source("a", new Cadence.Every(Duration.ofMinutes(10)));
        sources.syncConfigured(List.of(source));
        sources.syncConfigured(List.of());
        assertThat(sources.active()).isEmpty();
        assertThat(sources.find("a")).contains(source);
    }

    @Test
    void what_is_settled_is_forgotten_after_its_time_with_what_only_it_needed() {
        Chat chat = chat("-1", ChatState.ACTIVE);
        long old = notices.add("test", OutgoingMessage.plain("cũ"), NOW);
        long waiting = notices.add("test", OutgoingMessage.plain("chờ"), NOW);
        deliveries.enqueueNotice(old, List.of(chat.id()), Priority.NOTICE, NOW);
        database.<Integer>write(handle -> handle.execute(
                "UPDATE delivery SET state = 'SENT', settled_at = ? WHERE notice_id = ?", NOW.toEpochMilli(), old));
        deliveries.enqueueNotice(waiting, List.of(chat.id()), Priority.NOTICE, NOW);
        Instant later = NOW.plusSeconds(1);
        assertThat(deliveries.forgetSettled(NOW)).isZero();
        assertThat(notices.forget(later)).isZero();
        assertThat(deliveries.forgetSettled(later)).isEqualTo(1);
        assertThat(notices.forget(later)).isEqualTo(1);
        assertThat(LedgerRow.latest(database, chat.id(), 10))
                .singleElement()
                .satisfies(left -> assertThat(left.state()).isEqualTo(DeliveryState.QUEUED));
    }

    @Test
    void an_invitation_is_forgotten_after_its_end() {
        InvitationStore invitations = new InvitationStore(database);
        invitations.add("d", new InvitationStore.Invitation(OptionalLong.empty(), List.of(), LAN, NOW));
        assertThat(invitations.forgetExpired(NOW)).isZero();
        assertThat(invitations.forgetExpired(NOW.plusSeconds(1))).isEqualTo(1);
        assertThat(invitations.take("d")).isEmpty();
    }

    @Test
    void a_draft_is_no_source_before_it_is_accepted_and_is_forgotten_in_time() {
        Source draft = source("d", new Cadence.Every(Duration.ofMinutes(15)));
        sources.addDraft(draft, NOW);
        assertThat(sources.active()).isEmpty();
        assertThat(sources.known()).isEmpty();
        assertThat(sources.acceptDraft("d")).contains(draft);
        assertThat(sources.acceptDraft("d")).isEmpty();
        assertThat(sources.forgetDrafts(NOW.plusSeconds(1))).isZero();
        sources.syncConfigured(List.of());
        assertThat(sources.active()).containsExactly(draft);
        sources.addDraft(source("e", new Cadence.Every(Duration.ofMinutes(15))), NOW);
        assertThat(sources.forgetDrafts(NOW)).isZero();
        assertThat(sources.forgetDrafts(NOW.plusSeconds(1))).isEqualTo(1);
    }

    @Test
    void a_check_is_remembered_and_survives_a_new_configuration() {
        Source source = source("a", new Cadence.Every(Duration.ofMinutes(10)));
        sources.syncConfigured(List.of(source));
        assertThat(sources.check("a")).isEqualTo(SourceCheck.never());
        SourceCheck check = new SourceCheck(
                Optional.of(NOW),
                Optional.of(NOW.plusSeconds(60)),
                Optional.of(NOW),
                Optional.of(NOW.plusSeconds(120)),
                3,
                SourceHealth.DOWN,
                Optional.of(NOW.plusSeconds(1)),
                Optional.of(new Problem(Problem.Kind.UNREACHABLE, "timeout")),
                20,
                Optional.of("\"e\""),
                Optional.of("Mon, 09 Mar 2026 10:00:00 GMT"));
        sources.saveCheck("a", check);
        sources.syncConfigured(List.of(source));
        assertThat(sources.check("a")).isEqualTo(check);
    }

    @Test
    void a_new_address_of_a_source_forgets_the_old_ones_validators() {
        Source source = source("a", new Cadence.Every(Duration.ofMinutes(10)));
        sources.syncConfigured(List.of(source));
        sources.saveCheck("a", withEtag(sources.check("a")));
        sources.syncConfigured(List.of(new Source(
                "a", source.name(), URI.create("https://x.gov.vn/new"), "", source.cadence(), Map.of(), Set.of())));
        assertThat(sources.check("a").etag()).isEmpty();
    }

    @Test
    void a_new_address_of_a_source_is_recorded_in_silence_first_and_the_old_one_is_not() {
        Source source = source("a", new Cadence.Every(Duration.ofMinutes(10)));
        sources.syncConfigured(List.of(source));
        SourceCheck failing = new SourceCheck(
                Optional.of(NOW),
                Optional.of(NOW),
                Optional.of(NOW),
                Optional.of(NOW.plusSeconds(120)),
                3,
                SourceHealth.DOWN,
                Optional.of(NOW),
                Optional.of(new Problem(Problem.Kind.GONE, "HTTP 404")),
                20,
                Optional.empty(),
                Optional.empty());
        sources.saveCheck("a", failing);
        sources.syncConfigured(List.of(source));
        assertThat(sources.check("a").firstGood()).contains(NOW);
        sources.syncConfigured(List.of(new Source(
                "a", source.name(), URI.create("https://x.gov.vn/new"), "", source.cadence(), Map.of(), Set.of())));
        assertThat(sources.check("a").firstGood()).isEmpty();
        assertThat(sources.check("a").notBefore()).isEmpty();
        assertThat(sources.check("a").listed()).isZero();
    }

    private static SourceCheck withEtag(SourceCheck check) {
        return new SourceCheck(
                check.firstGood(),
                check.lastCheck(),
                check.lastGood(),
                check.notBefore(),
                0,
                check.health(),
                check.healthSince(),
                check.problem(),
                1,
                Optional.of("\"e\""),
                check.lastModified());
    }

    @Test
    void headlines_are_known_at_once_and_read_oldest_first() {
        knownSources();
        headlines.add("a", List.of(headline("k2"), headline("k1")), false, NOW);
        assertThat(headlines.known("a", List.of("k1", "k2", "k3"))).containsExactlyInAnyOrder("k1", "k2");
        assertThat(headlines.known("b", List.of("k1"))).isEmpty();
        assertThat(headlines.due("a", NOW)).extracting(p -> p.headline().key()).containsExactly("k1", "k2");
        assertThat(headlines.due("a", NOW).get(0).headline()).isEqualTo(headline("k1"));
    }

    @Test
    void a_headline_that_could_not_be_read_waits_for_its_next_try() {
        knownSources();
        headlines.add("a", List.of(headline("k1")), true, NOW);
        PendingHeadline pending = headlines.due("a", NOW).get(0);
        headlines.postpone(pending, NOW.plusSeconds(60), "timeout");
        assertThat(headlines.due("a", NOW.plusSeconds(59))).isEmpty();
        PendingHeadline again = headlines.due("a", NOW.plusSeconds(60)).get(0);
        assertThat(again.attempts()).isEqualTo(1);
        assertThat(again.silent()).isTrue();
        headlines.remove(again);
        assertThat(headlines.waiting("a")).isZero();
    }

    @Test
    void an_article_comes_back_as_it_was_read() {
        NewArticle read = article("k1", "a", "Tin một");
        Article added = articles.add(read, NOW);
        assertThat(added.content()).isEqualTo(read.content());
        assertThat(added.summary()).isEqualTo(read.summary());
        assertThat(articles.byKey("k1")).contains(added);
        assertThat(articles.listedTitle("a", "k1")).contains("Tin một");
        assertThat(articles.listedTitle("b", "k1")).isEmpty();
    }

    @Test
    void an_edited_article_keeps_its_number_and_counts_a_revision() {
        Article added = articles.add(article("k1", "a", "Tin một"), NOW);
        Article revised = articles.revise(added.id(), article("k1", "a", "Tin mot, sửa"), NOW);
        assertThat(revised.id()).isEqualTo(added.id());
        assertThat(revised.revision()).isEqualTo(2);
        assertThat(revised.content().title()).isEqualTo("Tin mot, sửa");
        assertThat(articles.listedTitle("a", "k1")).contains("Tin mot, sửa");
    }

    @Test
    void the_newest_articles_come_first_and_only_the_named_ones_for_a_chat() {
        Chat chat = chat("-1", ChatState.ACTIVE);
        subscriptions.add(new Subscription(chat.id(), Subscription.Kind.SOURCE, "b", "B"), LAN, NOW);
        articles.add(article("k1", "a", "Một"), NOW);
        articles.add(article("k2", "b", "Hai"), NOW);
        articles.add(article("k3", "a", "Ba"), NOW);
        assertThat(articles.latest(2)).extracting(Article::key).containsExactly("k3", "k2");
        assertThat(new Recipients(database).heard(subscriptions.of(chat.id()), 5, 5))
                .extracting(Article::key)
                .containsExactly("k2");
    }

    @Test
    void a_search_takes_every_word_and_no_wildcard() {
        articles.add(article("k1", "a", "Tập huấn 100%"), NOW);
        articles.add(article("k2", "a", "Tập thể dục"), NOW);
        assertThat(articles.search(List.of("tap", "huan"), 5))
                .extracting(Article::key)
                .containsExactly("k1");
        assertThat(articles.search(List.of("100%"), 5)).hasSize(1);
        assertThat(articles.search(List.of("t_p"), 5)).isEmpty();
    }

    @Test
    void each_subscribed_active_chat_gets_one_delivery_of_an_article_however_often_it_is_entered() {
        Chat all = subscribed("-1", Subscription.Kind.ALL, "");
        Chat bySource = subscribed("-2", Subscription.Kind.SOURCE, "a");
        Chat byCategory = subscribed("-3", Subscription.Kind.CATEGORY, "van hoa");
        subscribed("-4", Subscription.Kind.SOURCE, "b");
        chat("-5", ChatState.ACTIVE);
        Chat pending = chat("-6", ChatState.PENDING);
        subscriptions.add(new Subscription(pending.id(), Subscription.Kind.ALL, "", ""), LAN, NOW);
        Article article = articles.add(article("k1", "a", "Một"), NOW);
        assertThat(deliveries.enqueueArticle(article.id(), Priority.ORDINARY, NOW))
                .isEqualTo(3);
        assertThat(deliveries.enqueueArticle(article.id(), Priority.ORDINARY, NOW))
                .isZero();
        assertThat(claim())
                .extracting(delivery -> delivery.chat().id())
                .containsExactlyInAnyOrder(all.id(), bySource.id(), byCategory.id());
    }

    @Test
    void what_stands_in_the_text_brings_an_article_and_what_is_unwanted_keeps_it_away() {
        knownSources();
        Chat byKeyword = subscribed("-1", Subscription.Kind.KEYWORD, "doan dan");
        Chat byPattern = subscribed("-2", Subscription.Kind.KEYWORD, "/đoạn (một|ba)/");
        Chat byTopic = subscribed("-3", Subscription.Kind.TOPIC, "tap-huan");
        Chat byPlace = subscribed("-4", Subscription.Kind.PLACE, "xa phu xuyen");
        Chat byLocality = subscribed("-5", Subscription.Kind.LOCALITY, "a");
        Chat spared = subscribed("-6", Subscription.Kind.ALL, "");
        also(spared, Subscription.Kind.EXCLUDE, "mat tran");
        also(byTopic, Subscription.Kind.EXCLUDE, "bong da");
        subscribed("-7", Subscription.Kind.KEYWORD, "doan ba");
        subscribed("-8", Subscription.Kind.KEYWORD, "/(/");
        subscribed("-9", Subscription.Kind.EXCLUDE, "bong da");
        sources.syncConfigured(List.of(named("a", "A · Tin tức"), named("b", "B · Tin tức")));
        Article article = articles.add(article("k1", "a", "Tập huấn Mặt trận xã Phú Xuyên"), NOW);
        assertThat(deliveries.enqueueArticle(article.id(), Priority.ORDINARY, NOW))
                .isEqualTo(5);
        assertThat(deliveries.enqueueArticle(article.id(), Priority.ORDINARY, NOW))
                .isZero();
        assertThat(claim())
                .extracting(Delivery::chat)
                .containsExactlyInAnyOrder(byKeyword, byPattern, byTopic, byPlace, byLocality);
    }

    @Test
    void what_a_chat_hears_later_is_what_it_is_shown_of_the_archive() {
        sources.syncConfigured(List.of(named("a", "A · Tin tức"), named("b", "B · Tin tức")));
        List<Chat> all = List.of(
                subscribed("-1", Subscription.Kind.ALL, ""),
                subscribed("-2", Subscription.Kind.SOURCE, "a"),
                subscribed("-3", Subscription.Kind.CATEGORY, "van hoa"),
                subscribed("-4", Subscription.Kind.CATEGORY, "kinh te"),
                subscribed("-5", Subscription.Kind.TOPIC, "bau-cu"),
                subscribed("-6", Subscription.Kind.PLACE, "phuong 12"),
                subscribed("-7", Subscription.Kind.LOCALITY, "b"),
                subscribed("-8", Subscription.Kind.KEYWORD, "tin hai"),
                subscribed("-9", Subscription.Kind.EXCLUDE, "tin hai"));
        also(all.get(0), Subscription.Kind.EXCLUDE, "tin hai");
        for (String title : List.of("Tin hai", "Bầu cử ở Phường 12", "tin hại")) {
            Article article = articles.add(
                    article("k" + Integer.toHexString(title.hashCode()), title.equals("Tin hai") ? "a" : "b", title),
                    NOW);
            deliveries.enqueueArticle(article.id(), Priority.ORDINARY, NOW);
            List<Delivery> claimed = claim();
            List<Long> told = claimed.stream().map(each -> each.chat().id()).toList();
            for (Chat chat : all) {
                boolean shown = new Recipients(database)
                        .heard(subscriptions.of(chat.id()), 100, 100)
                        .contains(article);
                assertThat(shown).as(title + chat.address()).isEqualTo(told.contains(chat.id()));
            }
            claimed.forEach(each -> deliveries.sent(each, "m", 1, NOW));
        }
    }

    @Test
    void the_archive_is_looked_through_as_far_as_asked_and_a_quiet_source_is_found_behind_the_others() {
        Chat chat = subscribed("-1", Subscription.Kind.SOURCE, "b");
        articles.add(article("k0", "b", "Bầu cử"), NOW);
        for (int i = 1; i <= 5; i++) {
            articles.add(article("k" + i, "a", "Tin"), NOW.plusSeconds(i));
        }
        Recipients readership = new Recipients(database);
        assertThat(readership.heard(subscriptions.of(chat.id()), 3, 3)).hasSize(1);
        also(chat, Subscription.Kind.KEYWORD, "bau cu");
        assertThat(readership.heard(subscriptions.of(chat.id()), 3, 3)).isEmpty();
        assertThat(readership.heard(subscriptions.of(chat.id()), 3, 6)).hasSize(1);
        assertThat(readership.heard(List.of(), 3, 6)).isEmpty();
    }

    @Test
    void subscriptions_added_together_are_found_by_their_time() {
        Chat chat = subscribed("-1", Subscription.Kind.KEYWORD, "a");
        subscriptions.add(new Subscription(chat.id(), Subscription.Kind.KEYWORD, "b", "b"), LAN, NOW.plusMillis(1));
        assertThat(subscriptions.addedAt(chat.id(), NOW))
                .extracting(Subscription::value)
                .containsExactly("a");
        assertThat(subscriptions.addedAt(chat.id() + 1, NOW)).isEmpty();
    }

    private void also(Chat chat, Subscription.Kind kind, String value) {
        subscriptions.add(new Subscription(chat.id(), kind, value, value), LAN, NOW);
    }

    private static Source named(String id, String name) {
        return new Source(
                id,
                name,
                URI.create("https://x.gov.vn/" + id),
                "hanoi62",
                new Cadence.Every(Duration.ofMinutes(10)),
                Map.of(),
                Set.of());
    }

    @Test
    void an_article_seen_in_a_second_list_reaches_that_lists_chats_too() {
        subscribed("-1", Subscription.Kind.SOURCE, "a");
        Chat second = subscribed("-2", Subscription.Kind.SOURCE, "b");
        Article article = articles.add(article("k1", "a", "Một"), NOW);
        deliveries.enqueueArticle(article.id(), Priority.ORDINARY, NOW);
        claim();
        articles.list(article.id(), "b", "Một", NOW);
        assertThat(deliveries.enqueueArticle(article.id(), Priority.ORDINARY, NOW))
                .isEqualTo(1);
        assertThat(claim()).extracting(Delivery::chat).containsExactly(second);
    }

    @Test
    void a_chat_hears_its_news_one_at_a_time_and_in_order() {
        subscribed("-1", Subscription.Kind.ALL, "");
        enqueue("k1");
        enqueue("k2");
        Delivery first = claim().get(0);
        assertThat(claim()).isEmpty();
        deliveries.sent(first, "m1", 1, NOW);
        Delivery second = claim().get(0);
        assertThat(second.articleId()).isNotEqualTo(first.articleId());
    }

    @Test
    void a_delivery_that_waits_for_its_next_try_lets_the_chats_other_news_pass() {
        subscribed("-1", Subscription.Kind.ALL, "");
        enqueue("k1");
        Delivery first = claim().get(0);
        deliveries.again(first, NOW.plusSeconds(60), "502");
        enqueue("k2");
        assertThat(claim()).hasSize(1).allMatch(delivery -> delivery.id() != first.id());
    }

    @Test
    void the_most_urgent_goes_first() {
        Chat chat = subscribed("-1", Subscription.Kind.ALL, "");
        enqueue("k1");
        long notice = notices.add("test", OutgoingMessage.plain("gấp"), NOW);
        deliveries.enqueueNotice(notice, List.of(chat.id()), Priority.URGENT, NOW);
        assertThat(claim().get(0).noticeId()).hasValue(notice);
    }

    @Test
    void a_result_under_an_old_fence_changes_nothing() {
        subscribed("-1", Subscription.Kind.ALL, "");
        enqueue("k1");
        Delivery stale = claim().get(0);
        assertThat(deliveries.reclaim(BOT, NOW.plus(LEASE), Set.of(), PAUSE)).isZero();
        Delivery fresh = claim().get(0);
        assertThat(fresh.id()).isEqualTo(stale.id());
        assertThat(deliveries.sent(stale, "m1", 1, NOW)).isFalse();
        assertThat(deliveries.dead(stale, "no", NOW)).isFalse();
        assertThat(deliveries.sent(fresh, "m2", 1, NOW)).isTrue();
        assertThat(deliveries.sent(fresh, "m3", 1, NOW)).isFalse();
        assertThat(LedgerRow.latest(database, fresh.chat().id(), 1).get(0).externalId())
                .contains("m2");
    }

    @Test
    void a_lease_that_still_holds_is_not_taken_away() {
        subscribed("-1", Subscription.Kind.ALL, "");
        enqueue("k1");
        assertThat(deliveries.begin(claim())).isTrue();
        assertThat(deliveries.reclaim(BOT, NOW.plus(LEASE).minusMillis(1), Set.of(), PAUSE))
                .isZero();
        assertThat(deliveries.reclaimAll(NOW, PAUSE)).isEqualTo(1);
        LedgerRow status = LedgerRow.latest(
                        database, chats.inState(ChatState.ACTIVE).get(0).id(), 1)
                .get(0);
        assertThat(status.state()).isEqualTo(DeliveryState.QUEUED);
        assertThat(status.unconfirmed()).isEqualTo(1);
        assertThat(deliveries.unconfirmed()).isEqualTo(1);
    }

    @Test
    void what_was_being_sent_at_a_kill_waits_for_those_never_tried_and_is_sent_once_more_and_no_third_time() {
        subscribed("-1", Subscription.Kind.ALL, "");
        subscribed("-2", Subscription.Kind.ALL, "");
        enqueue("k1");
        Delivery sending = deliveries.claim(BOT, 1, NOW, LEASE).get(0);
        deliveries.begin(List.of(sending));
        assertThat(deliveries.reclaimAll(NOW, PAUSE)).isEqualTo(1);
        assertThat(claim()).hasSize(1).noneMatch(next -> next.id() == sending.id());
        Delivery again = claim(NOW.plus(PAUSE)).get(0);
        assertThat(again.id()).isEqualTo(sending.id());
        assertThat(again.attempts()).isEqualTo(1);
        deliveries.begin(List.of(again));
        assertThat(deliveries.reclaimAll(NOW, PAUSE)).isEqualTo(1);
        LedgerRow end = LedgerRow.latest(database, sending.chat().id(), 1).get(0);
        assertThat(end.state()).isEqualTo(DeliveryState.DEAD);
        assertThat(end.lastError()).startsWith("may have arrived");
    }

    @Test
    void what_was_only_claimed_at_a_kill_keeps_its_place_and_is_not_said_to_have_been_tried() {
        Chat chat = subscribed("-1", Subscription.Kind.ALL, "");
        enqueue("k1");
        for (int kill = 0; kill < 16; kill++) {
            assertThat(claim()).hasSize(1);
            assertThat(deliveries.reclaimAll(NOW, PAUSE)).isZero();
        }
        LedgerRow status = LedgerRow.latest(database, chat.id(), 1).get(0);
        assertThat(status.state()).isEqualTo(DeliveryState.QUEUED);
        assertThat(status.attempts()).isZero();
        assertThat(status.unconfirmed()).isZero();
    }

    @Test
    void words_that_end_the_program_again_and_again_are_found_out() {
        Chat chat = subscribed("-1", Subscription.Kind.ALL, "");
        enqueue("k1");
        for (int kill = 0; kill < 3; kill++) {
            assertThat(claim()).noneMatch(Delivery::suspect);
            deliveries.reclaimAll(NOW, PAUSE);
        }
        dieWhileItIsWorded();
        assertThat(LedgerRow.latest(database, chat.id(), 1).get(0).state()).isEqualTo(DeliveryState.QUEUED);
        deliveries.worded(claim().get(0));
        deliveries.reclaimAll(NOW, PAUSE);
        dieWhileItIsWorded();
        assertThat(LedgerRow.latest(database, chat.id(), 1).get(0).state())
                .as("it was worded well in between")
                .isEqualTo(DeliveryState.QUEUED);
        dieWhileItIsWorded();
        assertThat(LedgerRow.latest(database, chat.id(), 1).get(0).state()).isEqualTo(DeliveryState.DEAD);
    }

    private void dieWhileItIsWorded() {
        Delivery suspect = claim().get(0);
        assertThat(suspect.suspect()).isTrue();
        deliveries.suspect(suspect);
        deliveries.reclaimAll(NOW, PAUSE);
    }

    @Test
    void a_chat_that_comes_back_gets_what_it_lately_waited_for() {
        Chat chat = subscribed("-1", Subscription.Kind.ALL, "");
        enqueue("k1");
        chats.close(chat.id(), "bot was kicked", NOW);
        assertThat(claim()).isEmpty();
        chats.reopen(chat.id(), NOW.plusSeconds(60));
        assertThat(claim(NOW.plusSeconds(60))).hasSize(1);
    }

    @Test
    void a_release_does_not_count_as_an_attempt_and_a_retry_does() {
        subscribed("-1", Subscription.Kind.ALL, "");
        enqueue("k1");
        deliveries.release(claim().get(0), NOW);
        Delivery again = claim().get(0);
        assertThat(again.attempts()).isZero();
        deliveries.begin(List.of(again));
        deliveries.unconfirmed(again, NOW, "timeout");
        Delivery third = claim().get(0);
        assertThat(third.attempts()).isEqualTo(1);
        assertThat(third.unconfirmedTries()).isEqualTo(1);
    }

    @Test
    void a_chat_on_hold_waits_with_all_its_topics_and_nobody_else_does() {
        subscribed("-1", Subscription.Kind.ALL, "");
        Chat topic = chats.meet(new ChatAddress(BOT, "-1", "5"), ChatKind.SUPERGROUP, "", ChatState.ACTIVE, NOW);
        subscriptions.add(new Subscription(topic.id(), Subscription.Kind.ALL, "", ""), LAN, NOW);
        Chat other = subscribed("-2", Subscription.Kind.ALL, "");
        chats.hold(topic.address(), NOW.plusSeconds(35));
        chats.hold(topic.address(), NOW.plusSeconds(5));
        enqueue("k1");
        assertThat(claim()).extracting(Delivery::chat).containsExactly(other);
        assertThat(claim(NOW.plusSeconds(34))).isEmpty();
        assertThat(claim(NOW.plusSeconds(35))).hasSize(2);
    }

    @Test
    void a_closed_chat_ends_its_deliveries_with_the_reason_and_keeps_its_subscriptions() {
        Chat chat = subscribed("-1", Subscription.Kind.ALL, "");
        enqueue("k1");
        chats.close(chat.id(), "bot was kicked", NOW);
        assertThat(claim()).isEmpty();
        LedgerRow status = LedgerRow.latest(database, chat.id(), 1).get(0);
        assertThat(status.state()).isEqualTo(DeliveryState.DEAD);
        assertThat(status.lastError()).isEqualTo("bot was kicked");
        assertThat(subscriptions.of(chat.id())).hasSize(1);
    }

    @Test
    void a_chat_that_comes_back_is_what_it_was_before() {
        Chat approved = chat("-1", ChatState.PENDING);
        chats.approve(approved.id());
        Chat pending = chat("-2", ChatState.PENDING);
        Chat refused = chat("-3", ChatState.ACTIVE);
        chats.refuse(refused.id(), "declined by an operator", NOW);
        for (Chat chat : List.of(approved, pending, refused)) {
            chats.close(chat.id(), "bot was kicked", NOW);
            chats.reopen(chat.id(), NOW);
        }
        assertThat(state(approved)).isEqualTo(ChatState.ACTIVE);
        assertThat(state(pending)).isEqualTo(ChatState.PENDING);
        assertThat(state(refused)).isEqualTo(ChatState.REFUSED);
    }

    private ChatState state(Chat chat) {
        return chats.byId(chat.id()).orElseThrow().state();
    }

    @Test
    void a_moved_chat_keeps_its_number_its_subscriptions_and_its_deliveries() {
        Chat chat = subscribed("-1", Subscription.Kind.ALL, "");
        enqueue("k1");
        chats.move(BOT, "-1", "-1001", NOW);
        assertThat(claim())
                .extracting(delivery -> delivery.chat().address().chatId())
                .containsExactly("-1001");
        assertThat(subscriptions.of(chat.id())).hasSize(1);
        assertThat(chats.find(ChatAddress.of(BOT, "-1"))).isEmpty();
    }

    @Test
    void a_chat_moved_to_one_that_is_known_becomes_one_with_it() {
        Chat old = subscribed("-1", Subscription.Kind.SOURCE, "a");
        enqueue("k1");
        Chat known = chat("-1001", ChatState.PENDING);
        chats.move(BOT, "-1", "-1001", NOW);
        assertThat(chats.byId(old.id()).orElseThrow().state()).isEqualTo(ChatState.CLOSED);
        assertThat(chats.byId(known.id()).orElseThrow().state()).isEqualTo(ChatState.ACTIVE);
        assertThat(subscriptions.of(known.id())).extracting(Subscription::value).containsExactly("a");
        assertThat(claim()).extracting(delivery -> delivery.chat().id()).containsExactly(known.id());
    }

    @Test
    void a_chat_moved_to_one_that_is_known_keeps_its_wishes_for_receipts_pictures_and_language() {
        Chat old = chat("-1", ChatState.ACTIVE);
        Chat known = chat("-1001", ChatState.PENDING);
        database.write(handle -> handle.execute(
                "INSERT INTO receipt_chat (chat_id, since) VALUES (?, ?)", old.id(), NOW.toEpochMilli()));
        new PictureStore(database).want(old.id(), false);
        new LanguageStore(database).set(old.id(), true);
        chats.move(BOT, "-1", "-1001", NOW);
        assertThat(database.<List<Long>>read(handle -> handle.createQuery("SELECT chat_id FROM receipt_chat")
                        .mapTo(Long.class)
                        .list()))
                .contains(known.id());
        assertThat(new PictureStore(database).without()).contains(known.id());
        assertThat(new LanguageStore(database).english(known.id())).isTrue();
    }

    @Test
    void a_chat_moved_to_one_that_has_the_same_news_gets_none_twice() {
        Chat old = subscribed("-1", Subscription.Kind.ALL, "");
        Chat known = subscribed("-1001", Subscription.Kind.ALL, "");
        enqueue("k1");
        long notice = notices.add("test", OutgoingMessage.plain("gấp"), NOW);
        deliveries.enqueueNotice(notice, List.of(old.id(), known.id()), Priority.NOTICE, NOW);
        chats.move(BOT, "-1", "-1001", NOW);
        assertThat(LedgerRow.latest(database, known.id(), 10))
                .hasSize(2)
                .allMatch(d -> d.state() == DeliveryState.QUEUED);
        assertThat(LedgerRow.latest(database, old.id(), 10)).hasSize(2).allMatch(d -> d.state() == DeliveryState.DEAD);
    }

    @Test
    void speaking_times_come_back_as_they_were_chosen_and_go_with_a_moved_chat() {
        SpeakingStore speaking = new SpeakingStore(database);
        Chat old = chat("-1", ChatState.ACTIVE);
        SpeakingTimes times = new SpeakingTimes(
                List.of(LocalTime.of(16, 30), LocalTime.MIDNIGHT),
                Optional.of(new QuietHours(LocalTime.of(22, 0), LocalTime.of(5, 30), QuietHours.Mode.HELD)),
                true,
                Optional.of(NOW.plusSeconds(60)));
        assertThat(speaking.of(old.id())).isEqualTo(SpeakingStore.Choice.NONE);
        speaking.set(old.id(), SpeakingTimes.USUAL, LAN, NOW.minusSeconds(1));
        speaking.set(old.id(), times, LAN, NOW);
        assertThat(speaking.of(List.of(old.id(), 99L)))
                .isEqualTo(Map.of(old.id(), new SpeakingStore.Choice(times, NOW)));
        assertThat(speaking.paused(NOW)).isEqualTo(1);
        assertThat(speaking.paused(NOW.plusSeconds(60))).isZero();
        Chat known = chat("-1001", ChatState.ACTIVE);
        chats.move(BOT, "-1", "-1001", NOW);
        assertThat(speaking.of(known.id()).times()).isEqualTo(times);
    }

    @Test
    void what_waits_for_a_slot_is_claimed_together_and_the_slot_is_closed() {
        DigestStore digests = new DigestStore(database);
        Chat chat = subscribed("-1", Subscription.Kind.ALL, "");
        subscribed("-2", Subscription.Kind.ALL, "");
        enqueue("k1");
        enqueue("k2");
        enqueue("k3");
        Instant slot = NOW.plusSeconds(60);
        assertThat(digests.postpone(claimOf(chat), slot)).isTrue();
        digests.unplanned(chat.id(), NOW).forEach(each -> digests.plan(each.id(), slot));
        assertThat(digests.held(chat.id(), NOW)).contains(new DigestStore.Held(3, slot));
        assertThat(digests.held(NOW)).isEqualTo(3);
        assertThat(claim()).noneMatch(delivery -> delivery.chat().equals(chat));

        Delivery head = claimed(claim(slot), chat);
        DigestStore.Claimed together = digests.claim(head, slot, LEASE);
        assertThat(together.digestAt()).isEqualTo(slot);
        assertThat(together.deliveries()).hasSize(3).allMatch(delivery -> delivery.attempts() == 0);
        assertThat(digests.closed(chat.id())).containsExactly(slot);
        assertThat(digests.held(chat.id(), NOW)).isEmpty();
        deliveries.sent(together.deliveries().get(0), "m1", 1, slot);
        assertThat(digests.told(chat.id(), slot)).isEqualTo(1);
        assertThat(digests.forgetClosed(slot.plusMillis(1))).isEqualTo(1);
    }

    @Test
    void two_slots_that_have_come_become_one_and_what_has_not_come_stays() {
        DigestStore digests = new DigestStore(database);
        Chat chat = subscribed("-1", Subscription.Kind.ALL, "");
        enqueue("k1");
        enqueue("k2");
        enqueue("k3");
        List<DigestStore.Unplanned> all = digests.unplanned(chat.id(), NOW);
        for (int i = 0; i < 3; i++) {
            digests.plan(all.get(i).id(), NOW.plusSeconds(60L * (i + 1)));
        }
        Instant later = NOW.plusSeconds(150);
        DigestStore.Claimed together = digests.claim(claimed(claim(later), chat), later, LEASE);
        assertThat(together.deliveries())
                .hasSize(2)
                .allMatch(d -> d.digestAt().equals(Optional.of(NOW.plusSeconds(120))));
        assertThat(digests.closed(chat.id())).containsExactlyInAnyOrder(NOW.plusSeconds(60), NOW.plusSeconds(120));
        assertThat(digests.held(chat.id(), later)).contains(new DigestStore.Held(1, NOW.plusSeconds(180)));
    }

    @Test
    void what_was_refused_together_is_never_claimed_together_again() {
        DigestStore digests = new DigestStore(database);
        Chat chat = subscribed("-1", Subscription.Kind.ALL, "");
        enqueue("k1");
        enqueue("k2");
        digests.reschedule(chat.id(), NOW, NOW);
        digests.claim(claimOf(chat), NOW, LEASE)
                .deliveries()
                .forEach(delivery ->
                        assertThat(digests.separate(delivery, NOW, "refused")).isTrue());
        enqueue("k3");
        Delivery head = claimOf(chat);
        assertThat(head.noDigest()).isTrue();
        assertThat(digests.unplanned(chat.id(), NOW)).hasSize(1);
        assertThat(digests.reschedule(chat.id(), NOW.plusSeconds(60), NOW)).isEqualTo(1);
    }

    @Test
    void a_chat_moved_to_one_that_was_closed_opens_it() {
        subscribed("-1", Subscription.Kind.ALL, "");
        enqueue("k1");
        Chat known = chat("-1001", ChatState.ACTIVE);
        chats.close(known.id(), "bot was kicked", NOW);
        chats.move(BOT, "-1", "-1001", NOW);
        assertThat(state(known)).isEqualTo(ChatState.ACTIVE);
        assertThat(claim()).hasSize(1);
    }

    @Test
    void what_is_due_for_a_claimed_deliverys_chat_can_be_claimed_with_it() {
        Chat chat = subscribed("-1", Subscription.Kind.ALL, "");
        subscribed("-2", Subscription.Kind.SOURCE, "a");
        enqueue("k1");
        enqueue("k2");
        enqueue("k3");
        long notice = notices.add("test", OutgoingMessage.plain("gấp"), NOW);
        deliveries.enqueueNotice(notice, List.of(chat.id()), Priority.ORDINARY, NOW);
        Delivery head = claimOf(chat);
        assertThat(deliveries.waiting(List.of(chat.id(), 99L), NOW)).isEqualTo(Map.of(chat.id(), 3));
        List<Delivery> more = deliveries.claimMore(head, 10, NOW, LEASE);
        assertThat(more).hasSize(2).allMatch(delivery -> delivery.chat().equals(chat) && delivery.attempts() == 0);
        assertThat(more).extracting(Delivery::id).isSorted().allMatch(id -> id > head.id());
        assertThat(deliveries.claimMore(head, 10, NOW, LEASE)).isEmpty();
    }

    @Test
    void what_failed_before_is_not_claimed_together_with_others() {
        Chat chat = subscribed("-1", Subscription.Kind.ALL, "");
        enqueue("k1");
        enqueue("k2");
        deliveries.again(claimOf(chat), NOW.plusSeconds(60), "502");
        deliveries.again(claimOf(chat), NOW, "502");
        Delivery head = claim(NOW.plusSeconds(60)).get(0);
        assertThat(deliveries.claimMore(head, 10, NOW.plusSeconds(60), LEASE)).isEmpty();
    }

    private Delivery claimOf(Chat chat) {
        return claimed(claim(), chat);
    }

    private static Delivery claimed(List<Delivery> all, Chat chat) {
        return all.stream()
                .filter(delivery -> delivery.chat().equals(chat))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_delivery_unconfirmed_by_an_outage_keeps_its_attempts_and_is_counted() {
        Chat chat = subscribed("-1", Subscription.Kind.ALL, "");
        enqueue("k1");
        Delivery sending = claimOf(chat);
        deliveries.begin(List.of(sending));
        deliveries.unconfirmedByOutage(sending, NOW.plusSeconds(10), "502");
        LedgerRow status = LedgerRow.latest(database, chat.id(), 1).get(0);
        assertThat(status.attempts()).isZero();
        assertThat(status.unconfirmed()).isEqualTo(1);
        assertThat(status.dueAt()).isEqualTo(NOW.plusSeconds(10));
        assertThat(claim(NOW.plusSeconds(10)).get(0).unconfirmedTries()).isZero();
    }

    @Test
    void a_claim_is_held_until_it_is_settled_or_its_chat_is_closed() {
        Chat chat = subscribed("-1", Subscription.Kind.ALL, "");
        enqueue("k1");
        Delivery claimed = claimOf(chat);
        assertThat(deliveries.holds(claimed)).isTrue();
        deliveries.reclaimAll(NOW, PAUSE);
        assertThat(deliveries.holds(claimed)).isFalse();
        Delivery again = claimOf(chat);
        assertThat(deliveries.holds(claimed)).isFalse();
        chats.close(chat.id(), "bot was kicked", NOW);
        assertThat(deliveries.holds(again)).isFalse();
    }

    @Test
    void a_chats_hold_can_be_asked_for_by_any_of_its_topics() {
        chat("-1", ChatState.ACTIVE);
        ChatAddress topic = new ChatAddress(BOT, "-1", "5");
        assertThat(chats.holdUntil(topic)).isEqualTo(Instant.EPOCH);
        chats.hold(topic, NOW.plusSeconds(35));
        assertThat(chats.holdUntil(topic)).isEqualTo(NOW.plusSeconds(35));
        assertThat(chats.holdUntil(ChatAddress.of(BOT, "-9"))).isEqualTo(Instant.EPOCH);
    }

    @Test
    void a_chat_met_again_keeps_its_state_and_takes_its_new_title() {
        Chat chat = chat("-1", ChatState.ACTIVE);
        Chat again = chats.meet(chat.address(), ChatKind.GROUP, "Mặt trận xã", ChatState.PENDING, NOW);
        assertThat(again.state()).isEqualTo(ChatState.ACTIVE);
        assertThat(again.title()).isEqualTo("Mặt trận xã");
        assertThat(chats.meet(chat.address(), ChatKind.GROUP, "", ChatState.PENDING, NOW)
                        .title())
                .isEqualTo("Mặt trận xã");
    }

    @Test
    void a_subscription_is_added_once_and_removed_once() {
        Chat chat = chat("-1", ChatState.ACTIVE);
        Subscription subscription = new Subscription(chat.id(), Subscription.Kind.SOURCE, "a", "A");
        assertThat(subscriptions.add(subscription, LAN, NOW)).isTrue();
        assertThat(subscriptions.add(subscription, LAN, NOW)).isFalse();
        assertThat(subscriptions.remove(subscription)).isTrue();
        assertThat(subscriptions.remove(subscription)).isFalse();
    }

    @Test
    void a_notice_comes_back_with_its_styles_and_buttons() {
        OutgoingMessage message = OutgoingMessage.of(RichText.builder()
                        .bold("Xin duyệt")
                        .plain(" nhóm <b>")
                        .link("đây", URI.create("https://x.vn/"))
                        .build())
                .withButtons(List.of(List.of(
                        new Button.Action("Chấp nhận", "approve:1"),
                        new Button.Link("Mở", URI.create("https://x.vn/a")))))
                .withPreview(URI.create("https://x.vn/a"));
        assertThat(notices.message(notices.add("test", message, NOW))).isEqualTo(message);
    }

    @Test
    void a_bots_silence_survives_a_reopening() {
        BotStore bots = new BotStore(database);
        assertThat(bots.holdUntil(BOT)).isEqualTo(Instant.EPOCH);
        bots.hold(BOT, NOW.plusSeconds(35), Optional.of("429"));
        stop();
        start();
        bots = new BotStore(database);
        assertThat(bots.holdUntil(BOT)).isEqualTo(NOW.plusSeconds(35));
    }

    @Test
    void a_batch_of_updates_is_accepted_once_and_waits_until_it_is_done() {
        InboxStore inbox = new InboxStore(database);
        InboxStore.Waiting one = new InboxStore.Waiting("1", "một");
        InboxStore.Waiting two = new InboxStore.Waiting("2", "hai");
        assertThat(inbox.accept(BOT, List.of(one, one), NOW)).containsExactly(one);
        assertThat(inbox.accept(BOT, List.of(one, two), NOW)).containsExactly(two);
        assertThat(inbox.begin(BOT, "1")).isEqualTo(1);
        assertThat(inbox.begin(BOT, "1")).isEqualTo(2);
        inbox.done(BOT, "1");
        assertThat(inbox.waiting(BOT)).containsExactly(two);
        assertThat(inbox.accept(BOT, List.of(one), NOW)).isEmpty();
    }

    @Test
    void an_answer_is_owed_until_it_is_settled() {
        AnswerStore answers = new AnswerStore(database);
        ChatAddress topic = new ChatAddress(BOT, "-1", "5");
        long first = answers.owe(new AnswerStore.Owed(0, topic, Optional.of("17"), "một", NOW));
        long second = answers.owe(new AnswerStore.Owed(0, topic, Optional.empty(), "hai", NOW));
        assertThat(answers.owed(BOT))
                .containsExactly(
                        new AnswerStore.Owed(first, topic, Optional.of("17"), "một", NOW),
                        new AnswerStore.Owed(second, topic, Optional.empty(), "hai", NOW));
        assertThat(answers.begin(first)).isEqualTo(1);
        assertThat(answers.begin(first)).isEqualTo(2);
        answers.settle(first);
        assertThat(answers.owed(BOT)).extracting(AnswerStore.Owed::id).containsExactly(second);
    }

    @Test
    void the_members_of_a_chat_are_those_told_last() {
        MemberCountStore counts = new MemberCountStore(database);
        Chat chat = chat("-1", ChatState.ACTIVE);
        assertThat(counts.members(chat.id())).isEmpty();
        counts.note(chat.id(), 33, NOW);
        counts.note(chat.id(), 34, NOW.plusSeconds(1));
        assertThat(counts.members(chat.id())).hasValue(34);
        assertThat(counts.askedAt(chat.id())).contains(NOW.plusSeconds(1));
        Chat topic = chats.meet(new ChatAddress(BOT, "-1", "5"), ChatKind.SUPERGROUP, "Tin", ChatState.ACTIVE, NOW);
        assertThat(counts.members(topic.id())).hasValue(34);
    }

    @Test
    void an_operator_is_reached_in_the_private_chat_that_has_the_persons_number() {
        OperatorStore operators = new OperatorStore(database);
        operators.grant(LAN, "claim", NOW);
        chat("-1", ChatState.ACTIVE);
        Chat own = chats.meet(ChatAddress.of(BOT, "7"), ChatKind.PRIVATE, "Lan", ChatState.PENDING, NOW);
        assertThat(operators.all()).containsExactly(LAN);
        assertThat(operators.privateChats(operators.all())).containsExactly(own);
    }

    @Test
    void of_two_takers_of_a_value_one_gets_it() {
        SettingStore settings = new SettingStore(database);
        settings.set("claim", "x");
        assertThat(settings.remove("claim", "y")).isFalse();
        assertThat(settings.remove("claim", "x")).isTrue();
        assertThat(settings.remove("claim", "x")).isFalse();
    }

    private void knownSources() {
        sources.syncConfigured(List.of(
                source("a", new Cadence.Every(Duration.ofMinutes(10))),
                source("b", new Cadence.Every(Duration.ofMinutes(10)))));
    }

    private static Source source(String id, Cadence cadence) {
        return new Source(
                id,
                "Nguồn " + id,
                URI.create("https://x.gov.vn/" + id),
                "hanoi62",
                cadence,
                Map.of("list", Map.of("item", "li")),
                Set.of(Source.Option.LEGACY_TLS));
    }

    private static Headline headline(String key) {
        return new Headline(
                key,
                URI.create("https://x.gov.vn/" + key),
                "Tin " + key,
                Published.at(NOW, Precision.MINUTE),
                "dẫn",
                "Văn hóa",
                Optional.of(URI.create("https://x.gov.vn/a.jpg")));
    }

    private static NewArticle article(String key, String sourceId, String title) {
        ArticleContent content = new ArticleContent(
                title,
                Published.unknown(),
                "Đoạn dẫn.",
                List.of("Đoạn một.", "Đoạn hai."),
                "Văn hóa",
                "Lan",
                Optional.empty(),
                List.of(new Attachment("Kế hoạch", URI.create("https://x.gov.vn/k%20h.doc"))));
        Summary summary = new Summary(List.of("Đoạn một."), Optional.of(LocalDate.of(2026, 3, 9)));
        String folded = title.equals("Tập huấn 100%") ? "tap huan 100%" : "tap the duc";
        return new NewArticle(
                key, sourceId, title, URI.create("https://x.gov.vn/" + key), content, summary, folded, "van hoa");
    }

    private Chat chat(String externalId, ChatState state) {
        return chats.meet(ChatAddress.of(BOT, externalId), ChatKind.GROUP, "", state, NOW);
    }

    private Chat subscribed(String externalId, Subscription.Kind kind, String value) {
        Chat chat = chat(externalId, ChatState.ACTIVE);
        subscriptions.add(new Subscription(chat.id(), kind, value, value), LAN, NOW);
        return chat;
    }

    private void enqueue(String key) {
        Article article = articles.add(article(key, "a", "Tin " + key), NOW);
        deliveries.enqueueArticle(article.id(), Priority.ORDINARY, NOW);
    }

    private List<Delivery> claim() {
        return claim(NOW);
    }

    private List<Delivery> claim(Instant now) {
        return deliveries.claim(BOT, 100, now, LEASE);
    }
}
