package vn.loa.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import vn.loa.delivery.channel.Messenger;

/** What is measured does all that the channel does. */
class MeasuredMessengerTest {
    @Test
    void no_call_ends_at_a_default_instead_of_the_channel() {
        assertThat(Messenger.class.getMethods())
                .allSatisfy(method -> assertThat(Arrays.stream(MeasuredMessenger.class.getDeclaredMethods())
                                .filter(each -> each.getName().equals(method.getName()))
                                .map(Method::getParameterTypes))
                        .as(method.getName())
                        .anyMatch(types -> Arrays.equals(types, method.getParameterTypes())));
    }
}
