package vn.loa.portal.generic.block;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import vn.loa.waiting.CpuTime;

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
        return inTime(() -> LinkText.of(link, text + date));
    }

    private static <T> T inTime(Supplier<T> reading) {
        AtomicReference<T> read = new AtomicReference<>();
        assertThat(CpuTime.of(() -> read.set(reading.get()))).isLessThan(LONGEST);
        return read.get();
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
        assertThat(inTime(() -> LinkText.whole(dots, new Element("li")))).isEqualTo(dots);
    }
}
