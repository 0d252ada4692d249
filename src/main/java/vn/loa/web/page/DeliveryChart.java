package vn.loa.web.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import vn.loa.model.DeliveryState;
import vn.loa.store.StatisticsStore.SettledDeliveries;

/**
 * Draws the deliveries of a day: a bar an hour, what was sent and above it what was given up. The units are those of the
 * picture, {@value #WIDTH} by {@value #HEIGHT}.
 *
 * @param most the number that the highest bar stands for
 */
public record DeliveryChart(List<Bar> bars, int sent, int dead, int most) {
    /** The number of hours. */
    static final int HOURS = 24;

    private static final int WIDTH = 480;
    private static final int HEIGHT = 120;
    private static final int STEP = WIDTH / HOURS;

    /** An hour; tops and heights are counted from the top of the picture downwards. */
    public record Bar(
            String hour, int sent, int dead, int x, int sentTop, int sentHeight, int deadTop, int deadHeight) {}

    /** Returns the beginning of the first hour of the picture. */
    static Instant beginning(Instant now) {
        return now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(HOURS - 1L));
    }

    static DeliveryChart of(List<SettledDeliveries> settled, Instant from, ZoneId zone) {
        int[] sent = hourly(settled, true);
        int[] dead = hourly(settled, false);
        int most = Math.max(
                1,
                IntStream.range(0, HOURS)
                        .map(hour -> sent[hour] + dead[hour])
                        .max()
                        .orElse(0));
        List<Bar> bars = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            String label = from.plus(Duration.ofHours(hour)).atZone(zone).getHour() + ":00";
            bars.add(bar(label, hour * STEP, sent[hour], dead[hour], most));
        }
        return new DeliveryChart(bars, sum(sent), sum(dead), most);
    }

    /** Returns the numbers of deliveries of each hour that were sent, or that were not. */
    private static int[] hourly(List<SettledDeliveries> settled, boolean sent) {
        int[] counts = new int[HOURS];
        settled.stream()
                .filter(each -> each.hour() >= 0 && each.hour() < HOURS)
                .filter(each -> sent == (each.state() == DeliveryState.SENT))
                .forEach(each -> counts[each.hour()] += each.count());
        return counts;
    }

    private static Bar bar(String label, int x, int sent, int dead, int most) {
        int sentHeight = height(sent, most);
        int deadHeight = height(dead, most);
        int sentTop = HEIGHT - sentHeight;
        return new Bar(label, sent, dead, x, sentTop, sentHeight, sentTop - deadHeight, deadHeight);
    }

    /** Few among many are still seen. */
    private static int height(int count, int most) {
        return count == 0 ? 0 : Math.max(2, (int) ((long) count * (HEIGHT - 4) / most));
    }

    private static int sum(int[] counts) {
        return Arrays.stream(counts).sum();
    }
}
