package vn.loa.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.delivery.channel.Messenger;
import vn.loa.delivery.channel.SendResult;
import vn.loa.model.Bot;
import vn.loa.model.Button;
import vn.loa.model.ChatAddress;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Platform;
import vn.loa.model.RichText;

/** A channel that writes down what it is told to say, and answers by a script; without one it takes everything. */
public class ScriptedMessenger implements Messenger {
    public static final Bot BOT = new Bot(Platform.TELEGRAM, "main");

    /** Something that was said; {@code replaces} is the id of an edited message, else null. */
    public record Said(ChatAddress to, OutgoingMessage message, String replaces) {
        public String text() {
            return message.text().text();
        }
    }

    private final Bot bot;
    private final Capabilities capabilities;
    private final List<Said> said = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<Function<Said, SendResult>>> scripts = new HashMap<>();
    private volatile Supplier<SendResult> always;
    private volatile SendResult ping = new SendResult.Sent("");
    private volatile boolean confirms;
    private volatile boolean deletes;
    private volatile boolean splits;
    private final List<String> deleted = new CopyOnWriteArrayList<>();
    private int pings;
    private int number;

    public ScriptedMessenger(Capabilities capabilities) {
        this(BOT, capabilities);
    }

    /** The channel of another bot. */
    public ScriptedMessenger(Bot bot, Capabilities capabilities) {
        this.bot = bot;
        this.capabilities = capabilities;
    }

    /** Answers the next message to this chat so; later ones in the order of the calls. */
    public ScriptedMessenger then(String chatId, Supplier<SendResult> answer) {
        return then(chatId, (Said said) -> answer.get());
    }

    /** As {@link #then(String, Supplier)}, by what is said. */
    public synchronized ScriptedMessenger then(String chatId, Function<Said, SendResult> answer) {
        scripts.computeIfAbsent(chatId, id -> new ArrayDeque<>()).addLast(answer);
        return this;
    }

    public ScriptedMessenger then(String chatId, SendResult answer) {
        return then(chatId, (Said said) -> answer);
    }

    /** Forgets what was to be answered to this chat. */
    public synchronized void clear(String chatId) {
        scripts.remove(chatId);
    }

    /** Answers every message so that has no script, until this is called with null. */
    public void always(SendResult answer) {
        always = answer == null ? null : () -> answer;
    }

    public void always(Supplier<SendResult> answer) {
        always = answer;
    }

    public void ping(SendResult answer) {
        ping = answer;
    }

    /** Whether the platform says that it knows a chat. */
    public void confirms(boolean known) {
        confirms = known;
    }

    @Override
    public boolean confirms(ChatAddress chat) {
        return confirms;
    }

    public synchronized int pings() {
        return pings;
    }

    public List<Said> said() {
        return said;
    }

    public List<String> saidTo(String chatId) {
        return said.stream()
                .filter(one -> one.to().chatId().equals(chatId))
                .map(Said::text)
                .toList();
    }

    @Override
    public Bot bot() {
        return bot;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    /** Set where each paragraph goes as a message of its own. */
    public void splits(boolean paragraphs) {
        splits = paragraphs;
    }

    @Override
    public List<OutgoingMessage> pieces(OutgoingMessage message) {
        String[] parts = message.text().text().split("\n\n");
        return splits && parts.length > 1
                ? IntStream.range(0, parts.length)
                        .mapToObj(each -> message.piece(RichText.plain(parts[each]), each == parts.length - 1))
                        .toList()
                : List.of(message);
    }

    @Override
    public SendResult send(ChatAddress to, OutgoingMessage message) {
        return answer(new Said(to, message, null)).get();
    }

    /** Whether messages can be deleted. */
    public void deletes(boolean able) {
        deletes = able;
    }

    /** Returns the numbers of the messages that were deleted. */
    public List<String> deleted() {
        return deleted;
    }

    @Override
    public SendResult delete(ChatAddress to, String messageId) {
        if (!deletes) {
            return new SendResult.Rejected("message can't be deleted");
        }
        deleted.add(messageId);
        return new SendResult.Sent(messageId);
    }

    @Override
    public SendResult edit(ChatAddress to, String messageId, OutgoingMessage message) {
        return answer(new Said(to, message, messageId)).get();
    }

    /** Written down as an edit that says nothing. */
    @Override
    public SendResult relabel(ChatAddress to, String messageId, List<List<Button>> buttons) {
        return answer(new Said(to, OutgoingMessage.plain("").withButtons(buttons), messageId))
                .get();
    }

    private synchronized Supplier<SendResult> answer(Said one) {
        said.add(one);
        number++;
        Deque<Function<Said, SendResult>> script = scripts.get(one.to().chatId());
        if (script != null && !script.isEmpty()) {
            Function<Said, SendResult> next = script.removeFirst();
            return () -> next.apply(one);
        }
        SendResult taken = new SendResult.Sent("m" + number);
        return always != null ? always : () -> taken;
    }

    @Override
    public synchronized SendResult ping() {
        pings++;
        return ping;
    }
}
