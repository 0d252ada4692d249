package vn.loa.command.chat;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.loa.command.ChatAdmission;
import vn.loa.command.CommandContext;
import vn.loa.command.FailureReasons;
import vn.loa.command.Request;
import vn.loa.command.UnitNames;
import vn.loa.command.menu.MenuPage;
import vn.loa.command.menu.MenuPress;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatState;
import vn.loa.model.ChatTrouble;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.model.Subscription;
import vn.loa.model.Unit;
import vn.loa.phrases.DateFormats;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.ChatTroubleStore;
import vn.loa.store.chat.SubscriptionStore;
import vn.loa.store.delivery.ReportStore;
import vn.loa.text.Folding;

/** Renders the pages of {@code /nhom}: lists of chats, and one chat with its settings and state. */
public final class ChatPages {
    private static final int PAGE = 8;
    private static final int LAST = 5;
    private static final int LONGEST_LABEL = 40;
    private static final int LONGEST_TITLE = 60;
    /** The longest search, in UTF-16 units; the words travel in the buttons, which have little room. */
    private static final int LONGEST_SEARCH = 24;

    private final MenuPress.Codec presses;
    private final ChatStore chats;
    private final UnitNames names;
    private final SubscriptionStore subscriptions;
    private final ReportStore reports;
    private final ChatTroubleStore troubles;
    private final ZoneId zone;

    /** Makes the pages of {@link ChatsCommand}. */
    public ChatPages(
            CommandContext context,
            ChatStore chats,
            UnitNames names,
            SubscriptionStore subscriptions,
            ReportStore reports,
            ChatTroubleStore troubles) {
        this.presses = new MenuPress.Codec(ChatsCommand.NAME, context.clock());
        this.chats = chats;
        this.names = names;
        this.subscriptions = subscriptions;
        this.reports = reports;
        this.troubles = troubles;
        this.zone = context.zone();
    }

    /**
     * Selects a part of the chats.
     *
     * @param state the state to show; empty for all
     * @param muted whether only chats are shown that get nothing at present
     * @param page from 0
     * @param words folded words that the title or the unit's name holds
     */
    record View(Optional<ChatState> state, boolean muted, int page, String words) {
        private static final String MUTED = "MUTED";

        static View of(String words) {
            String folded = Folding.fold(words.strip());
            return new View(Optional.empty(), false, 0, folded.substring(0, Math.min(LONGEST_SEARCH, folded.length())));
        }

        /** Reads a view from a button's data; empty when it is none of Loa's. */
        static Optional<View> parse(String state, String rest) {
            String[] parts = rest.split(":", 2);
            if (!state.matches("all|MUTED|PENDING|ACTIVE|CLOSED|REFUSED") || !parts[0].matches("\\d{1,4}")) {
                return Optional.empty();
            }
            return Optional.of(new View(
                    state.equals("all") || state.equals(MUTED)
                            ? Optional.empty()
                            : Optional.of(ChatState.valueOf(state)),
                    state.equals(MUTED),
                    Integer.parseInt(parts[0]),
                    parts.length > 1 ? parts[1] : ""));
        }

        /** Returns the place in the list, for the way back from a chat that was opened there. */
        String place(int shown) {
            return filter() + ":" + shown + ":" + words;
        }

        private String filter() {
            return muted ? MUTED : state.map(Enum::name).orElse("all");
        }

        boolean shows(Chat chat, Set<ChatAddress> mutedChats) {
            return (state.isEmpty() || state.get() == chat.state()) && (!muted || isMuted(chat, mutedChats));
        }

        ButtonData turned(int otherPage) {
            return ButtonData.of(ChatsCommand.NAME, "l", filter(), otherPage, words);
        }

        ButtonData mutedOnes() {
            return ButtonData.of(ChatsCommand.NAME, "l", MUTED, 0, words);
        }

        ButtonData data(Optional<ChatState> other, int otherPage) {
            return ButtonData.of(ChatsCommand.NAME, "l", other.map(Enum::name).orElse("all"), otherPage, words);
        }
    }

    /** Returns the data of the button that lists all chats that get nothing at present. */
    static ButtonData mutedOnes() {
        return View.of("").mutedOnes();
    }

    OutgoingMessage list(Request request, View view) {
        Set<ChatAddress> muted = troubles.all().stream().map(ChatTrouble::chat).collect(Collectors.toSet());
        List<Chat> found = found(request, view);
        List<Chat> shown =
                found.stream().filter(chat -> view.shows(chat, muted)).toList();
        MenuPage<Chat> page = MenuPage.of(shown, view.page(), PAGE);
        List<List<Button>> rows = new ArrayList<>();
        page.shown().forEach(chat -> rows.add(List.of(opener(request, chat, view.place(page.number()), muted))));
        rows.addAll(page.turning(view::turned, request.phrases()));
        rows.addAll(filters(request, view, found, muted));
        rows.add(List.of(close(request)));
        String title = request.say("chats.title", shown.size(), page.number() + 1, page.pages());
        return OutgoingMessage.plain(title + holding(request, view)).withButtons(rows);
    }

    private static String holding(Request request, View view) {
        return view.words().isEmpty() ? "" : " " + request.say("chats.holding", view.words());
    }

    private List<Chat> found(Request request, View view) {
        return request.reach().of(chats.all()).stream()
                .filter(chat -> view.words().isEmpty() || holds(request, chat, view.words()))
                .toList();
    }

    private static boolean isMuted(Chat chat, Set<ChatAddress> muted) {
        return muted.contains(chat.address().withoutTopic());
    }

    private boolean holds(Request request, Chat chat, String words) {
        String unit = names.of(chat).map(Unit::name).orElse("");
        return Folding.fold(ChatAdmission.title(chat, request.phrases()) + " " + unit + " "
                        + chat.address().chatId())
                .contains(words);
    }

    private static Button opener(Request request, Chat chat, String place, Set<ChatAddress> muted) {
        String mark = muted.contains(chat.address().withoutTopic())
                ? "MUTED"
                : chat.state().name();
        String title = request.say("chats.mark." + mark) + " " + ChatAdmission.title(chat, request.phrases())
                + ChatStore.topicMark(chat);
        ButtonData data = ButtonData.of(ChatsCommand.NAME, "o", chat.id(), place);
        return new Button.Action(
                RichText.plain(title).abridged(LONGEST_LABEL).text(), data.fits() ? data : ChatsCommand.opening(chat));
    }

    /** Returns buttons for the states in which there are chats, two a row. */
    private static List<List<Button>> filters(Request request, View view, List<Chat> found, Set<ChatAddress> muted) {
        List<Button> filters = new ArrayList<>();
        filters.add(new Button.Action(request.say("chats.all", found.size()), view.data(Optional.empty(), 0)));
        for (ChatState state : ChatState.values()) {
            ofState(request, view, found, state).ifPresent(filters::add);
        }
        long silent = found.stream().filter(chat -> isMuted(chat, muted)).count();
        if (silent > 0) {
            filters.add(new Button.Action(request.say("chats.muted", silent), view.mutedOnes()));
        }
        return IntStream.iterate(0, i -> i < filters.size(), i -> i + 2)
                .mapToObj(i -> filters.subList(i, Math.min(i + 2, filters.size())))
                .toList();
    }

    private static Optional<Button> ofState(Request request, View view, List<Chat> found, ChatState state) {
        long count = found.stream().filter(chat -> chat.state() == state).count();
        String label = request.say("chats.mark." + state.name()) + " " + request.say("state." + state.name());
        return count == 0
                ? Optional.empty()
                : Optional.of(new Button.Action(label + " (" + count + ")", view.data(Optional.of(state), 0)));
    }

    private static Button close(Request request) {
        return new Button.Action(request.say("menu.close"), ButtonData.of(ChatsCommand.NAME, "end"));
    }

    /** Returns the page of one chat. */
    OutgoingMessage one(Request request, Chat chat) {
        return one(request, chat, "");
    }

    /**
     * Returns the page of one chat, with the way back to the list.
     *
     * @param place as {@link View#place} told it; an empty string for the first page of all
     */
    OutgoingMessage one(Request request, Chat chat, String place) {
        RichText.Builder text = RichText.builder()
                .bold("#" + chat.id() + " " + ChatAdmission.title(chat, request.phrases()))
                .plain("\n" + about(request, chat));
        troubles.find(chat.address()).ifPresent(trouble -> text.plain("\n" + trouble(request, trouble)));
        if (!chat.closedReason().isEmpty()) {
            text.plain("\n" + request.say("chats.reason", FailureReasons.told(request, chat.closedReason())));
        }
        text.plain("\n" + request.say("chats.unit", unit(request, chat)));
        text.plain("\n" + request.say("chats.follows", followed(request, chat)));
        text.plain(deliveries(request, chat));
        return OutgoingMessage.of(text.build()).withButtons(actions(request, chat, place));
    }

    private String about(Request request, Chat chat) {
        return request.say(
                "chats.one",
                request.say("kind." + chat.kind().name()),
                chat.address().bot().key(),
                request.say("state." + chat.state().name()),
                DateFormats.minute(chat.createdAt(), zone));
    }

    private String unit(Request request, Chat chat) {
        return names.of(chat).map(unit -> names.full(unit, request.phrases())).orElse(request.say("chats.unit.none"));
    }

    private String followed(Request request, Chat chat) {
        List<Subscription> followed = subscriptions.of(chat.id());
        return followed.isEmpty()
                ? request.say("chats.follows.none")
                : followed.stream().map(Subscription::label).collect(Collectors.joining("; "));
    }

    private String trouble(Request request, ChatTrouble trouble) {
        return request.say(
                troublePhrase(trouble.kind()),
                DateFormats.minute(trouble.since(), zone),
                FailureReasons.told(request, trouble.reason()),
                DateFormats.minute(trouble.nextTry(), zone));
    }

    private static String troublePhrase(ChatTrouble.Kind kind) {
        return switch (kind) {
            case GONE -> "chats.trouble.gone";
            case WINDOW_CLOSED -> "chats.trouble.window";
            default -> "chats.trouble";
        };
    }

    private String deliveries(Request request, Chat chat) {
        List<ReportStore.Line> last = reports.lastOf(chat.id(), LAST);
        return last.isEmpty()
                ? ""
                : "\n\n" + request.say("chats.last")
                        + last.stream().map(line -> "\n" + line(request, line)).collect(Collectors.joining());
    }

    private String line(Request request, ReportStore.Line line) {
        String title = RichText.plain(line.title().replaceAll("\\s+", " "))
                .abridged(LONGEST_TITLE)
                .text();
        String error = line.error().isEmpty() ? "" : " (" + FailureReasons.told(request, line.error()) + ")";
        return request.say("chats.line." + line.state().name(), DateFormats.minute(line.at(), zone), title, error);
    }

    private List<List<Button>> actions(Request request, Chat chat, String place) {
        ButtonData list = ButtonData.of(ChatsCommand.NAME, "l", place.isEmpty() ? "all:0:" : place);
        return List.of(
                List.of(
                        action(request, chat, "chats.do.follow", "x", "theodoi"),
                        action(request, chat, "chats.do.unfollow", "x", "botheodoi")),
                List.of(
                        action(request, chat, "chats.do.times", "x", "lich"),
                        action(request, chat, "chats.do.rename", "r")),
                belonging(request, chat),
                List.of(new Button.Action(request.say("chats.do.list"), list), close(request)));
    }

    private List<Button> belonging(Request request, Chat chat) {
        Button admission = chat.active()
                ? action(request, chat, "chats.do.stop", "c")
                : action(request, chat, "chats.do.approve", "a", presses.stamp());
        return request.role().atLeast(Role.OPERATOR)
                ? List.of(action(request, chat, "chats.do.unit", "u", 0), admission)
                : List.of(admission);
    }

    private static Button action(Request request, Chat chat, String label, String wish, Object... rest) {
        return new Button.Action(
                request.say(label),
                ButtonData.of(ChatsCommand.NAME, wish, chat.id()).with(rest));
    }

    /** Returns the question whether to stop a chat. */
    OutgoingMessage stopping(Request request, Chat chat, String stamp) {
        return OutgoingMessage.plain(request.say("chats.stop.sure", ChatAdmission.title(chat, request.phrases())))
                .withButtons(List.of(List.of(
                        action(request, chat, "chats.stop.yes", "s", stamp), action(request, chat, "menu.back", "o"))));
    }

    /** Returns the menu of the units to which a chat may be moved. */
    OutgoingMessage units(Request request, Chat chat, int wanted) {
        MenuPage<Unit> page = MenuPage.of(names.current(), wanted, PAGE);
        List<List<Button>> rows = new ArrayList<>();
        page.shown().forEach(unit -> rows.add(List.of(mover(request, chat, unit))));
        rows.addAll(
                page.turning(number -> ButtonData.of(ChatsCommand.NAME, "u", chat.id(), number), request.phrases()));
        rows.add(List.of(action(request, chat, "chats.unit.none", "v", 0, presses.stamp())));
        rows.add(List.of(action(request, chat, "menu.back", "o")));
        String question = page.shown().isEmpty() ? "chats.no-units" : "chats.whither";
        return OutgoingMessage.plain(request.say(question, ChatAdmission.title(chat, request.phrases())))
                .withButtons(rows);
    }

    private Button mover(Request request, Chat chat, Unit unit) {
        String name = names.full(unit, request.phrases());
        return new Button.Action(
                RichText.plain(name).abridged(LONGEST_LABEL).text(),
                ButtonData.of(ChatsCommand.NAME, "v", chat.id(), unit.id(), presses.stamp()));
    }
}
