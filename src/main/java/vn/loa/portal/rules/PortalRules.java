package vn.loa.portal.rules;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The reading rules for the portals of one system: data, bound from a file of {@code resources/portals} or
 * {@code config/portals} or from a source's own {@code rules}.
 *
 * <p>Wherever a rule is a list of selectors they are tried in order and the first one that yields something counts. A
 * selector is jsoup's CSS; {@code css@attribute} takes an attribute in place of the text. Patterns are RE2.
 *
 * @param name the word that {@code portal:} takes
 * @param about what system it is and where it was seen
 * @param recognise how a page of it is known
 * @param list how its lists are read
 * @param article how its articles are read
 * @param identity which addresses are articles, and their keys
 * @param dates how it writes dates
 */
public record PortalRules(
        String name,
        String about,
        Recognise recognise,
        @Nullable ListRules list,
        @Nullable ArticleRules article,
        Identity identity,
        DateRules dates) {

    public PortalRules {
        name = Objects.requireNonNullElse(name, "");
        about = Objects.requireNonNullElse(about, "");
        recognise = Objects.requireNonNullElseGet(recognise, () -> new Recognise(List.of(), List.of(), List.of()));
        identity = Objects.requireNonNullElseGet(identity, () -> new Identity(false, List.of()));
        dates = Objects.requireNonNullElseGet(dates, () -> DateRules.VIETNAMESE);
    }

    /** Returns rules of no system: by them nothing is recognised and no page is read. */
    public static PortalRules none(String name) {
        return new PortalRules(
                name,
                "",
                new Recognise(List.of(), List.of(), List.of()),
                null,
                null,
                new Identity(false, List.of()),
                DateRules.VIETNAMESE);
    }

    /** Returns the same rules under another name. */
    public PortalRules named(String other) {
        return new PortalRules(other, about, recognise, list, article, identity, dates);
    }

    /** Returns whether these are rules for reading pages, and not only for knowing addresses. */
    public boolean readsPages() {
        return list != null && article != null;
    }

    private static <T> List<T> copy(@Nullable List<T> values) {
        // A value that could not be read is null; the file's other mistakes are to be found all the same.
        return values == null
                ? List.of()
                : values.stream().filter(Objects::nonNull).toList();
    }

    /**
     * The marks by which a page of this system is recognised. The more of it is there, the surer.
     *
     * @param generator patterns for {@code <meta name="generator">}
     * @param selectors nodes that only this system has
     * @param links patterns for the paths of links
     */
    public record Recognise(List<String> generator, List<String> selectors, List<String> links) {
        public Recognise {
            generator = copy(generator);
            selectors = copy(selectors);
            links = copy(links);
        }
    }

    /**
     * The rules for a list page. All but {@code item}, {@code section} and {@code next} are looked up inside an item.
     *
     * @param item one news item
     * @param title its title, also its link when {@code link} is left out
     * @param teaser its excerpt
     * @param image its picture
     * @param section the category of the whole page
     * @param next the link to the next page
     */
    public record ListRules(
            List<String> item,
            List<String> title,
            List<String> link,
            List<String> date,
            List<String> teaser,
            List<String> image,
            List<String> category,
            List<String> section,
            List<String> next) {
        public ListRules {
            item = copy(item);
            title = copy(title);
            link = copy(link);
            date = copy(date);
            teaser = copy(teaser);
            image = copy(image);
            category = copy(category);
            section = copy(section);
            next = copy(next);
        }
    }

    /**
     * The rules for an article page. A page without title and body is no article.
     *
     * @param title the headline
     * @param titlePrefix patterns for what the system puts before it
     * @param date the date line
     * @param lead the introducing paragraph
     * @param leadPrefix patterns for the paper's mark at the start of the text ({@code HNP - })
     * @param body the text
     * @param author the byline; the last one counts, since bylines stand at the end
     * @param authorBeforeDate whether the date line may begin with the author
     * @param category the section
     * @param image the main picture; without it, the first picture of the body
     * @param attachments links to documents outside the body
     * @param captions captions of pictures
     * @param drop what to remove before reading
     * @param endsAt patterns for lines at which the text ends
     * @param themed whether the markup is whatever a site's theme makes it, so that on a page that was merely recognised
     *     the generic reader's text counts where these rules find less than half as much
     */
    public record ArticleRules(
            List<String> title,
            List<String> titlePrefix,
            List<String> date,
            List<String> lead,
            List<String> leadPrefix,
            List<String> body,
            List<String> author,
            boolean authorBeforeDate,
            List<String> category,
            List<String> image,
            List<String> attachments,
            List<String> captions,
            List<String> drop,
            List<String> endsAt,
            boolean themed) {
        public ArticleRules {
            title = copy(title);
            titlePrefix = copy(titlePrefix);
            date = copy(date);
            lead = copy(lead);
            leadPrefix = copy(leadPrefix);
            body = copy(body);
            author = copy(author);
            category = copy(category);
            image = copy(image);
            attachments = copy(attachments);
            captions = copy(captions);
            drop = copy(drop);
            endsAt = copy(endsAt);
        }
    }

    /**
     * The rules for the addresses of articles.
     *
     * @param anyPath whether an item of a list is an article whatever its address looks like; it is then known by its
     *     path
     * @param articles the forms of address that carry an identity, in the order they are tried
     */
    public record Identity(boolean anyPath, List<Address> articles) {
        public Identity {
            articles = copy(articles);
        }

        public Identity withAnyPath() {
            return new Identity(true, articles);
        }
    }

    /**
     * A form of article address.
     *
     * @param key the word before the number in the key, for example {@code lr}
     * @param path a pattern for the path; its first group is the identity unless {@code parameter} is set
     * @param parameter a pattern for the whole name of the query parameter that carries the identity
     * @param value a pattern for the parameter's value; its first group is the identity
     * @param onlyHere whether the form is too common to mean anything on portals of another system
     * @param dropLocale whether a foreign language at the start of the path is dropped from the link
     * @param scope within what the numbers are counted: {@code module} (the first part of the path, as NukeViet does),
     *     {@code folder} (the path without its last part and without dates), {@code page} (the whole path and a list's
     *     own parameter), {@code tab} (a module on a tab of DNN, and the name before the number); the whole site when left
     *     out
     * @param needsProof whether the number may as well be a word of the title ({@code covid-19}), so that on portals of
     *     another system it counts only where a list shows that it grows
     */
    public record Address(
            String key,
            String path,
            String parameter,
            String value,
            boolean onlyHere,
            boolean dropLocale,
            String scope,
            boolean needsProof) {
        public static final String MODULE = "module";
        public static final String FOLDER = "folder";
        public static final String PAGE = "page";
        public static final String TAB = "tab";
    }

    /**
     * The form in which a system writes dates.
     *
     * @param order {@code day-first} (the default) or {@code month-first}
     * @param patterns patterns of java.time for the whole line, tried first
     * @param inAddress a pattern for the path whose first group is a date
     */
    public record DateRules(
            String order, List<String> patterns, @Nullable String inAddress) {
        static final String DAY_FIRST = "day-first";
        public static final String MONTH_FIRST = "month-first";
        static final DateRules VIETNAMESE = new DateRules(DAY_FIRST, List.of(), null);

        public DateRules {
            order = Objects.requireNonNullElse(order, DAY_FIRST);
            patterns = copy(patterns);
        }
    }
}
