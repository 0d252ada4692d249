package vn.loa.command.follow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.command.Request;
import vn.loa.command.follow.SubscriptionCatalog.Interest;
import vn.loa.command.menu.MenuPage;
import vn.loa.command.menu.MenuPress;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.OutgoingMessage;

/** Builds the menu of subscriptions on offer: a first page of kinds, and pages with ticks for each kind. */
final class FollowMenu {
    static final char HOME = 'h';
    static final char HOW = 'k';
    static final char CLOSE = 'x';

    private final SubscriptionCatalog interests;
    private final ChatSubscriptions following;
    private final MenuPress.Codec menu;

    FollowMenu(SubscriptionCatalog interests, ChatSubscriptions following, MenuPress.Codec menu) {
        this.interests = interests;
        this.following = following;
        this.menu = menu;
    }

    /** Lists the kinds that are chosen from a list. */
    enum Shelf {
        SOURCES('s'),
        TOPICS('t'),
        CATEGORIES('c');

        private final char view;

        Shelf(char view) {
            this.view = view;
        }

        static Optional<Shelf> shownAs(char view) {
            return Arrays.stream(values()).filter(shelf -> shelf.view == view).findFirst();
        }
    }

    OutgoingMessage home(Request request) {
        List<List<Button>> rows = new ArrayList<>();
        for (Shelf shelf : Shelf.values()) {
            rows.add(List.of(button(request, "follow.button." + shelf.name(), menu.data(shelf.view, 0))));
        }
        rows.add(List.of(button(request, "follow.button.keywords", menu.data(HOW))));
        rows.add(List.of(button(request, "menu.close", menu.data(CLOSE))));
        String text = request.say("follow.home", following.of(request).size()) + ChatSubscriptions.pending(request);
        return OutgoingMessage.plain(text).withButtons(rows);
    }

    OutgoingMessage how(Request request) {
        return OutgoingMessage.plain(request.say("filter.how")).withButtons(List.of(wayBack(request)));
    }

    /** Returns the message that replaces the menu when it is closed. */
    OutgoingMessage closed(Request request) {
        int followed = following.of(request).size();
        return OutgoingMessage.plain(
                followed == 0 ? request.say("list.empty") : request.say("follow.closed", followed));
    }

    /**
     * Returns a page of a section.
     *
     * @param offers rows that stand below the page
     */
    OutgoingMessage page(Request request, Shelf shelf, int wished, List<List<Button>> offers) {
        List<Interest> all = on(shelf);
        MenuPage<Interest> page = MenuPage.of(all, wished);
        Set<String> followed = following.of(request).stream()
                .map(each -> SubscriptionKey.of(each.kind(), each.value()))
                .collect(Collectors.toSet());
        List<List<Button>> rows = new ArrayList<>(page.rows(
                interest -> ticked(interest, followed, shelf, page.number()),
                number -> menu.data(shelf.view, number),
                request.phrases()));
        rows.addAll(offers);
        rows.add(wayBack(request));
        String text = all.isEmpty()
                ? request.say("follow.none")
                : request.say("follow.page." + shelf.name(), page.number() + 1, page.pages());
        return OutgoingMessage.plain(text + ChatSubscriptions.pending(request)).withButtons(rows);
    }

    /** Returns the item of a section for a key; empty when it is not there, or no more. */
    Optional<Interest> find(Shelf shelf, String key) {
        return on(shelf).stream()
                .filter(each -> SubscriptionKey.of(each.kind(), each.value()).equals(key))
                .findFirst();
    }

    private List<Interest> on(Shelf shelf) {
        return switch (shelf) {
            case SOURCES -> interests.sources();
            case TOPICS -> interests.topics();
            case CATEGORIES -> interests.categories();
        };
    }

    private Button ticked(Interest interest, Set<String> followed, Shelf shelf, int page) {
        String key = SubscriptionKey.of(interest.kind(), interest.value());
        String tick = followed.contains(key) ? "✅ " : "";
        return new Button.Action(tick + MenuPage.label(interest.label()), menu.data(shelf.view, page, key));
    }

    private List<Button> wayBack(Request request) {
        return List.of(button(request, "menu.back", menu.data(HOME)), button(request, "menu.close", menu.data(CLOSE)));
    }

    private static Button button(Request request, String key, ButtonData data) {
        return new Button.Action(request.say(key), data);
    }
}
