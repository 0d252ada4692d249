package vn.loa.command.routing;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import vn.loa.command.ChatAdmission;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.RunningProgram;
import vn.loa.command.Vocabulary;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.command.menu.CommandButtons;
import vn.loa.command.role.RoleUnknownException;
import vn.loa.command.role.Roles;
import vn.loa.model.ButtonData;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.Role;
import vn.loa.phrases.Phrases;
import vn.loa.store.chat.LanguageStore;
import vn.loa.text.PoliteWords;

/**
 * Finds the command that a person means, checks the right to it, and makes sure that everybody who spoke to the bot
 * gets an answer, also when a command fails.
 */
public final class CommandRouter {
    private static final Logger log = LoggerFactory.getLogger(CommandRouter.class);
    private final List<Command> commands;
    private final Vocabulary vocabulary;
    private final ChatAdmission admission;
    private final Roles roles;
    private final RunningProgram program;
    private final OncePerDay notUnderstood;
    private final OncePerDay typedInChannels;
    private final CommandMenus menus;
    private final ReplyLanguage language;
    private final CommandRights rights;
    private final CommandExecutor executor;
    private final CommandRateLimit rateLimit;
    private final SentenceOffers offers;
    private final FallbackReplies fallbacks;
    private final SentenceRouter sentences;

    /**
     * Makes the router.
     *
     * @param commands in the order in which the help lists them
     * @param rateLimit the limits on how often people may ask
     * @param languages the chats that are answered in English
     */
    public CommandRouter(
            List<Command> commands,
            CommandContext context,
            Phrases phrases,
            CommandRateLimit rateLimit,
            LanguageStore languages,
            SentenceOffers offers) {
        this.commands = List.copyOf(commands);
        this.vocabulary = new Vocabulary(commands);
        this.admission = context.admission();
        this.roles = context.roles();
        this.program = context.program();
        this.notUnderstood = new OncePerDay(context.zone(), context.clock());
        this.typedInChannels = new OncePerDay(context.zone(), context.clock());
        this.menus = new CommandMenus(commands, phrases);
        this.rateLimit = rateLimit;
        this.offers = offers;
        this.fallbacks = new FallbackReplies(offers);
        this.language = new ReplyLanguage(admission, program, languages, phrases);
        this.rights = new CommandRights(vocabulary, admission, roles);
        this.executor = new CommandExecutor(context, rights, language, fallbacks);
        this.sentences = offers.over(vocabulary);
    }

    /** Returns the menus of the commands. */
    public CommandMenus menus() {
        return menus;
    }

    /** Returns a person's role in a group by Loa's own lists; a member in a group that Loa does not serve. */
    public Role granted(PersonId person, ChatAddress group) {
        return admission
                .known(group.withoutTopic())
                .filter(Chat::active)
                .map(chat -> roles.granted(person, chat))
                .orElse(Role.MEMBER);
    }

    /** Returns the roles, which decide on the menus. */
    public Roles roles() {
        return roles;
    }

    /** Answers an incoming command or press; never throws. */
    public Reply answer(IncomingCommand incoming) {
        try (MDC.MDCCloseable bot =
                        MDC.putCloseable("bot", incoming.chat().bot().key());
                MDC.MDCCloseable chat = MDC.putCloseable("chat", incoming.chat().chatId())) {
            if (incoming.kind() == ChatKind.CHANNEL) {
                return inChannel(incoming);
            }
            return incoming.press().isPresent() ? pressed(incoming) : said(incoming);
        } catch (RoleUnknownException e) {
            log.info("{}: {}", incoming.chat(), e.getMessage());
            return FallbackReplies.brief(incoming, language.of(incoming).say("rights.unknown"));
        } catch (RuntimeException e) {
            log.error("a command failed in {}", incoming.chat(), e);
            return FallbackReplies.brief(incoming, language.afterFailure(incoming));
        }
    }

    /** Nothing but news is posted in a channel: a press ends with a toast, and the rest is said in private. */
    private Reply inChannel(IncomingCommand incoming) {
        if (incoming.press().isPresent()) {
            Reply reply = pressed(incoming);
            Phrases words = language.of(incoming);
            if (!reply.messages().isEmpty() && admission.tellAlone(incoming, reply.messages())) {
                return Reply.toast(words.say("channels.answered-alone"));
            }
            return Reply.toast(reply.toast().orElseGet(() -> words.say("channels.only-news")));
        }
        boolean meant = !incoming.forwarded()
                && (incoming.addressed() || vocabulary.match(incoming).isPresent());
        if (meant && typedInChannels.first(incoming.chat())) {
            admission.commandTyped(incoming.chat(), incoming.chatTitle(), incoming.sender());
        }
        return Reply.none();
    }

    private Reply said(IncomingCommand incoming) {
        Optional<Command> gathering = gathering(incoming);
        if (gathering.isPresent()) {
            return received(incoming, gathering.get());
        }
        Optional<Command> waiting = waiting(incoming);
        if (waiting.isPresent() && !isCommand(incoming)) {
            return patiently(incoming, () -> received(incoming, waiting.get()));
        }
        waiting.ifPresent(command -> forget(incoming, command));
        Optional<Command> asker = asker(incoming);
        return asker.isPresent() ? ofMany(incoming, () -> received(incoming, asker.get())) : saidInWords(incoming);
    }

    /** Tells whether the words are a command, which ends what was waited for. */
    private boolean isCommand(IncomingCommand incoming) {
        Optional<Vocabulary.Match> listed = incoming.forwarded() ? Optional.empty() : vocabulary.match(incoming);
        return listed.isPresent()
                && (incoming.words().startsWith("/") || listed.get().arguments().isEmpty());
    }

    private Reply received(IncomingCommand incoming, Command command) {
        return executor.execute(incoming, new Vocabulary.Match(command, incoming.words()), Command::receive);
    }

    private Reply ofMany(IncomingCommand incoming, Supplier<Reply> answer) {
        return inTime(incoming, rateLimit.wordsOfMany(incoming, rights.operator(incoming)), answer);
    }

    private Reply saidInWords(IncomingCommand incoming) {
        Optional<Vocabulary.Match> match = incoming.forwarded()
                ? Optional.empty()
                : sentences.meant(incoming, command -> rights.mayUse(incoming, command));
        if (match.isEmpty()) {
            return wantsAnAnswer(incoming) && mayBeToldOff(incoming)
                    ? patiently(incoming, () -> notUnderstood(incoming).toAskerAlone())
                    : Reply.none();
        }
        return match.get().command().saidByMany()
                ? ofMany(incoming, () -> run(incoming, match.get()))
                : patiently(incoming, () -> run(incoming, match.get()));
    }

    /**
     * Tells whether words that are no command should be answered. A reply to a message of the bot in a group is mostly
     * meant for the other members.
     */
    private static boolean wantsAnAnswer(IncomingCommand incoming) {
        boolean talk = incoming.kind().shared()
                && incoming.answered().isPresent()
                && !incoming.words().startsWith("/");
        boolean wordless = incoming.words().isBlank();
        // One line is enough for a set of pictures, and none for what stands in a group.
        boolean mereFile = incoming.attachment().sendable().isPresent() && !wordless
                || wordless
                        && !incoming.attachment().isNothing()
                        && (incoming.kind().shared() || incoming.attachment().ofSet());
        return incoming.addressed() && !talk && !incoming.forwarded() && !mereFile;
    }

    /** Where messages are counted, a chat reads once a day that something was not understood. */
    private boolean mayBeToldOff(IncomingCommand incoming) {
        boolean metered = program.metered(incoming.chat().bot());
        if (metered && incoming.kind().shared() && isCourtesy(incoming.words())) {
            return false;
        }
        return !metered
                || rights.operator(incoming) && !incoming.kind().shared()
                || notUnderstood.first(incoming.chat());
    }

    /** Tells whether words are politeness or signs alone, to which nobody expects an answer. */
    private static boolean isCourtesy(String words) {
        return PoliteWords.only(words) || words.codePoints().noneMatch(Character::isLetterOrDigit);
    }

    private Reply run(IncomingCommand incoming, Vocabulary.Match match) {
        int longest = match.command().longest();
        return incoming.words().length() > longest
                ? Reply.plain(language.of(incoming).say("command.too-long", longest))
                        .toAskerAlone()
                : executor.execute(incoming, match, Command::run);
    }

    private Reply patiently(IncomingCommand incoming, Supplier<Reply> answer) {
        return inTime(incoming, rateLimit.words(incoming, rights.operator(incoming)), answer);
    }

    private Reply inTime(IncomingCommand incoming, CommandRateLimit.Verdict verdict, Supplier<Reply> answer) {
        return switch (verdict) {
            case ANSWER -> answer.get();
            case SAY_SO ->
                incoming.kind().shared() && program.metered(incoming.chat().bot())
                        ? Reply.none()
                        : Reply.plain(language.of(incoming).say("command.too-often"))
                                .toAskerAlone();
            case NO_REPLY -> Reply.none();
        };
    }

    private void forget(IncomingCommand incoming, Command waiting) {
        admission
                .known(incoming.chat())
                .ifPresent(chat -> waiting.waitNoMore(chat, incoming.sender().person()));
    }

    /** Returns the command to which a further part of what was sent together belongs. */
    private Optional<Command> gathering(IncomingCommand incoming) {
        return incoming.attachment()
                .set()
                .flatMap(set -> admission
                        .known(incoming.chat())
                        .flatMap(chat -> commands.stream()
                                .filter(command ->
                                        command.gathers(chat, incoming.sender().person(), set))
                                .findFirst()));
    }

    /** Returns the command that has asked this person for input here. */
    private Optional<Command> waiting(IncomingCommand incoming) {
        if (!incoming.addressed()) {
            return Optional.empty();
        }
        return admission
                .known(incoming.chat())
                .flatMap(chat -> commands.stream()
                        .filter(command ->
                                command.awaits(chat, incoming.sender().person()))
                        .findFirst());
    }

    /** Tells whether words answer a question that a command has asked their chat. */
    public boolean takesAnswer(IncomingCommand incoming) {
        return asker(incoming).isPresent();
    }

    /** Returns the command that has asked this chat what the words answer. */
    private Optional<Command> asker(IncomingCommand incoming) {
        if (!incoming.addressed() || incoming.forwarded() || incoming.words().startsWith("/")) {
            return Optional.empty();
        }
        return admission
                .known(incoming.chat())
                .flatMap(chat -> commands.stream()
                        .filter(command -> command.hasAsked(chat, incoming.answered(), incoming.words()))
                        .findFirst());
    }

    private Reply notUnderstood(IncomingCommand incoming) {
        Phrases words = language.of(incoming);
        if (incoming.words().isBlank() && !incoming.attachment().isNothing()) {
            return fallbacks.wordless(words);
        }
        Optional<Command> nearest = vocabulary.nearest(incoming.words(), command -> rights.mayUse(incoming, command));
        if (nearest.isPresent()) {
            String name = nearest.get().name();
            return Reply.of(OutgoingMessage.plain(words.say("command.near-miss", "/" + name))
                    .withButtons(offers.corrected(name, incoming.words())));
        }
        return offers.answer(
                incoming.words(), sentences.read(incoming.words()), name -> rights.mayUse(incoming, name), words);
    }

    /**
     * Answers one of many presses that a person makes at once, on a page where many chats can be chosen. Their number is
     * limited there.
     *
     * @throws RuntimeException when the press fails
     */
    public Reply pressedAmongMany(IncomingCommand incoming) {
        return press(incoming);
    }

    private Reply pressed(IncomingCommand incoming) {
        CommandRateLimit.Verdict verdict = rateLimit.press(incoming, rights.operator(incoming));
        if (verdict != CommandRateLimit.Verdict.ANSWER) {
            // A toast costs nothing and a press must end; where it would be a message, one of them is enough.
            return verdict == CommandRateLimit.Verdict.NO_REPLY && incoming.isWrittenChoice()
                    ? Reply.none()
                    : Reply.toast(language.of(incoming).say("command.too-often"));
        }
        return press(incoming);
    }

    private Reply press(IncomingCommand incoming) {
        ButtonData data = ButtonData.parse(incoming.words());
        Reply reply = pressed(incoming, data);
        Phrases words = language.of(incoming);
        return FallbackReplies.stale(reply, words) && rights.mayUse(incoming, FallbackReplies.maker(data))
                ? fallbacks.renewed(incoming, data, words)
                : reply;
    }

    private Reply pressed(IncomingCommand incoming, ButtonData data) {
        if (CommandButtons.made(data)) {
            return offers.pressed(data)
                    .flatMap(typed -> vocabulary
                            .named(typed.command())
                            .map(command -> new Vocabulary.Match(command, typed.arguments())))
                    .map(match -> executor.execute(incoming, match, Command::run))
                    .orElseGet(() -> Reply.toast(language.of(incoming).say("press.stale")));
        }
        return vocabulary
                .named(data.command())
                .map(command -> new Vocabulary.Match(command, ""))
                .map(match -> executor.execute(
                        incoming.answeringItsMessage(), match, (command, request) -> command.press(request, data)))
                .orElseGet(() -> Reply.toast(language.of(incoming).say("press.stale")));
    }
}
