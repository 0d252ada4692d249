package vn.loa.command;

import vn.loa.model.Problem;
import vn.loa.phrases.Phrases;

/** Words a source's problem for people. */
public final class ProblemText {
    private ProblemText() {}

    public static String of(Phrases phrases, Problem problem) {
        return phrases.say("problem." + problem.kind().name(), problem.detail());
    }
}
