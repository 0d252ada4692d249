package vn.loa.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionRetriesTest {
    private int tried;

    private int failing(int times, SQLException cause) {
        return TransactionRetries.of(() -> {
            tried++;
            if (tried <= times) {
                throw new IllegalStateException("no", cause);
            }
            return tried;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "23505"})
    void what_another_transaction_came_before_is_tried_again(String state) {
        assertThat(failing(2, new SQLException("no", state))).isEqualTo(3);
    }

    @Test
    void what_cannot_pass_is_not() {
        assertThatThrownBy(() -> failing(1, new SQLException("no", "23503"))).isInstanceOf(IllegalStateException.class);
        assertThat(tried).isEqualTo(1);
    }

    @Test
    void a_failure_without_a_state_is_told_as_it_is() {
        assertThatThrownBy(() -> failing(1, new SQLException("closed"))).hasRootCauseMessage("closed");
        assertThat(tried).isEqualTo(1);
    }

    @Test
    void one_that_never_passes_is_given_up() {
        assertThatThrownBy(() -> failing(1000, new SQLException("no", "40001")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(tried).isLessThan(100);
    }
}
