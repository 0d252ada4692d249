package vn.loa.command.follow;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.Vocabulary;
import vn.loa.command.follow.FollowMenu.Shelf;
import vn.loa.command.follow.SubscriptionCatalog.Interest;
import vn.loa.command.menu.MenuPage;
import vn.loa.command.menu.MenuPress;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.model.Subscription;
import vn.loa.model.Subscription.Kind;
import vn.loa.store.chat.SubscriptionStore;
import vn.loa.store.delivery.Recipients;
import vn.loa.subscription.FilterLine;

/**
 * Runs {@code /theodoi [what]}: follows a source, a topic, a category, a commune or keywords; without words, shows a
 * menu of buttons.
 */
public final class SubscribeCommand implements Command {
    /** Joins the parts of an enumeration. */
    private static final Pattern AND = Pattern.compile(" và | va | với | cùng | cùng với |, ?|; ?");

    private static final char FOLLOW = 'f';
    private static final int MOST_OFFERED = 16;
    private static final int LONGEST_TOAST = 200;
    /** Kinds with a preview; of a whole source people know how much it publishes. */
    private static final Set<Kind> PREVIEWED = EnumSet.of(Kind.PLACE, Kind.TOPIC, Kind.CATEGORY, Kind.KEYWORD);

    private final SubscriptionCatalog interests;
    private final ChatSubscriptions following;
    private final MenuPress.Codec presses;
    private final NewestOffer newest;
    private final SubscriptionPreview preview;
    private final KeywordFilters filters;
    private final FollowMenu menu;
    private final InstantSource clock;

    /** Holds the access to past articles, for people who begin to follow something. */
    public record Archive(SubscriptionStore subscriptions, Recipients recipients, ArticleList list) {}

    public SubscribeCommand(
            CommandContext context, SubscriptionCatalog interests, ChatSubscriptions following, Archive archive) {
        this.interests = interests;
        this.following = following;
        this.presses = new MenuPress.Codec(name(), context.clock());
        this.newest = new NewestOffer(
                archive.subscriptions(), archive.recipients(), archive.list(), presses, context.clock());
        this.preview = new SubscriptionPreview(following, archive.recipients(), presses);
        this.filters = new KeywordFilters(context, following, preview, newest);
        this.menu = new FollowMenu(interests, following, presses);
        this.clock = context.clock();
    }

    @Override
    public String name() {
        return "theodoi";
    }

    @Override
    public List<String> aliases() {
        return List.of("subscribe", "dangky");
    }

    @Override
    public List<String> plainWords() {
        return List.of("theo doi", "dang ky", "subscribe");
    }

    @Override
    public boolean takes(String rest) {
        return Vocabulary.areFew(rest, 3)
                || FilterLine.read(rest).isPresent()
                || !interests.named(rest).isEmpty()
                || !interests.holding(rest).isEmpty();
    }

    @Override
    public boolean asksToBeLetIn() {
        return true;
    }

    @Override
    public Role needs() {
        return Role.CHAT_ADMIN;
    }

    /** Returns the length of ten keywords of a hundred characters. */
    @Override
    public int longest() {
        return 1_200;
    }

    @Override
    public Reply run(Request request) {
        String words = request.arguments();
        if (words.isEmpty()) {
            return Reply.of(menu.home(request)).toAskerAlone();
        }
        List<Interest> named = interests.named(words);
        Optional<FilterLine> line = named.isEmpty() ? FilterLine.read(words) : Optional.empty();
        if (line.isPresent()) {
            return filters.add(request, line.get());
        }
        return anyOf(request, named.isEmpty() ? interests.holding(words) : named);
    }

    private Reply anyOf(Request request, List<Interest> found) {
        if (found.isEmpty()) {
            List<Interest> several = several(request.arguments());
            return several.isEmpty() ? unknown(request) : offer(request, several);
        }
        return found.size() == 1 ? Reply.of(follow(request, found.get(0))) : offer(request, found);
    }

    /** Returns the things in an enumeration ("xã Phú Xuyên và xã Chuyên Mỹ"), each of which can be followed; none for other words. */
    private List<Interest> several(String words) {
        List<String> parts = List.of(AND.split(words));
        List<Interest> found = parts.stream()
                .flatMap(part -> {
                    List<Interest> named = interests.named(part);
                    return (named.isEmpty() ? interests.holding(part) : named).stream();
                })
                .distinct()
                .toList();
        return parts.size() > 1 && found.size() >= parts.size() ? found : List.of();
    }

    /** Tells whether words name one thing that can be followed without asking back. */
    public boolean isClear(String words) {
        List<Interest> named = interests.named(words);
        Optional<FilterLine> line = named.isEmpty() ? FilterLine.read(words) : Optional.empty();
        if (line.isPresent()) {
            return !line.get().keywords().isEmpty()
                    && line.get().contradiction().isEmpty()
                    && line.get().keywords().stream()
                            .allMatch(
                                    each -> !each.isPattern() && each.trouble().isEmpty());
        }
        return (named.isEmpty() ? interests.holding(words) : named).size() == 1;
    }

    /** Returns the things that words may mean, as they would be named without asking back. */
    public List<String> choices(String words) {
        List<Interest> named = interests.named(words);
        List<String> names = (named.isEmpty() ? interests.holding(words) : named)
                .stream().map(Interest::label).collect(Collectors.toCollection(ArrayList::new));
        if (SubscriptionCatalog.keyword(words).isPresent()) {
            names.add("+" + words);
        }
        return names.stream()
                .distinct()
                .filter(name -> name.matches("[^,;:]+") && isClear(name))
                .toList();
    }

    /** Returns what to write after the command so that these words are followed: as a keyword where nothing is called so. */
    public String wish(String words) {
        boolean known = !interests.named(words).isEmpty()
                || !interests.holding(words).isEmpty()
                || FilterLine.read(words).isPresent();
        return known || SubscriptionCatalog.keyword(words).isEmpty() ? words : "+" + words;
    }

    private Reply unknown(Request request) {
        List<Interest> keyword =
                SubscriptionCatalog.keyword(request.arguments()).stream().toList();
        List<List<Button>> rows = new ArrayList<>(rows(request, keyword));
        rows.add(List.of(new Button.Action(request.say("follow.open"), presses.data(FollowMenu.HOME))));
        rows.add(close(request));
        return Reply.of(OutgoingMessage.plain(request.say("subscribe.unknown", request.arguments()))
                .withButtons(rows));
    }

    private Reply offer(Request request, List<Interest> found) {
        List<Interest> offered = found.subList(0, Math.min(MOST_OFFERED, found.size()));
        return Reply.of(OutgoingMessage.plain(request.say("subscribe.which", request.arguments()))
                .withButtons(closable(request, rows(request, offered))));
    }

    private List<List<Button>> closable(Request request, List<List<Button>> rows) {
        rows.add(close(request));
        return rows;
    }

    private List<Button> close(Request request) {
        return List.of(new Button.Action(request.say("menu.close"), presses.data(FollowMenu.CLOSE)));
    }

    private List<List<Button>> rows(Request request, List<Interest> offered) {
        List<List<Button>> rows = new ArrayList<>();
        for (Interest interest : offered) {
            String label = ChatSubscriptions.label(request, interest.kind(), MenuPage.label(interest.label()));
            SubscriptionKey.toOffer(interest)
                    .ifPresent(key -> rows.add(List.of(new Button.Action(label, presses.data(FOLLOW, 0, key)))));
        }
        return rows;
    }

    private OutgoingMessage follow(Request request, Interest interest) {
        Instant now = clock.instant();
        List<Subscription> named = List.of(interest.of(request.chat().id()));
        if (!following.hasRoomFor(request, named)) {
            return OutgoingMessage.plain(request.say("filter.many-in-chat", ChatSubscriptions.MOST_THOUGHT_UP));
        }
        boolean added = following.add(request, named.get(0), now);
        List<String> lines = new ArrayList<>();
        lines.add(request.say(added ? "subscribe.done" : "subscribe.already", interest.label()));
        lines.addAll(previewed(request, interest, named));
        return OutgoingMessage.plain(String.join("\n", lines) + ChatSubscriptions.pending(request))
                .withButtons(offers(request, named, added, now));
    }

    private List<String> previewed(Request request, Interest interest, List<Subscription> named) {
        Optional<String> line = PREVIEWED.contains(interest.kind()) ? preview.line(request, named) : Optional.empty();
        return Stream.concat(preview.stillWide(request, named).stream(), line.stream())
                .toList();
    }

    /** Returns what a person may want next: a choice of all or these alone, and the articles of a new subscription. */
    private List<List<Button>> offers(Request request, List<Subscription> named, boolean added, Instant now) {
        List<List<Button>> rows = new ArrayList<>(preview.choice(request, named));
        if (added) {
            rows.add(newest.row(request, now));
        }
        return rows;
    }

    @Override
    public Reply press(Request request, ButtonData data) {
        return presses.read(data)
                .flatMap(press -> pressed(request, press))
                .orElseGet(() -> request.toast("press.stale"));
    }

    private Optional<Reply> pressed(Request request, MenuPress press) {
        return switch (press.view()) {
            case FollowMenu.HOME -> Optional.of(shown(menu.home(request)));
            case FollowMenu.HOW -> Optional.of(shown(menu.how(request)));
            case FollowMenu.CLOSE -> Optional.of(Reply.edit(menu.closed(request), request.say("menu.closed")));
            case NewestOffer.VIEW -> Optional.of(newest.send(request, press.key()));
            case SubscriptionPreview.ONLY -> Optional.of(preview.only(request, press.key()));
            case SubscriptionPreview.BOTH -> Optional.of(preview.both(request));
            case FOLLOW -> interests.keyed(press.key()).map(interest -> shown(follow(request, interest)));
            default -> Shelf.shownAs(press.view()).flatMap(shelf -> onShelf(request, shelf, press));
        };
    }

    private static Reply shown(OutgoingMessage message) {
        return new Reply(List.of(), Optional.of(message), Optional.empty());
    }

    private Optional<Reply> onShelf(Request request, Shelf shelf, MenuPress press) {
        return press.key().isEmpty()
                ? Optional.of(shown(menu.page(request, shelf, press.page(), List.of())))
                : menu.find(shelf, press.key()).map(interest -> toggle(request, shelf, press.page(), interest));
    }

    /** Sets or removes a tick; the articles of a new subscription can be looked at right away. */
    private Reply toggle(Request request, Shelf shelf, int page, Interest interest) {
        Instant now = clock.instant();
        Subscription subscription = interest.of(request.chat().id());
        if (!following.add(request, subscription, now)) {
            following.remove(request, subscription);
            String undone = request.say("unsubscribe.done", interest.label());
            return toggled(menu.page(request, shelf, page, List.of()), undone);
        }
        List<Subscription> named = List.of(subscription);
        String wide = preview.stillWide(request, named).map(line -> " " + line).orElse("");
        String done = request.say("subscribe.done", interest.label()) + wide;
        return toggled(menu.page(request, shelf, page, offers(request, named, true, now)), done);
    }

    private static Reply toggled(OutgoingMessage page, String done) {
        return Reply.edit(page, RichText.plain(done).abridged(LONGEST_TOAST).text());
    }
}
