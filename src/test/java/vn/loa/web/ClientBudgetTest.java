package vn.loa.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class ClientBudgetTest {
    private final ClientBudget budget = new ClientBudget(2);

    @Test
    void a_client_with_too_many_requests_at_once_waits_and_others_do_not() throws UnknownHostException {
        InetAddress one = InetAddress.getByName("203.0.113.1");
        InetAddress other = InetAddress.getByName("203.0.113.2");
        assertThat(budget.enter(one)).isTrue();
        assertThat(budget.enter(one)).isTrue();
        assertThat(budget.enter(one)).isFalse();
        assertThat(budget.enter(other)).isTrue();
        budget.leave(one);
        assertThat(budget.enter(one)).isTrue();
        budget.leave(one);
        budget.leave(one);
        budget.leave(other);
        assertThat(budget.clients()).isZero();
    }

    @Test
    void a_proxy_on_this_machine_has_no_limit() {
        for (int i = 0; i < 50; i++) {
            assertThat(budget.enter(InetAddress.getLoopbackAddress())).isTrue();
        }
    }
}
