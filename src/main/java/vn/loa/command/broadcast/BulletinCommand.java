package vn.loa.command.broadcast;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.loa.chart.DrawingException;
import vn.loa.chart.QrCode;
import vn.loa.command.CommandContext;
import vn.loa.command.Reply;
import vn.loa.command.Request;
import vn.loa.command.follow.ChatNews;
import vn.loa.command.intent.Period;
import vn.loa.docx.BrokenTemplateException;
import vn.loa.docx.DocxTemplate;
import vn.loa.docx.PrintReader;
import vn.loa.model.Article;
import vn.loa.model.OutgoingMessage;
import vn.loa.pdf.PdfFile;
import vn.loa.phrases.DateFormats;
import vn.loa.phrases.Phrases;

/** Runs {@code /bantin [tuần]}: the chat's news as a Word file and as a PDF file of it for the notice board, a QR code
 * beside each. */
public final class BulletinCommand extends PeriodCommand {
    private static final Logger log = LoggerFactory.getLogger(BulletinCommand.class);
    private static final String FILE = "ban-tin.docx";
    private static final String PRINTED = "ban-tin.pdf";
    private static final int MOST = 20;

    private final ChatPlace places;
    private final Templates templates;
    private final Phrases paper = Phrases.vietnamese();

    /**
     * Makes the command.
     *
     * @param news finds what the chat follows
     */
    public BulletinCommand(CommandContext context, ChatNews news, ChatPlace places, Templates templates) {
        super(context, new Kind("board.", FILE, Period.WEEK, MOST), news);
        this.places = places;
        this.templates = templates;
    }

    @Override
    public String name() {
        return "bantin";
    }

    @Override
    public List<String> aliases() {
        return List.of("bulletin");
    }

    @Override
    public List<String> plainWords() {
        return List.of("ban tin", "ban tin tuan", "bang tin");
    }

    @Override
    OutgoingMessage template(String hint) {
        return templates.toChange(FILE, hint);
    }

    @Override
    Reply answer(Request request, NewsPeriod period, List<Article> found) {
        byte[] board = templates.fill(FILE, content(request, period, found));
        OutgoingMessage word = file(request.say("board.file", found.size()), FILE, board);
        return printed(board)
                .map(pdf -> Reply.of(word, file(request.say("board.printed"), PRINTED, pdf)))
                .orElseGet(() -> Reply.of(word));
    }

    /** The Word file is worth having alone where this machine cannot print. */
    private static Optional<byte[]> printed(byte[] board) {
        try {
            return Optional.of(PdfFile.of(PrintReader.read(board)));
        } catch (BrokenTemplateException | IOException | RuntimeException e) {
            log.warn("the bulletin comes without a PDF file: {}", e.toString());
            return Optional.empty();
        }
    }

    private DocxTemplate.Content content(Request request, NewsPeriod period, List<Article> found) {
        String place = places.of(request.chat());
        String days = period.first().equals(period.last())
                ? paper.say("board.day", DateFormats.date(period.last()))
                : paper.say("board.days", DateFormats.date(period.first()), DateFormats.date(period.last()));
        List<Map<String, String>> items = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            items.add(item(i + 1, found.get(i)));
        }
        return new DocxTemplate.Content(Map.of("unit", place, "days", days), items, codes(found));
    }

    private Map<String, String> item(int number, Article article) {
        Map<String, String> item = new LinkedHashMap<>();
        item.put("number", Integer.toString(number));
        item.put("title", article.content().title());
        String summary = article.summary().text();
        item.put("summary", summary.isEmpty() ? article.content().lead() : summary);
        item.put(
                "date",
                DateFormats.published(article.content().published(), zone()).orElse(""));
        item.put("address", article.url().toString());
        return item;
    }

    /** The bulletin is worth having without codes where this machine cannot draw. */
    private static List<byte[]> codes(List<Article> found) {
        try {
            return found.stream()
                    .map(article -> QrCode.png(article.url().toString()))
                    .toList();
        } catch (DrawingException e) {
            log.warn("the bulletin comes without QR codes: {}", e.getMessage());
            return List.of();
        }
    }
}
