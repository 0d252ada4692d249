package vn.loa.command.chat;

import java.net.URI;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.loa.command.GroupBot;
import vn.loa.command.Request;
import vn.loa.command.RunningProgram;
import vn.loa.model.Bot;
import vn.loa.model.Button;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.phrases.DateFormats;

/**
 * Makes the texts that an operator forwards to whoever brings Loa into a group, each with a bot that has room. One instance
 * for each answer, so that several groups are spread over the bots.
 */
final class InvitationTexts {
    private final Request request;
    private final RunningProgram program;
    private final List<GroupBot> bots;
    private final Map<Bot, Integer> given = new HashMap<>();

    InvitationTexts(Request request, RunningProgram program) {
        this.request = request;
        this.program = program;
        this.bots = program.groupBots();
    }

    /**
     * Returns the messages about one code.
     *
     * @param unit the full name of the unit; an empty string for none
     */
    List<OutgoingMessage> about(String code, InvitationWish wish, String unit, ZonedDateTime now) {
        List<OutgoingMessage> messages = new ArrayList<>();
        Optional<String> linked = program.botName(request.chat().address().bot());
        if (linked.isPresent() || bots.isEmpty()) {
            OutgoingMessage plain = OutgoingMessage.of(plain(code, wish, unit));
            messages.add(linked.map(name -> withLinks(plain, name, code)).orElse(plain));
        }
        if (!bots.isEmpty()) {
            messages.add(OutgoingMessage.of(steps(code, wish, unit, now)));
        }
        return messages;
    }

    private RichText plain(String code, InvitationWish wish, String unit) {
        RichText.Builder text = RichText.builder()
                .plain(request.say("invite.code", wish.goodFor().toDays()) + "\n")
                .code("/start " + code);
        return about(text, wish, unit);
    }

    private RichText about(RichText.Builder text, InvitationWish wish, String unit) {
        if (!unit.isEmpty()) {
            text.plain("\n" + request.say("invite.unit", unit));
        }
        if (!wish.follow().isEmpty()) {
            text.plain("\n" + request.say("invite.follow", String.join(", ", wish.follow())));
        }
        return text.build();
    }

    /** Words the steps that a village leader follows without knowing anything of Loa: link, group, code, answer. */
    private RichText steps(String code, InvitationWish wish, String unit, ZonedDateTime now) {
        boolean full = bots.stream().allMatch(this::full);
        GroupBot bot = withRoom();
        String end = DateFormats.minute(now.plus(wish.goodFor()).toInstant(), now.getZone());
        RichText.Builder text = RichText.builder();
        if (full) {
            text.plain(request.say("invite.full") + "\n\n");
        }
        text.plain(request.say(unit.isEmpty() ? "invite.steps.title" : "invite.steps.title.unit", unit) + "\n")
                .plain(request.say("invite.steps", bot.invitation().toString(), bot.name()) + "\n")
                .code("/start " + code)
                .plain("\n" + request.say("invite.steps.end", end));
        return about(text, wish, "");
    }

    /** The bot whom the operator talks to first, if it still has room; then whichever has; then it all the same. */
    private GroupBot withRoom() {
        Bot own = request.chat().address().bot();
        GroupBot chosen = bots.stream()
                .filter(bot -> bot.bot().equals(own) && !full(bot))
                .findFirst()
                .or(() -> bots.stream().filter(bot -> !full(bot)).findFirst())
                .orElse(bots.get(0));
        given.merge(chosen.bot(), 1, Integer::sum);
        return chosen;
    }

    private boolean full(GroupBot bot) {
        return bot.free().isPresent() && bot.free().getAsInt() <= given.getOrDefault(bot.bot(), 0);
    }

    private OutgoingMessage withLinks(OutgoingMessage message, String name, String code) {
        return message.withButtons(List.of(
                List.of(link(request.say("invite.to-group"), name, "startgroup", code)),
                List.of(link(request.say("invite.to-person"), name, "start", code))));
    }

    /** Makes an invitation link. Bot API, "Deep linking": a person who follows the link sends {@code /start CODE}. */
    private static Button link(String label, String bot, String parameter, String code) {
        return new Button.Link(label, URI.create("https://t.me/" + bot + "?" + parameter + "=" + code));
    }
}
