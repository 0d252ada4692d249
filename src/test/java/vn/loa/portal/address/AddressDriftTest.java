package vn.loa.portal.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.loa.model.Headline;
import vn.loa.model.Published;

/** What two fetches of one list tell of its addresses. */
class AddressDriftTest {
    private static final String SITE = "http://xa.gov.vn";

    private static List<Headline> list(String... addresses) {
        return Arrays.stream(addresses).map(AddressDriftTest::headline).toList();
    }

    /** {@code title address}. */
    private static Headline headline(String told) {
        String[] parts = told.split(" ", 2);
        URI url = URI.create(SITE + parts[1]);
        return new Headline("xa.gov.vn#url:" + parts[1], url, parts[0], Published.unknown(), "", "", Optional.empty());
    }

    @Test
    void a_parameter_that_is_another_each_time_is_found_whatever_its_name() {
        List<Headline> first = list("A /xem?id=1&ma=ab1", "B /xem?id=2&ma=ab2", "C /xem?id=3&ma=ab3");
        List<Headline> second =
                list("N /xem?id=9&ma=x0", "A /xem?id=1&ma=x1", "B /xem?id=2&ma=x2", "C /xem?id=3&ma=x3");
        AddressDrift drift = AddressDrift.between(first, second);
        assertThat(drift.parameters()).containsExactly("ma");
        assertThat(drift.settled(first.get(0)).key())
                .isEqualTo(drift.settled(second.get(1)).key())
                .isEqualTo("xa.gov.vn#url:/xem?id=1");
        assertThat(drift.settled(second.get(1)).aliases()).containsExactly("xa.gov.vn#url:/xem?id=1&ma=x1");
        assertThat(drift.settled(second.get(1)).url()).hasToString(SITE + "/xem?id=1&ma=x1");
    }

    @Test
    void a_part_of_the_path_and_the_place_in_the_list_are_found_too() {
        AddressDrift path =
                AddressDrift.between(list("A /x81/tin/a", "B /x81/tin/b"), list("A /x97/tin/a", "B /x97/tin/b"));
        assertThat(path.segments()).containsExactly(1);
        assertThat(path.settled(headline("A /x97/tin/a")).key()).isEqualTo("xa.gov.vn#url:/tin/a");
        AddressDrift place =
                AddressDrift.between(list("A /a?stt=1", "B /b?stt=2"), list("N /n?stt=1", "A /a?stt=2", "B /b?stt=3"));
        assertThat(place.parameters()).containsExactly("stt");
    }

    @Test
    void a_parameter_that_comes_and_goes_is_found() {
        assertThat(AddressDrift.between(list("A /a?q=1", "B /b?q=1"), list("A /a", "B /b"))
                        .parameters())
                .containsExactly("q");
    }

    @Test
    void a_list_that_only_moved_on_has_none() {
        List<Headline> first = list("A /xem?id=1", "B /xem?id=2", "C /xem?id=3");
        List<Headline> second = list("N /xem?id=4", "A /xem?id=1", "B /xem?id=2");
        assertThat(AddressDrift.between(first, second).isNone()).isTrue();
        assertThat(AddressDrift.none().settled(first.get(0))).isEqualTo(first.get(0));
    }

    @Test
    void one_article_published_anew_under_another_number_is_no_drift() {
        assertThat(AddressDrift.between(list("A /xem?id=1", "B /xem?id=2"), list("A /xem?id=7", "B /xem?id=2"))
                        .isNone())
                .isTrue();
    }

    @Test
    void what_alone_tells_articles_apart_is_never_taken_for_drift() {
        assertThat(AddressDrift.between(list("A /xem?id=1", "B /xem?id=2"), list("A /xem?id=8", "B /xem?id=9"))
                        .isNone())
                .isTrue();
    }

    @Test
    void titles_that_stand_twice_and_a_portal_that_was_rebuilt_say_nothing() {
        assertThat(AddressDrift.between(list("A /a?x=1", "A /b?x=1"), list("A /a?x=2", "A /b?x=2"))
                        .isNone())
                .isTrue();
        assertThat(AddressDrift.between(list("A /tin/a", "B /tin/b"), list("A /bai/moi/1", "B /bai/moi/2"))
                        .isNone())
                .isTrue();
    }

    @Test
    void a_number_in_the_path_stays_the_key() {
        AddressDrift drift = new AddressDrift(java.util.Set.of("ma"), java.util.Set.of());
        Headline numbered = new Headline(
                "xa.gov.vn#nv:news:5",
                URI.create(SITE + "/news/a-5.html?ma=1"),
                "A",
                Published.unknown(),
                "",
                "",
                Optional.empty());
        assertThat(drift.settled(numbered)).isEqualTo(numbered);
    }
}
