package vn.loa.portal.generic.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** A link's text is parted into its title and its date, however long it is. */
class LinkTextTest {
    private static final Duration LONGEST = Duration.ofSeconds(4);
    private static final String TITLE = "Xã Tân Phú ra quân làm thủy lợi";

    private static LinkText read(String text, String date) {
        Element link = new Element("a")
                .appendText(text)
                .appendElement("span")
                .text(date)
                .parent();
        return Assertions.assertTimeoutPreemptively(LONGEST, () -> LinkText.of(link, text + date));
    }

    @Test
    void dashes_between_a_title_and_its_date_belong_to_neither() {
        assertThat(read(TITLE + " -– | ", "12/12/2026")).isEqualTo(new LinkText(TITLE, "12/12/2026"));
    }

    @Test
    void a_run_of_dashes_costs_no_more_than_its_length() {
        assertThat(read(TITLE + "–".repeat(80_000) + "a", "12/12/2026").date()).isEqualTo("12/12/2026");
    }

    @Test
    void a_run_of_dots_costs_no_more_than_its_length() {
        String dots = ".".repeat(80_000) + "a";
        assertThat(Assertions.assertTimeoutPreemptively(LONGEST, () -> LinkText.whole(dots, new Element("li"))))
                .isEqualTo(dots);
    }
}
