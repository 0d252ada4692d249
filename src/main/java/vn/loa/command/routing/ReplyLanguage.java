package vn.loa.command.routing;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.command.ChatAdmission;
import vn.loa.command.RunningProgram;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.model.Chat;
import vn.loa.phrases.Phrases;
import vn.loa.store.chat.LanguageStore;

/** Chooses the phrases for what is answered in a chat: by its language, and by how it can answer in turn. */
final class ReplyLanguage {
    private static final Logger log = LoggerFactory.getLogger(ReplyLanguage.class);

    private final ChatAdmission admission;
    private final RunningProgram program;
    private final LanguageStore languages;
    private final Phrases phrases;
    private final Phrases english = Phrases.english();

    /** Makes the choice between these phrases and the English ones. */
    ReplyLanguage(ChatAdmission admission, RunningProgram program, LanguageStore languages, Phrases phrases) {
        this.admission = admission;
        this.program = program;
        this.languages = languages;
        this.phrases = phrases;
    }

    /**
     * Returns the answer after a failure. The failure may be the database itself, so the chat's language may be
     * unknown.
     */
    String afterFailure(IncomingCommand incoming) {
        try {
            return of(incoming).say("command.failed");
        } catch (RuntimeException e) {
            log.debug("the language of {} is not known", incoming.chat(), e);
            return phrases.say("command.failed");
        }
    }

    /** Returns the phrases in the language of the chat. */
    Phrases of(IncomingCommand incoming) {
        boolean wantsEnglish = admission
                .known(incoming.chat())
                .filter(chat -> languages.english(chat.id()))
                .isPresent();
        return words(incoming, wantsEnglish);
    }

    /** Returns the phrases for a chat that is known, worded so that what they ask for is heard in it. */
    Phrases of(IncomingCommand incoming, Chat chat) {
        return words(incoming, languages.english(chat.id()));
    }

    /** Returns the phrases of a language, worded so that what they ask for is heard in the chat. */
    private Phrases words(IncomingCommand incoming, boolean wantsEnglish) {
        Phrases language = wantsEnglish ? english : phrases;
        return incoming.kind().shared()
                ? language.heardThrough(program.hearing(incoming.chat().bot()))
                : language;
    }
}
