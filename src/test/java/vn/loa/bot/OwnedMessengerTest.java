package vn.loa.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import vn.loa.delivery.channel.Messenger;

/** What speaks only while this node owns the bot does all that the channel does. */
class OwnedMessengerTest {
    @Test
    void no_call_ends_at_a_default_instead_of_the_channel() {
        assertThat(Messenger.class.getMethods())
                .allSatisfy(method -> assertThat(Arrays.stream(OwnedMessenger.class.getDeclaredMethods())
                                .filter(each -> each.getName().equals(method.getName()))
                                .map(Method::getParameterTypes))
                        .as(method.getName())
                        .anyMatch(types -> Arrays.equals(types, method.getParameterTypes())));
    }
}
