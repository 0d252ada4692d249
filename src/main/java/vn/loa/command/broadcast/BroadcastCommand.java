package vn.loa.command.broadcast;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.follow.ChatNews;
import vn.loa.command.intent.Period;
import vn.loa.docx.DocxTemplate;
import vn.loa.model.Article;
import vn.loa.model.OutgoingMessage;
import vn.loa.phrases.Phrases;
import vn.loa.text.MessageSplitter;
import vn.loa.voice.NoVoiceException;
import vn.loa.voice.VoiceCommand;

/**
 * Runs {@code /banphatthanh [ngày|tuần]}: the chat's news as a text to be read over loudspeakers, as messages, as a Word
 * file and, where a voice is configured, as sound.
 */
public final class BroadcastCommand extends PeriodCommand {
    private static final Logger log = LoggerFactory.getLogger(BroadcastCommand.class);
    private static final String FILE = "ban-phat-thanh.docx";
    private static final int MOST = 10;
    /** The longest message, in UTF-16 units; below every channel's limit. */
    private static final int MESSAGE_LIMIT = 1900;

    private final ChatPlace places;
    private final Templates templates;
    private final Voice voice;
    private final ScriptWriter writer = new ScriptWriter(Phrases.vietnamese());

    /**
     * Makes the command.
     *
     * @param news finds what the chat follows
     */
    public BroadcastCommand(CommandContext context, ChatNews news, ChatPlace places, Templates templates, Voice voice) {
        super(context, new Kind("broadcast.", FILE, Period.TODAY, MOST), news);
        this.places = places;
        this.templates = templates;
        this.voice = voice;
    }

    @Override
    public String name() {
        return "banphatthanh";
    }

    @Override
    public List<String> aliases() {
        return List.of("broadcast", "phatthanh");
    }

    @Override
    public List<String> plainWords() {
        return List.of("ban phat thanh", "bai phat thanh", "ban tin phat thanh");
    }

    @Override
    OutgoingMessage template(String hint) {
        return templates.toChange(FILE, hint);
    }

    @Override
    Reply answer(Request request, NewsPeriod period, List<Article> found) {
        BroadcastScript script = writer.write(places.of(request.chat()), period.first(), period.last(), found);
        return Reply.of(messages(request, script).toArray(OutgoingMessage[]::new));
    }

    private List<OutgoingMessage> messages(Request request, BroadcastScript script) {
        List<OutgoingMessage> messages = new ArrayList<>();
        MessageSplitter.of(script.text(), MESSAGE_LIMIT).forEach(part -> messages.add(OutgoingMessage.plain(part)));
        String length = request.say("broadcast.length", script.minutes(), script.syllables());
        messages.add(file(length, FILE, paper(script, length)));
        voice.command().ifPresent(command -> messages.add(sound(request, script, command)));
        return messages;
    }

    private byte[] paper(BroadcastScript script, String length) {
        List<Map<String, String>> lines =
                script.paragraphs().stream().map(line -> Map.of("line", line)).toList();
        return templates.fill(FILE, new DocxTemplate.Content(Map.of("length", length), lines, List.of()));
    }

    private OutgoingMessage sound(Request request, BroadcastScript script, VoiceCommand command) {
        try {
            byte[] sound = command.speak(script.text());
            return file(request.say("broadcast.sound"), "ban-phat-thanh." + voice.fileType(), sound);
        } catch (NoVoiceException e) {
            log.warn("the voice command gave no sound: {}", e.getMessage());
            return OutgoingMessage.plain(request.say("broadcast.no-sound"));
        }
    }
}
