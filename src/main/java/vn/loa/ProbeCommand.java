package vn.loa;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.loa.config.ConfigException;
import vn.loa.delivery.AnnouncementFormat;
import vn.loa.delivery.Capabilities;
import vn.loa.fetch.FetchRequest;
import vn.loa.fetch.FetchResult;
import vn.loa.fetch.Fetcher;
import vn.loa.fetch.Page;
import vn.loa.model.Article;
import vn.loa.model.ArticleContent;
import vn.loa.model.Headline;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.Source;
import vn.loa.model.Summary;
import vn.loa.portal.ArticleReading;
import vn.loa.portal.Evidence;
import vn.loa.portal.Listing;
import vn.loa.portal.PortalReader;
import vn.loa.summary.Summarizer;
import vn.loa.summary.SummaryLimits;
import vn.loa.text.Moments;
import vn.loa.text.Phrases;
import vn.loa.text.PrivateData;

/** {@code loa probe URL}: what Loa makes of an address, for whoever adds a source or mends its rules. */
@Command(
        name = "probe",
        description = "Fetches a list, an article or a feed and says what Loa makes of it.",
        mixinStandardHelpOptions = true)
final class ProbeCommand implements Callable<Integer> {
    private static final int ITEMS = 3;
    private static final Capabilities PLAIN =
            new Capabilities(4096, 0, false, false, false, Capabilities.Rates.UNLIMITED);

    @Parameters(index = "0", paramLabel = "URL", description = "the address of a list, an article or a feed")
    private URI url;

    @Option(names = "--portal", paramLabel = "NAME", description = "read it by these rules; recognised when left out")
    private String portal = "";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "the configuration, for how to fetch; ${DEFAULT-VALUE} if it is there")
    private Path config = Loa.CONFIG;

    @Option(names = "--allow-private-addresses", description = "also addresses that are not public")
    private boolean allowPrivate;

    @Option(names = "--ignore-robots", description = "also what robots.txt forbids")
    private boolean ignoreRobots;

    @Spec
    private CommandSpec spec;

    private final Phrases phrases = Phrases.vietnamese();
    private PrintWriter out;
    private ZoneId zone;

    @Override
    public Integer call() throws ConfigException {
        out = spec.commandLine().getOut();
        Settings settings = Files.exists(config) ? Settings.load(config) : Settings.of("defaults", "access: open");
        zone = settings.config().zone();
        PortalReader reader = settings.portals().reader(portal, Map.of(), zone);
        try (Fetcher fetcher = new Fetcher(settings.fetch().allowingPrivate(allowPrivate), InstantSource.system())) {
            Optional<Page> page = fetch(fetcher, url);
            return page.isPresent() && tell(fetcher, reader, page.get())
                    ? CommandLine.ExitCode.OK
                    : CommandLine.ExitCode.SOFTWARE;
        } finally {
            out.flush();
        }
    }

    private Optional<Page> fetch(Fetcher fetcher, URI address) {
        Set<Source.Option> options = ignoreRobots ? Set.of(Source.Option.IGNORE_ROBOTS) : Set.of();
        FetchResult result = fetcher.fetch(FetchRequest.of(address).with(options));
        if (result instanceof FetchResult.Fetched fetched) {
            return Optional.of(fetched.page());
        }
        line("result", result.toString());
        return Optional.empty();
    }

    private boolean tell(Fetcher fetcher, PortalReader reader, Page page) {
        line("address", page.location().toString());
        line("status", Integer.toString(page.status()));
        line("type", page.contentType());
        line("charset", page.charset());
        PortalReader.Kind kind = reader.kindOf(page);
        line("is", kind.toString().toLowerCase(java.util.Locale.ROOT));
        return switch (kind) {
            case ARTICLE -> article(reader, page);
            case FEED, LISTING -> listing(fetcher, reader, page);
            case NOTHING -> {
                evidence(reader.readListing(page).evidence());
                reader.readListing(page).problems().forEach(problem -> line("problem", problem.toString()));
                yield false;
            }
        };
    }

    private boolean listing(Fetcher fetcher, PortalReader reader, Page page) {
        Listing listing = reader.readListing(page);
        evidence(listing.evidence());
        listing.problems().forEach(problem -> line("problem", problem.toString()));
        listing.next().ifPresent(next -> line("older page", next.toString()));
        line("items", Integer.toString(listing.headlines().size()));
        listing.headlines().stream().limit(ITEMS).forEach(this::headline);
        return listing.headlines().stream()
                .findFirst()
                .map(first -> firstArticle(fetcher, reader, first))
                .orElse(false);
    }

    private boolean firstArticle(Fetcher fetcher, PortalReader reader, Headline headline) {
        out.printf("%nthe first item's article%n");
        return fetch(fetcher, headline.url()).map(page -> article(reader, page)).orElse(false);
    }

    private void headline(Headline headline) {
        out.printf("  - %s%n", headline.title());
        out.printf("    %s%n    key %s, published %s%n", headline.url(), headline.key(), published(headline));
    }

    private String published(Headline headline) {
        return Moments.published(headline.published(), zone)
                .orElse(headline.published().precision().toString().toLowerCase(java.util.Locale.ROOT));
    }

    private boolean article(PortalReader reader, Page page) {
        ArticleReading reading = reader.readArticle(page);
        evidence(reading.evidence());
        if (reading instanceof ArticleReading.NotAnArticle instead) {
            line("no article", instead.reason() + ": " + instead.detail());
            return false;
        }
        ArticleReading.Read read = (ArticleReading.Read) reading;
        read.problems().forEach(problem -> line("problem", problem.toString()));
        content(read.content());
        announcement(reader, page, read.content());
        return true;
    }

    private void content(ArticleContent content) {
        line("title", content.title());
        line(
                "published",
                Moments.published(content.published(), zone).orElse("unknown") + " ("
                        + content.published().precision() + ")");
        line("category", content.category());
        line("author", content.author());
        line("lead", content.lead());
        line("paragraphs", Integer.toString(content.paragraphs().size()));
        content.paragraphs().forEach(paragraph -> out.printf("    %s%n", paragraph));
        content.image().ifPresent(image -> line("picture", image.toString()));
        content.attachments().forEach(file -> line("attachment", file.name() + " <" + file.url() + ">"));
    }

    private void announcement(PortalReader reader, Page page, ArticleContent content) {
        Summarizer summarizer = new Summarizer(SummaryLimits.ofAnnouncement(), PrivateData.Masks.of(phrases));
        Summary summary = summarizer.summarize(content, zone);
        URI address =
                reader.link(page.location(), page.location().toString()).url().orElse(page.location());
        Article article = new Article(0, "", "", address, content, summary, Instant.EPOCH, 1, false);
        OutgoingMessage message = new AnnouncementFormat(phrases, zone).format(article, address.getHost(), PLAIN);
        out.printf("%nthe announcement%n");
        message.text().text().lines().forEach(text -> out.printf("    %s%n", text));
    }

    private void evidence(Evidence evidence) {
        String why = evidence.why().isEmpty() ? "" : " (" + String.join(", ", evidence.why()) + ")";
        line("rules", evidence.portal() + why);
        List<Evidence.Match> matches = evidence.matches();
        matches.forEach(match -> out.printf("    %-22s %3d  %s%n", match.rule(), match.nodes(), match.selector()));
        evidence.skipped().stream().limit(ITEMS).forEach(link -> line("not an article", link));
        evidence.feeds().forEach(feed -> line("feed", feed.toString()));
    }

    private void line(String what, String value) {
        if (!value.isEmpty()) {
            out.printf("%-14s %s%n", what, value);
        }
    }
}
