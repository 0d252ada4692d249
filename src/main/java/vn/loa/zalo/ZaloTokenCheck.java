package vn.loa.zalo;

import java.util.Optional;

/** Asks Zalo whose a token is, before there is a bot. */
public final class ZaloTokenCheck {
    /** 403 is Zalo's code for a failure of its own (facts of Zalo, 1.4). */
    private static final int UNREADY = 403;

    private ZaloTokenCheck() {}

    /**
     * Represents the answer.
     *
     * @param name as people see the bot; empty when Zalo does not take the token or does not answer
     * @param problem why there is no name, in English and without the token; empty when there is one
     */
    public record Answer(Optional<String> name, String problem) {}

    /** Asks Zalo once; takes as long as a call may. */
    public static Answer ask(ZaloAccount account, ZaloOptions.Times times) {
        ZaloCalls calls = new ZaloCalls(account, times, ZaloCalls.shared());
        try {
            ZaloAnswer answer = calls.call("getMe", ZaloCalls.parameters());
            return answer instanceof ZaloAnswer.Ok ok
                    ? new Answer(
                            ZaloProfile.read(ok.result()).names().stream()
                                    .findFirst()
                                    .or(() -> Optional.of(account.bot().name())),
                            "")
                    : new Answer(Optional.empty(), problem(answer));
        } finally {
            calls.close();
        }
    }

    private static String problem(ZaloAnswer answer) {
        return answer instanceof ZaloAnswer.Refused refused && refused.code() != UNREADY
                ? "token refused"
                : "no answer from the platform";
    }
}
