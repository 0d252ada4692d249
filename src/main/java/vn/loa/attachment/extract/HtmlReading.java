package vn.loa.attachment.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import vn.loa.fetch.PageDecoder;

/** Reads a document that is kept as a web page, as Word and viewers of portals write them. */
final class HtmlReading implements DocumentReading {
    private static final int DEEPEST = 512;
    private static final String APART = "p, div, li, tr, h1, h2, h3, h4, h5, h6, table, section, article";

    @Override
    public void read(Path file, TextSink sink) throws IOException {
        String markup =
                PageDecoder.decode(Files.readAllBytes(file), "text/html").text();
        Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
        Document page = Jsoup.parse(markup, "", parser);
        page.select("script, style, noscript, template").remove();
        page.select(APART).forEach(block -> block.before("\n\n").after("\n\n"));
        sink.page();
        for (String passage : page.body().wholeText().split("\n\\s*\n")) {
            sink.passage(passage);
        }
    }
}
