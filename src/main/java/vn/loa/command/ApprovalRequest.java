package vn.loa.command;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.Chat;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.phrases.Phrases;
import vn.loa.text.PoliteWords;

/** Asks operators whether a chat is let in, and reads which button they pressed. */
public final class ApprovalRequest {
    /** The command that the buttons lead to. */
    public static final String COMMAND = "duyet";

    private static final String ACCEPT = "1";
    private static final String REFUSE = "0";

    private ApprovalRequest() {}

    /** Tells which chat is let in or turned away. */
    public record Decision(long chatId, boolean accepted) {}

    /** Returns the message with which an operator lets a chat in or turns it away, and who asked for it. */
    static OutgoingMessage message(Chat chat, Optional<String> by, OptionalInt members, Phrases phrases) {
        RichText text = RichText.builder()
                .bold(phrases.say("approval.title"))
                .newline()
                .plain(phrases.say(
                        "approval.chat",
                        ChatTitle.of(chat, phrases),
                        phrases.say("kind." + chat.kind().name())))
                .plain(members.isPresent() ? "\n" + phrases.say("approval.members", members.getAsInt()) : "")
                .plain(by.map(name -> "\n" + phrases.say("approval.by", name)).orElse(""))
                .plain("\n" + phrases.say("approval.answer"))
                .build();
        return OutgoingMessage.of(text)
                .withButtons(List.of(List.of(
                        new Button.Action(phrases.say("approval.accept"), ButtonData.of(COMMAND, chat.id(), ACCEPT)),
                        new Button.Action(phrases.say("approval.refuse"), ButtonData.of(COMMAND, chat.id(), REFUSE)))));
    }

    /** Returns the words that stand for a choice of the message where there are no buttons: "Đồng ý 9". */
    static Optional<String> words(Button.Action action) {
        ButtonData data = ButtonData.parse(action.data());
        return data.command().equals(COMMAND)
                ? read(data).map(decision -> action.label() + " " + decision.chatId())
                : Optional.empty();
    }

    /** Returns the data of the choice that somebody wrote: "đồng ý 9", "từ chối số 9 ạ"; empty for other words. */
    static Optional<String> written(String typed, Phrases phrases) {
        List<String> words = PoliteWords.words(typed);
        for (String choice : List.of(ACCEPT, REFUSE)) {
            String label = phrases.say(choice.equals(ACCEPT) ? "approval.accept" : "approval.refuse");
            List<String> asked = PoliteWords.words(label);
            if (words.size() > asked.size() && words.subList(0, asked.size()).equals(asked)) {
                List<String> rest = words.subList(asked.size(), words.size());
                int number = rest.get(0).equals("so") && rest.size() > 1 ? 1 : 0;
                boolean plain = PoliteWords.only(String.join(" ", rest.subList(number + 1, rest.size())));
                return rest.get(number).matches("\\d{1,18}") && plain
                        ? Optional.of(
                                ButtonData.of(COMMAND, rest.get(number), choice).text())
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Reads a button of the message; empty when it is none. */
    public static Optional<Decision> read(ButtonData data) {
        boolean ours = data.size() == 2
                && data.field(0).matches("\\d{1,18}")
                && List.of(ACCEPT, REFUSE).contains(data.field(1));
        return ours
                ? Optional.of(new Decision(
                        Long.parseLong(data.field(0)), data.field(1).equals(ACCEPT)))
                : Optional.empty();
    }
}
