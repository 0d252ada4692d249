package vn.loa.waiting;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

class CpuTimeTest {
    private volatile long sum;

    @Test
    void work_that_grows_with_the_size_is_told_from_work_that_grows_with_its_square() {
        CpuTime.assertLinear(100, size -> count(200L * size));
        assertThatThrownBy(() -> CpuTime.assertLinear(100, size -> count((long) size * size)))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_measurement_that_is_disturbed_acquits_nobody() {
        Map<Integer, Integer> measured = new HashMap<>();
        IntConsumer disturbed =
                size -> count((long) size * size * (measured.merge(size, 1, Integer::sum) % 2 == 0 ? 3 : 1));
        assertThatThrownBy(() -> CpuTime.assertLinear(100, disturbed)).isInstanceOf(AssertionError.class);
    }

    @Test
    void no_size_grows_from_nothing() {
        assertThatThrownBy(() -> CpuTime.assertLinear(0, size -> {})).isInstanceOf(IllegalArgumentException.class);
    }

    private void count(long steps) {
        for (long i = 0; i < steps; i++) {
            sum = i;
        }
    }
}
