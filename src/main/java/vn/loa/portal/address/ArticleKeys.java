package vn.loa.portal.address;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.portal.rules.PortalRules;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;

/**
 * Recognises links to articles and gives each article its key. An article is known by the number in its address where
 * the form of the address is a known system's: the same number stands in several categories, under http and https, with
 * and without {@code www.}, and keeps standing when the title changes. A number that may be a word of the title is no
 * proof; {@code ListIdentity} looks at the whole list then.
 */
public final class ArticleKeys {
    /** The middle of the key of an article that has no page of its own. */
    public static final String BY_TITLE = "#title:";

    private static final Set<String> LANGUAGES =
            Arrays.stream(Locale.getISOLanguages()).collect(Collectors.toUnmodifiableSet());
    private static final Pattern LOCALE = Pattern.compile("^([a-z]{2})(?:[_-][A-Za-z]{2})?$");

    private static final Pattern TAB = Pattern.compile("(?i)(tabid|portalid|lang|language|l|locale|itemid|menuid|nv)");

    private static final Pattern NUMBER_NAME = Pattern.compile(
            "(?i)(id|(news|article|tin|bai|baiviet|post|item|content|n|nd)_?id|id_?(news|tin|bai|baiviet)|bai|tin)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");

    private final List<AddressForm> forms;
    private final Set<String> hosts;
    private final boolean anyPath;
    private final CommonForms common;

    /**
     * Takes a portal's own forms of addresses before the common ones.
     *
     * @param own the forms of the portal's own system
     * @param common the forms that mean the same everywhere
     */
    public ArticleKeys(PortalRules.Identity own, CommonForms common) {
        forms = Stream.concat(
                        own.articles().stream().map(address -> AddressForm.of(address, true)),
                        common.articles().stream())
                .toList();
        hosts = Set.of();
        anyPath = own.anyPath();
        this.common = common;
    }

    private ArticleKeys(ArticleKeys same, Set<String> hosts) {
        this.hosts = Set.copyOf(hosts);
        this.forms = same.forms;
        this.anyPath = same.anyPath;
        this.common = same.common;
    }

    /** Returns the same classifier, to which links to these hosts may be articles too. */
    public ArticleKeys linkingTo(Set<String> others) {
        return new ArticleKeys(this, others);
    }

    /** Returns whether an address stands on one of the other hosts on which articles may stand. */
    public boolean isOnOtherHost(URI url) {
        String host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
        return hosts.contains(host);
    }

    /** Returns the page whose site a link belongs to: the front of the other host where it may lead to one. */
    private URI siteOf(URI page, URI base, String href) {
        return hosts.isEmpty()
                ? page
                : WebAddress.resolve(base, href)
                        .filter(url -> !WebAddress.isSameSite(url, page) && isOnOtherHost(url))
                        .map(url -> WebAddress.with(url, "/", parameter -> false))
                        .orElse(page);
    }

    /** Classifies a link on a page of a portal. Never throws, whatever the link. */
    public ArticleLink read(URI page, String href) {
        return read(page, page, href);
    }

    /**
     * Classifies a link.
     *
     * @param listed the page it stands on; a link to another host is no article, unless it may be
     * @param base what the page's relative links are relative to
     */
    public ArticleLink read(URI listed, URI base, String href) {
        URI page = siteOf(listed, base, href);
        Optional<ArticleLink> shown = byRoute(page, base, href);
        if (shown.isPresent()) {
            return shown.get();
        }
        Optional<URI> resolved = WebAddress.resolve(base, href);
        if (resolved.isEmpty() || !WebAddress.isSameSite(resolved.get(), page)) {
            return ArticleLink.none(resolved.map(this::withoutTracking));
        }
        URI url = withoutTracking(asSecureAs(page, resolved.get()));
        String path = withoutLocale(WebAddress.readablePath(url));
        if (common.assets().isIn(path) || common.listings().isIn(path)) {
            return ArticleLink.none(Optional.of(url));
        }
        return known(url, path).or(() -> byPath(page, url, path)).orElse(ArticleLink.none(Optional.of(url)));
    }

    /** Returns what an item of a list links to; a document is an article of its own. */
    public ArticleLink readItem(URI listed, URI base, String href) {
        URI page = siteOf(listed, base, href);
        ArticleLink link = read(page, base, href);
        return link.url()
                .filter(url -> !link.isArticle() && isDocument(url) && WebAddress.isSameSite(url, page))
                .map(this::byAddress)
                .orElse(link);
    }

    /** Returns what an item links to that its list shows to be an article, whatever its address looks like. */
    public ArticleLink readListed(URI listed, URI base, String href) {
        ArticleLink link = readItem(listed, base, href);
        return link.url()
                .filter(url -> link.key().isEmpty() && !common.assets().isIn(WebAddress.readablePath(url)))
                .filter(url -> WebAddress.isSameSite(url, listed))
                .map(this::byAddress)
                .orElse(link);
    }

    /** Returns true for the address of a text to download, which may be announced by itself. */
    public boolean isDocument(URI url) {
        String path = WebAddress.readablePath(url);
        return common.assets().isIn(path) && common.documents().isIn(path);
    }

    /** Returns true for the address of a picture, a recording or another file that says nothing by itself. */
    public boolean isFile(URI url) {
        String path = WebAddress.readablePath(url);
        return common.assets().isIn(path) && !common.documents().isIn(path);
    }

    /** Returns the article that has no other identity than its address. */
    public ArticleLink byAddress(URI url) {
        URI address = WebAddress.with(url, WebAddress.rawPath(url), this::isNoPosition);
        String path = WebAddress.readablePath(url).replaceFirst("/+$", "");
        return link(url, "url:" + PlainText.tidy(path) + query(address), false, address);
    }

    /**
     * Returns all keys under which the article of an address may have been recorded by whatever system its site was taken
     * for: that of each form which the address has, and that of the address itself. None of them is proof.
     */
    public List<String> possibleKeys(URI url) {
        String path = withoutLocale(WebAddress.readablePath(url));
        List<WebAddress.Parameter> parameters = WebAddress.parameters(url);
        String site = WebAddress.site(url) + "#";
        Stream<String> numbered = forms.stream()
                .flatMap(form -> form.identity(path, parameters).stream())
                .flatMap(identity -> Stream.of(identity.siteWide(), identity.key()))
                .map(site::concat);
        return Stream.concat(numbered, byAddress(url).key().stream()).distinct().toList();
    }

    private static String query(URI address) {
        String query = WebAddress.parameters(address).stream()
                .map(WebAddress.Parameter::written)
                .sorted()
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private Optional<ArticleLink> known(URI url, String path) {
        List<WebAddress.Parameter> parameters = WebAddress.parameters(url);
        for (AddressForm form : forms) {
            Optional<AddressForm.Identity> identity = form.identity(path, parameters);
            if (identity.isPresent()) {
                return Optional.of(numbered(form, identity.get(), url, isCopy(url, path)));
            }
        }
        return Optional.empty();
    }

    private ArticleLink numbered(AddressForm form, AddressForm.Identity identity, URI url, boolean copy) {
        ArticleLink link = link(url, identity.key(), copy, address(form, url));
        String siteWide = WebAddress.site(url) + "#" + identity.siteWide();
        List<String> former = link.key().filter(siteWide::equals).isPresent() ? List.of() : List.of(siteWide);
        return new ArticleLink(link.isArticle(), link.key(), link.url(), form.isCertain(), former);
    }

    private Optional<ArticleLink> byPath(URI page, URI url, String path) {
        String trimmed = path.replaceFirst("/+$", "");
        boolean self = trimmed.equals(WebAddress.readablePath(page).replaceFirst("/+$", ""));
        URI address = WebAddress.with(url, WebAddress.rawPath(url), this::isNoPosition);
        String query = query(address);
        if (!anyPath
                || (trimmed.isEmpty() && !isNumbered(address))
                || (common.menu().isIn(trimmed) && !isTold(address))
                || (self && query.isEmpty())) {
            return Optional.empty();
        }
        String key = "url:" + PlainText.tidy(trimmed) + query;
        return Optional.of(link(url, key, isCopy(url, path), address));
    }

    /** Returns whether the front page is told by number which article to show. */
    private static boolean isNumbered(URI address) {
        return WebAddress.parameters(address).stream()
                .anyMatch(parameter -> NUMBER_NAME.matches(parameter.name()) && NUMBER.matches(parameter.value()));
    }

    /** Systems with one page for everything say in its parameters more than which tab and language is meant. */
    private static boolean isTold(URI address) {
        return WebAddress.parameters(address).stream()
                .anyMatch(parameter ->
                        !TAB.matches(parameter.name()) && !parameter.value().isBlank());
    }

    /** Returns the article that a script of the page shows for a route such as {@code #/tin/3}. */
    private Optional<ArticleLink> byRoute(URI page, URI base, String href) {
        String route = WebAddress.route(href);
        String before =
                route.isEmpty() ? "" : href.substring(0, href.indexOf('#')).strip();
        Optional<URI> shell = before.isEmpty() ? Optional.of(page) : WebAddress.resolve(base, before);
        return shell.filter(url -> anyPath && !route.isEmpty() && WebAddress.isSameSite(url, page))
                .map(url -> withoutTracking(asSecureAs(page, url)))
                .map(url -> link(url, "url:" + WebAddress.readablePath(url) + route, false, URI.create(url + route)));
    }

    /** Returns the article of an item that has no link: known by its title, read at the front of its site. */
    public static ArticleLink withoutLink(URI page, String title) {
        URI front = WebAddress.with(page, "/", parameter -> false);
        return link(front, BY_TITLE.substring(1) + Folding.fold(title), false, front);
    }

    private static ArticleLink link(URI url, String key, boolean copy, URI address) {
        return new ArticleLink(!copy, Optional.of(WebAddress.site(url) + "#" + key), Optional.of(address));
    }

    private boolean isCopy(URI url, String path) {
        String query = url.getRawQuery();
        return common.copies().isIn(query == null ? path : path + "?" + query);
    }

    /** Where the path says everything, parameters that only tell where the link stood are noise. */
    private URI address(AddressForm form, URI url) {
        if (form.isInQuery()) {
            return url;
        }
        String raw = WebAddress.rawPath(url);
        String path = form.address().dropLocale() ? withoutForeignLocale(raw) : raw;
        return WebAddress.with(url, path, this::isNoPosition);
    }

    private boolean isNoPosition(WebAddress.Parameter parameter) {
        return !common.position().isIn(parameter.name());
    }

    private URI withoutTracking(URI url) {
        return WebAddress.with(
                url,
                WebAddress.rawPath(url),
                parameter -> !common.tracking().isIn(parameter.name())
                        && !common.changing().isIn(parameter.name() + "=" + parameter.value()));
    }

    private static URI asSecureAs(URI page, URI url) {
        boolean upgrade = "https".equals(page.getScheme()) && "http".equals(url.getScheme()) && url.getPort() < 0;
        return upgrade ? WebAddress.secure(url) : url;
    }

    /** {@code /fi/tin-tuc/...} is {@code /tin-tuc/...} in Finnish. */
    private static String withoutLocale(String path) {
        int second = path.indexOf('/', 1);
        return second > 0 && isLocale(path.substring(1, second)) ? path.substring(second) : path;
    }

    private static String withoutForeignLocale(String path) {
        return path.startsWith("/vi/") || path.startsWith("/vi_") ? path : withoutLocale(path);
    }

    private static boolean isLocale(String segment) {
        Matcher locale = LOCALE.matcher(segment);
        return locale.matches() && LANGUAGES.contains(locale.group(1));
    }

    /**
     * Returns whether a link is an article's address with a language after it: the trap that answers with a list for
     * ever.
     */
    public boolean isLocaleTrap(URI url) {
        String path = WebAddress.rawPath(url);
        String before = withoutLocalesAtEnd(path);
        URI article = WebAddress.with(url, before, parameter -> false);
        return before.length() < path.length()
                && known(article, withoutLocale(WebAddress.readablePath(article)))
                        .isPresent();
    }

    private static String withoutLocalesAtEnd(String path) {
        int end = path.length();
        int slash = path.lastIndexOf('/');
        while (slash >= 0 && isLocale(path.substring(slash + 1, end))) {
            end = slash;
            slash = path.lastIndexOf('/', end - 1);
        }
        return path.substring(0, end);
    }
}
