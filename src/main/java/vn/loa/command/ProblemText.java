package vn.loa.command;

import vn.loa.model.Problem;
import vn.loa.phrases.Phrases;

/** How a problem of a source is put to people. */
public final class ProblemText {
    private ProblemText() {}

    public static String of(Phrases phrases, Problem problem) {
        return phrases.say("problem." + problem.kind().name(), problem.detail());
    }
}
