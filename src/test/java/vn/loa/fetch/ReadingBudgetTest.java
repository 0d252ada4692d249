package vn.loa.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.loa.waiting.TestPatience;

class ReadingBudgetTest {
    private static final int MEBIBYTE = 1024 * 1024;
    private static final Page SMALL = page("<p>một</p>");

    private final ReadingBudget budget = new ReadingBudget(10 * MEBIBYTE);

    private static Page page(String text) {
        return Page.of(URI.create("http://xathu.gov.vn/"), text);
    }

    @Test
    void a_page_of_more_elements_than_there_is_room_for_is_refused_unread() {
        AtomicInteger read = new AtomicInteger();
        String result =
                budget.read(page("<p>".repeat(60_000)), () -> "read " + read.incrementAndGet(), Function.identity());
        assertThat(result).contains("too large to be read", "60000 elements");
        assertThat(read).hasValue(0);
    }

    @Test
    void a_long_page_of_few_elements_is_read() {
        assertThat(budget.read(page("a".repeat(MEBIBYTE * 3 / 4)), () -> "read", Function.identity()))
                .isEqualTo("read");
    }

    @Test
    void memory_that_runs_out_is_the_page_s_failure_and_leaves_room_for_the_next() {
        for (int i = 0; i < 3; i++) {
            String result = budget.read(
                    page("<p>".repeat(38_000)),
                    () -> {
                        throw new OutOfMemoryError("on purpose");
                    },
                    Function.identity());
            assertThat(result).isEqualTo("out of memory while reading");
        }
        assertThat(budget.read(page("<p>".repeat(38_000)), () -> "read", Function.identity()))
                .isEqualTo("read");
    }

    @Test
    void a_page_that_is_nested_too_deep_is_its_own_failure() {
        Supplier<String> endless = () -> {
            throw new StackOverflowError("on purpose");
        };
        assertThat(budget.read(page("<p>"), endless, Function.identity())).isEqualTo("nested too deep to be read");
    }

    @Test
    void two_large_pages_are_never_read_at_the_same_time() throws Exception {
        assertThat(mostAtATime(budget, page("<p>".repeat(30_000)))).isEqualTo(1);
    }

    @Test
    void beside_a_page_that_is_read_alone_no_other_is_read() throws Exception {
        assertThat(mostAtATime(budget.alone(), SMALL)).isEqualTo(1);
    }

    @Test
    void large_pages_that_wait_keep_no_small_one_waiting() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> large = IntStream.range(0, 3)
                    .mapToObj(i -> threads.submit(
                            () -> budget.read(page("<p>".repeat(38_000)), () -> met(end), refused -> false)))
                    .toList();
            assertThat(threads.submit(() -> budget.read(SMALL, () -> "read", Function.identity()))
                            .get(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .isEqualTo("read");
            end.countDown();
            for (Future<Boolean> each : large) {
                assertThat(each.get(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void small_pages_are_read_side_by_side() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> met = IntStream.range(0, 2)
                    .mapToObj(i -> threads.submit(() -> budget.read(SMALL, () -> met(both), refused -> false)))
                    .toList();
            for (Future<Boolean> each : met) {
                assertThat(each.get(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean met(CountDownLatch both) {
        both.countDown();
        try {
            return both.await(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // Lets another come in, if any may.
    private static int mostAtATime(ReadingBudget budget, Page page) throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> readings = IntStream.range(0, 40)
                    .mapToObj(i -> threads.submit(() -> budget.read(
                            page,
                            () -> {
                                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                                Thread.yield();
                                inside.decrementAndGet();
                                return "read";
                            },
                            Function.identity())))
                    .toList();
            for (Future<String> each : readings) {
                assertThat(each.get(TestPatience.LIMIT.toSeconds(), TimeUnit.SECONDS))
                        .isEqualTo("read");
            }
        } finally {
            threads.shutdownNow();
        }
        return most.get();
    }
}
