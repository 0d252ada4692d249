package vn.loa.command.chat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.loa.command.ChatAdmission;
import vn.loa.command.CommandContext;
import vn.loa.command.FailureReasons;
import vn.loa.model.Button;
import vn.loa.model.Chat;
import vn.loa.model.ChatTrouble;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.phrases.Phrases;
import vn.loa.store.Database;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.chat.ChatTroubleStore;

/**
 * Tells operators, and the managers of the units concerned, of chats that get nothing at present: all that came up since
 * the last run in one message each. A refusal that passes within some minutes is not told.
 */
public final class ChatTroubleNotices implements Runnable {
    private static final Duration MAY_PASS = Duration.ofMinutes(3);
    private static final int MOST_LINES = 10;
    private static final int MOST_BUTTONS = 4;
    private static final String TOPIC = "chat-trouble";

    private final CommandContext context;
    private final Database database;
    private final ChatTroubleStore troubles;
    private final ChatStore chats;
    private final AwaitedOperators awaited;
    private final Phrases phrases;
    private final InstantSource clock;

    /** Makes what tells of chats that get nothing. */
    public ChatTroubleNotices(
            CommandContext context,
            ChatTroubleStore troubles,
            ChatStore chats,
            AwaitedOperators awaited,
            Phrases phrases) {
        this.awaited = awaited;
        this.context = context;
        this.database = context.database();
        this.troubles = troubles;
        this.chats = chats;
        this.phrases = phrases;
        this.clock = context.clock();
    }

    private record Told(Chat chat, ChatTrouble trouble) {}

    @Override
    public void run() {
        database.transaction(() -> {
            List<Told> news = troubles.takeUntold(clock.instant().minus(MAY_PASS)).stream()
                    .flatMap(trouble -> told(trouble).stream())
                    .toList();
            if (!news.isEmpty()) {
                context.notices().toOperators(TOPIC, message(news));
                ofManagers(news)
                        .forEach((person, some) -> context.notices().toPeople(List.of(person), TOPIC, message(some)));
            }
            awaited.takeUntold().forEach(this::tellOthers);
        });
    }

    /** That somebody does not write is no news, unless alarms wait for it. */
    private void tellOthers(AwaitedOperators.Awaited operator) {
        String text = phrases.say("trouble.WINDOW_CLOSED", ChatAdmission.title(operator.chat(), phrases));
        context.notices().toPeople(awaited.others(operator), TOPIC, OutgoingMessage.plain(text));
    }

    /** Returns the chat of a trouble: the group itself, or one of its topics when only those are known. */
    private Optional<Told> told(ChatTrouble trouble) {
        return chats.at(trouble.chat().bot(), trouble.chat().chatId()).stream()
                .findFirst()
                .map(chat -> new Told(chat, trouble));
    }

    /** Operators are told already. */
    private Map<PersonId, List<Told>> ofManagers(List<Told> news) {
        Map<PersonId, List<Told>> all = new LinkedHashMap<>();
        for (Told each : news) {
            context.roles().managersOf(each.chat()).stream()
                    .filter(person -> !context.roles().isOperator(person))
                    .forEach(person ->
                            all.computeIfAbsent(person, p -> new ArrayList<>()).add(each));
        }
        return all;
    }

    private OutgoingMessage message(List<Told> news) {
        StringBuilder text = new StringBuilder();
        if (news.size() > 1) {
            text.append(phrases.say("trouble.several", news.size()));
        }
        news.stream()
                .limit(MOST_LINES)
                .forEach(each -> text.append(news.size() > 1 ? "\n• " : "🔇 ").append(line(each)));
        if (news.size() > MOST_LINES) {
            text.append("\n").append(phrases.say("trouble.more", news.size() - MOST_LINES));
        }
        return OutgoingMessage.plain(text.toString()).withButtons(buttons(news));
    }

    private String line(Told told) {
        return phrases.say(
                "trouble." + told.trouble().kind().name(),
                ChatAdmission.title(told.chat(), phrases),
                FailureReasons.told(phrases, told.trouble().reason()));
    }

    private List<List<Button>> buttons(List<Told> news) {
        List<List<Button>> rows = new ArrayList<>();
        news.stream()
                .limit(MOST_BUTTONS)
                .forEach(each -> rows.add(List.of(new Button.Action(
                        phrases.say("trouble.open", ChatAdmission.title(each.chat(), phrases)),
                        ChatsCommand.opening(each.chat())))));
        rows.add(List.of(new Button.Action(phrases.say("trouble.all"), ChatPages.mutedOnes())));
        return rows;
    }
}
