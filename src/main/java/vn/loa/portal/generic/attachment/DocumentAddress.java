package vn.loa.portal.generic.attachment;

import com.google.re2j.Pattern;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import vn.loa.text.PlainText;

/**
 * An address at which a document lies.
 *
 * @param url where it is fetched: the document itself where a viewer was told to show one
 * @param fileName its name as the address has it, an empty string when the address does not tell
 */
record DocumentAddress(URI url, String fileName) {
    static final String TYPES =
            "pdf|docx?|docm|dotx?|xlsx?|xlsm|xlsb|csv|pptx?|ppsx?|odt|ods|odp|rtf|zip|rar|7z|dwg|epub|tiff?|xps";
    private static final Pattern FILE = Pattern.compile("(?i)[^/\\\\]\\.(" + TYPES + ")$");
    /** Liferay puts a file's id after its name: {@code /documents/20182/81259/kh-31.pdf/5f0e-11}. */
    private static final Pattern LIFERAY_FILE = Pattern.compile("(?i)^/documents/.*\\.(" + TYPES + ")/[0-9a-f-]+$");

    private static final Pattern OTHER_FILE = Pattern.compile(
            "(?i)\\.(jpe?g|png|gif|webp|bmp|svg|ico|avif|mp3|mp4|m4v|wav|avi|wmv|flv|mov|css|js|rss|xml|apk)$");
    private static final Pattern PICTURE = Pattern.compile("(?i)\\.(jpe?g|png|gif|webp|bmp|tiff?)$");
    /** A page of text, whatever its name begins with. */
    private static final Pattern TEXT_PAGE = Pattern.compile("(?i)\\.s?html?$");

    private static final Pattern COPY =
            Pattern.compile("(?i)(^|&)(format=pdf|pdf=1|print=(1|pdf)|type=pdf|export=pdf|tmpl=component)(&|$)");
    private static final Pattern PAGE_NAME = Pattern.compile("(?i)(\\.(html?|aspx|php|jsp))?/?$");
    /** Pages that show the document whose address they are given. */
    private static final Pattern VIEWER = Pattern.compile(
            "(?i)(^//(docs\\.google\\.com|drive\\.google\\.com|view\\.officeapps\\.live\\.com|mozilla\\.github\\.io)/"
                    + "|viewer|pdf\\.?js|gview|flowpaper|flipbook|view-?(pdf|doc|file)|wopiframe|(pdf|doc|file)-?view)");

    /** Addresses of Google Drive that are documents, or folders of them; forms and sites are none. */
    private static final Pattern DRIVE = Pattern.compile(
            "(?i)^//(drive\\.google\\.com/(file/|open\\?|uc\\?|drive/)"
                    + "|docs\\.google\\.com/(document|spreadsheets|presentation|file)/|(www\\.)?1drv\\.ms/|[\\w-]+\\.sharepoint\\.com/:[a-z]:/|onedrive\\.live\\.com/|(www\\.)?(mediafire\\.com|fshare\\.vn)/file/|mega\\.nz/file/|(www\\.)?dropbox\\.com/(s|scl)/)");

    /** Handlers of a portal that hand out files, by the name of the page or of the folder. */
    private static final Pattern HANDLER = Pattern.compile("(?i)(/[^/]*\\.ashx$"
            + "|(^|/)(get|tai|download)[-_]?(file|tep|attachment|document|vanban|handler)s?([-_]?\\w{1,15})?(\\.\\w+)?(/|$)"
            + "|(^|/)(file|tep|attachment|document)s?[-_]?(download|handler)[-_\\w]*(\\.\\w+)?(/|$)"
            + "|(^|/)(download|taive|tai-ve)(\\.\\w+|/.+)$"
            + "|(^|/)(files?|attachments?|documents?|tep|tep-tin|media)/[^/]+/(download|tai-?ve)$"
            + "|(^|/)(view|xem|open|show|read|load)[-_]?(file|tep|attachment|pdf)s?(\\.\\w+|/.+)?$"
            + "|^/c/document_library/get_file(/|$)|/DocIdRedir\\.aspx$)");

    /** These need to be told which file. */
    private static final Pattern FILE_SCRIPT =
            Pattern.compile("(?i)(^|/)(attachments?|attach|dinhkem|file|tep|taptin|dl)\\.(php|aspx?|jsp|do|html?x)$");

    private static final Pattern FILE_SERVICE = Pattern.compile("(?i)(^|/)(download|tai-?ve|tai-?xuong|tai)$");
    private static final Pattern WHICH = Pattern.compile("(?i)(id|file|path|name|doc|key|token|attach|tep)");
    private static final Pattern NO_FILE_HANDLER =
            Pattern.compile("(?i)(image|thumb|photo|avatar|captcha|rss|print|barcode|qr)[\\w-]*\\.ashx$");
    private static final Pattern ASKS_FOR_FILE = Pattern.compile("(?i)^((force)?(download|taive|tai-ve)|fileticket)$");
    private static final Pattern ASKS_BY_VALUE = Pattern.compile(
            "(?i)^(\\w{1,20}[._-])?(download|downloadfile|getfile|taive|tai-ve)([._-](file|send|document))?$");
    private static final Pattern DENIES = Pattern.compile("(?i)^(0|false|no)$");
    /** Buttons that pass an address on to a network, whatever that address is. */
    private static final Pattern SHARING = Pattern.compile(
            "(?i)(/sharer?[./?]|/share[-_]?(article|url|offsite)?[/?]"
                    + "|/intent/|/pin/create|addthis|addtoany|sp\\.zalo\\.me|^//(mail\\.google|outlook\\.(live|office))\\.com/|/dialog/(feed|share|send))");

    /** Parameters that say what is looked for or said, which may be a file's name. */
    private static final Pattern WORDS =
            Pattern.compile("(?i)^(q|query|search|keywords?|tukhoa|text|subject|body|quote|hashtags?)$");

    private static final Pattern SESSION = Pattern.compile("(?i);jsessionid=[^/]*$");
    private static final Pattern ESCAPED_SLASH = Pattern.compile("(?i)%2f");
    private static final Pattern ESCAPE = Pattern.compile("%[0-9a-fA-F]{2}");
    private static final int DEEPEST = 2;

    /** One {@code name=value} of a query or fragment, without escapes. */
    private record Parameter(String name, String value) {}

    /**
     * Judges an address by its form alone.
     *
     * @param shown whether it stands in a frame, so that what it is given is shown there
     * @param page the page it stands on; names of handlers count on its own site only
     * @param resolve makes an address of a reference, as the page does
     */
    static Optional<DocumentAddress> of(URI address, boolean shown, URI page, Function<String, Optional<URI>> resolve) {
        return new Judge(page, resolve).judge(address, shown, DEEPEST);
    }

    /** Returns whether a text is nothing but a file's name. */
    static boolean isFileName(String text) {
        return FILE.matcher(text).find();
    }

    /** Returns whether an address is plainly a file of another sort, such as a picture. */
    static boolean isOtherFile(URI address) {
        return OTHER_FILE.matcher(path(address)).find();
    }

    /** Some systems offer each article as a PDF. */
    static boolean isCopyOf(URI page, URI address) {
        String bare = PAGE_NAME.matcher(path(page)).replaceFirst("");
        String path = path(address);
        boolean same = path.equals(path(page)) || path.equals(bare);
        return bare.length() > 1
                && (path.equals(bare + ".pdf")
                        || path.equals(bare + "/pdf")
                        || (same
                                && COPY.matcher(Objects.toString(address.getRawQuery(), ""))
                                        .find()));
    }

    /** Returns whether an address is plainly a page to be read. */
    static boolean isTextPage(URI address) {
        return TEXT_PAGE.matcher(path(address)).find();
    }

    /** Returns whether an address passes the page on to a network. */
    static boolean isShared(URI address) {
        return SHARING.matcher(afterScheme(address)).find();
    }

    static boolean isPicture(URI address) {
        return PICTURE.matcher(path(address)).find();
    }

    /** Returns whether the path of an address ends in a file's name. */
    static boolean isFile(URI address) {
        String path = path(address);
        return FILE.matcher(path).find() || LIFERAY_FILE.matcher(path).find();
    }

    /** Returns the name of the file at an address, or the last part of its path. */
    static String fileName(URI address) {
        if (DRIVE.matcher(afterScheme(address)).find()) {
            return "";
        }
        String[] parts = path(address).split("/", -1);
        for (int i = parts.length - 1; i >= 0; i--) {
            if (parts[i].contains(".")) {
                return readable(parts[i]);
            }
        }
        return parts.length == 0 ? "" : PlainText.tidy(parts[parts.length - 1]);
    }

    /** Names are escaped twice by some systems, and Liferay writes their blanks as signs of addition. */
    private static String readable(String name) {
        String plain = ESCAPE.matcher(name).find() ? decoded(name) : name;
        return PlainText.tidy(plain.indexOf(' ') < 0 ? plain.replace('+', ' ') : plain);
    }

    private record Judge(URI page, Function<String, Optional<URI>> resolve) {
        Optional<DocumentAddress> judge(URI address, boolean shown, int depth) {
            String path = path(address);
            if ((isCopyOf(page, address) && !shown) || path.contains("/tag/")) {
                return Optional.empty();
            }
            if (isFile(address)) {
                return Optional.of(new DocumentAddress(withoutFragment(address), DocumentAddress.fileName(address)));
            }
            if (isShared(address)) {
                return Optional.empty();
            }
            List<Parameter> parameters = parameters(address);
            return given(address, parameters, shown, depth)
                    .or(() -> handled(address, parameters))
                    .or(() -> DRIVE.matcher(afterScheme(address)).find()
                            ? Optional.of(new DocumentAddress(address, ""))
                            : Optional.empty());
        }

        /** A viewer shows the document that it is given; whoever else is given one hands it out itself. */
        private Optional<DocumentAddress> given(URI address, List<Parameter> parameters, boolean shown, int depth) {
            boolean viewer = shown || VIEWER.matcher(afterScheme(address)).find();
            for (Parameter parameter : parameters) {
                if (WORDS.matcher(parameter.name()).matches()) {
                    continue;
                }
                String value = plain(parameter.value().isEmpty() ? parameter.name() : parameter.value());
                String file = value.replaceFirst("[?#].*$", "");
                boolean place = value.indexOf('/') >= 0;
                if (viewer && place && depth > 0) {
                    Optional<DocumentAddress> found =
                            from(address, value).flatMap(inner -> judge(inner, false, depth - 1));
                    if (found.isPresent()) {
                        return found;
                    }
                }
                if (FILE.matcher(file).find()) {
                    String name = readable(file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1));
                    return Optional.of(new DocumentAddress(address, name));
                }
            }
            return Optional.empty();
        }

        /** An address may have been escaped twice on its way into another. */
        private static String plain(String value) {
            return value.indexOf('/') < 0 && ESCAPED_SLASH.matcher(value).find() ? decoded(value) : value;
        }

        private Optional<URI> from(URI viewer, String value) {
            boolean absolute = value.startsWith("http:") || value.startsWith("https:") || value.startsWith("//");
            if (absolute || !isOwn(viewer)) {
                return resolve.apply(value);
            }
            try {
                return resolve.apply(viewer.resolve(value.replace(" ", "%20")).toString());
            } catch (IllegalArgumentException e) {
                return resolve.apply(value);
            }
        }

        private Optional<DocumentAddress> handled(URI address, List<Parameter> parameters) {
            String path = path(address);
            boolean asked = parameters.stream().anyMatch(Judge::asksForFile);
            boolean handler = isOwn(address)
                    && HANDLER.matcher(path).find()
                    && !NO_FILE_HANDLER.matcher(path).find()
                    && !TEXT_PAGE.matcher(path).find();
            boolean script = isOwn(address)
                    && ((!parameters.isEmpty() && FILE_SCRIPT.matcher(path).find())
                            || (FILE_SERVICE.matcher(path).find()
                                    && parameters.stream()
                                            .anyMatch(each ->
                                                    WHICH.matcher(each.name()).find())));
            boolean other = OTHER_FILE.matcher(path).find();
            return (asked || handler || script) && !other
                    ? Optional.of(new DocumentAddress(address, ""))
                    : Optional.empty();
        }

        private static boolean asksForFile(Parameter parameter) {
            return (ASKS_FOR_FILE.matcher(parameter.name()).matches()
                            && !DENIES.matcher(parameter.value()).matches())
                    || ASKS_BY_VALUE.matcher(parameter.value()).matches();
        }

        /**
         * Returns whether both lie on the same host or on hosts of one portal, {@code static.xa.gov.vn} and
         * {@code xa.gov.vn}.
         */
        private boolean isOwn(URI address) {
            String mine = host(page);
            String other = host(address);
            return mine.equals(other) || other.endsWith('.' + mine) || mine.endsWith('.' + other);
        }

        private static String host(URI uri) {
            String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
            return host.startsWith("www.") ? host.substring(4) : host;
        }
    }

    private static URI withoutFragment(URI address) {
        String whole = address.toString();
        int hash = whole.indexOf('#');
        return hash < 0 ? address : URI.create(whole.substring(0, hash));
    }

    private static String afterScheme(URI address) {
        return address.toString().replaceFirst("^\\w+:", "");
    }

    static String path(URI address) {
        String raw = address.getRawPath() == null ? "" : address.getRawPath();
        return SESSION.matcher(decoded(raw)).replaceFirst("").strip();
    }

    private static List<Parameter> parameters(URI address) {
        List<Parameter> parameters = new ArrayList<>();
        String query = address.getRawQuery() == null ? "" : address.getRawQuery();
        String fragment = address.getRawFragment() == null ? "" : address.getRawFragment();
        for (String written : (query + '&' + fragment).split("&", -1)) {
            int equals = written.indexOf('=');
            if (!written.isEmpty()) {
                String name = equals < 0 ? written : written.substring(0, equals);
                parameters.add(new Parameter(decoded(name), equals < 0 ? "" : decoded(written.substring(equals + 1))));
            }
        }
        return parameters;
    }

    /** As written where the escapes are broken or no UTF-8. */
    static String decoded(String escaped) {
        try {
            String text = URLDecoder.decode(escaped.replace("+", "%2B"), StandardCharsets.UTF_8);
            return text.indexOf('\uFFFD') < 0 ? text : escaped;
        } catch (IllegalArgumentException e) {
            return escaped;
        }
    }
}
