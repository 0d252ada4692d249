package vn.loa.command.routing;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vn.loa.command.Command;
import vn.loa.command.Vocabulary;
import vn.loa.command.incoming.IncomingCommand;
import vn.loa.command.intent.AcknowledgementReader;
import vn.loa.command.intent.Intent;
import vn.loa.command.intent.IntentReader;
import vn.loa.command.intent.Understanding;
import vn.loa.command.menu.CommandButtons.Typed;
import vn.loa.command.role.OneTimeCode;

/** Finds the command that a sentence means, between the words that commands list and what the sentence asks for. */
final class SentenceRouter {
    /** Commands that sentences lead to with words of their own, so that what merely follows their name is not enough. */
    private static final Set<String> READ =
            Set.of("theodoi", "botheodoi", "tinmoi", "tim", "danhsach", "caidat", "nguon", "trogiup", "start", "nam");

    /**
     * Words that are typed for a command and never part of a sentence: {@code +tập huấn -bóng đá}, {@code "phòng
     * cháy"}, {@code /mẫu/}.
     */
    private static final Pattern WRITTEN = Pattern.compile("^[+＋−\"“„/'-].*", Pattern.DOTALL);

    private final Vocabulary vocabulary;
    private final SentenceCommands commands;

    SentenceRouter(Vocabulary vocabulary, SentenceCommands commands) {
        this.vocabulary = vocabulary;
        this.commands = commands;
    }

    Understanding read(String words) {
        return IntentReader.standard().read(words);
    }

    /**
     * Finds the command that was meant; empty when it is not sure.
     *
     * @param usable whether the sender may use a command
     */
    Optional<Vocabulary.Match> meant(IncomingCommand said, Predicate<Command> usable) {
        String words = said.words().strip();
        Optional<OneTimeCode> code =
                said.addressed() || OneTimeCode.isAlone(words) ? OneTimeCode.within(words) : Optional.empty();
        Optional<Vocabulary.Match> listed = vocabulary.match(said);
        if (code.isPresent() && (!words.startsWith("/") || listed.isEmpty())) {
            return vocabulary
                    .named("start")
                    .map(start -> new Vocabulary.Match(start, code.get().text()));
        }
        if (words.startsWith("/") || !said.addressed() || words.isEmpty()) {
            return listed;
        }
        if (said.answered().isPresent()) {
            Optional<Vocabulary.Match> acknowledged = acknowledged(words);
            if (acknowledged.isPresent() || said.kind().shared()) {
                return acknowledged.or(() -> listed.flatMap(match -> answering(match, words)));
            }
        }
        Understanding understood = IntentReader.standard().read(words);
        return listed.filter(match -> isMeant(match, understood, usable))
                .or(() -> understood.sure() ? command(understood, words) : Optional.empty())
                .or(() -> listed.filter(
                        match -> isPlain(match) && understood.wishes().isEmpty()));
    }

    private Optional<Vocabulary.Match> acknowledged(String words) {
        AcknowledgementReader.Answer answer =
                IntentReader.standard().acknowledgements().read(words);
        return answer.acknowledges()
                ? vocabulary.named("nam").map(command -> new Vocabulary.Match(command, words))
                : Optional.empty();
    }

    /** Returns the command in a reply to a message; there only a whole sentence that is a command counts. */
    private Optional<Vocabulary.Match> answering(Vocabulary.Match listed, String words) {
        if (isPlain(listed)) {
            return Optional.of(listed);
        }
        Understanding understood = IntentReader.standard().read(words);
        return understood.sure()
                ? command(understood, words).filter(match -> match.command().equals(listed.command()))
                : Optional.empty();
    }

    /**
     * Tells whether the command's own words say more than the sentence: they come with arguments that only it takes.
     */
    private static boolean isMeant(Vocabulary.Match listed, Understanding understood, Predicate<Command> usable) {
        String arguments = listed.arguments();
        if (WRITTEN.matcher(arguments).matches()) {
            return true;
        }
        boolean asked = understood.sure() && understood.intent() == Intent.HELP && !arguments.isEmpty();
        if (asked) {
            return false;
        }
        boolean takes = !arguments.isEmpty() && listed.command().takes(arguments);
        if (READ.contains(listed.command().name())) {
            return takes && listed.command().name().equals("start");
        }
        return takes || usable.test(listed.command()) && (arguments.isEmpty() || !understood.sure());
    }

    /** Tells whether the words are the bare name, written syntax, or something that no sentence could mean. */
    private static boolean isPlain(Vocabulary.Match listed) {
        String arguments = listed.arguments();
        boolean read = READ.contains(listed.command().name());
        return arguments.isEmpty() || !read || WRITTEN.matcher(arguments).matches();
    }

    private Optional<Vocabulary.Match> command(Understanding understood, String words) {
        if (understood.intent() == Intent.ACKNOWLEDGE) {
            return acknowledged(words);
        }
        Optional<Typed> typed = commands.of(understood.intent(), understood.slots());
        return typed.flatMap(each ->
                vocabulary.named(each.command()).map(command -> new Vocabulary.Match(command, each.arguments())));
    }
}
