package vn.loa.command;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.command.Interests.Interest;
import vn.loa.model.Button;
import vn.loa.model.Chat;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Role;
import vn.loa.model.Subscription;
import vn.loa.store.ArticleStore;
import vn.loa.store.AuditStore;
import vn.loa.store.SourceStore;
import vn.loa.store.SubscriptionStore;

/** {@code /theodoi [nguồn|chuyên mục]}: follows a source, a category or everything; without words, a menu of buttons. */
final class SubscribeCommand implements Command {
    private static final int MENU_SIZE = 40;

    private final Interests interests;
    private final SubscriptionStore subscriptions;
    private final AuditStore audit;
    private final InstantSource clock;

    SubscribeCommand(Desk desk) {
        this.interests = new Interests(new SourceStore(desk.database()), new ArticleStore(desk.database()));
        this.subscriptions = new SubscriptionStore(desk.database());
        this.audit = new AuditStore(desk.database());
        this.clock = desk.clock();
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
    public Role needs() {
        return Role.CHAT_ADMIN;
    }

    @Override
    public Reply run(Request request) {
        if (request.arguments().isEmpty()) {
            return Reply.of(menu(request));
        }
        List<Interest> found = interests.matching(request.arguments(), request.say("interest.all"));
        if (found.isEmpty()) {
            return Reply.of(OutgoingMessage.plain(request.say("subscribe.unknown", request.arguments()))
                    .withButtons(buttons(request, interests.menu(request.say("interest.all")))));
        }
        return found.size() == 1 ? subscribe(request, found.get(0)) : offer(request, found);
    }

    private Reply subscribe(Request request, Interest interest) {
        boolean added = add(request, interest);
        String text = request.say(added ? "subscribe.done" : "subscribe.already", interest.label());
        return Reply.plain(text + pending(request.chat(), request));
    }

    private Reply offer(Request request, List<Interest> found) {
        return Reply.of(OutgoingMessage.plain(request.say("subscribe.which", request.arguments()))
                .withButtons(buttons(request, found)));
    }

    private boolean add(Request request, Interest interest) {
        Subscription subscription = interest.of(request.chat().id());
        boolean added = subscriptions.add(subscription, request.person(), clock.instant());
        if (added) {
            audit.add(request.person().key(), "subscribe", detail(subscription), clock.instant());
        }
        return added;
    }

    private static String detail(Subscription subscription) {
        return subscription.chatId() + " " + subscription.kind() + " " + subscription.value();
    }

    private OutgoingMessage menu(Request request) {
        String text = request.say("subscribe.menu") + pending(request.chat(), request);
        return OutgoingMessage.plain(text).withButtons(buttons(request, interests.menu(request.say("interest.all"))));
    }

    private static String pending(Chat chat, Request request) {
        return chat.active() ? "" : "\n" + request.say("subscribe.pending");
    }

    private List<List<Button>> buttons(Request request, List<Interest> offered) {
        Set<String> followed = subscriptions.of(request.chat().id()).stream()
                .map(subscription -> InterestKey.of(subscription.kind(), subscription.value()))
                .collect(Collectors.toSet());
        List<List<Button>> rows = new ArrayList<>();
        for (Interest interest : offered.subList(0, Math.min(MENU_SIZE, offered.size()))) {
            String data = InterestKey.of(interest.kind(), interest.value());
            String tick = followed.contains(data) ? "✅ " : "";
            rows.add(List.of(new Button.Action(tick + interest.label(), name() + ":" + data)));
        }
        return rows;
    }

    /** A tick set or taken in the menu. */
    @Override
    public Reply press(Request request) {
        Optional<Interest> pressed = interests.everything(request.say("interest.all")).stream()
                .filter(interest ->
                        InterestKey.of(interest.kind(), interest.value()).equals(request.arguments()))
                .findFirst();
        if (pressed.isEmpty()) {
            return request.toast("press.stale");
        }
        String done = toggle(request, pressed.get());
        return Reply.edit(menu(request), request.say(done, pressed.get().label()));
    }

    private String toggle(Request request, Interest interest) {
        if (add(request, interest)) {
            return "subscribe.done";
        }
        Subscription subscription = interest.of(request.chat().id());
        subscriptions.remove(subscription);
        audit.add(request.person().key(), "unsubscribe", detail(subscription), clock.instant());
        return "unsubscribe.done";
    }
}
