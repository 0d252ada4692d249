package vn.loa.app;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.loa.emulator.BotApiEmulator;
import vn.loa.emulator.Call;
import vn.loa.emulator.EmulatedChat;
import vn.loa.emulator.Person;
import vn.loa.emulator.ShownButton;
import vn.loa.emulator.ShownMessage;
import vn.loa.waiting.TestPatience;

/** Writes down what people and the bot say to each other in several chats, as one text that people read. */
final class DayTranscript {
    private record Seen(String text, String buttons) {}

    private static final Duration POLL = Duration.ofMillis(20);

    private final BotApiEmulator telegram;
    private final Runnable hurry;
    private final Map<EmulatedChat, String> chats = new LinkedHashMap<>();
    private final Map<String, Seen> seen = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private int toasts;
    private int reactions;

    /**
     * Makes an empty transcript.
     *
     * @param hurry has done at once what the bot does every few seconds
     */
    DayTranscript(BotApiEmulator telegram, Runnable hurry) {
        this.telegram = telegram;
        this.hurry = hurry;
    }

    /** Takes down what is said in a chat, under a name. */
    EmulatedChat in(EmulatedChat chat, String name) {
        chats.put(chat, name);
        return chat;
    }

    void heading(String words) {
        text.append("\n== ").append(words).append(" ==\n");
    }

    /** Takes down what somebody does. */
    void note(EmulatedChat chat, Person person, String words) {
        line(chats.get(chat) + " | " + person.firstName() + ": " + words);
    }

    void note(String words) {
        line("(" + words + ")");
    }

    private void line(String words) {
        text.append(words.replace("\n", "\n    ")).append('\n');
    }

    /** Waits for so many things that the bot says, changes, flashes or marks, and takes them down. */
    void awaits(int count) {
        await().atMost(TestPatience.LIMIT).pollInterval(POLL).until(() -> {
            boolean all = news(false).size() >= count;
            if (!all) {
                hurry.run();
            }
            return all;
        });
        news(true).forEach(this::line);
    }

    private List<String> news(boolean keep) {
        List<String> news = new ArrayList<>();
        chats.forEach((chat, name) -> chat.messages().forEach(message -> {
            String key = chat.id() + ":" + message.id();
            Seen now = new Seen(shown(message), buttons(message));
            Seen before = seen.get(key);
            if (!now.equals(before)) {
                news.add(name + said(message, before == null) + now.text() + now.buttons());
            }
            if (keep) {
                seen.put(key, now);
            }
        }));
        List<String> flashed = telegram.history().of("answerCallbackQuery").stream()
                .map(call -> call.parameters().getOrDefault("text", ""))
                .filter(words -> !words.isEmpty())
                .toList();
        flashed.subList(toasts, flashed.size()).forEach(words -> news.add("thoáng hiện | Loa: " + words));
        List<Call> marked = telegram.history().of("setMessageReaction");
        marked.subList(reactions, marked.size()).forEach(call -> news.add("Loa thả dấu vào tin trả lời"));
        if (keep) {
            toasts = flashed.size();
            reactions = marked.size();
        }
        return news;
    }

    private String said(ShownMessage message, boolean first) {
        boolean muted = telegram.history().messages().stream()
                .anyMatch(call ->
                        call.messageId() == message.id() && call.parameters().containsKey("disable_notification"));
        return first ? muted ? " | Loa (không chuông): " : " | Loa: " : " | Loa sửa tin: ";
    }

    private static String shown(ShownMessage message) {
        return message.media().map(media -> "[" + media + "] ").orElse("") + message.text();
    }

    private static String buttons(ShownMessage message) {
        return message.buttons().stream()
                .map(row -> "\n" + row.stream().map(ShownButton::label).collect(Collectors.joining("] [", "[", "]")))
                .collect(Collectors.joining());
    }

    /** Returns the whole day. */
    String text() {
        return text.toString();
    }
}
