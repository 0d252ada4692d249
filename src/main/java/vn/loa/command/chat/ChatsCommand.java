package vn.loa.command.chat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.command.ChatAdmission;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Notices;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.RunningProgram;
import vn.loa.command.Vocabulary;
import vn.loa.command.menu.MenuPress;
import vn.loa.command.role.Roles;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.Chat;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.Role;
import vn.loa.store.Database;
import vn.loa.store.SettingStore;
import vn.loa.store.chat.AuditStore;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.UnitStore;

/**
 * Runs {@code /nhom}: finds, opens, admits, stops, renames and moves the chats that a person manages, and changes their
 * settings from elsewhere with the very commands that change them on the spot.
 */
public final class ChatsCommand implements Command {
    static final String NAME = "nhom";
    private static final Pattern ONE = Pattern.compile("#?(\\d{1,9})(?:\\s+(.*))?", Pattern.DOTALL);
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int LONGEST_NAME = 80;

    private final Database database;
    private final ChatStore chats;
    private final MenuPress.Codec presses;
    private final ChatAdmission admission;
    private final Roles roles;
    private final UnitStore units;
    private final SettingStore settings;
    private final AuditStore audit;
    private final Notices notices;
    private final ChatPages pages;
    private final RemoteCommands remote;
    private final RunningProgram program;
    private final InstantSource clock;

    /**
     * Makes the command.
     *
     * @param settings remembers the chat whose settings an operator changes from elsewhere
     * @param remote the commands that may be used for another chat
     */
    public ChatsCommand(
            CommandContext context,
            ChatStore chats,
            UnitStore units,
            SettingStore settings,
            ChatPages pages,
            RemoteCommands remote) {
        this.database = context.database();
        this.chats = chats;
        this.presses = new MenuPress.Codec(name(), context.clock());
        this.roles = context.roles();
        this.admission = context.admission();
        this.units = units;
        this.settings = settings;
        this.audit = context.audit();
        this.notices = context.notices();
        this.pages = pages;
        this.remote = remote;
        this.program = context.program();
        this.clock = context.clock();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> aliases() {
        return List.of("chats", "groups");
    }

    @Override
    public List<String> plainWords() {
        return List.of("nhom");
    }

    @Override
    public boolean takes(String rest) {
        return ONE.matcher(rest.strip()).matches() || Vocabulary.areFew(rest, 2);
    }

    @Override
    public Role needs() {
        return Role.MANAGER;
    }

    @Override
    public Reply run(Request request) {
        Matcher one = ONE.matcher(request.arguments().strip());
        if (!one.matches()) {
            return Reply.of(pages.list(request, ChatPages.View.of(request.arguments())));
        }
        Optional<Chat> chat = covered(request, one.group(1));
        if (chat.isEmpty()) {
            return request.plain("chats.unknown", one.group(1));
        }
        return one.group(2) == null
                ? Reply.of(pages.one(request, chat.get()))
                : remote.say(request, chat.get(), one.group(2).strip());
    }

    /** Returns the chat of this number, when this person manages it. */
    private Optional<Chat> covered(Request request, String id) {
        return chats.byId(Long.parseLong(id)).filter(request.reach()::covers);
    }

    /** Handles a press. The data is {@code l:VIEW} for a list, or {@code WISH:CHAT} and more. */
    @Override
    public Reply press(Request request, ButtonData data) {
        String wish = data.field(0);
        if (wish.equals("end")) {
            return Reply.edit(OutgoingMessage.plain(request.say("menu.closed")), request.say("menu.closed"));
        }
        if (wish.equals("n")) {
            waitNoMore(request.chat(), request.person());
            return Reply.edit(OutgoingMessage.plain(request.say("menu.cancelled")), request.say("menu.cancelled"));
        }
        Optional<Reply> answer = wish.equals("l") && data.size() > 2
                ? ChatPages.View.parse(data.field(1), data.from(2))
                        .map(view -> Reply.edit(pages.list(request, view), ""))
                : known(request, data.field(1)).map(chat -> pressed(request, chat, wish, data.from(2)));
        return answer.orElseGet(() -> request.toast("press.stale"));
    }

    private Optional<Chat> known(Request request, String id) {
        return id.matches("\\d{1,9}") ? covered(request, id) : Optional.empty();
    }

    /** Returns the data of the button that shows a chat. */
    static ButtonData opening(Chat chat) {
        return ButtonData.of(NAME, "o", chat.id());
    }

    /** Returns the data of the button that presses another in a chat. */
    static ButtonData remote(Chat chat, String data) {
        return ButtonData.of(NAME, "x", chat.id(), data);
    }

    private Reply pressed(Request request, Chat chat, String wish, String rest) {
        return switch (wish) {
            case "o" -> Reply.edit(pages.one(request, chat, rest), "");
            case "a" -> fresh(rest) ? approve(request, chat) : request.toast("press.stale");
            case "c" -> askToStop(request, chat);
            case "s" -> presses.isFresh(rest) ? stop(request, chat) : request.toast("press.stale");
            case "r" -> askName(request, chat);
            case "u" -> units(request, chat, rest);
            case "v" -> move(request, chat, rest);
            case "x" -> remote.press(request, chat, ButtonData.parse(rest));
            default -> request.toast("press.stale");
        };
    }

    private Reply askToStop(Request request, Chat chat) {
        return chat.id() == request.chat().id()
                ? request.toast("chats.not-here")
                : Reply.edit(pages.stopping(request, chat, presses.stamp()), "");
    }

    private Reply units(Request request, Chat chat, String page) {
        return page.matches("\\d{1,4}")
                ? Reply.edit(pages.units(request, chat, Integer.parseInt(page)), "")
                : request.toast("press.stale");
    }

    /** Moves a chat to the unit that a button names with its stamp. */
    private Reply move(Request request, Chat chat, String rest) {
        String[] target = rest.split(":", 2);
        return target[0].matches("\\d{1,9}") && fresh(target.length > 1 ? target[1] : "")
                ? move(request, chat, Long.parseLong(target[0]))
                : request.toast("press.stale");
    }

    /** Tells whether a stamp is fresh. Buttons of earlier versions have none and are accepted. */
    private boolean fresh(String stamp) {
        return stamp.isEmpty() || presses.isFresh(stamp);
    }

    private String welcome(Request request, Chat chat) {
        return request.phrases().heardThrough(program.hearing(chat)).say("approval.welcome");
    }

    private Reply approve(Request request, Chat chat) {
        if (chat.active()) {
            return request.toast("approval.already", title(request, chat), request.say("state.ACTIVE"));
        }
        database.transaction(() -> {
            admission.letIn(chat);
            audit.add(request.person().key(), "approve", "" + chat.id(), clock.instant());
            notices.to(chat, "approval", OutgoingMessage.plain(welcome(request, chat)));
        });
        return changed(request, chat, request.say("approval.accepted", title(request, chat)));
    }

    private Reply stop(Request request, Chat chat) {
        if (chat.id() == request.chat().id()) {
            return request.toast("chats.not-here");
        }
        database.transaction(() -> {
            if (chat.address().inTopic()) {
                chats.refuse(chat.id(), "stopped by an operator", clock.instant());
            } else {
                admission.turnAway(chat, "stopped by an operator");
            }
            audit.add(request.person().key(), "stop", "" + chat.id(), clock.instant());
        });
        return changed(request, chat, request.say("chats.stopped", title(request, chat)));
    }

    private Reply move(Request request, Chat chat, long unit) {
        OptionalLong target = unit == 0 ? OptionalLong.empty() : OptionalLong.of(unit);
        boolean allowed = target.isEmpty() || units.byId(unit).isPresent();
        boolean managed = request.role().atLeast(Role.OPERATOR);
        if (!allowed || !managed) {
            return managed ? request.toast("press.stale") : request.toast("rights.OPERATOR");
        }
        database.transaction(() -> {
            belongingWith(chat).forEach(each -> units.assign(each.id(), target));
            audit.add(request.person().key(), "unit", chat.id() + " to " + unit, clock.instant());
        });
        return changed(request, chat, request.say("chats.moved"));
    }

    /** Returns the chat and, when it is a group, its topics of the same unit. */
    private List<Chat> belongingWith(Chat chat) {
        return chat.address().inTopic()
                ? List.of(chat)
                : chats.at(chat.address().bot(), chat.address().chatId()).stream()
                        .filter(each -> units.of(each.id()).equals(units.of(chat.id())))
                        .toList();
    }

    private Reply changed(Request request, Chat chat, String toast) {
        roles.changed();
        return Reply.edit(pages.one(request, chats.byId(chat.id()).orElseThrow()), toast);
    }

    private static String title(Request request, Chat chat) {
        return ChatAdmission.title(chat, request.phrases());
    }

    // ---- a new name

    private Reply askName(Request request, Chat chat) {
        settings.set(
                asked(request.chat(), request.person()),
                chat.id() + " " + clock.instant().plus(PATIENCE).toEpochMilli());
        return Reply.of(OutgoingMessage.plain(request.say("chats.name.ask", title(request, chat)))
                .withButtons(
                        List.of(List.of(new Button.Action(request.say("menu.cancel"), ButtonData.of(NAME, "n"))))));
    }

    private static String asked(Chat chat, PersonId person) {
        return "chat-name-asked:" + chat.id() + ":" + person.key();
    }

    /** Returns the chat that the person's next words rename. */
    private Optional<Long> renamed(Chat chat, PersonId person) {
        return settings.get(asked(chat, person))
                .map(text -> Arrays.stream(text.split(" ")).map(Long::valueOf).toList())
                .filter(pair ->
                        pair.size() == 2 && pair.get(1) > clock.instant().toEpochMilli())
                .map(pair -> pair.get(0));
    }

    @Override
    public boolean awaits(Chat chat, PersonId person) {
        return renamed(chat, person).isPresent();
    }

    @Override
    public void waitNoMore(Chat chat, PersonId person) {
        settings.set(asked(chat, person), "0 0");
    }

    @Override
    public Reply receive(Request request) {
        Optional<Chat> chat =
                renamed(request.chat(), request.person()).flatMap(chats::byId).filter(request.reach()::covers);
        String name = request.arguments().strip().replaceAll("\\s+", " ");
        if (chat.isEmpty() || name.isEmpty() || name.length() > LONGEST_NAME) {
            return request.plain("chats.name.wrong", LONGEST_NAME);
        }
        settings.set(asked(request.chat(), request.person()), "0 0");
        return named(request, chat.get().id(), name);
    }

    private Reply named(Request request, long chat, String name) {
        database.transaction(() -> {
            chats.rename(chat, name.equals("-") ? "" : name);
            audit.add(request.person().key(), "rename", chat + " " + name, clock.instant());
        });
        return Reply.of(pages.one(request, chats.byId(chat).orElseThrow()));
    }
}
