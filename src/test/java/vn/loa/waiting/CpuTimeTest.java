package vn.loa.waiting;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CpuTimeTest {
    private volatile long sum;

    @Test
    void work_that_grows_with_the_size_is_told_from_work_that_grows_with_its_square() {
        CpuTime.assertLinear(100, size -> count(200L * size));
        assertThatThrownBy(() -> CpuTime.assertLinear(100, size -> count((long) size * size)))
                .isInstanceOf(AssertionError.class);
    }

    private void count(long steps) {
        for (long i = 0; i < steps; i++) {
            sum = i;
        }
    }
}
