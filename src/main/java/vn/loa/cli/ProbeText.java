package vn.loa.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import vn.loa.command.setting.AcknowledgeCommand;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.delivery.format.AnnouncementFormat;
import vn.loa.document.DocumentReader;
import vn.loa.document.DocumentReading;
import vn.loa.fetch.FetchResult;
import vn.loa.fetch.Page;
import vn.loa.model.Article;
import vn.loa.model.ArticleContent;
import vn.loa.model.Headline;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Problem;
import vn.loa.model.Published;
import vn.loa.phrases.DateFormats;
import vn.loa.phrases.Phrases;
import vn.loa.portal.Evidence;
import vn.loa.probe.PageReport;
import vn.loa.probe.ProbeResult;
import vn.loa.store.document.ArticleDocuments;
import vn.loa.watch.article.Problems;

/** Prints a probe's result on a terminal, line by line, for people who mend rules. */
final class ProbeText {
    private static final int ITEMS = 3;
    private static final Capabilities PLAIN =
            new Capabilities(4096, 0, false, false, false, true, Capabilities.Rates.UNLIMITED);

    private final PrintWriter out;
    private final Phrases phrases;
    private final ZoneId zone;

    ProbeText(PrintWriter out, Phrases phrases, ZoneId zone) {
        this.out = out;
        this.phrases = phrases;
        this.zone = zone;
    }

    void tell(ProbeResult result) {
        line("robots.txt", result.robots().orElse("allows it"));
        answer(result.answer());
        result.report().ifPresent(this::report);
        result.first().ifPresent(this::first);
        result.article().ifPresent(this::announcement);
    }

    private void first(ProbeResult.First first) {
        out.printf("%nthe first item's article%n");
        answer(first.answer());
        first.report().ifPresent(this::report);
    }

    private void answer(FetchResult answer) {
        if (answer instanceof FetchResult.Fetched fetched) {
            Page page = fetched.page();
            line("address", page.location().toString());
            line("status", Integer.toString(page.status()));
            line("type", page.contentType());
            line("charset", page.charset());
        } else if (answer instanceof FetchResult.NotModified) {
            line("result", "not modified");
        } else {
            Problem problem = Problems.of(answer);
            line("problem", problem.kind() + ": " + problem.detail());
        }
    }

    private void report(PageReport report) {
        line("is", report.kind().name().toLowerCase(Locale.ROOT));
        report.key().ifPresent(key -> line("key", key));
        evidence(report.evidence());
        report.problems().forEach(problem -> line("problem", problem));
        if (!report.headlines().isEmpty()) {
            report.next().ifPresent(next -> line("older page", next.toString()));
            line("items", Integer.toString(report.headlines().size()));
            report.headlines().stream().limit(ITEMS).forEach(this::headline);
        }
        report.article().map(PageReport.ReadArticle::content).ifPresent(this::content);
    }

    private void evidence(Evidence evidence) {
        String why = evidence.why().isEmpty() ? "" : " (" + String.join(", ", evidence.why()) + ")";
        line("rules", evidence.portal() + why);
        evidence.matches()
                .forEach(match -> out.printf("    %-22s %3d  %s%n", match.rule(), match.nodes(), match.selector()));
        evidence.skipped().stream().limit(ITEMS).forEach(link -> line("not an article", link));
        evidence.feeds().forEach(feed -> line("feed", feed.toString()));
    }

    private void headline(Headline headline) {
        out.printf("  - %s%n", headline.title());
        out.printf("    %s%n    key %s, published %s%n", headline.url(), headline.key(), told(headline.published()));
    }

    private String told(Published published) {
        String precision = published.precision().name().toLowerCase(Locale.ROOT);
        return DateFormats.published(published, zone)
                .map(time -> time + " (to the " + precision + ")")
                .orElse(precision);
    }

    private void content(ArticleContent content) {
        line("title", content.title());
        line("published", told(content.published()));
        line("category", content.category());
        line("author", content.author());
        line("lead", content.lead());
        line("paragraphs", Integer.toString(content.paragraphs().size()));
        content.paragraphs().forEach(paragraph -> out.printf("    %s%n", paragraph));
        content.image().ifPresent(image -> line("picture", image.toString()));
        content.attachments().forEach(file -> line("attachment", file.name() + " <" + file.url() + ">"));
    }

    private void announcement(PageReport report) {
        PageReport.ReadArticle read = report.article().orElseThrow();
        URI url = report.url();
        Article article = new Article(0, "", "", url, read.content(), read.summary(), Instant.EPOCH, 1, false);
        OutgoingMessage message = new AnnouncementFormat(
                        phrases, zone, AcknowledgeCommand::button, id -> official(read.content()))
                .format(article, Optional.ofNullable(url.getHost()).orElse(""), PLAIN);
        out.printf("%nthe announcement%n");
        message.text().text().lines().forEach(text -> out.printf("    %s%n", text));
    }

    private ArticleDocuments official(ArticleContent content) {
        DocumentReading reading = DocumentReader.ofArticle(content, LocalDate.EPOCH, zone);
        return new ArticleDocuments(reading.cards(), reading.deadlines());
    }

    private void line(String what, String value) {
        if (!value.isEmpty()) {
            out.printf("%-14s %s%n", what, value);
        }
    }
}
