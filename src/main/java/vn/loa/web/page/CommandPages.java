package vn.loa.web.page;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.loa.command.Reply;
import vn.loa.model.Media;
import vn.loa.web.WebAnswer;
import vn.loa.web.WebBody;

/** The pages where a command is given and its answer shown: any command, an announcement, the journal, an export. */
final class CommandPages {
    private final OperatorCommands commands;
    private final PageRenderer pages;

    CommandPages(OperatorCommands commands, PageRenderer pages) {
        this.commands = commands;
        this.pages = pages;
    }

    /** Shows the field for a command; a POST gives one, or presses a button of an answer. */
    WebAnswer command(Visit visit) {
        if (!visit.posted()) {
            return shown(visit, "", Reply.none());
        }
        String data = visit.request().form().first("press");
        String words = visit.request().form().first("words").strip();
        Reply reply = data.isEmpty() ? commands.say(visit.session(), words) : commands.press(visit.session(), data);
        return shown(visit, words, reply);
    }

    /** Shows an answer on the page; one that brings a file is that file. */
    private WebAnswer shown(Visit visit, String words, Reply reply) {
        return made(reply)
                .map(CommandPages::download)
                .orElseGet(() ->
                        pages.page(200, "command", visit.view(), Map.of("words", words, "reply", ReplyView.of(reply))));
    }

    /** Shows the field for an announcement; a POST shows its preview with the choice of recipients. */
    WebAnswer announcement(Visit visit) {
        String text = visit.request().form().first("text").replace("\r\n", "\n").strip();
        ReplyView reply = visit.posted() && !text.isEmpty()
                ? ReplyView.of(commands.say(visit.session(), "/thongbao " + text))
                : new ReplyView(List.of(), "");
        return pages.page(200, "announcement", visit.view(), Map.of("text", text, "reply", reply));
    }

    /** Shows who changed what. */
    WebAnswer journal(Visit visit) {
        String words = visit.request().query().first("q").strip().replaceAll("\\s+", " ");
        Reply reply = commands.say(visit.session(), ("/nhatky " + words).strip());
        return pages.page(200, "journal", visit.view(), Map.of("words", words, "reply", ReplyView.of(reply)));
    }

    /** Answers with the table of chats and what they follow, as a file. */
    WebAnswer export(Visit visit) {
        String words = visit.request().form().first("form").equals("xlsx") ? "/xuat xlsx" : "/xuat";
        return shown(visit, words, commands.say(visit.session(), words));
    }

    private static Optional<Media.Made> made(Reply reply) {
        return reply.messages().stream()
                .flatMap(message -> message.media().stream())
                .filter(Media.Made.class::isInstance)
                .map(Media.Made.class::cast)
                .findFirst();
    }

    private static WebAnswer download(Media.Made file) {
        return WebAnswer.download(
                file.name().endsWith(".csv") ? "text/csv; charset=UTF-8" : "application/octet-stream",
                file.name(),
                new WebBody.Bytes(ByteBuffer.wrap(file.content())));
    }
}
