package vn.loa.command.routing;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.command.ChatAdmission;
import vn.loa.command.Command;
import vn.loa.command.Vocabulary;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.command.incoming.Sender;
import vn.loa.command.role.RoleUnknownException;
import vn.loa.command.role.Roles;
import vn.loa.model.Chat;
import vn.loa.model.Role;

/** Decides which commands a person may give in a chat. */
final class CommandRights {
    private static final Logger log = LoggerFactory.getLogger(CommandRights.class);

    private final Vocabulary vocabulary;
    private final ChatAdmission admission;
    private final Roles roles;

    CommandRights(Vocabulary vocabulary, ChatAdmission admission, Roles roles) {
        this.vocabulary = vocabulary;
        this.admission = admission;
        this.roles = roles;
    }

    /** Tells whether the sender is an operator. */
    boolean operator(IncomingCommand incoming) {
        return roles.isOperator(incoming.sender().person());
    }

    /** Tells whether the help would list the command of a name for this person here. */
    boolean mayUse(IncomingCommand incoming, String command) {
        return vocabulary
                .named(command)
                .filter(named -> mayUse(incoming, named))
                .isPresent();
    }

    /** Tells whether the help would list the command for this person here. */
    boolean mayUse(IncomingCommand incoming, Command command) {
        try {
            return command.listed() && isEntitled(incoming, command);
        } catch (RoleUnknownException e) {
            log.debug("{}: {}", incoming.chat(), e.getMessage());
            return false;
        }
    }

    private boolean isEntitled(IncomingCommand incoming, Command command) {
        boolean administers = command.needs() == Role.CHAT_ADMIN
                && incoming.sender().chatAdmin().getAsBoolean();
        return command.needs() == Role.MEMBER
                || administers
                || operator(incoming)
                || admission
                        .known(incoming.chat())
                        .filter(chat -> roles.of(incoming.sender(), chat).atLeast(command.needs()))
                        .isPresent();
    }

    /**
     * Returns the sender's role in a chat as far as the command needs to know it. What everybody may do needs no
     * platform's word; who cannot be asked about is a member then.
     *
     * @throws RoleUnknownException when the platform does not say and the command is not for everybody
     */
    Role role(Command command, Sender sender, Chat chat) {
        try {
            return command.asksRole() ? roles.of(sender, chat) : Role.MEMBER;
        } catch (RoleUnknownException e) {
            if (command.needs() != Role.MEMBER) {
                throw e;
            }
            return Role.MEMBER;
        }
    }
}
