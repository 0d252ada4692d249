package vn.loa.command;

import vn.loa.model.Problem;
import vn.loa.text.Phrases;

/** How a problem of a source is put to people. */
final class Wording {
    private Wording() {}

    static String of(Phrases phrases, Problem problem) {
        return phrases.say("problem." + problem.kind().name(), problem.detail());
    }
}
