package vn.loa.command;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import vn.loa.model.Button;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Role;
import vn.loa.model.Subscription;
import vn.loa.store.AuditStore;
import vn.loa.store.SubscriptionStore;
import vn.loa.text.Folding;

/** {@code /botheodoi [nguồn|chuyên mục]}: stops following; without words, a button for each subscription. */
final class UnsubscribeCommand implements Command {
    private final SubscriptionStore subscriptions;
    private final AuditStore audit;
    private final InstantSource clock;

    UnsubscribeCommand(Desk desk) {
        this.subscriptions = new SubscriptionStore(desk.database());
        this.audit = new AuditStore(desk.database());
        this.clock = desk.clock();
    }

    @Override
    public String name() {
        return "botheodoi";
    }

    @Override
    public List<String> aliases() {
        return List.of("unsubscribe", "bo", "huy");
    }

    @Override
    public List<String> plainWords() {
        return List.of("bo theo doi", "ngung theo doi", "huy dang ky", "unsubscribe");
    }

    @Override
    public Role needs() {
        return Role.CHAT_ADMIN;
    }

    @Override
    public Reply run(Request request) {
        List<Subscription> all = subscriptions.of(request.chat().id());
        if (all.isEmpty()) {
            return request.plain("list.empty");
        }
        if (request.arguments().isEmpty()) {
            return Reply.of(menu(request.say("unsubscribe.menu"), all));
        }
        List<Subscription> found = matching(all, Folding.fold(request.arguments()));
        if (found.isEmpty()) {
            return Reply.of(menu(request.say("unsubscribe.unknown", request.arguments()), all));
        }
        found.forEach(subscription -> remove(request, subscription));
        return Reply.plain(request.say("unsubscribe.done", labels(found)));
    }

    private static String labels(List<Subscription> subscriptions) {
        return String.join(", ", subscriptions.stream().map(Subscription::label).toList());
    }

    /** "Tất cả" ends everything; words that name one subscription exactly mean that one, others every one they are in. */
    private static List<Subscription> matching(List<Subscription> all, String folded) {
        if (folded.equals("tat ca") || folded.equals("all")) {
            return all;
        }
        List<Subscription> exact = all.stream()
                .filter(each -> each.value().equals(folded)
                        || Folding.fold(each.label()).equals(folded))
                .toList();
        List<Subscription> holding = all.stream()
                .filter(each -> Folding.fold(each.label()).contains(folded))
                .toList();
        return exact.isEmpty() ? holding : exact;
    }

    private void remove(Request request, Subscription subscription) {
        if (subscriptions.remove(subscription)) {
            String detail = subscription.chatId() + " " + subscription.kind() + " " + subscription.value();
            audit.add(request.person().key(), "unsubscribe", detail, clock.instant());
        }
    }

    private OutgoingMessage menu(String text, List<Subscription> all) {
        List<List<Button>> rows = new ArrayList<>();
        for (Subscription subscription : all) {
            rows.add(List.of(new Button.Action("❌ " + subscription.label(), name() + ":" + data(subscription))));
        }
        return OutgoingMessage.plain(text).withButtons(rows);
    }

    private static String data(Subscription subscription) {
        return InterestKey.of(subscription.kind(), subscription.value());
    }

    @Override
    public Reply press(Request request) {
        List<Subscription> all = subscriptions.of(request.chat().id());
        List<Subscription> pressed = all.stream()
                .filter(subscription -> data(subscription).equals(request.arguments()))
                .toList();
        if (pressed.isEmpty()) {
            return request.toast("press.stale");
        }
        remove(request, pressed.get(0));
        List<Subscription> left = subscriptions.of(request.chat().id());
        String text = request.say(left.isEmpty() ? "list.empty" : "unsubscribe.menu");
        return Reply.edit(menu(text, left), request.say("unsubscribe.done", labels(pressed)));
    }
}
