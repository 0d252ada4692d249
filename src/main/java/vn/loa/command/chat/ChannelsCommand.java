package vn.loa.command.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.loa.command.ChatAdmission;
import vn.loa.command.Command;
import vn.loa.command.Reply;
import vn.loa.command.Request;
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

    /** Makes the command. */
    public ChannelsCommand(ChatStore chats, SubscriptionStore subscriptions, RemoteCommands remote) {
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
        return request.chat().kind() == ChatKind.PRIVATE
                ? Reply.of(list(request))
                : request.plain("channels.in-private");
    }

    private List<Chat> channels(Request request) {
        return chats.administeredBy(request.person(), ChatKind.CHANNEL);
    }

    private OutgoingMessage list(Request request) {
        List<Chat> all = channels(request);
        if (all.isEmpty()) {
            return OutgoingMessage.plain(request.say("channels.none"));
        }
        return OutgoingMessage.plain(request.say("channels.title"))
                .withButtons(all.stream()
                        .limit(MOST)
                        .map(each -> List.of(opening(title(request, each), each)))
                        .toList());
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
        List<Subscription> followed = subscriptions.of(channel.id());
        String what = followed.isEmpty()
                ? request.say("chats.follows.none")
                : followed.stream().map(Subscription::label).collect(Collectors.joining("; "));
        RichText text = RichText.builder()
                .bold(ChatAdmission.title(channel, request.phrases()))
                .plain("\n" + request.say("state." + channel.state().name()) + "\n"
                        + request.say("chats.follows", what))
                .build();
        List<List<Button>> rows = new ArrayList<>();
        rows.add(List.of(
                action(request, channel, "chats.do.follow", "theodoi"),
                action(request, channel, "chats.do.unfollow", "botheodoi")));
        rows.add(List.of(action(request, channel, "chats.do.times", "lich")));
        rows.add(List.of(new Button.Action(request.say("chats.do.list"), ButtonData.of(NAME, "l"))));
        return OutgoingMessage.of(text).withButtons(rows);
    }

    private static Button action(Request request, Chat channel, String label, String command) {
        return new Button.Action(request.say(label), ButtonData.of(NAME, "x", channel.id(), command));
    }
}
