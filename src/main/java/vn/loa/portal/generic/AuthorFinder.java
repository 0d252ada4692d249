package vn.loa.portal.generic;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import vn.loa.portal.generic.block.Container;
import vn.loa.portal.generic.block.DatePatterns;
import vn.loa.portal.generic.block.Hint;
import vn.loa.portal.generic.block.LinePatterns;
import vn.loa.portal.generic.block.PageText;
import vn.loa.portal.generic.block.TextBlock;
import vn.loa.text.Folding;
import vn.loa.text.PlainText;

/** Finds the author of an article. Accounts of the portal's own staff system are nobody's name. */
final class AuthorFinder {
    private static final int LONGEST = 90;
    private static final int AROUND_TITLE = 8;
    private static final int AFTER_BODY = 3;
    /** Systems that list attachments under the text name the author below them. */
    private static final int FAR_AFTER_BODY = 12;

    private static final int BYLINE_BLOCKS = 3;
    private static final int LEVELS = 2;
    /** Lines from the office to the name of who signs for it. */
    private static final int SIGNING = 4;

    private static final String LABEL = "(?:(?:written|posted|reported|story|được gửi|đăng|gửi|viết) )?(?:by|bởi)\\b:?"
            + "|(?:tác giả(?: bài viết)?|người (?:viết|đăng|gửi)|bài viết|author|von|par|por"
            + "|(?:tin|bài)(?:(?:,| và|/)?\\s?(?:bài|ảnh))*)\\s?:";
    private static final Pattern BY = pattern("(?:" + LABEL + ")\\s?");
    private static final Pattern LABEL_ALONE = pattern("(?:" + LABEL + "|tác giả|người viết)\\s?");
    private static final Pattern WRITER = pattern("(?:tác giả(?: bài viết)?|người viết)(?:\\s?:|$)");
    /** The rest of the line behind the name. */
    private static final Pattern REST = pattern("\\s*(?:[|•]|/\\s|[-–;,.(]?\\s*\\b(?:ảnh|nguồn|lượt xem)\\s?:).*"
            + "|[\\s,·–-]+(?:(?:vào|vào lúc|lúc|(?:vào |đăng )?ngày(?: đăng| gửi)?|cập nhật|on|at)[\\s:,]*)$");

    private static final Pattern EDGES = Pattern.compile("^[\\s|,·•–-]+|[\\s|,·•–-]+$");
    private static final Pattern PARTS = Pattern.compile("\\s[|/•·–-]\\s");
    private static final String MARKED =
            "[itemprop=author], a[rel~=(?i)\\bauthor\\b], a[href~=(?i)/(author|tac-?gia)/],"
                    + " [class~=(?i)\\b(author|tac-?gia)\\b]:not(img, i)";
    /** The picture of a person that themes set before the name. */
    private static final String SIGN = "i[class~=(?i)\\b(user|person|author|pen)\\b]";

    private static final Pattern AUTHOR = pattern("author|tac[-_]?gia|byline|reporter|nguoi[-_]?viet|but[-_]?danh");
    private static final Pattern STAFF_ACCOUNT =
            pattern("\\b(admin|administrator|quantri|quản trị|webmaster|chi tiết|details|editor\\d*|user\\d*)\\b");

    private final PageText page;

    private AuthorFinder(PageText page) {
        this.page = page;
    }

    private static Pattern pattern(String caseless) {
        return Pattern.compile(
                caseless, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    }

    /**
     * Returns one line with the name or names, an empty string when unknown.
     *
     * @param site what the head calls the page and its site; systems declare that to be the writer, too
     */
    static String find(PageText page, Body body, int titleBlock, StructuredData data, MetaTags meta, String site) {
        Stream<String> declared =
                Stream.of(String.join(", ", data.names("author"))).filter(AuthorFinder::isName);
        Stream<String> tagged = Stream.of(
                name(meta.first("author", "article:author", "dc.creator", "parsely-author", "byl", "sailthru.author")));
        String folded = Folding.fold(site);
        return Stream.of(
                        declared.filter(name -> !folded.contains(Folding.fold(name))),
                        Stream.of(new AuthorFinder(page).visible(body, titleBlock)),
                        tagged.filter(name -> !folded.contains(Folding.fold(name))))
                .flatMap(names -> names)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String visible(Body body, int titleBlock) {
        String above = firstByline(titleBlock - 1, titleBlock);
        String near = above.isEmpty() ? firstByline(titleBlock, titleBlock + AROUND_TITLE) : above;
        if (!near.isEmpty() || body.isEmpty()) {
            return near;
        }
        int end = body.blocks().get(body.blocks().size() - 1).number() + 1;
        String below = firstByline(body.holder().from(), end);
        int last = body.holder().to() + AFTER_BODY;
        return Stream.of(
                        below,
                        belowText(end, last),
                        underAttachments(body.holder().to()))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String belowText(int from, int to) {
        return blocks(from, to)
                .mapToObj(at -> isBoldName(page.block(at)) ? page.block(at).text() : firstByline(at, at + 1))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private boolean isBoldName(TextBlock block) {
        return Captions.isBoldName(block) && isName(block.text()) && !signsDocument(block.number());
    }

    private String underAttachments(int from) {
        return blocks(from, from + FAR_AFTER_BODY)
                .filter(at -> WRITER.matcher(page.block(at).text()).lookingAt())
                .mapToObj(this::nameAt)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String firstByline(int from, int to) {
        return blocks(from, to)
                .filter(at -> !page.block(at).isOfReaders())
                .mapToObj(this::nameAt)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Up to the list of other articles. */
    private IntStream blocks(int from, int to) {
        return IntStream.range(Math.max(0, from), Math.min(to, page.blocks().size()))
                .takeWhile(at -> !LinePatterns.isRelatedHeading(page.block(at).text()));
    }

    /** Returns the name in a line, or in the next where the line is its label; an empty string when there is none. */
    private String nameAt(int at) {
        boolean label = LABEL_ALONE.matcher(page.block(at).text()).matches();
        return label && at + 1 < page.blocks().size() ? name(page.block(at + 1).text()) : name(byline(page.block(at)));
    }

    /** Returns the line that tells the name, or the part of it that does beside a date and a counter; else nothing. */
    private String byline(TextBlock block) {
        if (isByline(block.owner())
                || isSignature(block)
                || (block.prose() == 0 && BY.matcher(block.text()).lookingAt())) {
            return block.text();
        }
        boolean small = block.owner().to() - block.owner().from() <= BYLINE_BLOCKS;
        Element around = block.owner().element();
        Element marked = small ? around.selectFirst(MARKED) : null;
        if (marked != null) {
            return marked.text();
        }
        Element sign = small ? around.selectFirst(SIGN) : null;
        return sign != null
                ? behind(sign)
                : Stream.of(PARTS.split(block.text(), -1))
                        .filter(part -> BY.matcher(part).lookingAt())
                        .findFirst()
                        .orElse("");
    }

    /** A line set to the right may be the place and the day of a document. */
    private boolean isSignature(TextBlock block) {
        return Captions.isSignature(block)
                && !block.owner().says(Hint.TAGS)
                && !DatePatterns.isDated(block.text())
                && !signsDocument(block.number());
    }

    /** A person who signs a document, below an office, has not written the article about it. */
    private boolean signsDocument(int at) {
        return IntStream.iterate(at, place -> place >= Math.max(0, at - SIGNING), place -> place - 1)
                .mapToObj(page::block)
                .takeWhile(line -> line.prose() == 0 && !line.isHeading())
                .anyMatch(line -> LinePatterns.isOffice(line.text()));
    }

    private static String behind(Element sign) {
        Element next = sign.nextElementSibling();
        String text = sign.nextSibling() instanceof TextNode node ? PlainText.tidy(node.text()) : "";
        return text.isEmpty() && next != null ? next.text() : text;
    }

    private static boolean isByline(Container owner) {
        @Nullable Container up = owner;
        for (int i = 0; i < LEVELS && up != null && up.to() - up.from() <= BYLINE_BLOCKS; i++) {
            Element element = up.element();
            if (AUTHOR.matcher(element.className() + ' ' + element.id()).find()
                    || element.attr("itemprop").equals("author")
                    || element.attr("data-role").equals("author")) {
                return true;
            }
            up = up.parent();
        }
        return false;
    }

    /** The name in a byline, an empty string when the line holds none. */
    private static String name(String line) {
        if (line.length() > LONGEST) {
            return "";
        }
        String open = bare(DatePatterns.withoutDates(line));
        var by = BY.matcher(open);
        String labelled = by.lookingAt() ? bare(open.substring(by.end())) : open;
        String name = bare(REST.matcher(labelled).replaceFirst(""));
        return isName(name) ? name : "";
    }

    private static String bare(String text) {
        String bare = EDGES.matcher(text).replaceAll("");
        return bare.startsWith("(") && bare.endsWith(")") ? bare.substring(1, bare.length() - 1) : bare;
    }

    private static boolean isName(String text) {
        return text.length() > 1
                && text.length() <= LONGEST
                && text.chars().filter(Character::isLetter).limit(1).anyMatch(Character::isUpperCase)
                && text.chars().noneMatch(c -> Character.isDigit(c) || c == '@' || c == ':')
                && !LinePatterns.isBoilerplate(text)
                && !LinePatterns.isRelatedHeading(text)
                && !LinePatterns.isSideHeading(text)
                && !STAFF_ACCOUNT.matcher(text).find();
    }
}
