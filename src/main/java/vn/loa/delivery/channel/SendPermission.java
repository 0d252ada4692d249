package vn.loa.delivery.channel;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Carries along with a call, on the thread that makes it, the question whether this node may still speak. A process that is
 * held between the decision to send and the first byte may go on when another node has sent long since, so a channel asks
 * once more when its connection stands.
 */
public final class SendPermission {
    private static final ThreadLocal<BooleanSupplier> ASKED = new ThreadLocal<>();

    private SendPermission() {}

    /** Makes a call that is not written any more once the permission has ended. */
    public static <T> T during(BooleanSupplier permission, Supplier<T> call) {
        ASKED.set(permission);
        try {
            return call.get();
        } finally {
            ASKED.remove();
        }
    }

    /**
     * Checks the permission of the call that this thread makes; a call that carries none has it.
     *
     * @throws IOException when it has ended: nothing must be written
     */
    public static void check() throws IOException {
        BooleanSupplier permission = ASKED.get();
        if (permission != null && !permission.getAsBoolean()) {
            throw new IOException("another node runs this bot");
        }
    }
}
