package vn.loa.app;

import vn.loa.command.CommandContext;
import vn.loa.phrases.Phrases;

/** Gives tests of commands what the program does regularly for operators. */
public final class OperatorMessagesOf {
    private OperatorMessagesOf() {}

    public static Runnable program(CommandContext context, Storage storage, Phrases phrases) {
        return new OperatorMessages(context, storage, phrases);
    }
}
