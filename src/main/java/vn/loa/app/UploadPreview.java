package vn.loa.app;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.command.Notices;
import vn.loa.command.NumberedMenus;
import vn.loa.command.Reply;
import vn.loa.command.RunningProgram;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.command.incoming.Sender;
import vn.loa.command.routing.CommandRouter;
import vn.loa.model.Bot;
import vn.loa.model.Chat;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.phrases.Phrases;
import vn.loa.store.chat.OperatorStore;

/**
 * Shows in an operator's chat what a file would change that came by a page of the web server, as if the operator had come
 * back and asked for it.
 */
final class UploadPreview {
    private static final Logger log = LoggerFactory.getLogger(UploadPreview.class);
    /** The words that ask for the preview of a file that was uploaded. */
    private static final String ASKED = "/nhap tep";

    private final CommandRouter router;
    private final NumberedMenus menus;
    private final Notices notices;
    private final OperatorStore operators;
    private final Phrases phrases;

    UploadPreview(
            CommandRouter router, NumberedMenus menus, Notices notices, OperatorStore operators, Phrases phrases) {
        this.router = router;
        this.menus = menus;
        this.notices = notices;
        this.operators = operators;
        this.phrases = phrases;
    }

    /**
     * Shows the file that a person sent last. Where that fails, or the numbers under it would mean nothing to the node that
     * runs the bot, the person reads how to ask for it.
     */
    void show(PersonId person, RunningProgram program) {
        operators.privateChats(List.of(person)).stream().findFirst().ifPresent(chat -> show(chat, person, program));
    }

    private void show(Chat chat, PersonId person, RunningProgram program) {
        Bot bot = chat.address().bot();
        if (!program.showsButtons(bot) && !program.runsHere(bot)) {
            askToAsk(person);
            return;
        }
        try {
            messages(chat, person, program).forEach(each -> notices.to(chat, "import", each));
        } catch (RuntimeException e) {
            log.error("the preview of a file that came by a link failed", e);
            askToAsk(person);
        }
    }

    private void askToAsk(PersonId person) {
        notices.toPeople(List.of(person), "import", OutgoingMessage.plain(phrases.say("import.uploaded")));
    }

    private List<OutgoingMessage> messages(Chat chat, PersonId person, RunningProgram program) {
        IncomingCommand asked = new IncomingCommand(
                chat.address(),
                chat.kind(),
                chat.title(),
                new Sender(person, chat.title(), () -> true),
                ASKED,
                Optional.empty(),
                true);
        Reply reply = router.answer(asked);
        return program.showsButtons(chat.address().bot()) ? reply.messages() : menus.said(asked, reply);
    }
}
