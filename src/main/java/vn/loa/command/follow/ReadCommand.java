package vn.loa.command.follow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.loa.command.Command;
import vn.loa.command.CommandContext;
import vn.loa.command.Notices;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.RunningProgram;
import vn.loa.command.menu.CommandButtons;
import vn.loa.command.menu.MenuPage;
import vn.loa.model.Article;
import vn.loa.model.Button;
import vn.loa.model.ButtonData;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.RichText;
import vn.loa.model.Role;
import vn.loa.store.article.ArticleStore;
import vn.loa.store.chat.ChatStore;
import vn.loa.store.delivery.DeliveryTraceStore;
import vn.loa.text.MessageSplitter;
import vn.loa.text.privacy.PrivateData;

/**
 * Runs {@code /doc [address or words]} and the button <em>Đọc tại đây</em>: sends the whole text of an article to whoever
 * asks, for portals that are slow or gone. In a group it goes to the asker's private chat, so that nobody else is
 * disturbed. Private data is masked as in announcements.
 */
public final class ReadCommand implements Command {
    private static final String NAME = "doc";
    /** UTF-16 units; below every channel's limit, with room for a heading. */
    private static final int MESSAGE_LIMIT = 1_800;

    private static final int MOST_MESSAGES = 12;
    private static final int LONGEST_TITLE = 200;

    private final ArticleFinder finder;
    private final ChatStore chats;
    private final Notices notices;
    private final RunningProgram program;
    private final CommandButtons buttons;

    public ReadCommand(CommandContext context, DeliveryTraceStore traces, ArticleStore articles, ChatStore chats) {
        this.finder = new ArticleFinder(traces, articles);
        this.chats = chats;
        this.notices = context.notices();
        this.program = context.program();
        this.buttons = new CommandButtons(context.clock());
    }

    /** Returns the data of the button that brings an article. */
    public static ButtonData button(long articleId) {
        return ButtonData.of(NAME, articleId);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> aliases() {
        return List.of("read", "toanvan");
    }

    @Override
    public List<String> plainWords() {
        return List.of("doc toan van", "doc tai day");
    }

    @Override
    public Role needs() {
        return Role.MEMBER;
    }

    /** Returns the length of a long address. */
    @Override
    public int longest() {
        return 2_000;
    }

    @Override
    public Reply run(Request request) {
        List<Article> found = finder.of(request);
        if (found.isEmpty()) {
            return request.plain("read.none");
        }
        return found.size() == 1 ? send(request, found.get(0), false) : offer(request, found);
    }

    @Override
    public Reply press(Request request, ButtonData data) {
        return data.from(0).matches("\\d{1,18}")
                ? finder.articles(List.of(Long.parseLong(data.from(0)))).stream()
                        .findFirst()
                        .map(article -> send(request, article, true))
                        .orElseGet(() -> request.toast("press.stale"))
                : request.toast("press.stale");
    }

    private Reply offer(Request request, List<Article> found) {
        List<List<Button>> rows = new ArrayList<>();
        for (Article article : found) {
            String label = MenuPage.label(article.content().title());
            rows.add(List.of(new Button.Action(label, button(article.id()))));
        }
        return Reply.of(OutgoingMessage.plain(request.say("read.which")).withButtons(rows));
    }

    private Reply send(Request request, Article article, boolean pressed) {
        List<OutgoingMessage> messages = messages(request, article);
        if (request.chat().kind() == ChatKind.PRIVATE) {
            return Reply.ending(messages, why(request, article));
        }
        Optional<Chat> own = ownChat(request);
        own.ifPresent(chat -> messages.forEach(message -> notices.to(chat, "article to read", message)));
        String told = own.isPresent() ? request.say("read.sent") : invitation(request);
        return pressed ? Reply.toast(told) : Reply.plain(told);
    }

    private List<List<Button>> why(Request request, Article article) {
        return buttons.button(request.say("talk.button.WHY"), new CommandButtons.Typed("visao", "#" + article.id()))
                .map(button -> List.of(List.of(button)))
                .orElse(List.of());
    }

    private String invitation(Request request) {
        return program.botName(request.chat().address().bot())
                .map(name -> request.say("read.begin", "@" + name))
                .orElseGet(() -> request.say("read.begin", "Loa"));
    }

    /** Returns the private chat of the person who asks, when the person has begun one. */
    private Optional<Chat> ownChat(Request request) {
        return chats.find(ChatAddress.of(
                        request.chat().address().bot(), request.person().userId()))
                .filter(chat -> chat.kind() == ChatKind.PRIVATE && chat.active());
    }

    private static List<OutgoingMessage> messages(Request request, Article article) {
        List<String> pieces = MessageSplitter.of(text(request, article), MESSAGE_LIMIT);
        int last = Math.min(MOST_MESSAGES, pieces.size()) - 1;
        List<OutgoingMessage> messages = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            RichText.Builder message = i == 0 ? titled(article) : RichText.builder();
            message.plain(pieces.get(i));
            if (i == last) {
                String rest = request.say(pieces.size() > MOST_MESSAGES ? "read.rest" : "read.portal");
                message.plain("\n\n").link(rest, article.url());
            }
            messages.add(OutgoingMessage.of(message.build()));
        }
        return messages;
    }

    private static RichText.Builder titled(Article article) {
        String title = RichText.plain(article.content().title())
                .abridged(LONGEST_TITLE)
                .text();
        return RichText.builder().bold(title).plain("\n\n");
    }

    /** Returns the lead and the paragraphs without people's private data; a lead that is also a paragraph once. */
    private static String text(Request request, Article article) {
        List<String> paragraphs = new ArrayList<>();
        if (!article.content().lead().isBlank()) {
            paragraphs.add(article.content().lead());
        }
        article.content().paragraphs().stream()
                .filter(paragraph -> !paragraph.isBlank() && !paragraphs.contains(paragraph))
                .forEach(paragraphs::add);
        String text = PrivateData.mask(String.join("\n\n", paragraphs), PrivateData.Masks.of(request.phrases()));
        return text.isBlank() ? request.say("read.no-text") : text;
    }
}
