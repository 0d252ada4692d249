package vn.loa.command.follow;

import java.util.ArrayList;
import java.util.List;
import vn.loa.command.Command;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.menu.LongList;
import vn.loa.command.setting.ScheduleText;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.model.Subscription;
import vn.loa.store.chat.SubscriptionStore;

/** Runs {@code /danhsach}: lists the chat's subscriptions, and its speaking times when it chose some. */
public final class ListCommand implements Command {
    private final SubscriptionStore subscriptions;
    private final ScheduleText schedule;

    public ListCommand(SubscriptionStore subscriptions, ScheduleText schedule) {
        this.subscriptions = subscriptions;
        this.schedule = schedule;
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
    public boolean concernsAskerAlone() {
        return true;
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
        List<OutgoingMessage> messages =
                LongList.messages(RichText.builder().bold(request.say("list.title")), lines(request, all));
        schedule.chosen(request.chat(), request.phrases())
                .ifPresent(lines -> messages.add(withSchedule(messages.remove(messages.size() - 1), request, lines)));
        return Reply.of(messages.toArray(OutgoingMessage[]::new));
    }

    private static List<String> lines(Request request, List<Subscription> all) {
        List<String> lines = new ArrayList<>();
        all.stream().filter(each -> !each.excludes()).forEach(each -> lines.add("• " + item(request, each)));
        List<Subscription> unwanted =
                all.stream().filter(Subscription::excludes).toList();
        if (!unwanted.isEmpty()) {
            lines.add(request.say("list.unwanted", ChatSubscriptions.labels(unwanted)));
        }
        if (!request.chat().active()) {
            lines.add(request.say("subscribe.pending"));
        }
        return lines;
    }

    private static String item(Request request, Subscription followed) {
        String kind = request.say("interest." + followed.kind().name());
        return request.say("list.item", followed.label(), kind);
    }

    private static OutgoingMessage withSchedule(OutgoingMessage last, Request request, String lines) {
        RichText text = RichText.builder()
                .append(last.text())
                .newline()
                .bold(request.say("schedule.title"))
                .newline()
                .plain(lines)
                .build();
        return last.withText(text);
    }
}
