package vn.loa.command.inquiry;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.command.ChatAdmission;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Notices;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.UnitNames;
import vn.loa.command.intent.AcknowledgementReader;
import vn.loa.model.ButtonData;
import vn.loa.model.Chat;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.model.Unit;
import vn.loa.store.Database;
import vn.loa.store.chat.OperatorStore;
import vn.loa.store.chat.UnitStore;
import vn.loa.store.inquiry.Inquiry;
import vn.loa.store.inquiry.InquiryAnswer;
import vn.loa.store.inquiry.InquiryAnswer.Respondent;
import vn.loa.store.inquiry.InquiryStore;
import vn.loa.text.Folding;

/**
 * Runs {@code /traloi} and takes every other answer to a question: by a button, by a reply to its message, or, alone with
 * the bot and where it is addressed, by words that are clearly one. Each respondent's last answer counts.
 */
public final class AnswerCommand implements Command {
    static final String NAME = "traloi";

    private static final Pattern NUMBERED = Pattern.compile("#(\\d{1,12})\\s*(.*)", Pattern.DOTALL);
    private static final int LONGEST_QUESTION = 80;

    private final InquiryStore inquiries;
    private final InquiryResults results;
    private final OperatorStore people;
    private final Notices notices;
    private final Database database;
    private final UnitStore units;
    private final UnitNames names;
    private final InstantSource clock;

    /**
     * Makes the command.
     *
     * @param people knows where who asked is told that all have answered
     */
    public AnswerCommand(
            CommandContext context,
            InquiryStore inquiries,
            InquiryResults results,
            UnitStore units,
            OperatorStore people) {
        this.inquiries = inquiries;
        this.results = results;
        this.people = people;
        this.notices = context.notices();
        this.database = context.database();
        this.units = units;
        this.names = new UnitNames(units, context.zone(), context.clock());
        this.clock = context.clock();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> aliases() {
        return List.of("answer");
    }

    @Override
    public List<String> plainWords() {
        return List.of("tra loi");
    }

    @Override
    public boolean takes(String rest) {
        return true;
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    @Override
    public boolean saidByMany() {
        return true;
    }

    @Override
    public boolean hasAsked(Chat chat, Optional<String> answered, String words) {
        Optional<Inquiry> asked = answered.flatMap(message -> inquiries.ofMessage(chat.id(), message));
        return asked.isPresent()
                ? AnswerReader.read(asked.get(), words).isPresent()
                        || AnswerReader.isAttempt(asked.get(), words)
                        || AcknowledgementReader.standard().read(words).acknowledges()
                : answered.isEmpty() && plainlyAnswered(chat, words).isPresent();
    }

    private Optional<Inquiry> plainlyAnswered(Chat chat, String words) {
        return inquiries.open(chat.id()).stream()
                .limit(1)
                .filter(inquiry -> AnswerReader.isPlain(inquiry, words))
                .findFirst();
    }

    @Override
    public Reply receive(Request request) {
        return request.answered()
                .flatMap(message -> inquiries.ofMessage(request.chat().id(), message))
                .or(() -> plainlyAnswered(request.chat(), request.arguments()))
                .map(inquiry -> answer(request, inquiry, request.arguments()))
                .orElseGet(() -> request.plain("answer.none"));
    }

    @Override
    public Reply run(Request request) {
        Matcher numbered = NUMBERED.matcher(request.arguments());
        String words = numbered.matches() ? numbered.group(2) : request.arguments();
        List<Inquiry> open = inquiries.open(request.chat().id());
        Optional<Inquiry> meant = numbered.matches()
                ? asked(request, Long.parseLong(numbered.group(1)))
                : request.answered()
                        .flatMap(message -> inquiries.ofMessage(request.chat().id(), message))
                        .or(() -> open.stream().findFirst());
        if (meant.isEmpty()) {
            return request.plain("answer.none");
        }
        return words.isBlank() ? list(request, open) : answer(request, meant.get(), words);
    }

    private Optional<Inquiry> asked(Request request, long id) {
        return inquiries
                .find(id)
                .filter(inquiry -> inquiries.chats(id).contains(request.chat().id()));
    }

    private static Reply list(Request request, List<Inquiry> open) {
        if (open.isEmpty()) {
            return request.plain("answer.none");
        }
        InquiryWords words = new InquiryWords(request.phrases());
        return Reply.of(open.stream()
                .limit(3)
                .map(inquiry -> words.question(inquiry, request.say("inquiry.heading")))
                .toArray(OutgoingMessage[]::new));
    }

    private Reply answer(Request request, Inquiry inquiry, String words) {
        if (!inquiry.isOpen()) {
            return request.plain("answer.closed");
        }
        return AnswerReader.read(inquiry, words)
                .map(given -> Reply.plain(keep(request, inquiry, given)))
                .orElseGet(() -> request.plain("answer.unclear." + inquiry.kind(), "#" + inquiry.id()));
    }

    /** Handles a press. The data is the question's number and the place of the answer among its buttons. */
    @Override
    public Reply press(Request request, ButtonData data) {
        if (!data.field(0).matches("\\d{1,12}") || !data.field(1).matches("\\d{1,2}")) {
            return request.toast("press.stale");
        }
        Optional<Inquiry> inquiry = asked(request, Long.parseLong(data.field(0)));
        String answer = inquiry.map(each -> InquiryWords.answer(each, Integer.parseInt(data.field(1))))
                .orElse("");
        if (answer.isEmpty()) {
            return request.toast("press.stale");
        }
        return inquiry.get().isOpen()
                ? Reply.toast(keep(request, inquiry.get(), new AnswerReader.Given(answer, Optional.empty())))
                : request.toast("answer.closed");
    }

    private String keep(Request request, Inquiry inquiry, AnswerReader.Given given) {
        Respondent respondent = respondent(request, given.unit());
        Optional<InquiryAnswer> before = inquiries.answers(inquiry.id()).stream()
                .filter(each -> each.respondent().key().equals(respondent.key()))
                .reduce((one, later) -> later);
        InquiryAnswer.Author author = new InquiryAnswer.Author(request.person().key(), request.name(), clock.instant());
        InquiryAnswer answer = new InquiryAnswer(request.chat().id(), respondent, given.answer(), author);
        database.transaction(() -> {
            boolean awaited = !results.silent(inquiry.id()).isEmpty();
            inquiries.answer(inquiry.id(), answer);
            if (awaited && results.silent(inquiry.id()).isEmpty()) {
                tell(request, inquiry);
            }
        });
        return noted(request, inquiry, respondent, given.answer(), before);
    }

    /** Tells who asked that nobody is missing any more. */
    private void tell(Request request, Inquiry inquiry) {
        String all = request.say("inquiry.complete", String.valueOf(inquiry.id()), inquiry.question());
        people.privateChats(List.of(PersonId.parse(inquiry.askedBy())))
                .forEach(chat -> notices.to(chat, "inquiry", OutgoingMessage.plain(all)));
    }

    private static String noted(
            Request request, Inquiry inquiry, Respondent respondent, String answer, Optional<InquiryAnswer> before) {
        InquiryWords words = new InquiryWords(request.phrases());
        String shown = RichText.plain(words.shown(inquiry.kind(), answer))
                .abridged(LONGEST_QUESTION)
                .text();
        Optional<InquiryAnswer> other = before.filter(each -> !each.answer().equals(answer));
        if (other.isEmpty()) {
            return request.say("answer.noted", respondent.name(), shown);
        }
        String was = RichText.plain(words.shown(inquiry.kind(), other.get().answer()))
                .abridged(LONGEST_QUESTION)
                .text();
        boolean own = other.get().author().person().equals(request.person().key());
        return own
                ? request.say("answer.changed", respondent.name(), was, shown)
                : request.say(
                        "answer.replaced",
                        respondent.name(),
                        was,
                        other.get().author().name(),
                        shown);
    }

    /** The unit that the answer names; or else the chat's; or else the chat. */
    private Respondent respondent(Request request, Optional<String> named) {
        OptionalLong own = units.of(request.chat().id());
        if (named.isPresent()) {
            return unit(named.get(), own)
                    .map(unit -> Respondent.unit(unit.id(), unit.name()))
                    .orElseGet(() -> Respondent.named(Folding.fold(named.get()), named.get()));
        }
        Optional<Unit> unit = own.isPresent() ? units.byId(own.getAsLong()) : Optional.empty();
        return unit.map(each -> Respondent.unit(each.id(), each.name()))
                .orElseGet(() ->
                        Respondent.chat(request.chat().id(), ChatAdmission.title(request.chat(), request.phrases())));
    }

    /** Of several units with a name the one within the chat's own is meant. */
    private Optional<Unit> unit(String name, OptionalLong own) {
        List<Unit> found = names.find(name);
        if (found.size() > 1 && own.isPresent()) {
            Set<Long> within = units.within(Set.of(own.getAsLong()));
            found = found.stream().filter(unit -> within.contains(unit.id())).toList();
        }
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
