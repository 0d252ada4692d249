package vn.loa.command.routing;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import vn.loa.command.ChatAdmission;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.Vocabulary;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.command.incoming.Sender;
import vn.loa.command.role.ManagedChats;
import vn.loa.command.role.Roles;
import vn.loa.model.Chat;
import vn.loa.model.ChatState;
import vn.loa.model.Role;
import vn.loa.phrases.Phrases;

/** Runs commands that were understood, for those who may give them. */
final class CommandExecutor {
    private final ChatAdmission admission;
    private final Roles roles;
    private final InstantSource clock;
    private final CommandRights rights;
    private final ReplyLanguage language;
    private final FallbackReplies fallbacks;

    CommandExecutor(CommandContext context, CommandRights rights, ReplyLanguage language, FallbackReplies fallbacks) {
        this.admission = context.admission();
        this.roles = context.roles();
        this.clock = context.clock();
        this.rights = rights;
        this.language = language;
        this.fallbacks = fallbacks;
    }

    /** Runs the action of a command for the sender, who may need to be let in first or may not be entitled to it. */
    Reply execute(IncomingCommand incoming, Vocabulary.Match match, BiFunction<Command, Request, Reply> action) {
        if (incoming.press().isPresent() || !match.command().opens(match.arguments())) {
            Chat chat = admission.meet(incoming.chat(), incoming.kind(), incoming.chatTitle(), incoming.sender());
            if (match.command().asksToBeLetIn()) {
                admission.askIfWaiting(chat.id(), Optional.of(incoming.sender().person()));
            }
            return execute(chat, incoming, match, action);
        }
        return executeCode(incoming, match, action);
    }

    /** Operators are asked about a new chat only when the code with which it came let it in not. */
    private Reply executeCode(
            IncomingCommand incoming, Vocabulary.Match match, BiFunction<Command, Request, Reply> action) {
        Chat chat = admission.meet(incoming.chat(), incoming.kind(), incoming.chatTitle(), incoming.sender());
        Reply reply = execute(chat, incoming, match, action);
        admission.askIfWaiting(chat.id(), Optional.of(incoming.sender().person()));
        return reply;
    }

    private Reply execute(
            Chat chat, IncomingCommand incoming, Vocabulary.Match match, BiFunction<Command, Request, Reply> action) {
        Sender sender = incoming.sender();
        Phrases words = language.of(incoming, chat);
        Command command = match.command();
        boolean opens = incoming.press().isEmpty() && command.opens(match.arguments());
        if (chat.state() == ChatState.REFUSED && !opens && !roles.isOperator(sender.person())) {
            return FallbackReplies.brief(incoming, words.say("chat.refused"));
        }
        Role role = rights.role(command, sender, chat);
        if (!role.atLeast(command.needs())) {
            return fallbacks.refused(
                    incoming, words.say("rights." + command.needs().name()), words);
        }
        if (command.needs() != Role.MEMBER) {
            roles.seen(sender.person(), sender.name(), clock.instant());
        }
        Request request = new Request(
                chat,
                sender.person(),
                sender.name(),
                role,
                match.arguments(),
                incoming.attachment(),
                role.atLeast(Role.MANAGER) ? roles.reach(sender.person()) : ManagedChats.NONE,
                words,
                incoming.answered());
        Reply reply = action.apply(command, request);
        return command.concernsAskerAlone() ? reply.toAskerAlone() : reply;
    }
}
