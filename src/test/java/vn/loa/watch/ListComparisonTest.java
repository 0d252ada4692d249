package vn.loa.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.model.Headline;
import vn.loa.model.Precision;
import vn.loa.model.Published;
import vn.loa.store.article.ListItem;

class ListComparisonTest {
    private static final Instant FIRST = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant LAST = Instant.parse("2026-03-09T10:00:00Z");
    private static final Instant TODAY = Instant.parse("2026-03-09T07:00:00Z");

    private static ListItem shown(String key, String title, Instant published, int position) {
        return guided(key, "", title, published, position);
    }

    private static ListItem guided(String key, String guid, String title, Instant published, int position) {
        return new ListItem(key, key, url(key), guid, title, Optional.ofNullable(published), position, LAST);
    }

    private static URI url(String key) {
        return URI.create("http://xathu.gov.vn/" + key);
    }

    private static Headline now(String key, String title, Instant published) {
        Published date = published == null ? Published.unknown() : Published.at(published, Precision.MINUTE);
        return new Headline(key, url(key), title, date, "", "", Optional.empty());
    }

    private static ListComparison compare(List<ListItem> before, List<Headline> now) {
        return compare(before, now, Map.of());
    }

    private static ListComparison compare(List<ListItem> before, List<Headline> now, Map<String, String> guids) {
        return new ListComparison(
                        new ListComparison.Past(before, Optional.of(FIRST), Optional.of(LAST)), ZoneOffset.UTC)
                .with(now, guids);
    }

    private static List<String> news(ListComparison list) {
        return list.unknown(false).stream().map(Headline::key).toList();
    }

    @Test
    void an_article_is_known_by_its_guid_when_slug_and_title_were_rewritten() {
        ListComparison list = compare(
                List.of(guided("b", "g2", "Tin hai", TODAY, 0), guided("a", "g1", "Tin một", TODAY, 1)),
                List.of(now("b-sua", "Tin hai, đã sửa", TODAY), now("a", "Tin một", TODAY)),
                Map.of("b-sua", "g2", "a", "g1"));
        assertThat(news(list)).isEmpty();
        assertThat(list.moved()).singleElement().satisfies(entry -> {
            assertThat(entry.headline().key()).isEqualTo("b");
            assertThat(entry.addressKey()).isEqualTo("b-sua");
        });
    }

    @Test
    void guids_that_count_the_place_in_the_list_hide_no_article() {
        ListComparison list = compare(
                List.of(guided("b", "1", "Tin hai", TODAY, 0), guided("a", "2", "Tin một", TODAY, 1)),
                List.of(now("c", "Tin ba", TODAY), now("b", "Tin hai", TODAY), now("a", "Tin một", TODAY)),
                Map.of("c", "1", "b", "2", "a", "3"));
        assertThat(news(list)).containsExactly("c");
    }

    @Test
    void a_guid_that_all_items_share_hides_no_article() {
        ListComparison list = compare(
                List.of(guided("a", "x", "Tin một", TODAY, 0)),
                List.of(now("c", "Tin ba", TODAY), now("b", "Tin hai", TODAY)),
                Map.of("c", "x", "b", "x"));
        assertThat(news(list)).containsExactly("c", "b");
    }

    @Test
    void the_same_title_and_day_under_a_new_address_is_the_same_article_when_the_old_one_is_gone() {
        ListComparison list = compare(
                List.of(shown("b", "Tin hai", TODAY, 0), shown("a", "Tin một", TODAY, 1)),
                List.of(now("b2", "TIN HAI", TODAY.plusSeconds(60)), now("a", "Tin một", TODAY)));
        assertThat(news(list)).isEmpty();
        assertThat(list.isChangeOfAddresses()).isFalse();
    }

    @Test
    void the_same_title_beside_the_old_article_is_another_article() {
        ListComparison list = compare(
                List.of(shown("a", "Thông báo", TODAY, 0)),
                List.of(now("b", "Thông báo", TODAY), now("a", "Thông báo", TODAY)));
        assertThat(news(list)).containsExactly("b");
    }

    @Test
    void a_weekly_title_of_another_day_is_another_article() {
        ListComparison list = compare(
                List.of(
                        shown("a", "Lịch công tác tuần", TODAY.minus(Duration.ofDays(7)), 0),
                        shown("z", "Tin", TODAY, 1)),
                List.of(now("b", "Lịch công tác tuần", TODAY), now("z", "Tin", TODAY)));
        assertThat(news(list)).containsExactly("b");
    }

    @Test
    void without_dates_a_title_that_vanished_from_the_midst_of_the_list_is_the_same_article() {
        List<ListItem> before =
                List.of(shown("c", "Tin ba", null, 0), shown("b", "Tin hai", null, 1), shown("a", "Tin một", null, 2));
        assertThat(news(compare(
                        before,
                        List.of(now("c", "Tin ba", null), now("b2", "Tin hai", null), now("a", "Tin một", null)))))
                .isEmpty();
        assertThat(news(compare(
                        before,
                        List.of(now("d", "Tin một", null), now("c", "Tin ba", null), now("b", "Tin hai", null)))))
                .containsExactly("d");
    }

    @Test
    void a_check_in_which_all_addresses_changed_announces_nothing_but_what_is_new() {
        List<ListItem> before = new ArrayList<>();
        List<Headline> now = new ArrayList<>();
        now.add(now("news", "Tin mới", TODAY));
        for (int i = 0; i < 8; i++) {
            before.add(shown("old-" + i, "Tin số " + i, TODAY.minus(Duration.ofDays(i)), i));
            now.add(now("other-" + i, "Tin số " + i, TODAY.minusSeconds(i)));
        }
        ListComparison list = compare(before, now);
        assertThat(news(list)).containsExactly("news");
        assertThat(list.isChangeOfAddresses()).isTrue();
        assertThat(list.moved()).hasSize(8);
    }

    @Test
    void many_new_articles_at_once_are_no_change_of_addresses() {
        List<Headline> now = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            now.add(now("new-" + i, "Tin mới số " + i, TODAY));
        }
        ListComparison list = compare(List.of(shown("a", "Tin một", TODAY, 0)), now);
        assertThat(news(list)).hasSize(8);
        assertThat(list.isChangeOfAddresses()).isFalse();
    }

    @Test
    void a_number_that_a_rebuilt_portal_uses_again_is_another_article_with_a_key_of_its_own() {
        ListItem old = new ListItem(
                "nv:7",
                "nv:7",
                URI.create("http://xathu.gov.vn/tin/hop-thon-7.html"),
                "",
                "Họp thôn bàn việc làng",
                Optional.of(TODAY.minus(Duration.ofDays(300))),
                0,
                LAST);
        Headline other = new Headline(
                "nv:7",
                URI.create("http://xathu.gov.vn/y-te/tiem-phong-7.html"),
                "Tiêm phòng cho đàn gia súc",
                Published.at(TODAY, Precision.MINUTE),
                "",
                "",
                Optional.empty());
        ListComparison list = compare(List.of(old), List.of(other));
        assertThat(news(list)).containsExactly("nv:7@2026-03-09");
        List<ListItem> both = new ArrayList<>(list.remembered(LAST));
        both.add(old);
        assertThat(news(compare(both, List.of(other)))).isEmpty();
    }

    @Test
    void what_is_older_than_the_first_look_is_no_news_when_it_slides_in_below() {
        Instant older = FIRST.minus(Duration.ofDays(1));
        ListComparison list = compare(
                List.of(shown("a", "Tin một", TODAY, 0)),
                List.of(now("a", "Tin một", TODAY), now("z", "Tin cũ", older)));
        assertThat(news(list)).isEmpty();
        assertThat(list.unknown(true)).extracting(Headline::key).containsExactly("z");
    }

    @Test
    void what_was_published_late_above_all_others_is_news() {
        Instant older = FIRST.minus(Duration.ofDays(1));
        ListComparison list = compare(
                List.of(shown("a", "Tin một", TODAY, 0)),
                List.of(now("z", "Tin duyệt muộn", older), now("a", "Tin một", TODAY)));
        assertThat(news(list)).containsExactly("z");
    }

    @Test
    void an_old_address_that_leads_to_a_new_item_makes_it_the_same_article() {
        ListComparison list = compare(
                List.of(
                        shown("c", "Tin ba", TODAY, 0),
                        shown("b", "Tin hai", TODAY, 1),
                        shown("a", "Tin một", TODAY, 2)),
                List.of(now("c", "Tin ba", TODAY), now("b2", "Đính chính tin hai", TODAY), now("a", "Tin một", TODAY)));
        assertThat(list.vanished()).extracting(ListItem::articleKey).containsExactly("b");
        list.redirected(list.vanished().get(0), URI.create("https://xathu.gov.vn/b2/"));
        assertThat(news(list)).isEmpty();
    }

    @Test
    void a_title_that_was_changed_to_that_of_another_listed_article_stays_with_its_own() {
        ListComparison list = compare(
                List.of(shown("k1", "Thông báo", TODAY, 0), shown("k2", "Lịch trực Tết", TODAY, 1)),
                List.of(now("k2", "Thông báo", TODAY), now("k1", "Thông báo", TODAY)));
        assertThat(list.moved()).isEmpty();
        assertThat(list.headlines()).extracting(Headline::key).containsExactly("k2", "k1");
        assertThat(news(list)).isEmpty();
    }

    @Test
    void a_title_that_was_changed_to_that_of_an_article_that_slid_off_stays_with_its_own() {
        ListComparison list = compare(
                List.of(
                        shown("k3", "Họp thôn", null, 0),
                        shown("k2", "Lịch trực Tết", null, 1),
                        shown("k1", "Thông báo", null, 2)),
                List.of(now("k3", "Họp thôn", null), now("k2", "Thông báo", null)));
        assertThat(list.headlines()).extracting(Headline::key).containsExactly("k3", "k2");
        assertThat(list.moved()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"k1, k3, k2", "k4, k3, k2"})
    void articles_that_exchanged_or_moved_up_their_numbers_stay_the_articles_they_are(
            String first, String second, String third) {
        ListComparison list = compare(
                List.of(
                        shown("k3", "Họp thôn bàn việc làng", TODAY, 0),
                        shown("k2", "Lịch trực Tết", TODAY, 1),
                        shown("k1", "Tiêm phòng đàn gia súc", TODAY, 2)),
                List.of(
                        now(first, "Họp thôn bàn việc làng", TODAY),
                        now(second, "Lịch trực Tết", TODAY),
                        now(third, "Tiêm phòng đàn gia súc", TODAY)));
        assertThat(list.headlines()).extracting(Headline::key).containsExactly("k3", "k2", "k1");
        assertThat(news(list)).isEmpty();
    }

    @Test
    void a_weekly_title_at_the_end_of_a_list_that_shows_no_order_is_news() {
        ListComparison list = compare(
                List.of(
                        shown("ghim", "Nội quy tiếp công dân", null, 0),
                        shown("lich-45", "Lịch công tác tuần", null, 1)),
                List.of(now("ghim", "Nội quy tiếp công dân", null), now("lich-46", "Lịch công tác tuần", null)));
        assertThat(news(list)).containsExactly("lich-46");
        assertThat(list.moved()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "lich/lich-cong-tac-tuan-47-2026, lich/lich-cong-tac-tuan-48-2026, Lịch công tác tuần, true",
        "lich/9611, lich/9624, Lịch tiếp công dân tháng, true",
        "lich/lich-cong-tac-tuan, lich/lich-cong-tac-tuan-2, Lịch công tác tuần của Thường trực Đảng ủy, true",
        "lich-2.html, lich-3.html, K5 bản tin truyền thanh, true",
        "lich/9611, lich/9624, Lịch công tác tuần 47, false",
        "lich/9611, lich/9624, Lịch tiếp công dân 23/11, false",
        "lich-tuan, tin/lich-cong-tac, Lịch công tác tuần, false",
        "tin/9611, tin/9624, Triển khai quy chế dân chủ ở cơ sở, false",
        "tin/9611, tin/9624, Ủng hộ quỹ vì người nghèo, false",
        "tin/9611, tin/9624, Mít tinh mừng chiến thắng, false",
        "tin/9611, tin/9624, Tuyên truyền tuân thủ luật giao thông, false",
        "tin/9611, tin/9624, Phát triển du lịch cộng đồng, false",
        "tin/9611, tin/9624, Thi tìm hiểu lịch sử Đảng bộ, false",
        "tin/9611, tin/9624, Gặp mặt quý phụ huynh, false",
        "tin/9611, tin/9624, LỊCH TRỰC TUẦN, true",
        "tin/9611, tin/9624, Báo cáo quý, true",
        "tin/9611, tin/9624, Khánh thành nhà văn hóa thôn Đoài, false"
    })
    void the_next_issue_in_the_midst_of_a_list_without_dates_is_news(
            String was, String is, String title, boolean news) {
        ListComparison list = compare(
                List.of(
                        shown("c", "Họp thôn bàn việc làng", null, 0),
                        shown(was, title, null, 1),
                        shown("a", "Tiêm phòng đàn gia súc", null, 2)),
                List.of(
                        now("c", "Họp thôn bàn việc làng", null),
                        now(is, title, null),
                        now("a", "Tiêm phòng đàn gia súc", null)));
        assertThat(news(list)).isEqualTo(news ? List.of(is) : List.of());
    }

    @Test
    void what_slides_in_below_a_list_that_had_its_news_on_top_is_no_news() {
        List<ListItem> before =
                List.of(shown("c", "Tin ba", null, 0), shown("b", "Tin hai", null, 1), shown("a", "Tin một", null, 2));
        List<Headline> now = List.of(
                now("d", "Tin mới", null),
                now("c", "Tin ba", null),
                now("b", "Tin hai", null),
                now("a", "Tin một", null),
                now("z", "Tin cũ", null));
        assertThat(news(compareKnowing(before, now, Set.of("c", "b")))).containsExactly("d");
        assertThat(news(compareKnowing(before, now, Set.of("c")))).containsExactly("d", "z");
        assertThat(news(compareKnowing(before, now, Set.of()))).containsExactly("d", "z");
        assertThat(news(compareKnowing(before, now, Set.of("a", "b")))).containsExactly("d", "z");
    }

    @Test
    void what_takes_the_last_place_of_a_page_of_several_boxes_is_news() {
        List<ListItem> before = List.of(
                shown("tin/c", "Tin ba", null, 0),
                shown("tin/b", "Tin hai", null, 1),
                shown("tin/a", "Tin một", null, 2),
                shown("thong-bao/x", "Thông báo cắt điện", null, 3));
        for (String box : List.of("thong-bao/y", "tin/y")) {
            List<Headline> now = List.of(
                    now("tin/c", "Tin ba", null),
                    now("tin/b", "Tin hai", null),
                    now("tin/a", "Tin một", null),
                    now(box, "Thông báo cấp nước", null));
            assertThat(news(compareKnowing(before, now, Set.of("tin/c", "tin/b"))))
                    .containsExactly(box);
        }
        List<Headline> other = List.of(
                now("tin/c", "Tin ba", null), now("tin/b", "Tin hai", null), now("thong-bao/y", "Cấp nước", null));
        assertThat(news(compareKnowing(before.subList(0, 2), other, Set.of("tin/c"))))
                .containsExactly("thong-bao/y");
    }

    private static ListComparison compareKnowing(List<ListItem> before, List<Headline> now, Set<String> later) {
        return new ListComparison(
                        new ListComparison.Past(before, Optional.of(FIRST), Optional.of(LAST), () -> later, false),
                        ZoneOffset.UTC)
                .with(now, Map.of());
    }

    @Test
    void one_page_name_in_another_folder_is_another_article_when_its_day_is_another() {
        Instant lastMonth = TODAY.minus(Duration.ofDays(30));
        List<ListItem> before = List.of(
                shown("tin/hop-thon-ban-viec", "Họp thôn bàn việc", TODAY, 0),
                shown("lich/lich-tiep-cong-dan", "Lịch tiếp công dân", lastMonth, 1));
        Headline first = now("tin/hop-thon-ban-viec", "Họp thôn bàn việc", TODAY);
        assertThat(news(compare(
                        before, List.of(now("thong-bao/lich-tiep-cong-dan", "Lịch tiếp công dân", TODAY), first))))
                .containsExactly("thong-bao/lich-tiep-cong-dan");
        assertThat(news(compare(
                        before, List.of(now("thong-bao/lich-tiep-cong-dan", "Lịch tiếp công dân", lastMonth), first))))
                .isEmpty();
    }

    @Test
    void one_page_name_of_another_commune_is_another_article() {
        ListComparison list = compare(
                List.of(
                        shown("xa-an-phu/hop-thon", "Họp thôn", null, 0),
                        shown("xa-an-phu/lich-tiep-cong-dan", "Lịch tiếp công dân", null, 1)),
                List.of(
                        now("xa-minh-tan/lich-tiep-cong-dan", "Lịch tiếp công dân", null),
                        now("xa-an-phu/hop-thon", "Họp thôn", null)));
        assertThat(news(list)).containsExactly("xa-minh-tan/lich-tiep-cong-dan");
    }

    @Test
    void articles_at_their_old_addresses_are_known_under_whatever_key_and_alarm_nobody() {
        List<ListItem> before = new ArrayList<>();
        List<Headline> now = new ArrayList<>();
        now.add(recognised("dnna:9", "tin/articleid/9/moi", "Tin mới"));
        for (int id = 8; id > 0; id--) {
            String path = "tin/articleid/" + id + "/bai";
            before.add(new ListItem(
                    "url:/" + path, "url:/" + path, url(path), "", "Thông báo", Optional.of(TODAY), 8 - id, LAST));
            now.add(recognised("dnna:" + id, path, id == 4 ? "Thông báo (đã sửa)" : "Thông báo"));
        }
        ListComparison list = compare(before, now);
        assertThat(news(list)).containsExactly("dnna:9");
        assertThat(list.moved()).isEmpty();
        assertThat(list.isChangeOfAddresses()).isFalse();
        assertThat(list.headlines().subList(1, 9))
                .extracting(Headline::key)
                .containsExactlyElementsOf(
                        before.stream().map(ListItem::articleKey).toList());
    }

    private static Headline recognised(String key, String path, String title) {
        return new Headline(key, url(path), title, Published.at(TODAY, Precision.MINUTE), "", "", Optional.empty());
    }

    @Test
    void articles_without_pages_of_their_own_are_not_told_by_the_front_page() {
        ListComparison list = compare(
                List.of(new ListItem(
                        "x#title:hop thon", "x#title:hop thon", url(""), "", "Họp thôn", Optional.empty(), 0, LAST)),
                List.of(
                        new Headline(
                                "x#title:tin moi", url(""), "Tin mới", Published.unknown(), "", "", Optional.empty()),
                        new Headline(
                                "x#title:hop thon",
                                url(""),
                                "Họp thôn",
                                Published.unknown(),
                                "",
                                "",
                                Optional.empty())));
        assertThat(news(list)).containsExactly("x#title:tin moi");
    }

    @Test
    void articles_that_share_an_address_are_told_by_their_keys() {
        ListItem first =
                new ListItem("x#guid:1", "x#guid:1", url("ban-tin"), "", "Bản tin một", Optional.of(TODAY), 0, LAST);
        Headline second = new Headline(
                "x#guid:2",
                url("ban-tin"),
                "Bản tin hai",
                Published.at(TODAY, Precision.MINUTE),
                "",
                "",
                Optional.empty());
        assertThat(news(compare(List.of(first), List.of(second)))).containsExactly("x#guid:2");
    }
}
