package vn.loa.web.page;

import java.util.Optional;
import vn.loa.command.Reply;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.command.incoming.Press;
import vn.loa.command.incoming.Sender;
import vn.loa.command.role.WebLogins;
import vn.loa.command.routing.CommandRouter;
import vn.loa.model.ButtonData;
import vn.loa.model.ChatKind;

/** Gives commands on behalf of an operator, as if they were typed or pressed in the operator's private chat. */
final class OperatorCommands {
    private static final String NO_MESSAGE = "web";

    private final CommandRouter router;

    OperatorCommands(CommandRouter router) {
        this.router = router;
    }

    /** Says words; the answer may be that these were too many within a minute. */
    Reply say(WebLogins.Session operator, String words) {
        return router.answer(incoming(operator, words, Optional.empty()));
    }

    /** Presses a button of an answer. */
    Reply press(WebLogins.Session operator, String data) {
        return router.answer(incoming(operator, data, Optional.of(new Press.OfButton(NO_MESSAGE))));
    }

    /** Presses one of the buttons that a person chose together; the caller limits how many. */
    Reply pressAmongMany(WebLogins.Session operator, ButtonData data) {
        return router.pressedAmongMany(incoming(operator, data.text(), Optional.of(new Press.OfButton(NO_MESSAGE))));
    }

    private static IncomingCommand incoming(WebLogins.Session operator, String words, Optional<Press> press) {
        Sender sender = new Sender(operator.person(), "", () -> true);
        return new IncomingCommand(operator.chat(), ChatKind.PRIVATE, "", sender, words, press, true);
    }
}
