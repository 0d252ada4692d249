package vn.loa.zalo.oa;

import vn.loa.delivery.channel.SendResult;

/** Zalo did not do what was asked. The message is one English phrase without secrets, for an operator. */
public final class OaException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final transient SendResult meaning;

    OaException(String reason, SendResult meaning) {
        super(reason);
        this.reason = reason;
        this.meaning = meaning;
    }

    @Override
    public String getMessage() {
        return reason;
    }

    static OaException down(String reason) {
        return new OaException(reason, new SendResult.ChannelDown(reason));
    }

    static OaException notSent(String reason) {
        return new OaException(reason, new SendResult.NotSent(reason));
    }

    /** Returns the meaning of the failure for a message that was to be sent. */
    SendResult meaning() {
        return meaning;
    }
}
