package vn.loa.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.loa.model.Headline;
import vn.loa.model.Published;
import vn.loa.store.article.ListItem;

/** Addresses that carry a session tell the same articles as before, also when a title was edited meanwhile. */
class SettledAddressesTest {
    private static final Instant SEEN = Instant.parse("2026-11-28T00:00:00Z");

    private static String key(String path) {
        return "xathu.gov.vn#url:" + path;
    }

    private static ListItem remembered(String path, String title) {
        String address = "https://xathu.gov.vn" + path;
        return new ListItem(key(path), key(path), URI.create(address), "", title, Optional.empty(), 0, SEEN);
    }

    private static Headline listed(String path, String title) {
        String address = "https://xathu.gov.vn" + path;
        return new Headline(key(path), URI.create(address), title, Published.unknown(), "", "", Optional.empty());
    }

    private static List<ListItem> before() {
        return List.of(
                remembered("/xem?bai=1&phien=aa1", "Họp thôn Nam Quất"),
                remembered("/xem?bai=2&phien=aa1", "Tiêm phòng đợt hai"),
                remembered("/xem?bai=3&phien=aa1", "Ra quân làm sạch đường làng"));
    }

    @Test
    void an_edited_title_under_another_session_is_the_article_of_before() {
        assertThat(SettledAddresses.of(
                        List.of(
                                listed("/xem?bai=4&phien=bb2", "Khai giảng lớp học nghề"),
                                listed("/xem?bai=1&phien=bb2", "Họp thôn Nam Quất"),
                                listed("/xem?bai=2&phien=bb2", "Tiêm phòng đợt hai"),
                                listed("/xem?bai=3&phien=bb2", "Ra quân dọn đường làng cuối tuần")),
                        before()))
                .extracting(Headline::key)
                .containsExactly(
                        "xathu.gov.vn#url:/xem?bai=4&phien=bb2",
                        "xathu.gov.vn#url:/xem?bai=1&phien=aa1",
                        "xathu.gov.vn#url:/xem?bai=2&phien=aa1",
                        "xathu.gov.vn#url:/xem?bai=3&phien=aa1");
    }

    @Test
    void addresses_that_stay_are_left_as_they_are() {
        List<Headline> same = List.of(
                listed("/xem?bai=4&phien=aa1", "Khai giảng lớp học nghề"),
                listed("/xem?bai=1&phien=aa1", "Họp thôn Nam Quất"),
                listed("/xem?bai=2&phien=aa1", "Tiêm phòng đợt hai"));
        assertThat(SettledAddresses.of(same, before())).isEqualTo(same);
    }
}
