package vn.loa.command.follow;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.loa.command.Command;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.Vocabulary;
import vn.loa.command.menu.CommandButtons;
import vn.loa.command.menu.MenuPage;
import vn.loa.command.menu.MenuPress;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Role;
import vn.loa.model.Subscription;
import vn.loa.subscription.FilterLine;
import vn.loa.text.Folding;

/** Runs {@code /botheodoi [what]}: stops subscriptions; without words, shows a button for each subscription. */
public final class UnsubscribeCommand implements Command {
    private static final char LIST = 'l';
    private static final char CLOSE = 'x';
    private static final char ALL = 'a';
    /** The pause that is offered to people who are tired of news. */
    private static final String REST = "tamdung 1 tuan";

    private final ChatSubscriptions following;
    private final MenuPress.Codec presses;
    private final CommandButtons buttons;

    public UnsubscribeCommand(ChatSubscriptions following, InstantSource clock) {
        this.following = following;
        this.presses = new MenuPress.Codec(name(), clock);
        this.buttons = new CommandButtons(clock);
    }

    @Override
    public String name() {
        return "botheodoi";
    }

    @Override
    public List<String> aliases() {
        return List.of("unsubscribe", "bo", "huy", "stop", "dung");
    }

    @Override
    public List<String> plainWords() {
        return List.of("bo theo doi", "ngung theo doi", "huy dang ky", "unsubscribe");
    }

    @Override
    public boolean takes(String rest) {
        return Vocabulary.areFew(rest, 4) || FilterLine.read(rest).isPresent();
    }

    @Override
    public Role needs() {
        return Role.CHAT_ADMIN;
    }

    /** Returns the same length as for subscriptions: as much can be named in one line. */
    @Override
    public int longest() {
        return 1_200;
    }

    @Override
    public Reply run(Request request) {
        List<Subscription> all = following.of(request);
        if (all.isEmpty()) {
            return request.plain("list.empty");
        }
        if (request.arguments().isEmpty()) {
            return Reply.of(menu(request, request.say("unsubscribe.menu"), all, 0));
        }
        List<Subscription> meant = meant(all, request.arguments());
        if (!meant.isEmpty()) {
            meant.forEach(subscription -> following.remove(request, subscription));
            return Reply.plain(request.say("unsubscribe.done", ChatSubscriptions.labels(meant)));
        }
        List<Subscription> holding = holding(all, Folding.fold(request.arguments()));
        return holding.isEmpty()
                ? Reply.of(menu(request, request.say("unsubscribe.unknown", request.arguments()), all, 0))
                : Reply.of(menu(request, request.say("unsubscribe.which", request.arguments()), holding, 0));
    }

    /**
     * Returns the subscriptions that words mean. "Tất cả" ends everything, a line of keywords those keywords; else
     * those that the words name, or alone are a part of.
     */
    private static List<Subscription> meant(List<Subscription> all, String words) {
        String folded = Folding.fold(words);
        if (folded.equals("tat ca") || folded.equals("all")) {
            return all;
        }
        List<Subscription> named = all.stream()
                .filter(each -> each.value().equals(folded)
                        || Folding.fold(each.label()).equals(folded))
                .toList();
        if (!named.isEmpty()) {
            return named;
        }
        Optional<FilterLine> line = FilterLine.read(words);
        if (line.isPresent()) {
            return keywords(all, line.get());
        }
        List<Subscription> holding = holding(all, folded);
        return holding.size() == 1 ? holding : List.of();
    }

    private static List<Subscription> keywords(List<Subscription> all, FilterLine line) {
        return all.stream()
                .filter(ChatSubscriptions::isKeyword)
                .filter(each -> line.keywords().stream()
                        .anyMatch(keyword -> keyword.value().equals(each.value())))
                .toList();
    }

    private static List<Subscription> holding(List<Subscription> all, String folded) {
        return all.stream()
                .filter(each -> Folding.fold(each.label()).contains(folded))
                .toList();
    }

    private OutgoingMessage menu(Request request, String text, List<Subscription> all, int wished) {
        MenuPage<Subscription> page = MenuPage.of(all, wished);
        List<List<Button>> rows = new ArrayList<>(page.rows(
                subscription -> removal(request, subscription, page.number()),
                number -> presses.data(LIST, number),
                request.phrases()));
        rows.add(List.of(new Button.Action(
                request.say("unsubscribe.all", following.of(request).size()), presses.data(ALL))));
        buttons.button(request.say("unsubscribe.rest"), new CommandButtons.Typed("lich", REST))
                .map(List::of)
                .ifPresent(rows::add);
        rows.add(List.of(new Button.Action(request.say("menu.close"), presses.data(CLOSE))));
        return OutgoingMessage.plain(text).withButtons(rows);
    }

    private Button removal(Request request, Subscription subscription, int page) {
        String label = ChatSubscriptions.label(request, subscription.kind(), MenuPage.label(subscription.label()));
        return new Button.Action("❌ " + label, presses.data(LIST, page, key(subscription)));
    }

    private static String key(Subscription subscription) {
        return SubscriptionKey.of(subscription.kind(), subscription.value());
    }

    @Override
    public Reply press(Request request, ButtonData data) {
        return presses.read(data)
                .flatMap(press -> pressed(request, press))
                .orElseGet(() -> request.toast("press.stale"));
    }

    private Optional<Reply> pressed(Request request, MenuPress press) {
        if (press.view() == CLOSE) {
            return Optional.of(Reply.edit(left(request, 0, false), request.say("menu.closed")));
        }
        if (press.view() == ALL) {
            return Optional.of(allRemoved(request));
        }
        if (press.view() != LIST) {
            return Optional.empty();
        }
        return press.key().isEmpty()
                ? Optional.of(new Reply(List.of(), Optional.of(left(request, press.page(), true)), Optional.empty()))
                : following.of(request).stream()
                        .filter(each -> key(each).equals(press.key()))
                        .findFirst()
                        .map(each -> removed(request, press.page(), each));
    }

    private Reply allRemoved(Request request) {
        List<Subscription> all = following.of(request);
        all.forEach(subscription -> following.remove(request, subscription));
        return Reply.edit(left(request, 0, false), request.say("unsubscribe.done", ChatSubscriptions.labels(all)));
    }

    private Reply removed(Request request, int page, Subscription subscription) {
        following.remove(request, subscription);
        String done = request.say("unsubscribe.done", subscription.label());
        return Reply.edit(left(request, page, true), done);
    }

    /** Returns the list of remaining subscriptions, with or without the buttons. */
    private OutgoingMessage left(Request request, int page, boolean open) {
        List<Subscription> left = following.of(request);
        if (left.isEmpty()) {
            return OutgoingMessage.plain(request.say("list.empty"));
        }
        return open
                ? menu(request, request.say("unsubscribe.menu"), left, page)
                : OutgoingMessage.plain(request.say("follow.closed", left.size()));
    }
}
