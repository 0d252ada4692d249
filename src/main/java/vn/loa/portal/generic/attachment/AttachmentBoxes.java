package vn.loa.portal.generic.attachment;

import com.google.re2j.Pattern;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import vn.loa.portal.generic.block.ClassWords;
import vn.loa.portal.generic.block.Hint;

/**
 * Finds the boxes of a page that list an article's attachments: by their class, by the label above them, or beside the
 * text.
 */
final class AttachmentBoxes {
    /** The places where a link can stand. */
    enum Place {
        /** In a box that is called one of attachments. */
        IN_BOX,
        /** In the element that holds the text, outside of boilerplate. */
        BESIDE_TEXT,
        /** Anywhere else outside of boilerplate. */
        APART,
        /** In the text itself, a menu, a footer, comments or a list of other articles. */
        ELSEWHERE
    }

    private static final Pattern NAMED = Pattern.compile("(?i)(attach|dinh[-_]?kem)");
    private static final Pattern NAMED_LIKE_DOWNLOADS =
            Pattern.compile("(?i)(download[-_]?file|file[-_]?download|tep[-_]?tin|file[-_]?list|list[-_]?file)");
    private static final Pattern MENU = Pattern.compile("(?i)(menu|sidebar|banner|lien-?ket|quang-?cao)");
    private static final Pattern PICTURE_BOX =
            Pattern.compile("(?i)(wp-caption|background-attach|attachment-(thumb|medium|large|full|gallery))");

    private static final int MOST_LABELS = 20;
    private static final int MOST_AFTER = 1_000;
    private static final int LABEL_REACH = 3;
    /** The number of elements up from the text within which an element still belongs to the article. */
    private static final int TEXT_REACH = 2;

    private static final int LONGEST_REACH = 6;

    private static final int DEEPEST = 40;
    private static final Set<String> BOILERPLATE_TAGS = Set.of("nav", "footer", "header", "menu", "marquee", "form");
    private static final Set<Hint> BOILERPLATE =
            Set.of(Hint.NAVIGATION, Hint.COMMENTS, Hint.RELATED, Hint.ADVERTISING, Hint.COOKIES, Hint.TAGS);
    private static final Set<String> LINES = Set.of("p", "a", "button", "center", "b", "strong", "span", "font");
    private static final Set<String> ROOTS = Set.of("body", "html", "#root");
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Pattern QUERY = Pattern.compile("[?#].*$");

    private final @Nullable Element body;
    private final Set<Element> aroundBody = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Element> nearBody = Collections.newSetFromMap(new IdentityHashMap<>());
    private final PageColumns columns;
    private final Set<Element> labelled = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Element> downloads = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Element, BoxHeading> headings = new IdentityHashMap<>();
    private final Map<Element, Boolean> boilerplate = new IdentityHashMap<>();
    private final Map<Element, Boolean> between = new IdentityHashMap<>();
    private final Map<Element, Boolean> linksToArticle = new IdentityHashMap<>();
    private final Set<Element> others = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Element> otherDocuments = Collections.newSetFromMap(new IdentityHashMap<>());
    private final LabelledBoxes labels;
    private final Set<Element> ofSite = Collections.newSetFromMap(new IdentityHashMap<>());

    private AttachmentBoxes(@Nullable Element body) {
        this.body = body;
        this.columns = new PageColumns(body);
        this.labels = new LabelledBoxes(body, aroundBody);
        int level = 0;
        for (Element up = body == null ? null : body.parent(); up != null; up = up.parent()) {
            aroundBody.add(up);
            if (!ROOTS.contains(up.normalName()) && isNear(up, ++level)) {
                nearBody.add(up);
            }
        }
    }

    /** Where an article lies deep in wrappers, they are its own as long as they hold no part of the site's frame. */
    private boolean isNear(Element around, int level) {
        return level <= TEXT_REACH
                || (level <= LONGEST_REACH
                        && nearBody.size() == level - 1
                        && !holdsTitle(level - 1)
                        && around.getAllElements().stream().noneMatch(this::isFrame));
    }

    /** Beyond the element with title and text begin the columns of the page. */
    private boolean holdsTitle(int level) {
        Element up = body;
        for (int i = 0; i < level && up != null; i++) {
            up = up.parent();
        }
        return up != null && up.selectFirst("h1") != null;
    }

    private boolean isFrame(Element element) {
        return !aroundBody.contains(element)
                && element != body
                && !isOfArticle(element)
                && (BOILERPLATE_TAGS.contains(element.normalName())
                        || element.normalName().equals("aside")
                        || ClassWords.of(element).hints().contains(Hint.NAVIGATION));
    }

    static AttachmentBoxes on(Document document, Optional<Element> body) {
        AttachmentBoxes boxes = new AttachmentBoxes(body.orElse(null));
        Map<BoxHeading, Integer> seen = new EnumMap<>(BoxHeading.class);
        for (Element element : document.getAllElements()) {
            BoxHeading heading = boxes.headings.computeIfAbsent(element, BoxHeading::of);
            if (heading != BoxHeading.OTHER && seen.merge(heading, 1, Integer::sum) <= MOST_LABELS) {
                boxes.enter(heading, element);
            }
        }
        return boxes;
    }

    private void enter(BoxHeading heading, Element element) {
        switch (heading) {
            case ATTACHMENTS -> labelled.addAll(labels.of(element));
            case DOWNLOADS -> downloads.addAll(labels.of(element));
            case ARTICLES -> others(element, others);
            case OTHER_DOCUMENTS -> others(element, otherDocuments);
            case SITE -> others(element, ofSite);
            case OTHER -> {}
        }
    }

    private boolean isLabel(Element element) {
        BoxHeading heading = headings.computeIfAbsent(element, BoxHeading::of);
        return heading == BoxHeading.ATTACHMENTS || heading == BoxHeading.DOWNLOADS;
    }

    private boolean ends(Element next) {
        return next == body || aroundBody.contains(next) || HEADINGS.contains(next.normalName());
    }

    /** Other articles follow their heading, or the smallest element around it that something follows. */
    private void others(Element heading, Set<Element> into) {
        if (!heading.normalName().equals("a") && heading.selectFirst(FileNodes.SELECTOR) != null) {
            into.add(heading);
            return;
        }
        Element child = heading;
        for (int i = 0; i <= LABEL_REACH && child != body; i++) {
            Element parent = child.parent();
            boolean found = addOthersAfter(child, into);
            if (found || parent == null || aroundBody.contains(parent) || ROOTS.contains(parent.normalName())) {
                return;
            }
            child = parent;
        }
    }

    /** Takes all up to the next heading, since the same wrapper may hold the article's files after it. */
    private boolean addOthersAfter(Element heading, Set<Element> into) {
        boolean found = false;
        Element next = heading.nextElementSibling();
        for (int i = 0; i < MOST_AFTER && next != null && !ends(next) && !isLabel(next); i++) {
            if (next.selectFirst(FileNodes.SELECTOR) != null) {
                into.add(next);
                found = true;
            }
            next = next.nextElementSibling();
        }
        return found;
    }

    Place place(Element node) {
        boolean apart = false;
        boolean ofOthers = false;
        boolean download = false;
        boolean shown = FileNodes.isViewer(node);
        Element branch = node;
        Element up = node;
        for (int i = 0; i < DEEPEST && up != null && !ROOTS.contains(up.normalName()); i++) {
            if (up == body) {
                return download ? Place.IN_BOX : Place.ELSEWHERE;
            }
            if (aroundBody.contains(up)) {
                boolean aside = apart || columns.isBeside(branch, shown);
                return aside ? Place.ELSEWHERE : download ? Place.IN_BOX : around(up);
            }
            if (labelled.contains(up) || isNamed(NAMED, up)) {
                return ofOthers || isInMenu(up) ? Place.ELSEWHERE : Place.IN_BOX;
            }
            download |= downloads.contains(up) || isNamed(NAMED_LIKE_DOWNLOADS, up);
            ofOthers |= ofSite.contains(up)
                    || otherDocuments.contains(up)
                    || (others.contains(up) && !isLoneDocument(node));
            apart |= ofOthers || isBoilerplate(up);
            branch = up;
            up = up.parent();
        }
        return apart
                ? Place.ELSEWHERE
                : download ? Place.IN_BOX : isOnOnePlane(branch) ? Place.BESIDE_TEXT : Place.APART;
    }

    /** On pages without boxes the lines of an article are children of the page itself, and so are those with its files. */
    private boolean isOnOnePlane(Element line) {
        return body != null
                && body.parent() != null
                && ROOTS.contains(body.parent().normalName())
                && LINES.contains(line.normalName());
    }

    /** Returns whether an element of the text stands below links to other articles or documents. */
    boolean isOfOthers(Element node) {
        if (others.isEmpty() && otherDocuments.isEmpty()) {
            return false;
        }
        Element up = node;
        for (int i = 0; i < DEEPEST && up != null && up != body; i++) {
            if (otherDocuments.contains(up) || (others.contains(up) && !isLoneDocument(node))) {
                return true;
            }
            up = up.parent();
        }
        return false;
    }

    /** Returns whether an element of the text stands in an advertisement, or a box of others, between its paragraphs. */
    boolean isBetween(Element node) {
        Element up = node;
        for (int i = 0; i < DEEPEST && up != null && up != body; i++) {
            if (between.computeIfAbsent(up, AttachmentBoxes::readBetween)) {
                return true;
            }
            up = up.parent();
        }
        return false;
    }

    private static boolean readBetween(Element element) {
        Set<Hint> hints = ClassWords.of(element).hints();
        return (hints.contains(Hint.ADVERTISING) || hints.contains(Hint.RELATED)) && !isNamed(NAMED, element);
    }

    private Place around(Element up) {
        return nearBody.contains(up) ? Place.BESIDE_TEXT : Place.APART;
    }

    /** A document below links to other articles is of this one, unless its list or its line links to one of them. */
    private boolean isLoneDocument(Element node) {
        Element item = node.closest("ul, ol, table, dl, p, article, div");
        return isDocument(node) && (item == null || !linksToArticle.computeIfAbsent(item, AttachmentBoxes::linksOn));
    }

    private static boolean linksOn(Element item) {
        return item.select("a[href]").stream().anyMatch(link -> !isDocument(link));
    }

    private static boolean isDocument(Element link) {
        return DocumentAddress.isFileName(
                QUERY.matcher(link.attr("href").strip()).replaceFirst(""));
    }

    private static boolean isNamed(Pattern named, Element element) {
        String names = PageColumns.names(element);
        return names.length() > 1
                && named.matcher(names).find()
                && !PICTURE_BOX.matcher(names).find();
    }

    private static boolean isInMenu(Element box) {
        Element up = box;
        for (int i = 0; i < DEEPEST && up != null; i++) {
            if (isTagOfFrame(up) && !up.normalName().equals("form")) {
                return true;
            }
            up = up.parent();
        }
        return false;
    }

    /** Applications call theirs {@code app-footer}. */
    private static boolean isTagOfFrame(Element element) {
        String tag = element.normalName();
        return BOILERPLATE_TAGS.contains(tag.substring(tag.lastIndexOf('-') + 1)) && !isOfArticle(element);
    }

    /** An article may have a head and a foot of its own. */
    static boolean isOfArticle(Element element) {
        return element.parent() != null
                && element.parent().normalName().equals("article")
                && (element.normalName().equals("header")
                        || element.normalName().equals("footer"));
    }

    private boolean isBoilerplate(Element element) {
        return boilerplate.computeIfAbsent(element, AttachmentBoxes::readBoilerplate);
    }

    private static boolean readBoilerplate(Element element) {
        return isTagOfFrame(element)
                || isNamed(MENU, element)
                || element.normalName().equals("aside")
                || (!isOfArticle(element)
                        && ClassWords.of(element).hints().stream().anyMatch(BOILERPLATE::contains));
    }
}
