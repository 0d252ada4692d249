package vn.loa.text.speech;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one kind of written form aloud. */
interface SpeechRule {
    /** Says the form that begins where the context stands; empty when none does. */
    Optional<Spoken> read(SpeechContext context);

    /**
     * A form that was said.
     *
     * @param words how it is said; empty when it is left out
     * @param end where the form ends in the text
     * @param kind what the form is, for what follows it
     */
    record Spoken(String words, int end, SpeechContext.Kind kind) {}

    /** Says a form that a pattern found. */
    interface Reading {
        /** Returns the words; empty when it is no such form after all. */
        Optional<String> say(Matcher found, SpeechContext context);
    }

    /** Makes the rule for a form that one pattern describes from its first character on. */
    static SpeechRule of(String form, SpeechContext.Kind kind, Reading reading) {
        Pattern pattern = Pattern.compile(form);
        return context -> {
            Matcher found = SpeechContext.at(pattern, context.text(), context.start());
            return found.lookingAt() && found.end() > context.start()
                    ? reading.say(found, context).map(words -> new Spoken(words, found.end(), kind))
                    : Optional.empty();
        };
    }
}
