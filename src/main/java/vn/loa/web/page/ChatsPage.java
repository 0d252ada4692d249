package vn.loa.web.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import vn.loa.command.Reply;
import vn.loa.model.ButtonData;
import vn.loa.web.FormFields;
import vn.loa.web.WebAnswer;

/** The table of chats, from which many are approved or moved at once. */
final class ChatsPage {
    /** The most chats that one POST changes, so that it ends in time. */
    static final int MOST = 1_000;

    private final ChatTable table;
    private final OperatorCommands commands;
    private final PageRenderer pages;

    ChatsPage(ChatTable table, OperatorCommands commands, PageRenderer pages) {
        this.table = table;
        this.commands = commands;
        this.pages = pages;
    }

    WebAnswer answer(Visit visit) {
        FormFields fields =
                visit.posted() ? visit.request().form() : visit.request().query();
        ChatTable.Filter filter = ChatTable.Filter.of(fields);
        Map<String, Integer> done = visit.posted() ? changed(visit, fields, filter) : Map.of();
        return pages.page(200, "chats", visit.view(), Map.of("page", table.page(visit.view(), filter), "done", done));
    }

    /** Carries out what was chosen; returns the answers of the command and how many chats each is of. */
    private Map<String, Integer> changed(Visit visit, FormFields fields, ChatTable.Filter filter) {
        Optional<LongFunction<ButtonData>> press = press(fields);
        if (press.isEmpty()) {
            return Map.of(visit.view().say("web.chats.no-unit"), 0);
        }
        List<Long> chosen = chosen(visit, fields, filter);
        return chosen.isEmpty() || chosen.size() > MOST
                ? Map.of(visit.view().say(chosen.isEmpty() ? "web.chats.none-chosen" : "web.chats.too-many", MOST), 0)
                : pressed(visit, chosen, press.get());
    }

    private Map<String, Integer> pressed(Visit visit, List<Long> chosen, LongFunction<ButtonData> press) {
        Map<String, Integer> done = new LinkedHashMap<>();
        for (long chat : chosen) {
            Reply reply = commands.pressAmongMany(visit.session(), press.apply(chat));
            done.merge(reply.toast().orElse(""), 1, Integer::sum);
        }
        return done.size() > 5 ? Map.of(visit.view().say("web.chats.done"), chosen.size()) : done;
    }

    private static Optional<LongFunction<ButtonData>> press(FormFields fields) {
        String target = fields.first("target");
        return switch (fields.first("wish")) {
            case "approve" -> Optional.of(chat -> ButtonData.of(ChatTable.CHATS, "a", chat));
            case "move" ->
                target.matches("\\d{1,9}")
                        ? Optional.of(chat -> ButtonData.of(ChatTable.CHATS, "v", chat, target))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private List<Long> chosen(Visit visit, FormFields fields, ChatTable.Filter filter) {
        return fields.first("everything").isEmpty()
                ? fields.all("chat").stream()
                        .filter(id -> id.matches("\\d{1,9}"))
                        .map(Long::valueOf)
                        .distinct()
                        .toList()
                : table.page(visit.view(), filter).found().stream()
                        .map(line -> line.chat().id())
                        .toList();
    }
}
