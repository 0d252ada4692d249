package vn.loa.portal.page;

import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.loa.model.ArticleContent;
import vn.loa.model.Precision;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;

/**
 * Recognises pages on which a portal speaks of itself with status 200: maintenance, log-in, search, an error. Only short
 * pages are suspected; whatever these words miss, {@link PageProof} doubts by comparing a page with its headline.
 */
public final class SystemPage {
    /** In letters; a page of the system says little. */
    private static final int LONGEST = 600;

    private static final int LONGEST_BESIDE = 300;
    private static final int LONGEST_NOTICE = 250;
    private static final int LONGEST_HEADING = 90;
    private static final int MOST_NOTICES = 400;
    /** Of a title that tells what an article is about. */
    private static final int FEWEST_WORDS = 4;

    /** Whole headings, folded. */
    private static final Pattern HEADING = Pattern.compile(
            "^\\W*(trang thai|tim kiem( nang cao)?|ket qua tim kiem( (cua|voi|theo|cho) .{0,40})?|dang (nhap|ky)( (he"
                    + " thong|tai khoan|thanh vien).{0,20})?|quen mat khau|xac thuc|(thong bao )?loi( he thong| \\d{3})?|(thong bao )?(he"
                    + " thong |website |trang |trang web |cong thong tin )?(dang |tam )?(duoc )?(bao tri|nang cap|xay"
                    + " dung|tam (ngung|dung))( he thong| hoat dong)?|(trang|website|trang web|cong thong tin)"
                    + " (dang|tam|da|bi) .{0,40}|(bi )?tu choi truy cap|truy cap bi (tu choi|chan|han che)|(ban )?khong (co|du)"
                    + " quyen.{0,30}|(phien|thoi gian) (lam viec|dang nhap).{0,20}het han|status|search( results)?|log"
                    + " ?in|sign ?in|error.{0,20}|(site )?(under |down for )?(maintenance|construction)|coming"
                    + " soon|service (temporarily )?unavailable|bad gateway|gateway time-?out|access (is"
                    + " )?denied|forbidden|unauthorized|internal server error|(server|runtime|application|http|whitelabel) error.{0,40}"
                    + "|qua nhieu (yeu cau|luot|ket noi).{0,30}|too many requests"
                    + "|(dia chi|trang).{0,20} da (thay doi|chuyen)|account suspended|(http |loi |error"
                    + " )?[45]\\d\\d( .{0,30})?)\\W*$");

    /** Phrases of notices, folded. */
    private static final Pattern NOTICE =
            Pattern.compile("khong (co|du) quyen (truy cap|xem|su dung)|khong duoc phep (truy cap|xem)|khong co tren"
                    + " may chu|(he thong|cong thong tin( dien tu)?|website|trang web|trang|may chu).{0,60}(bao tri|nang"
                    + " cap|tam (dung|ngung)|het han|qua tai).{0,80}(quay lai|thong cam|thu lai|truy cap lai|lien he|it"
                    + " phut)|da xay ra loi|xay ra loi trong qua trinh|khong (co|tim thay) (ket qua|bai viet|noi dung|tin"
                    + " bai) nao|phien (lam viec|dang nhap).{0,30} het han|temporarily (unable|unavailable)|(website|tai"
                    + " khoan|hosting|ten mien).{0,30}(het han su dung|bi khoa|da bi tam ngung)"
                    + "|chi cho phep truy cap|(fatal|parse) error\\b.{0,20}:"
                    + "|uncaught (error|exception)|object reference not set|stack trace"
                    + "|(website|ten mien|hosting).{0,40}(gia han|bi (tam )?khoa)"
                    + "|truy cap qua nhieu|(se|dang) (duoc )?(tu dong )?chuyen (huong|(ban|quy vi|nguoi dung|toi|den|sang)).{0,40}"
                    + "(trang|dia chi|website)|account (has been"
                    + " )?suspended|you (do not|don't) have permission|not authorized to");

    /** Headings over what was found, however much that is, folded. */
    private static final Pattern FOUND = Pattern.compile(
            "^\\W*(ket qua tim kiem|search results?)( (cho|voi|theo|for))?( (tu khoa|cum tu))?\\s*[:\"“”'‘«].{0,250}$");

    /** All that an empty page says, folded. */
    private static final Pattern EMPTY = Pattern.compile(
            "^\\W*(noi dung|du lieu|thong tin|bai viet|tin tuc|chuyen muc|trang)( nay)? (hien )?(dang|chua)( duoc| co)?"
                    + " (cap nhat|xay dung|bien tap|du lieu|bai viet|noi dung).{0,60}$"
                    + "|^\\W*(thong bao:? )?(trang (thong tin|tin|web)|cong (thong tin|ttdt)|website).{0,100} chuyen sang (dia chi|ten mien|giao dien|trang) moi.{0,160}$");

    private SystemPage() {}

    /** Returns what a page says of its own system; empty when it may be an article. */
    public static Optional<String> in(Document page, ArticleContent read) {
        int letters = letters(read);
        Optional<String> found = headings(page, read)
                .filter(heading -> FOUND.matcher(Folding.fold(heading)).find())
                .findFirst();
        if (letters > LONGEST || found.isPresent()) {
            return found.map(text -> PlainText.start(text, LONGEST_HEADING));
        }
        return headings(page, read)
                .filter(SystemPage::isHeading)
                .findFirst()
                .or(() -> empty(read))
                .or(() -> said(read)
                        .filter(SystemPage::isNotice)
                        .filter(line -> isBare(read) || tellsLittle(read.title()) || isAllThatIsSaid(line, read))
                        .findFirst())
                .or(() -> isBare(read) && letters <= LONGEST_BESIDE ? beside(page) : Optional.empty())
                .map(text -> PlainText.start(text, LONGEST_HEADING));
    }

    /** Returns what a page without a readable article says of its own system. */
    public static Optional<String> in(Document page) {
        return page.select("h1").stream()
                .map(Element::text)
                .filter(SystemPage::isHeading)
                .findFirst()
                .or(() -> beside(page));
    }

    private static Optional<String> empty(ArticleContent read) {
        String all = said(read).filter(text -> !text.isBlank()).collect(Collectors.joining(" "));
        return Optional.of(all).filter(text -> isBare(read) && isEmpty(text));
    }

    static int letters(ArticleContent read) {
        return said(read).mapToInt(String::length).sum();
    }

    /** Returns the letters of the sentences; the lines of a page's foot are none. */
    static int sentences(ArticleContent read) {
        return said(read)
                .filter(line -> line.matches("(?s).*[.!?…][\"”’»)]?"))
                .mapToInt(String::length)
                .sum();
    }

    static Stream<String> said(ArticleContent read) {
        return Stream.concat(Stream.of(read.lead()), read.paragraphs().stream());
    }

    /** Returns whether a page has neither a day of publication nor files, as a notice of a portal's own. */
    public static boolean isBare(ArticleContent read) {
        return read.published().precision() == Precision.NONE
                && read.attachments().isEmpty();
    }

    /** Returns whether a notice stands in the place of the text, and the title speaks of something else. */
    static boolean isAllThatIsSaid(String notice, ArticleContent read) {
        Set<String> told = words(read.title());
        Set<String> said = words(notice);
        return sentences(read) <= 2 * notice.length()
                && told.stream().filter(said::contains).count() * 3 < told.size();
    }

    private static Set<String> words(String text) {
        return Set.copyOf(Arrays.asList(Folding.fold(text).split("[^a-z0-9]+")));
    }

    private static boolean tellsLittle(String title) {
        return title.split(" ", -1).length < FEWEST_WORDS;
    }

    private static Stream<String> headings(Document page, ArticleContent read) {
        String whole = page.title();
        return Stream.concat(
                Stream.of(read.title(), whole, whole.replaceFirst("\\s+[-–—|:»]\\s.*$", "")),
                isTitled(page, read)
                        ? Stream.empty()
                        : page.select("h1").stream().map(Element::text));
    }

    /** Returns whether a heading and the head have the title of a dated article; other headings are those of boxes. */
    public static boolean isTitled(Document page, ArticleContent read) {
        return !isBare(read)
                && !tellsLittle(read.title())
                && Folding.fold(page.title()).contains(Folding.fold(read.title()))
                && page.select("h1, h2, h3").eachText().contains(read.title());
    }

    private static boolean isHeading(String text) {
        return text.length() <= LONGEST_HEADING
                && HEADING.matcher(Folding.fold(text)).find();
    }

    static boolean isNotice(String text) {
        return text.length() <= LONGEST_NOTICE
                && NOTICE.matcher(Folding.fold(text)).find();
    }

    /** A notice that was not taken for the text, such as a box of an error above an empty page. */
    private static Optional<String> beside(Document page) {
        return page.getAllElements().stream()
                .filter(element ->
                        !element.ownText().isBlank() && element.closest("a, footer, nav, script, form") == null)
                .limit(MOST_NOTICES)
                .filter(element -> isNotice(element.ownText()) || isEmptyBelowHeading(element))
                .map(Element::ownText)
                .findFirst();
    }

    private static boolean isEmptyBelowHeading(Element element) {
        Element around = element.parent();
        for (int i = 0; i < 2 && around != null && !around.normalName().equals("body"); i++) {
            if (around.selectFirst("h1, h2") != null) {
                return isEmpty(element.ownText());
            }
            around = around.parent();
        }
        return false;
    }

    private static boolean isEmpty(String text) {
        return text.length() <= LONGEST_NOTICE
                && EMPTY.matcher(Folding.fold(text)).find();
    }
}
