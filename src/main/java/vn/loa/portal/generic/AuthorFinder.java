package vn.loa.portal.generic;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import vn.loa.portal.generic.block.Container;
import vn.loa.portal.generic.block.DatePatterns;
import vn.loa.portal.generic.block.Hint;
import vn.loa.portal.generic.block.LinePatterns;
import vn.loa.portal.generic.block.PageText;
import vn.loa.portal.generic.block.TextBlock;

/** Finds the author of an article. Accounts of the portal's own staff system are nobody's name. */
final class AuthorFinder {
    private static final int LONGEST = 90;
    private static final int AROUND_TITLE = 8;
    private static final int AFTER_BODY = 3;
    private static final int FAR_AFTER_BODY = 12;
    private static final int BYLINE_BLOCKS = 3;
    private static final Pattern LABELLED = Pattern.compile(
            "(tác giả( bài viết)?|người viết)\\s?:\\s?", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern BY = Pattern.compile(
            "(written |posted |reported |story )?by:?\\s|(tác giả( bài viết)?|người viết|người đăng|bài viết|bài("
                    + " và|,)? ảnh|tin(,| và)?( bài(,| và)?)? ảnh|tin(,)? bài|author|von|par|por)\\s?:\\s?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern PARTS = Pattern.compile("\\s[|/•·–-]\\s");
    private static final String MARKED = "[itemprop=author], a[rel~=(?i)\\bauthor\\b]";
    private static final Pattern STAFF_ACCOUNT = Pattern.compile(
            "\\b(admin|administrator|quantri|quản trị|webmaster|chi tiết|details|editor\\d*|user\\d*)\\b");

    private final PageText page;

    private AuthorFinder(PageText page) {
        this.page = page;
    }

    /** Returns one line with the name or names, an empty string when unknown. */
    static String find(PageText page, Body body, int titleBlock, StructuredData data, MetaTags meta) {
        String declared = String.join(", ", data.names("author"));
        if (!declared.isEmpty() && isName(declared)) {
            return declared;
        }
        String tagged =
                name(meta.first("author", "article:author", "dc.creator", "parsely-author", "byl", "sailthru.author"));
        return tagged.isEmpty() ? new AuthorFinder(page).visible(body, titleBlock) : tagged;
    }

    private String visible(Body body, int titleBlock) {
        String near = firstByline(titleBlock - 1, titleBlock + AROUND_TITLE);
        if (!near.isEmpty() || body.isEmpty()) {
            return near;
        }
        String below = firstByline(body.holder().from(), body.holder().to() + AFTER_BODY);
        return below.isEmpty() ? underAttachments(body.holder().to()) : below;
    }

    /** Systems that list attachments under the text name the author below them. */
    private String underAttachments(int from) {
        return page.blocks().stream()
                .skip(from)
                .limit(FAR_AFTER_BODY)
                .filter(block -> LABELLED.matcher(block.text()).lookingAt())
                .map(block -> name(block.text()))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String firstByline(int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(to, page.blocks().size()); i++) {
            String name = name(byline(page.block(i)));
            if (!name.isEmpty()) {
                return name;
            }
        }
        return "";
    }

    /** Returns the line that tells the name, or the part of it that does beside a date and a counter; else nothing. */
    private static String byline(TextBlock block) {
        if (isByline(block.owner())
                || Captions.isSignature(block)
                || BY.matcher(block.text()).lookingAt()) {
            return block.text();
        }
        boolean small = block.owner().to() - block.owner().from() <= BYLINE_BLOCKS;
        Element marked = small ? block.owner().element().selectFirst(MARKED) : null;
        return marked != null
                ? marked.text()
                : Stream.of(PARTS.split(block.text(), -1))
                        .filter(part -> BY.matcher(part).lookingAt())
                        .findFirst()
                        .orElse("");
    }

    private static boolean isByline(Container owner) {
        Container up = owner;
        for (int i = 0; i < 2 && up != null && up.to() - up.from() <= BYLINE_BLOCKS; i++) {
            if (up.says(Hint.BYLINE)
                    || up.element().attr("itemprop").equals("author")
                    || up.element().attr("data-role").equals("author")) {
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
        var by = BY.matcher(line);
        String bare = DatePatterns.withoutDates(by.lookingAt() ? line.substring(by.end()) : line);
        String name = bare.replaceAll("^[\\s|,·•–-]+|[\\s|,·•–-]+$", "");
        return isName(name) ? name : "";
    }

    private static boolean isName(String text) {
        return text.length() > 1
                && text.length() <= LONGEST
                && text.chars().anyMatch(Character::isLetter)
                && text.chars().noneMatch(c -> Character.isDigit(c) || c == '@' || c == '/' || c == ':')
                && !LinePatterns.isBoilerplate(text)
                && !LinePatterns.isRelatedHeading(text)
                && !STAFF_ACCOUNT.matcher(text.toLowerCase(Locale.ROOT)).find();
    }
}
