package vn.loa.web.page;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import vn.loa.command.CommandHarness;
import vn.loa.command.role.WebFiles;
import vn.loa.emulator.FreePort;
import vn.loa.model.Access;
import vn.loa.model.Article;
import vn.loa.model.ArticleContent;
import vn.loa.model.Chat;
import vn.loa.model.ChatAddress;
import vn.loa.model.ChatKind;
import vn.loa.model.ChatState;
import vn.loa.model.ComponentHealth;
import vn.loa.model.HealthReport;
import vn.loa.model.Published;
import vn.loa.model.Summary;
import vn.loa.model.Unit;
import vn.loa.store.article.NewArticle;
import vn.loa.web.WebRoute;
import vn.loa.web.WebServer;

/** The web pages over real commands and a real database, on a port of their own. */
final class PageHarness implements AutoCloseable {
    /** A title as somebody who means harm would choose it. */
    static final String HOSTILE = "<script>document.title='hacked'</script><b>\"'>xã";

    final CommandHarness desk;
    final URI root;
    final WebFiles files;
    private final WebServer server;
    volatile HealthReport health = new HealthReport(
            "0.2.0",
            List.of(
                    ComponentHealth.of("telegram/main.poll", Optional.of(CommandHarness.NOW), Optional.empty()),
                    ComponentHealth.of(
                            "backup",
                            Optional.empty(),
                            Optional.of("the folder <b>is full</b>"),
                            ComponentHealth.Severity.WARNING)),
            Map.of(),
            List.of(),
            Optional.of(CommandHarness.NOW));

    PageHarness(Path folder) throws IOException {
        int port = FreePort.find();
        root = URI.create("http://127.0.0.1:" + port);
        desk = new CommandHarness(root, folder, Access.APPROVAL, CommandHarness.OPERATOR);
        WebPages pages = new WebPages(desk.context, desk.logins, desk.router);
        List<WebRoute> routes = new ArrayList<>(pages.entrances());
        routes.add(pages.status(
                new StatusPage.Running(() -> health, () -> List.of(new StatusPage.Plan("zalo/main", 12, 300))),
                desk.storage.statistics(),
                desk.storage.sources(),
                desk.storage.deadLetters()));
        routes.add(pages.chats(desk.chats, desk.storage.units()));
        routes.add(pages.sources(desk.storage.sources()));
        files = desk.logins.files(desk.storage.files());
        routes.addAll(pages.files(files, person -> {}));
        routes.addAll(pages.archive(desk.storage.articles(), desk.storage.units(), root));
        server = new WebServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), routes);
        server.start();
        desk.alone("1").says("/start");
    }

    /** A new link, as the operator gets it in the private chat. */
    String link() {
        return link("/web");
    }

    /** The link in the answer to a command. */
    String link(String command) {
        String answer = CommandHarness.text(desk.alone("1").says(command));
        return answer.lines()
                .filter(line -> line.startsWith("http"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer));
    }

    Chat group(int number, String title, ChatState state) {
        return desk.chats.meet(
                ChatAddress.of(CommandHarness.BOT, "-" + number), ChatKind.GROUP, title, state, CommandHarness.NOW);
    }

    /** Three hundred groups of five communes, every third of which waits; and one whose title is hostile. */
    void groups() {
        desk.database.transaction(() -> {
            for (int i = 1; i <= 300; i++) {
                group(
                        1000 + i,
                        "Thôn " + i + " xã " + "ABCDE".charAt(i % 5),
                        i % 3 == 0 ? ChatState.PENDING : ChatState.ACTIVE);
            }
            group(5000, HOSTILE, ChatState.PENDING);
        });
    }

    long unit(String name) {
        return desk.storage
                .units()
                .add(OptionalLong.empty(), new Unit.Name(name, java.time.LocalDate.MIN, java.time.LocalDate.MAX));
    }

    Article article(int number, String title) {
        ArticleContent content = new ArticleContent(
                title, Published.unknown(), "", List.of("Nội dung."), "", "", Optional.empty(), List.of());
        return desk.storage
                .articles()
                .add(
                        new NewArticle(
                                "tin-" + number,
                                "s",
                                title,
                                URI.create("https://xa.example.vn/" + number),
                                content,
                                new Summary(List.of("Nội dung."), Optional.empty()),
                                "",
                                ""),
                        CommandHarness.NOW);
    }

    /** As if a chat had been told of an article. */
    void sent(Article article, long chat) {
        desk.database.write(handle -> handle.createUpdate("""
                        INSERT INTO delivery (bot, chat_id, article_id, priority, state, due_at, created_at, settled_at)
                        VALUES ('telegram/main', :chat, :article, 1, 'SENT', 0, 0, 0)
                        """)
                .bind("chat", chat)
                .bind("article", article.id())
                .execute());
    }

    @Override
    public void close() {
        server.close();
        desk.close();
    }
}
