package vn.loa.attachment.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import vn.loa.fetch.PageDecoder;

/**
 * Reads a document that is kept as a web page, as Word and viewers of portals write them. A portal's own page, which
 * many answer with in the place of a document that is gone or closed, is refused.
 */
final class HtmlReading implements FormatReading {
    private static final int DEEPEST = 512;
    private static final int HEAD = 4000;
    private static final int MOST_LINKS = 10;
    private static final int FEWEST_LETTERS = 200;
    /** Word and Excel name their name space, others themselves. */
    private static final List<String> WRITERS =
            List.of("schemas-microsoft-com:office", "libreoffice", "openoffice", "pdf2htmlex", "microsoft word");

    private static final String APART = "p, div, li, tr, h1, h2, h3, h4, h5, h6, table, section, article";

    @Override
    public void read(Path file, TextSink sink) throws IOException {
        String markup =
                PageDecoder.decode(Files.readAllBytes(file), "text/html").text();
        Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
        Document page = Jsoup.parse(markup, "", parser);
        page.select("script, style, noscript, template").remove();
        if (!isDocument(markup, page)) {
            throw new IOException("a web page in the place of a document");
        }
        page.select(APART).forEach(block -> block.before("\n\n").after("\n\n"));
        sink.page();
        for (String passage : page.body().wholeText().split("\n\\s*\n")) {
            sink.passage(passage);
        }
    }

    private static boolean isDocument(String markup, Document page) {
        String start = markup.substring(0, Math.min(markup.length(), HEAD)).toLowerCase(Locale.ROOT);
        if (WRITERS.stream().anyMatch(start::contains)) {
            return true;
        }
        long letters = page.text().chars().filter(Character::isLetter).count();
        return letters >= FEWEST_LETTERS
                && page.select("a[href]").size() <= MOST_LINKS
                && page.select("form, input, nav").isEmpty();
    }
}
