package vn.loa.zalo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.delivery.channel.SendResult;
import vn.loa.emulator.ZaloBotEmulator;
import vn.loa.emulator.ZaloBotEmulator.Fault;
import vn.loa.emulator.ZaloBotEmulator.Sent;
import vn.loa.model.Bot;
import vn.loa.model.Button;
import vn.loa.model.ChatAddress;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Platform;
import vn.loa.model.RichText;

/** What Loa says arrives on Zalo as plain text, and every refusal is understood. It is noon on 9 March 2026 in Hà Nội. */
class ZaloMessengerTest {
    private static final Bot BOT = new Bot(Platform.ZALO, "main");
    private static final ChatAddress GROUP = ChatAddress.of(BOT, "zgr-1");
    private static final OutgoingMessage TEXT = OutgoingMessage.plain("Tin một");

    private final AtomicInteger spent = new AtomicInteger();
    private final List<Duration> refusedFor = new CopyOnWriteArrayList<>();
    private final ZaloPlan plan = new ZaloPlan() {
        @Override
        public void spent() {
            spent.incrementAndGet();
        }

        @Override
        public boolean nearlySpent() {
            return nearlySpent;
        }

        @Override
        public void refused(Duration hold) {
            refusedFor.add(hold);
        }
    };
    private Instant now = Instant.parse("2026-03-09T05:00:00Z");
    private Duration ahead = Duration.ZERO;
    private boolean nearlySpent;
    private ZaloBotEmulator zalo;
    private ZaloChannel channel;

    @BeforeEach
    void start() throws IOException {
        zalo = new ZaloBotEmulator();
        channel = channel(zalo.token(), zalo.url(), true);
    }

    @AfterEach
    void stop() {
        channel.close();
        zalo.close();
    }

    private ZaloChannel channel(String token, URI url, boolean pictures) {
        ZaloOptions options = new ZaloOptions(
                ZaloOptions.USUAL_RATES, pictures, ZaloOptions.Times.STANDARD, ZoneId.of("Asia/Ho_Chi_Minh"));
        return new ZaloChannel(
                new ZaloAccount(BOT, token, url, Optional.empty()),
                options,
                () -> now.plus(ahead),
                plan,
                () -> TimeUnit.SECONDS.toNanos(now.getEpochSecond()));
    }

    /** Sends all pieces, and tells what became of the last. */
    private SendResult send(OutgoingMessage message) {
        return channel.messenger().pieces(message).stream()
                .map(piece -> channel.messenger().send(GROUP, piece))
                .reduce((before, last) -> last)
                .orElseThrow();
    }

    private SendResult after(Fault fault) {
        zalo.next(fault);
        return send(TEXT);
    }

    @Test
    void styles_are_left_out_and_addresses_stand_bare() {
        RichText text = RichText.builder()
                .bold("Tin <một> & *hai*")
                .plain("\n")
                .link("Đọc toàn văn", URI.create("https://x.vn/a"))
                .plain("\nhttps://x.vn/b")
                .build();
        OutgoingMessage message = OutgoingMessage.of(text)
                .withButtons(List.of(List.of(
                        new Button.Link("Văn bản", URI.create("https://x.vn/c")),
                        new Button.Action("Cho nhận tin", "duyet:12:1"))));
        assertThat(send(message)).isInstanceOf(SendResult.Sent.class);
        assertThat(zalo.sent())
                .containsExactly(new Sent(
                        "zgr-1",
                        "Tin <một> & *hai*\nĐọc toàn văn https://x.vn/a\nhttps://x.vn/b\nVăn bản: https://x.vn/c"
                                + "\nCho nhận tin 12",
                        ""));
    }

    @Test
    void a_message_that_is_refused_with_its_styles_is_sent_once_more_without_them() {
        zalo.next(Fault.BAD_REQUEST);
        assertThat(send(OutgoingMessage.of(RichText.builder().bold("Họp thôn").build())))
                .isInstanceOf(SendResult.Sent.class);
        assertThat(zalo.sent()).singleElement().extracting(Sent::text).isEqualTo("Họp thôn");
        zalo.next(Fault.BAD_REQUEST);
        assertThat(send(OutgoingMessage.plain("Họp thôn"))).isNotInstanceOf(SendResult.Sent.class);
        assertThat(zalo.sent()).hasSize(1);
    }

    @Test
    void titles_are_bold_by_styles_in_utf_16_units_of_the_composed_text() {
        RichText text = RichText.builder()
                .plain("👍 ")
                .bold(java.text.Normalizer.normalize("Họp thôn", java.text.Normalizer.Form.NFD))
                .plain("\nngày mai")
                .build();
        ZaloText.Piece piece = ZaloText.styled(OutgoingMessage.of(text)).get(0);
        assertThat(piece.text()).isEqualTo("👍 Họp thôn\nngày mai");
        assertThat(piece.bold()).containsExactly(new ZaloText.Bold(3, 8));
        ZaloText.Piece first = ZaloText.styled(OutgoingMessage.of(RichText.builder()
                        .bold("đ".repeat(1950))
                        .plain(" x".repeat(500))
                        .build()))
                .get(0);
        assertThat(first.bold())
                .allMatch(bold -> bold.start() + bold.length() <= first.text().length());
    }

    @Test
    void what_is_written_decomposed_is_sent_composed() {
        send(OutgoingMessage.plain("Phu\u0301 Xuye\u0302n"));
        assertThat(zalo.sent().get(0).text()).isEqualTo("Phú Xuyên");
    }

    @Test
    void a_long_text_goes_in_pieces_between_paragraphs_and_loses_nothing() {
        String paragraph =
                "Một câu dài về đại đoàn kết toàn dân tộc. ".repeat(12).strip();
        String whole = String.join("\n\n", List.of(paragraph, paragraph, paragraph, paragraph, paragraph, paragraph));
        assertThat(send(OutgoingMessage.plain(whole))).isInstanceOf(SendResult.Sent.class);
        assertThat(zalo.sent()).hasSize(2).allMatch(each -> each.text().length() <= 2000);
        assertThat(String.join("\n\n", zalo.sent().stream().map(Sent::text).toList()))
                .isEqualTo(whole);
        assertThat(spent).hasValue(2);
    }

    @Test
    void a_piece_is_one_piece_again_keeps_its_bold_title_and_a_text_too_long_for_one_is_refused_unsplit() {
        OutgoingMessage message = OutgoingMessage.of(RichText.builder()
                        .plain("📢 ")
                        .bold("Thông báo")
                        .plain("\n" + "Một câu dài về đại đoàn kết. ".repeat(150))
                        .build())
                .withPhoto(URI.create("https://x.vn/a.jpg"))
                .withButtons(List.of(List.of(new Button.Link("Đọc", URI.create("https://x.vn/c")))));
        List<OutgoingMessage> pieces = channel.messenger().pieces(message);
        assertThat(pieces)
                .hasSize(3)
                .allSatisfy(
                        piece -> assertThat(channel.messenger().pieces(piece)).containsExactly(piece));
        assertThat(ZaloText.styled(pieces.get(0)))
                .isEqualTo(ZaloText.styled(message).subList(0, 1));
        assertThat(pieces.get(2).text().text()).endsWith("Đọc: https://x.vn/c");
        assertThat(channel.messenger().send(GROUP, message)).isInstanceOf(SendResult.Rejected.class);
        assertThat(zalo.sent()).isEmpty();
    }

    @Test
    void no_pair_of_surrogates_is_split() {
        send(OutgoingMessage.plain("x" + "😀".repeat(1500)));
        assertThat(zalo.sent())
                .allMatch(each -> !Character.isLowSurrogate(each.text().charAt(0))
                        && !Character.isHighSurrogate(
                                each.text().charAt(each.text().length() - 1)));
        assertThat(String.join("", zalo.sent().stream().map(Sent::text).toList()))
                .hasSize(3001);
    }

    @Test
    void a_picture_that_is_handed_over_goes_with_the_words_and_news_bring_one_only_where_pictures_are_wanted() {
        OutgoingMessage picture = TEXT.withPhoto(URI.create("https://x.vn/a.jpg"));
        send(picture);
        channel.close();
        channel = channel(zalo.token(), zalo.url(), false);
        send(picture);
        assertThat(zalo.sent()).extracting(Sent::photo).containsExactly("https://x.vn/a.jpg", "https://x.vn/a.jpg");
        assertThat(channel.messenger().capabilities().captionLimit()).isZero();
    }

    @Test
    void each_refusal_has_its_meaning_whatever_the_status() {
        assertThat(after(Fault.TOKEN_REFUSED)).isInstanceOf(SendResult.ChannelDown.class);
        assertThat(after(Fault.INTERNAL)).isInstanceOf(SendResult.NotSent.class);
        assertThat(after(Fault.TIMEOUT_AFTER_ACCEPTING)).isInstanceOf(SendResult.Unknown.class);
        assertThat(after(Fault.CUT_AFTER_ACCEPTING)).isInstanceOf(SendResult.Unknown.class);
        assertThat(after(Fault.BAD_GATEWAY)).isInstanceOf(SendResult.Unknown.class);
        assertThat(after(Fault.TOO_MANY))
                .isEqualTo(new SendResult.RetryAfter(Duration.ofSeconds(30), SendResult.RetryAfter.Scope.BOT));
        zalo.mirror();
        assertThat(after(Fault.TOKEN_REFUSED)).isInstanceOf(SendResult.ChannelDown.class);
        assertThat(after(Fault.TIMEOUT_AFTER_ACCEPTING)).isInstanceOf(SendResult.Unknown.class);
    }

    @Test
    void a_server_that_wants_it_again_at_once_is_asked_once_all_the_same() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer busy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        busy.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.getResponseHeaders().set("Retry-After", "0");
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        busy.start();
        URI address = URI.create("http://127.0.0.1:" + busy.getAddress().getPort());
        ZaloChannel other = channel("1:x", address, false);
        assertThat(other.messenger().send(GROUP, TEXT)).isInstanceOf(SendResult.Unknown.class);
        other.close();
        busy.stop(0);
        assertThat(asked).hasValue(1);
    }

    private static SendResult silence(Duration length) {
        return new SendResult.RetryAfter(length, SendResult.RetryAfter.Scope.BOT);
    }

    @Test
    void a_plan_that_loa_counts_as_spent_closes_the_bot_until_a_while_into_the_next_month() {
        zalo.quota(0);
        nearlySpent = true;
        // From noon on the 9th to the 1st, 0:30.
        Duration rest = Duration.ofDays(22).plusHours(12).plusMinutes(30);
        assertThat(send(TEXT)).isEqualTo(silence(rest));
        assertThat(spent).hasValue(0);
        assertThat(refusedFor).containsExactly(rest);
    }

    @Test
    void a_quota_that_surprises_loa_closes_the_bot_for_minutes_and_then_longer_up_to_six_hours() {
        zalo.quota(0);
        for (int minutes : List.of(15, 30, 60, 120, 240, 360, 360)) {
            assertThat(send(TEXT)).isEqualTo(silence(Duration.ofMinutes(minutes)));
            now = now.plus(Duration.ofMinutes(minutes));
        }
        assertThat(refusedFor).as("what operators are told").containsExactly(Duration.ofMinutes(15));
    }

    @Test
    void messages_that_were_under_way_together_are_one_surprise() {
        zalo.quota(0);
        assertThat(send(TEXT)).isEqualTo(silence(Duration.ofMinutes(15)));
        now = now.plusSeconds(1);
        assertThat(send(TEXT)).isEqualTo(silence(Duration.ofMinutes(15).minusSeconds(1)));
        assertThat(refusedFor).hasSize(1);
    }

    @Test
    void a_message_that_gets_through_ends_a_surprise_and_the_next_one_is_told_again() {
        zalo.quota(0);
        send(TEXT);
        now = now.plus(Duration.ofMinutes(15));
        send(TEXT);
        zalo.quota(1);
        now = now.plus(Duration.ofMinutes(30));
        assertThat(send(TEXT)).isInstanceOf(SendResult.Sent.class);
        assertThat(send(TEXT)).isEqualTo(silence(Duration.ofMinutes(15)));
        assertThat(refusedFor).hasSize(2);
    }

    @Test
    void a_message_that_was_under_way_when_the_bot_was_refused_does_not_end_the_hold() {
        zalo.quota(0);
        send(TEXT);
        zalo.quota(1);
        assertThat(send(TEXT)).isInstanceOf(SendResult.Sent.class);
        now = now.plus(Duration.ofMinutes(5));
        assertThat(send(TEXT)).isEqualTo(silence(Duration.ofMinutes(10)));
        now = now.plus(Duration.ofMinutes(10));
        assertThat(send(TEXT)).isEqualTo(silence(Duration.ofMinutes(30)));
        assertThat(refusedFor).hasSize(1);
    }

    @Test
    void a_chat_that_refuses_for_a_day_while_others_hear_is_gone_and_refusals_within_seconds_are_not_enough() {
        zalo.remove("zgr-1");
        for (int i = 0; i < 4; i++) {
            assertThat(send(TEXT)).isInstanceOf(SendResult.WriteForbidden.class);
        }
        now = now.plus(Duration.ofDays(1));
        channel.messenger().send(ChatAddress.of(BOT, "zgr-2"), TEXT);
        assertThat(send(TEXT)).isInstanceOf(SendResult.ChatGone.class);
    }

    @Test
    void a_clock_that_jumps_closes_no_chat_and_lengthens_no_hold() {
        zalo.remove("zgr-1");
        send(TEXT);
        ahead = Duration.ofDays(20_000);
        channel.messenger().send(ChatAddress.of(BOT, "zgr-2"), TEXT);
        for (int i = 0; i < 3; i++) {
            assertThat(send(TEXT)).isInstanceOf(SendResult.WriteForbidden.class);
        }
        zalo.quota(0);
        ChatAddress other = ChatAddress.of(BOT, "zgr-2");
        assertThat(channel.messenger().send(other, TEXT)).isEqualTo(silence(Duration.ofMinutes(15)));
        ahead = Duration.ZERO;
        now = now.plus(Duration.ofMinutes(15));
        assertThat(channel.messenger().send(other, TEXT)).isEqualTo(silence(Duration.ofMinutes(30)));
    }

    @Test
    void when_nobody_else_hears_a_chat_that_refuses_is_gone_only_after_three_days() {
        zalo.remove("zgr-1");
        send(TEXT);
        send(TEXT);
        now = now.plus(Duration.ofDays(1));
        assertThat(send(TEXT)).isInstanceOf(SendResult.WriteForbidden.class);
        now = now.plus(Duration.ofDays(2));
        assertThat(send(TEXT)).isInstanceOf(SendResult.ChatGone.class);
    }

    @Test
    void when_a_whole_bot_is_refused_no_chat_is_gone_however_long_it_lasts() {
        zalo.remove("zgr-1");
        zalo.remove("zgr-2");
        for (int day = 0; day < 5; day++) {
            assertThat(send(TEXT)).isInstanceOf(SendResult.WriteForbidden.class);
            assertThat(channel.messenger().send(ChatAddress.of(BOT, "zgr-2"), TEXT))
                    .isInstanceOf(SendResult.WriteForbidden.class);
            now = now.plus(Duration.ofDays(1));
        }
    }

    @Test
    void a_picture_that_is_refused_with_whatever_words_is_left_out_and_counts_against_nobody() {
        zalo.remove("zgr-1");
        OutgoingMessage picture = TEXT.withPhoto(URI.create("https://x.vn/a.jpg"));
        for (int i = 0; i < 4; i++) {
            assertThat(send(picture)).isInstanceOf(SendResult.PartRefused.class);
            now = now.plus(Duration.ofDays(1));
        }
        assertThat(send(TEXT)).isInstanceOf(SendResult.WriteForbidden.class);
    }

    @Test
    void what_never_left_did_not_arrive() {
        zalo.close();
        assertThat(send(TEXT)).isInstanceOf(SendResult.NotSent.class);
        assertThat(spent).hasValue(0);
    }

    @Test
    void the_token_is_in_nothing_that_is_told() {
        assertThat(after(Fault.BAD_GATEWAY).toString()).doesNotContain("ZALO-secret", "1459232241454765289");
        ZaloChannel wrong = channel("1:wrong-secret", zalo.url(), false);
        assertThat(wrong.messenger().ping().toString()).doesNotContain("wrong-secret");
        assertThat(wrong.account().toString()).doesNotContain("secret");
        zalo.close();
        assertThat(send(TEXT).toString()).doesNotContain("ZALO-secret");
        wrong.close();
    }

    @Test
    void a_message_cannot_be_changed() {
        assertThat(channel.messenger().edit(GROUP, "s1", TEXT)).isInstanceOf(SendResult.Rejected.class);
        assertThat(channel.messenger().capabilities().editing()).isFalse();
        assertThat(channel.messenger().ping()).isInstanceOf(SendResult.Sent.class);
    }
}
