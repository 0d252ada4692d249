package vn.loa.command.inquiry;

import java.util.ArrayList;
import java.util.List;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.phrases.Phrases;
import vn.loa.store.inquiry.AnswerKind;
import vn.loa.store.inquiry.Inquiry;

/** Words a question for those who are asked, and answers for those who asked. */
final class InquiryWords {
    private static final int LONGEST_BUTTON = 40;

    private final Phrases phrases;

    InquiryWords(Phrases phrases) {
        this.phrases = phrases;
    }

    /**
     * Returns the message that asks a question.
     *
     * @param heading a line above it
     */
    OutgoingMessage question(Inquiry inquiry, String heading) {
        RichText.Builder text = RichText.builder().bold(heading).plain("\n" + inquiry.question());
        for (int i = 0; i < inquiry.choices().size(); i++) {
            text.plain("\n" + (i + 1) + ". " + inquiry.choices().get(i));
        }
        text.plain("\n\n").italic(phrases.say("answer.how." + inquiry.kind(), "#" + inquiry.id()));
        return OutgoingMessage.of(text.build()).withButtons(buttons(inquiry));
    }

    private List<List<Button>> buttons(Inquiry inquiry) {
        List<List<Button>> rows = new ArrayList<>();
        if (inquiry.kind() == AnswerKind.DONE) {
            rows.add(List.of(button(inquiry, Inquiry.DONE, 0), button(inquiry, Inquiry.NOT_YET, 1)));
        }
        for (int i = 0; i < inquiry.choices().size(); i++) {
            rows.add(List.of(button(inquiry, inquiry.choices().get(i), i)));
        }
        return rows;
    }

    private Button button(Inquiry inquiry, String answer, int place) {
        String label = RichText.plain(shown(inquiry.kind(), answer))
                .abridged(LONGEST_BUTTON)
                .text();
        return new Button.Action(label, ButtonData.of(AnswerCommand.NAME, inquiry.id(), place));
    }

    /** Returns the answer that a button stands for; an empty string when there is none. */
    static String answer(Inquiry inquiry, int place) {
        List<String> answers =
                inquiry.kind() == AnswerKind.DONE ? List.of(Inquiry.DONE, Inquiry.NOT_YET) : inquiry.choices();
        return place < answers.size() ? answers.get(place) : "";
    }

    /** Returns an answer as people read it. */
    String shown(AnswerKind kind, String answer) {
        return switch (kind) {
            case DONE -> phrases.say(answer.equals(Inquiry.DONE) ? "answer.done" : "answer.not-yet");
            case NUMBER -> answer.replace('.', ',');
            case LINE, CHOICE -> answer;
        };
    }
}
