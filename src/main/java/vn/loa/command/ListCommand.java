package vn.loa.command;

import java.util.List;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.model.Subscription;
import vn.loa.store.SubscriptionStore;

/** {@code /danhsach}: what this chat follows, and when it hears of it when it chose that. */
final class ListCommand implements Command {
    private final SubscriptionStore subscriptions;
    private final ScheduleText schedule;

    ListCommand(Desk desk) {
        this.subscriptions = new SubscriptionStore(desk.database());
        this.schedule = new ScheduleText(desk);
    }

    @Override
    public String name() {
        return "danhsach";
    }

    @Override
    public List<String> aliases() {
        return List.of("list", "ds");
    }

    @Override
    public List<String> plainWords() {
        return List.of("danh sach", "dang theo doi", "list");
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    @Override
    public Reply run(Request request) {
        List<Subscription> all = subscriptions.of(request.chat().id());
        if (all.isEmpty()) {
            return request.plain("list.empty");
        }
        RichText.Builder text = RichText.builder().bold(request.say("list.title"));
        for (Subscription subscription : all) {
            String kind = request.say("interest." + subscription.kind().name());
            text.newline().plain("• " + request.say("list.item", subscription.label(), kind));
        }
        if (!request.chat().active()) {
            text.newline().plain(request.say("subscribe.pending"));
        }
        schedule.chosen(request.chat().id(), request.phrases())
                .ifPresent(lines -> text.newline()
                        .bold(request.say("schedule.title"))
                        .newline()
                        .plain(lines));
        return Reply.of(OutgoingMessage.of(text.build()));
    }
}
