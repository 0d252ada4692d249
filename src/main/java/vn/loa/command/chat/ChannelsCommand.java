package vn.loa.command.chat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.command.ChatAdmission;
import vn.loa.command.Command;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.RunningProgram;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.Chat;
import vn.loa.model.ChatKind;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.model.Subscription;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.SubscriptionStore;

/**
 * Runs {@code /kenh}: whoever added the bot to a channel manages the channel in private, with the very commands that
 * change a group on the spot, so that nothing but news is posted in the channel.
 */
public final class ChannelsCommand implements Command {
    /** The command's name, for buttons that lead to it. */
    public static final String NAME = "kenh";

    private static final int MOST = 30;
    private static final int LONGEST_LABEL = 40;

    private final ChatStore chats;
    private final SubscriptionStore subscriptions;
    private final RemoteCommands remote;
    private final RunningProgram program;

    /** Makes the command. */
    public ChannelsCommand(
            ChatStore chats, SubscriptionStore subscriptions, RemoteCommands remote, RunningProgram program) {
        this.program = program;
        this.chats = chats;
        this.subscriptions = subscriptions;
        this.remote = remote;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> aliases() {
        return List.of("channels");
    }

    @Override
    public List<String> plainWords() {
        return List.of();
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    @Override
    public boolean inGroups() {
        return false;
    }

    /** Returns the button that opens a channel. */
    public static Button opening(String label, Chat channel) {
        return new Button.Action(label, ButtonData.of(NAME, "o", channel.id()));
    }

    @Override
    public Reply run(Request request) {
        if (request.chat().kind() != ChatKind.PRIVATE) {
            return request.plain("channels.in-private");
        }
        return request.arguments().isBlank()
                ? Reply.of(list(request), choosing(request))
                : request.plain("channels.not-admin", request.arguments());
    }

    /** Returns the offer to choose a channel to which somebody else added the bot, or the bot came before Loa knew. */
    private static OutgoingMessage choosing(Request request) {
        Button choice = new Button.Action(request.say("channels.choose"), ButtonData.of(NAME, "l"));
        return OutgoingMessage.plain(request.say("channels.choose.how"))
                .withButtons(List.of(List.of(choice)))
                .withWishes(Set.of(OutgoingMessage.Wish.CHOOSE_CHANNEL));
    }

    private List<Chat> channels(Request request) {
        return chats.administeredBy(request.person(), ChatKind.CHANNEL);
    }

    private OutgoingMessage list(Request request) {
        List<Chat> all = channels(request);
        List<List<Button>> rows = new ArrayList<>();
        all.stream().limit(MOST).forEach(each -> rows.add(List.of(opening(title(request, each), each))));
        program.botName(request.chat().address().bot())
                .map(name -> adding(request.say("channels.add"), name))
                .ifPresent(button -> rows.add(List.of(button)));
        return OutgoingMessage.plain(request.say(all.isEmpty() ? "channels.none" : "channels.title"))
                .withButtons(rows);
    }

    /** Bot API, "Deep linking": asks in which channel the bot is made an administrator with these rights. */
    private static Button adding(String label, String bot) {
        return new Button.Link(
                label,
                URI.create("https://t.me/" + bot
                        + "?startchannel&admin=post_messages+edit_messages+delete_messages+pin_messages"));
    }

    private static String title(Request request, Chat channel) {
        String mark = request.say("chats.mark." + channel.state().name());
        return RichText.plain(mark + " " + ChatAdmission.title(channel, request.phrases()))
                .abridged(LONGEST_LABEL)
                .text();
    }

    /** Handles a press. The data is {@code l} for the list, {@code o:CHAT} for one, or {@code x:CHAT:BUTTON}. */
    @Override
    public Reply press(Request request, ButtonData data) {
        if (request.chat().kind() != ChatKind.PRIVATE) {
            return request.toast("press.stale");
        }
        if (data.field(0).equals("l")) {
            return Reply.edit(list(request), "");
        }
        Optional<Chat> channel = channels(request).stream()
                .filter(each -> Long.toString(each.id()).equals(data.field(1)))
                .findFirst();
        if (channel.isEmpty()) {
            return request.toast("press.stale");
        }
        return data.field(0).equals("x")
                ? remote.press(request, channel.get(), ButtonData.parse(data.from(2)), NAME)
                : Reply.edit(one(request, channel.get()), "");
    }

    private OutgoingMessage one(Request request, Chat channel) {
        RichText text = RichText.builder()
                .bold(ChatAdmission.title(channel, request.phrases()))
                .plain("\n" + request.say("state." + channel.state().name()) + "\n"
                        + request.say("chats.follows", followed(request, channel)))
                .build();
        return OutgoingMessage.of(text)
                .withButtons(List.of(
                        List.of(
                                action(request, channel, "chats.do.follow", "theodoi"),
                                action(request, channel, "chats.do.unfollow", "botheodoi")),
                        List.of(action(request, channel, "chats.do.times", "lich")),
                        List.of(new Button.Action(request.say("chats.do.list"), ButtonData.of(NAME, "l")))));
    }

    private String followed(Request request, Chat channel) {
        List<Subscription> followed = subscriptions.of(channel.id());
        return followed.isEmpty()
                ? request.say("chats.follows.none")
                : followed.stream().map(Subscription::label).collect(Collectors.joining("; "));
    }

    private static Button action(Request request, Chat channel, String label, String command) {
        return new Button.Action(request.say(label), ButtonData.of(NAME, "x", channel.id(), command));
    }
}
