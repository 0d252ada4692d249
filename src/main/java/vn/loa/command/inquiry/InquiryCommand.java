package vn.loa.command.inquiry;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.Chat;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.phrases.DateFormats;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.inquiry.AnswerKind;
import vn.loa.store.inquiry.Inquiry;
import vn.loa.store.inquiry.InquiryStore;
import vn.loa.text.Folding;

/**
 * Runs {@code /hoi}: writes a question, shows it before it goes, sends it, and shows the table of its answers, from which
 * those who have not answered are reminded, the question is closed and the table is exported. All of it stands in the
 * database, so the buttons work after a restart.
 */
public final class InquiryCommand implements Command {
    static final String NAME = "hoi";

    static final int LONGEST = 1_500;
    private static final int MOST_CHOICES = 8;
    private static final int LONGEST_CHOICE = 60;
    private static final int RECENT = 8;
    private static final int LONGEST_LABEL = 40;
    /** Whoever does not answer within an hour is not helped by a second reminder. */
    /** The wish to ask what stands in a draft of an announcement. */
    private static final String NOTICE = "notice";

    private static final Duration BETWEEN_REMINDERS = Duration.ofHours(1);

    private static final Pattern CHOICE = Pattern.compile("^\\s*[-+•*]\\s*(\\S.*)$");
    private static final Pattern ASKS_NUMBER =
            Pattern.compile("(?<!\\p{L})(?:may|bao nhieu|so luong|so ho|so nguoi|tong so)(?!\\p{L})");
    private static final Pattern ASKS_DONE = Pattern.compile("(?<!\\p{L})(?:xong|hoan thanh|da .{0,80}chua)(?!\\p{L})");

    private final InquiryStore inquiries;
    private final InquirySending sending;
    private final InquiryAudience audience;
    private final InquiryResults results;
    private final InquiryRepeating repeating;
    private final AuditStore audit;
    private final ZoneId zone;
    private final InstantSource clock;

    /** Makes the command. */
    public InquiryCommand(
            CommandContext context,
            InquiryStore inquiries,
            InquirySending sending,
            InquiryAudience audience,
            InquiryResults results) {
        this.inquiries = inquiries;
        this.sending = sending;
        this.audience = audience;
        this.results = results;
        this.repeating = new InquiryRepeating(context, inquiries);
        this.audit = context.audit();
        this.zone = context.zone();
        this.clock = context.clock();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> aliases() {
        return List.of("ask");
    }

    @Override
    public List<String> plainWords() {
        return List.of("dat cau hoi");
    }

    @Override
    public Role needs() {
        return Role.MANAGER;
    }

    @Override
    public int longest() {
        return LONGEST + NAME.length() + 2;
    }

    @Override
    public Reply run(Request request) {
        String words = request.arguments().strip();
        if (words.isEmpty()) {
            return Reply.of(list(request));
        }
        Optional<InquiryRepeating.Wish> wish = InquiryRepeating.read(words);
        if (wish.isPresent()) {
            return repeat(request, wish.get());
        }
        return words.matches("#?\\d{1,12}")
                ? mine(request, words.replace("#", ""))
                        .map(inquiry -> Reply.of(page(request, inquiry)))
                        .orElseGet(() -> request.plain("inquiry.unknown", words))
                : compose(request, words);
    }

    private Reply repeat(Request request, InquiryRepeating.Wish wish) {
        return mine(request, wish.number())
                .map(inquiry -> repeating.fulfil(request, inquiry, wish))
                .map(done -> Reply.of(OutgoingMessage.plain(done)))
                .orElseGet(() -> request.plain("inquiry.unknown", wish.number()));
    }

    /** Returns a question that this person may look after: their own, or an operator's any. */
    private Optional<Inquiry> mine(Request request, String number) {
        return inquiries
                .find(Long.parseLong(number))
                .filter(inquiry -> request.role() == Role.OPERATOR
                        || inquiry.askedBy().equals(request.person().key()));
    }

    private OutgoingMessage list(Request request) {
        Optional<String> by = request.role() == Role.OPERATOR
                ? Optional.empty()
                : Optional.of(request.person().key());
        List<List<Button>> rows = new ArrayList<>();
        inquiries
                .recent(by, RECENT)
                .forEach(inquiry -> rows.add(List.of(button(label(label(inquiry)), inquiry.id(), "view"))));
        return OutgoingMessage.plain(
                        request.say("inquiry.usage") + (rows.isEmpty() ? "" : "\n\n" + request.say("inquiry.recent")))
                .withButtons(rows);
    }

    private String label(Inquiry inquiry) {
        String day = inquiry.openedAt()
                .map(at -> " · " + DateFormats.date(LocalDate.ofInstant(at, zone)) + " · ")
                .orElse(" ");
        return (inquiry.isOpen() ? "🟢 " : "🔒 ") + "#" + inquiry.id() + day + inquiry.question();
    }

    private static String label(String text) {
        return RichText.plain(text.replaceAll("\\s+", " "))
                .abridged(LONGEST_LABEL)
                .text();
    }

    private static Button button(String label, long id, String wish) {
        return InquiryAudience.button(label, id, wish);
    }

    private Reply compose(Request request, String words) {
        List<String> choices = words.lines()
                .map(CHOICE::matcher)
                .filter(line -> line.matches())
                .map(line -> line.group(1).strip())
                .distinct()
                .toList();
        String question = String.join(
                        "\n",
                        words.lines()
                                .filter(line -> !CHOICE.matcher(line).matches())
                                .toList())
                .strip();
        boolean unclear = question.isEmpty()
                || choices.size() == 1
                || choices.size() > MOST_CHOICES
                || choices.stream().anyMatch(each -> each.length() > LONGEST_CHOICE);
        if (unclear) {
            return request.plain("inquiry.choices", MOST_CHOICES, LONGEST_CHOICE);
        }
        return Reply.of(draft(request, kind(question, choices), question, choices));
    }

    private OutgoingMessage draft(Request request, AnswerKind kind, String question, List<String> choices) {
        long id = inquiries.add(kind, question, choices, request.person().key(), clock.instant());
        return control(request, inquiries.find(id).orElseThrow());
    }

    /** What the question seems to ask for; a press changes it. */
    private static AnswerKind kind(String question, List<String> choices) {
        String folded = Folding.fold(question);
        if (!choices.isEmpty()) {
            return AnswerKind.CHOICE;
        }
        if (ASKS_NUMBER.matcher(folded).find()) {
            return AnswerKind.NUMBER;
        }
        return ASKS_DONE.matcher(folded).find() ? AnswerKind.DONE : AnswerKind.LINE;
    }

    private OutgoingMessage control(Request request, Inquiry draft) {
        List<List<Button>> rows = new ArrayList<>();
        if (draft.kind() != AnswerKind.CHOICE) {
            rows.add(Arrays.stream(AnswerKind.values())
                    .filter(kind -> kind != AnswerKind.CHOICE)
                    .map(kind -> button(
                            (kind == draft.kind() ? "● " : "○ ") + request.say("inquiry.kind." + kind),
                            draft.id(),
                            kind.name()))
                    .toList());
        }
        rows.add(List.of(
                to(request, draft, "inquiry.groups", InquiryAudience.GROUPS),
                to(request, draft, "inquiry.all", InquiryAudience.ALL)));
        if (audience.hasUnits()) {
            rows.add(List.of(button(request.say("inquiry.of-unit"), draft.id(), "units:0")));
        }
        rows.add(List.of(button(request.say("announce.cancel"), draft.id(), "no")));
        RichText text = RichText.builder()
                .plain(request.say("inquiry.preview") + "\n\n")
                .append(InquirySending.question(request, draft).text())
                .build();
        return OutgoingMessage.of(text).withButtons(rows);
    }

    private Button to(Request request, Inquiry draft, String label, String target) {
        return button(request.say(label, audience.of(request, target).size()), draft.id(), "to:" + target);
    }

    private OutgoingMessage page(Request request, Inquiry inquiry) {
        List<List<Button>> rows = new ArrayList<>();
        rows.add(List.of(
                button(request.say("inquiry.refresh"), inquiry.id(), "view"),
                button(request.say("inquiry.file"), inquiry.id(), "file")));
        if (inquiry.isOpen()) {
            int silent = results.silent(inquiry.id()).size();
            if (silent > 0) {
                rows.add(List.of(button(request.say("inquiry.remind", silent), inquiry.id(), "remind")));
            }
            rows.add(List.of(button(request.say("inquiry.close"), inquiry.id(), "close")));
        }
        rows.add(List.of(button(request.say("inquiry.again"), inquiry.id(), "again")));
        rows.addAll(repeating.buttons(request, inquiry));
        RichText.Builder text = RichText.builder().append(results.text(request, inquiry));
        repeating.state(request, inquiry).ifPresent(state -> text.plain("\n\n" + state));
        return OutgoingMessage.of(text.build()).withButtons(rows);
    }

    /**
     * Handles a press. The data is {@code ID:WISH}, the wish of a draft the name of a kind, units:PAGE, to:TARGET,
     * send:TARGET, back or no; of a question that was sent view, file, remind, again, close, end, or how it is to repeat.
     */
    @Override
    public Reply press(Request request, ButtonData data) {
        if (data.field(1).equals(NOTICE) && data.field(0).matches("\\d{1,12}")) {
            return sending.words(request, Long.parseLong(data.field(0)))
                    .map(words -> compose(request, words))
                    .orElseGet(() -> request.toast("press.stale"));
        }
        Optional<Inquiry> inquiry =
                data.field(0).matches("\\d{1,12}") ? mine(request, data.field(0)) : Optional.empty();
        if (inquiry.isEmpty()
                || inquiry.get().isDraft() && inquiry.get().closedAt().isPresent()) {
            return request.toast("press.stale");
        }
        return inquiry.get().isDraft()
                ? draft(request, inquiry.get(), data)
                : sent(request, inquiry.get(), data.field(1));
    }

    private Reply draft(Request request, Inquiry draft, ButtonData data) {
        return switch (data.field(1)) {
            case "DONE", "NUMBER", "LINE" -> {
                if (draft.kind() != AnswerKind.CHOICE) {
                    inquiries.change(draft.id(), AnswerKind.valueOf(data.field(1)));
                }
                yield Reply.edit(control(request, inquiries.find(draft.id()).orElseThrow()), "");
            }
            case "units" ->
                data.field(2).matches("\\d{1,6}")
                        ? Reply.edit(audience.unitMenu(request, draft.id(), Integer.parseInt(data.field(2))), "")
                        : request.toast("press.stale");
            case "to", "send" -> send(request, draft, data);
            case "back" -> Reply.edit(control(request, draft), "");
            case "no" -> {
                inquiries.close(draft.id(), clock.instant());
                String done = request.say("inquiry.cancelled");
                yield Reply.edit(OutgoingMessage.plain(done), done);
            }
            default -> request.toast("press.stale");
        };
    }

    /** Sends it after a second press. */
    private Reply send(Request request, Inquiry draft, ButtonData data) {
        List<Chat> to = audience.of(request, data.field(2));
        if (to.isEmpty()) {
            return request.toast("inquiry.nobody");
        }
        if (data.field(1).equals("send")) {
            return sending.send(request, draft, to);
        }
        String question = request.say("inquiry.sure", to.size());
        return Reply.edit(
                OutgoingMessage.plain(question + "\n\n" + draft.question())
                        .withButtons(List.of(
                                List.of(button(
                                        request.say("inquiry.yes", to.size()), draft.id(), "send:" + data.field(2))),
                                List.of(button(request.say("announce.back"), draft.id(), "back")))),
                question);
    }

    private Reply sent(Request request, Inquiry inquiry, String wish) {
        return switch (wish) {
            case "view" -> Reply.edit(page(request, inquiry), "");
            case "file" ->
                Reply.of(OutgoingMessage.plain(request.say("inquiry.file.text", String.valueOf(inquiry.id())))
                        .withMedia(results.file(request, inquiry)));
            case "remind" -> remind(request, inquiry);
            case "again" -> Reply.of(draft(request, inquiry.kind(), inquiry.question(), inquiry.choices()));
            case "close" ->
                Reply.edit(
                        OutgoingMessage.plain(request.say("inquiry.close.sure", inquiry.question()))
                                .withButtons(List.of(List.of(
                                        button(request.say("inquiry.close.yes"), inquiry.id(), "end"),
                                        button(request.say("announce.back"), inquiry.id(), "view")))),
                        "");
            case "end" -> {
                inquiries.close(inquiry.id(), clock.instant());
                audit.add(request.person().key(), "inquiry-close", "#" + inquiry.id(), clock.instant());
                yield Reply.edit(
                        page(request, inquiries.find(inquiry.id()).orElseThrow()), request.say("inquiry.closed"));
            }
            default ->
                repeating
                        .fulfil(request, inquiry, wish)
                        .map(done -> Reply.edit(page(request, inquiry), done))
                        .orElseGet(() -> request.toast("press.stale"));
        };
    }

    private Reply remind(Request request, Inquiry inquiry) {
        boolean lately = inquiry.remindedAt()
                .filter(at -> at.plus(BETWEEN_REMINDERS).isAfter(clock.instant()))
                .isPresent();
        if (!inquiry.isOpen() || lately) {
            return request.toast(lately ? "inquiry.reminded.lately" : "answer.closed");
        }
        List<Chat> silent = results.silent(inquiry.id());
        if (!silent.isEmpty()) {
            sending.remind(request, inquiry, silent);
        }
        return request.toast("inquiry.reminded", silent.size());
    }
}
