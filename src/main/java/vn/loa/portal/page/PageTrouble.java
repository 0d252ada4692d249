package vn.loa.portal.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.loa.model.ArticleContent;
import vn.loa.portal.rules.CommonRules;
import vn.loa.portal.rules.Patterns;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;

/** Recognises pages without content: those that want to see a browser, and those that report something missing. */
public final class PageTrouble {
    /** A cookie page is some 200 characters; a captcha page has little text and no menu. */
    private static final int LONGEST_COOKIE_PAGE = 4_000;

    private static final int LONGEST_CHALLENGE = 1_500;
    private static final int MOST_LINKS = 5;
    private static final int LONGEST_APOLOGY = 600;
    private static final int LONGEST_TEXT = 250;

    /** Folded. */
    private static final Set<String> OF_APOLOGIES =
            Set.of(("khong con tim thay ton tai da duoc bi xoa go bo khoi hoac nay do trang web"
                            + " bai viet noi dung tin du lieu duong dan lien ket dia chi nguyen ban quy vi yeu cau dang kiem xem"
                            + " truy cap rat tiec xin loi thong bao theo tren cua chung toi ma muon vui long moi tro ve lai"
                            + " van chuyen muc tap trong co hong oi oops sorry page file or directory url resource"
                            + " this that you are looking for was has been"
                            + " on server not found the requested could cannot can t be error http")
                    .split(" "));

    private static final Pattern SEPARATOR = Pattern.compile("\\s(?:[-–—|:»«/•·]+)\\s|^(?:404|(?i:lỗi|error))\\W+");

    private final Patterns challenge;
    private final Patterns missing;

    public PageTrouble(CommonRules commonRules) {
        challenge = Patterns.of(commonRules.challenge());
        missing = Patterns.of(commonRules.missing());
    }

    /** Returns why the page is a gate and not the page asked for; empty when it is none. */
    public Optional<String> gate(String text, Html html) {
        Document page = html.document();
        if (text.isBlank()) {
            return Optional.of("an empty page");
        }
        if (isCookiePage(text)) {
            return Optional.of("a page that sets a cookie and reloads");
        }
        String shown = PlainText.tidy(page.title() + " " + page.text());
        boolean bare =
                shown.length() <= LONGEST_CHALLENGE && page.select("a[href]").size() <= MOST_LINKS;
        boolean gate = bare && challenge.isIn(shown);
        return gate ? Optional.of("a page that wants to see a browser: " + html.title()) : Optional.empty();
    }

    private static boolean isCookiePage(String text) {
        if (text.length() > LONGEST_COOKIE_PAGE) {
            return false;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        boolean reloads = lower.contains("reload(") || lower.contains("location.href") || lower.contains("location=");
        return lower.contains("document.cookie") && reloads && !lower.contains("<a ");
    }

    /** Returns whether the page's title reports that the page is missing, whatever the page lists beside. */
    public boolean saysMissingInTitle(Document page) {
        return isApology(page.title());
    }

    /** Returns whether the page's title or one of its headings reports that the page is missing. */
    public boolean saysMissingInHeadings(Document page) {
        return saysMissingInTitle(page)
                || page.select("h1, h2").stream().map(Element::text).anyMatch(this::isApology);
    }

    /** Returns whether a page that has no article reports that there is none. */
    public boolean saysMissing(Document page) {
        return saysMissingInHeadings(page) || saysMissingInText(page);
    }

    /** Returns whether a page with hardly a text reports anywhere in it that the page is missing. */
    public boolean saysMissingInText(Document page) {
        String shown = PlainText.tidy(page.title() + " " + page.text());
        return shown.length() <= LONGEST_APOLOGY
                && page.getAllElements().stream().map(Element::ownText).anyMatch(this::isApology);
    }

    /** Returns what a text that says little else tells of its being gone; empty when it is an article's. */
    public Optional<String> apology(ArticleContent read) {
        List<String> apologies =
                SystemPage.said(read).flatMap(line -> apologyIn(line).stream()).toList();
        int letters = apologies.stream().mapToInt(String::length).sum();
        boolean alone = letters * 2 > SystemPage.letters(read) || isAboveFoot(read, letters);
        return apologies.isEmpty() || !alone || !read.attachments().isEmpty()
                ? Optional.empty()
                : Optional.of(PlainText.start(apologies.get(0), LONGEST_TEXT));
    }

    /** An apology opens the text, and some lines of the site's foot, which are no sentences, were taken for the rest. */
    private boolean isAboveFoot(ArticleContent read, int apology) {
        return SystemPage.letters(read) <= LONGEST_TEXT
                && SystemPage.sentences(read) <= 2 * apology
                && SystemPage.said(read)
                        .filter(line -> !line.isBlank())
                        .limit(1)
                        .allMatch(this::isApology);
    }

    private boolean isApology(String line) {
        return apologyIn(line).isPresent();
    }

    /** Returns the line, or the part of it beside the name of the site, that says that what was asked for is gone. */
    private Optional<String> apologyIn(String line) {
        return missing.isIn(line)
                ? Stream.concat(Stream.of(line), Stream.of(SEPARATOR.split(line)))
                        .filter(this::isApologyItself)
                        .findFirst()
                : Optional.empty();
    }

    /**
     * News tell what was not found, before or right behind that; an apology has no word of its own there, and hardly one
     * elsewhere.
     */
    private boolean isApologyItself(String part) {
        Optional<String> found = missing.groupIn(part);
        if (found.isEmpty()) {
            return false;
        }
        int end = part.indexOf(found.get()) + found.get().length();
        List<String> before = words(part.substring(0, end));
        List<String> after = words(part.substring(end));
        Stream<String> words = Stream.concat(before.stream(), after.stream());
        return OF_APOLOGIES.containsAll(before)
                && after.stream().limit(1).allMatch(OF_APOLOGIES::contains)
                && words.filter(OF_APOLOGIES::contains).count() * 2 > before.size() + after.size();
    }

    private static List<String> words(String text) {
        return Stream.of(Folding.fold(text).split("[^a-z]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
