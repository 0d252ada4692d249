package vn.loa.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.loa.model.Headline;
import vn.loa.model.Precision;
import vn.loa.model.Published;
import vn.loa.watch.ListComparison.Entry;
import vn.loa.watch.ListComparison.State;

/** Which lists have the newest first, so that nothing new comes in at their end. */
class ListOrderTest {
    private static final Instant FIRST = Instant.parse("2026-03-01T08:00:00Z");

    private final List<Entry> entries = new ArrayList<>();

    private ListOrderTest known(String path) {
        return add(path, "Tin", "", State.KNOWN);
    }

    private ListOrderTest add(String path, String title, String day, State state) {
        Published published =
                day.isEmpty() ? Published.unknown() : Published.at(Instant.parse(day + "T01:00:00Z"), Precision.MINUTE);
        String key = "xathu.gov.vn#url:" + path;
        URI url = URI.create("http://xathu.gov.vn" + path);
        entries.add(
                new Entry(new Headline(key, url, title, published, "", "", Optional.empty()), key, "", state, false));
        return this;
    }

    private boolean isOlderBelow(String path, String title) {
        add(path, title, "", State.NEW);
        ListOrder order = new ListOrder(entries, Set::of, false);
        boolean older = order.isOlderThanAll(entries.size() - 1, FIRST);
        assertThat(order.isBelowAll(entries.size() - 1)).isEqualTo(older);
        entries.remove(entries.size() - 1);
        return older;
    }

    @Test
    void a_lower_number_of_the_same_form_and_folder_is_older() {
        known("/tin/a-510.html").known("/tin/b-509.html").known("/tin/c-508.html");
        assertThat(isOlderBelow("/tin/d-505.html", "Tin")).isTrue();
        assertThat(isOlderBelow("/tin/d-511.html", "Tin")).isFalse();
    }

    @Test
    void numbers_of_several_folders_tell_the_order_together() {
        known("/tin/a-1010.html").known("/le/b-1004.html").known("/tin/c-1001.html");
        assertThat(isOlderBelow("/le/d-998.html", "Tin")).isTrue();
        assertThat(isOlderBelow("/thong-bao/d-998.html", "Tin")).isFalse();
    }

    @Test
    void the_number_of_a_document_tells_no_order() {
        known("/tin/a-510.html").known("/tin/b-509.html").known("/thong-bao/c-508.html");
        assertThat(isOlderBelow("/thong-bao/ke-hoach-so-12.html", "Kế hoạch về giám sát"))
                .isFalse();
        assertThat(isOlderBelow("/tin/ke-hoach-so-500.html", "Kế hoạch số 500")).isFalse();
    }

    @Test
    void few_numbers_and_numbers_that_rise_tell_no_order() {
        known("/tin/a-510.html").known("/tin/b-509.html");
        assertThat(isOlderBelow("/tin/d-505.html", "Tin")).isFalse();
        known("/tin/c-512.html");
        assertThat(isOlderBelow("/tin/d-505.html", "Tin")).isFalse();
    }

    @Test
    void young_sites_have_small_numbers() {
        known("/bai/9-a").known("/bai/8-b").known("/bai/7-c");
        assertThat(isOlderBelow("/bai/2-d", "Tin")).isTrue();
    }

    @Test
    void another_known_address_without_a_number_leaves_the_order_open() {
        known("/tin/a-510.html")
                .known("/tin/b-509.html")
                .known("/tin/c-508.html")
                .known("/gioi-thieu.html");
        assertThat(isOlderBelow("/tin/d-505.html", "Tin")).isFalse();
    }

    @Test
    void what_stands_below_falling_dates_is_older() {
        add("/a", "Tin", "2026-02-20", State.KNOWN)
                .add("/b", "Tin", "2026-02-15", State.KNOWN)
                .add("/c", "Tin", "2026-02-11", State.KNOWN);
        assertThat(isOlderBelow("/d", "Tin")).isTrue();
        add("/e", "Tin", "2026-02-12", State.KNOWN);
        assertThat(isOlderBelow("/d", "Tin")).isFalse();
    }

    @Test
    void what_has_a_known_item_below_it_may_be_new() {
        known("/tin/a-510.html").known("/tin/b-509.html").known("/tin/c-508.html");
        add("/tin/d-505.html", "Tin", "", State.NEW).known("/tin/e-504.html");
        assertThat(new ListOrder(entries, Set::of, false).isOlderThanAll(3, FIRST))
                .isFalse();
        assertThat(new ListOrder(entries, Set::of, false).isBelowAll(3)).isFalse();
    }
}
