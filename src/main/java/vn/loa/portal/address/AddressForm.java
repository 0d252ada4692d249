package vn.loa.portal.address;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.loa.portal.rules.PortalRules;
import vn.loa.text.PlainText;

/**
 * A form of article address, ready for use.
 *
 * @param address the rule
 * @param own whether it is of the system that the page is known to be of, so that its number needs no proof
 */
record AddressForm(
        PortalRules.Address address, boolean own, Pattern path, Optional<Pattern> parameter, Optional<Pattern> value) {
    private static final Pattern DATE = Pattern.compile("^\\d{4}(-\\d{1,2}){0,2}$|^\\d{1,2}$");
    /** Folders of copies, and the script that every address of a portal without pretty ones begins with. */
    private static final Pattern NO_MODULE =
            Pattern.compile("(?i)^(print|savefile|sendmail|download|rss|index\\.php)$");

    private static final Pattern MODULE_PARAMETER = Pattern.compile("(?i)^nv$");
    private static final Pattern TAB_NUMBER = Pattern.compile("(?i)/tabid/(\\d+)/");
    private static final Pattern TAB_PARAMETER = Pattern.compile("(?i)^tabid$");
    private static final Pattern MODULE_NUMBER = Pattern.compile("(?i)/(?:mid|moduleid)/(\\d+)/");
    private static final Pattern NAME_AND_NUMBER = Pattern.compile("/([A-Za-z_]+)/\\d+(?:/[^/]*)?$");
    private static final Pattern LIST_PARAMETER = Pattern.compile("(?i)^(list|listid|mid|moduleid)$");

    /**
     * The identity that an address form read out of an address.
     *
     * @param key the identity within the site, for example {@code nv:news:140}
     * @param siteWide the same without its module or list, as it was recorded before those counted
     */
    record Identity(String key, String siteWide) {}

    static AddressForm of(PortalRules.Address address, boolean own) {
        return new AddressForm(
                address,
                own,
                Pattern.compile(address.path() == null ? "" : address.path()),
                Optional.ofNullable(address.parameter()).map(Pattern::compile),
                Optional.ofNullable(address.value()).map(Pattern::compile));
    }

    /** Returns what an address of this form says; empty for one of another form. */
    Optional<Identity> identity(String path, List<WebAddress.Parameter> parameters) {
        Matcher inPath = this.path.matcher(path);
        if (!inPath.find()) {
            return Optional.empty();
        }
        Optional<String> number = parameter.isEmpty()
                ? Optional.of(inPath.group(1))
                : inQuery(parameters).map(Found::number);
        return number.map(PlainText::tidy).map(found -> {
            String within = scope(path, parameters);
            String siteWide = address.key() + ":" + found;
            return new Identity(within.isEmpty() ? siteWide : address.key() + ":" + within + ":" + found, siteWide);
        });
    }

    /** A number in the query, and its parameter's name. */
    private record Found(String name, String number) {}

    private Optional<Found> inQuery(List<WebAddress.Parameter> parameters) {
        return parameters.stream()
                .filter(given -> parameter.orElseThrow().matches(given.name()))
                .flatMap(given ->
                        firstGroup(value.orElseThrow(), given.value())
                                .map(number -> new Found(given.name(), number))
                                .stream())
                .findFirst();
    }

    boolean isInQuery() {
        return parameter.isPresent();
    }

    /** Returns whether the form alone proves the number to be the article's. */
    boolean isCertain() {
        return own || !address.needsProof();
    }

    private String scope(String path, List<WebAddress.Parameter> parameters) {
        if (address.scope() == null) {
            return "";
        }
        return switch (address.scope()) {
            case PortalRules.Address.MODULE -> module(path, parameters);
            case PortalRules.Address.FOLDER -> folder(path);
            case PortalRules.Address.TAB -> tab(path, parameters);
            default -> page(path, parameters);
        };
    }

    private static String module(String path, List<WebAddress.Parameter> parameters) {
        return valueOf(MODULE_PARAMETER, parameters)
                .or(() -> folders(path).stream()
                        .filter(folder -> !NO_MODULE.matches(folder))
                        .findFirst())
                .map(AddressForm::plain)
                .orElse("");
    }

    private static String folder(String path) {
        return folders(path).stream()
                .filter(folder -> !DATE.matches(folder))
                .map(AddressForm::plain)
                .collect(Collectors.joining("/"));
    }

    private static String page(String path, List<WebAddress.Parameter> parameters) {
        String whole = plain(path.replaceFirst("^/+", ""));
        return valueOf(LIST_PARAMETER, parameters)
                .map(list -> whole + "/" + plain(list))
                .orElse(whole);
    }

    /** A module's items are counted by themselves, and one page may show items of two kinds. */
    private String tab(String path, List<WebAddress.Parameter> parameters) {
        String tab = firstGroup(TAB_NUMBER, path)
                .or(() -> valueOf(TAB_PARAMETER, parameters))
                .orElseGet(() -> folder(path));
        String module = firstGroup(MODULE_NUMBER, path)
                .or(() -> valueOf(LIST_PARAMETER, parameters))
                .map(number -> "/" + number)
                .orElse("");
        return plain(tab + module + "/" + nameOfNumber(path, parameters));
    }

    private String nameOfNumber(String path, List<WebAddress.Parameter> parameters) {
        return parameter.isEmpty()
                ? firstGroup(NAME_AND_NUMBER, path).orElse("")
                : inQuery(parameters).map(Found::name).orElse("");
    }

    private static Optional<String> firstGroup(Pattern pattern, String path) {
        Matcher found = pattern.matcher(path);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static Optional<String> valueOf(Pattern name, List<WebAddress.Parameter> parameters) {
        return parameters.stream()
                .filter(given -> name.matches(given.name()) && !given.value().isBlank())
                .map(WebAddress.Parameter::value)
                .findFirst();
    }

    private static List<String> folders(String path) {
        List<String> parts = Arrays.asList(path.split("/", -1));
        return parts.subList(0, parts.size() - 1).stream()
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String plain(String part) {
        return PlainText.tidy(part).toLowerCase(Locale.ROOT);
    }
}
