package vn.loa.portal.generic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.loa.portal.generic.block.DataTables;
import vn.loa.portal.generic.block.DatePatterns;
import vn.loa.portal.generic.block.Imprint;
import vn.loa.portal.generic.block.LinePatterns;
import vn.loa.portal.generic.block.TextBlock;

/** Removes single lines of boilerplate from the blocks of an article. */
final class BodyTrim {
    private static final int LABEL = 40;
    /** So many lines before the first sentence are verses or a list, not labels. */
    private static final int FEWEST_LINES = 4;

    private static final int SHORT_SENTENCE = 12;
    private static final int HEADING = 80;
    private static final int LINK_LINE = 400;
    private static final int OFTEN = 3;
    private static final double LINKED_SOMEWHAT = 0.3;
    private static final double LINKED_WHOLLY = 0.8;
    /** The share of the text before a heading of related articles from which on what follows it may be cut. */
    private static final double MOST_SEEN = 0.5;

    private static final double CAPTIONS_AT_MOST = 0.35;

    private static final double LITTLE_LEFT = 0.2;

    private static final Pattern CREDIT = Pattern.compile(
            "(?iu)\\(?(tác giả( bài viết)?|nguồn( tin)?|theo|(tin|bài|ảnh)((, | và | - |/)(tin|bài|ảnh)){0,2}( viết)?|biên tập|btv|người (viết|đăng)|thực hiện|sưu tầm)\\s?[:/].{0,80}"
                    + "|\\(?(bbt|btv|ctv|ttv|pv|ban biên tập|quản trị( viên)?|admin)( (xã|phường|trang tin|website|cổng).{0,40})?[.)]{0,2}");

    private static final Pattern LETTERHEAD = Pattern.compile(
            "(?iu)(cộng h(òa|oà) xã hội chủ nghĩa việt nam|đảng cộng sản việt nam$|số ?: ?\\d{0,6}/[\\p{L}\\d/-]{2,30})");

    private static final Pattern PLACE =
            Pattern.compile("(?iu)(địa điểm|tại|nơi|thành phần|nội dung|chủ trì|đối tượng)[\\p{L} ]{0,20}:");

    private final List<TextBlock> blocks;
    private final DataTables tables;
    private final Map<String, Integer> labels = new HashMap<>();
    private final Set<TextBlock> captions = Collections.newSetFromMap(new IdentityHashMap<>());

    private BodyTrim(List<TextBlock> blocks, DataTables tables) {
        this.tables = tables;
        this.blocks = blocks;
        for (TextBlock block : blocks) {
            if (isLabel(block)) {
                labels.merge(block.text(), 1, Integer::sum);
            }
        }
        findCaptions();
    }

    /** Where everything is centred, centred lines are no captions. */
    private void findCaptions() {
        blocks.stream().filter(Captions::isCaption).forEach(captions::add);
        int letters = captions.stream().mapToInt(TextBlock::letters).sum();
        if (letters
                > CAPTIONS_AT_MOST
                        * blocks.stream().mapToInt(TextBlock::letters).sum()) {
            captions.clear();
        }
    }

    /** Returns the article's own blocks, from its first to its last. */
    static List<TextBlock> trimmed(List<TextBlock> blocks, DataTables tables) {
        return new BodyTrim(blocks, tables).trimmed();
    }

    private List<TextBlock> trimmed() {
        List<TextBlock> content = new ArrayList<>();
        int to = Math.min(end(), imprint());
        for (int i = 0; i < to; i++) {
            if (isContent(blocks.get(i)) && !headsOthers(i)) {
                content.add(blocks.get(i));
            }
        }
        dropLabelsBeforeText(content);
        dropDateBeforeText(content);
        dropEnd(content);
        return content;
    }

    /** Returns the block at which the list of other articles begins. */
    private int end() {
        int prose = blocks.stream().mapToInt(TextBlock::prose).sum();
        int seen = 0;
        for (int i = 0; i < blocks.size(); i++) {
            TextBlock block = blocks.get(i);
            boolean late = seen > MOST_SEEN * prose && prose - seen < LITTLE_LEFT * prose;
            boolean other = block.isTitle() || LinePatterns.isRelatedHeading(block.text());
            if (late && block.letters() < HEADING && other) {
                return i;
            }
            seen += block.prose();
        }
        return blocks.size();
    }

    /** Returns the block at which the imprint of the site begins, beside the element with the last of the text. */
    private int imprint() {
        int from = blocks.size();
        boolean ofSite = false;
        while (from > 0
                && (blocks.get(from - 1).isBoilerplate()
                        || Imprint.mayHold(blocks.get(from - 1).text()))) {
            from--;
            ofSite |= Imprint.isOfSite(blocks.get(from).text());
        }
        boolean beside = from > 0
                && from < blocks.size()
                && blocks.get(from).owner().holder()
                        != blocks.get(from - 1).owner().holder();
        return ofSite && beside ? from : blocks.size();
    }

    private boolean isContent(TextBlock block) {
        return !leadsAway(block) && !isRepeatedLabel(block) && !block.isBoilerplate() && !captions.contains(block);
    }

    private static boolean leadsAway(TextBlock block) {
        return (block.linkDensity() > LINKED_SOMEWHAT && LinePatterns.isPointer(block.text()))
                || (block.linkDensity() > LINKED_WHOLLY && block.letters() < LINK_LINE);
    }

    /** The line over links to other articles, whether they have been left out before or are now. */
    private boolean headsOthers(int at) {
        TextBlock block = blocks.get(at);
        return LinePatterns.isRelatedHeading(block.text())
                && (block.isHeading()
                        || at + 1 == blocks.size()
                        || blocks.get(at + 1).number() > block.number() + 1
                        || leadsAway(blocks.get(at + 1)));
    }

    /** "Advertisement" in every language: a short line that comes again and again. */
    private boolean isRepeatedLabel(TextBlock block) {
        return isLabel(block) && labels.getOrDefault(block.text(), 0) >= OFTEN;
    }

    private static boolean isLabel(TextBlock block) {
        return block.letters() < LABEL
                && block.kind() != TextBlock.Kind.ROW
                && !LinePatterns.endsLikeASentence(block.text());
    }

    /** Dates, names and buttons before the first sentence; a sub-heading just before it stays. */
    private void dropLabelsBeforeText(List<TextBlock> content) {
        int first = 0;
        while (first < content.size() && content.get(first).prose() == 0 && !tables.hold(content.get(first), -1)) {
            first++;
        }
        int from = first;
        while (from > 0 && isText(content, from - 1, first)) {
            from--;
        }
        from = Math.min(from, notice(content.subList(0, from)));
        from = Math.min(from, letterhead(content.subList(0, from)));
        boolean verses = from >= FEWEST_LINES
                && letters(content.subList(0, from)) > letters(content.subList(from, content.size()));
        if (first < content.size() && !verses) {
            content.subList(0, from).clear();
        }
    }

    /** Where no line is as long as a sentence, the day of publication above them is still none of them. */
    private static void dropDateBeforeText(List<TextBlock> content) {
        int first = 0;
        while (first < content.size() && content.get(first).isHeading()) {
            first++;
        }
        if (first + 1 < content.size() && isDateAlone(content.get(first))) {
            content.remove(first);
        }
    }

    private static boolean isDateAlone(TextBlock block) {
        return DatePatterns.isDate(block.text())
                && !LinePatterns.tellsWhen(block.text())
                && block.kind() != TextBlock.Kind.ROW;
    }

    private static boolean isText(List<TextBlock> content, int at, int first) {
        return isSubHeading(content.get(at))
                || isShortSentence(content.get(at), content, first)
                || isOfList(content, at);
    }

    /** A point of a list that goes on below it, or the line that begins the list. */
    private static boolean isOfList(List<TextBlock> content, int at) {
        TextBlock line = content.get(at);
        boolean above = at + 1 < content.size() && content.get(at + 1).kind() == TextBlock.Kind.ITEM;
        return above
                && line.letters() >= SHORT_SENTENCE
                && line.linked() == 0
                && (line.text().endsWith(":") || line.text().endsWith(";"));
    }

    /** Returns the line at which a notice begins that tells when and where, the number of lines when none does. */
    private static int notice(List<TextBlock> lines) {
        for (int i = 0; i + 1 < lines.size(); i++) {
            boolean when = LinePatterns.tellsWhen(lines.get(i).text());
            if (when && PLACE.matcher(lines.get(i + 1).text()).lookingAt()) {
                return i;
            }
        }
        return lines.size();
    }

    /** Returns the line at which the head of a document begins, the number of lines when there is none. */
    private static int letterhead(List<TextBlock> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (LETTERHEAD.matcher(lines.get(i).text()).lookingAt()) {
                int from = i;
                while (from > 0 && isAbove(lines.get(from - 1), lines.get(i))) {
                    from--;
                }
                return from;
            }
        }
        return lines.size();
    }

    /** An office's name in capitals, in the same element. */
    private static boolean isAbove(TextBlock line, TextBlock head) {
        return line.owner().parent() == head.owner().parent()
                && line.text().equals(line.text().toUpperCase(Locale.ROOT));
    }

    private static int letters(List<TextBlock> blocks) {
        return blocks.stream().mapToInt(TextBlock::letters).sum();
    }

    /** A short sentence in the same element as the first long one. */
    private static boolean isShortSentence(TextBlock block, List<TextBlock> content, int first) {
        return first < content.size()
                && block.text().endsWith(".")
                && block.letters() >= SHORT_SENTENCE
                && !DatePatterns.isDated(block.text())
                && block.owner().parent() == content.get(first).owner().parent();
    }

    private static boolean isSubHeading(TextBlock block) {
        return block.isHeading() && !block.isTitle();
    }

    private static void dropEnd(List<TextBlock> content) {
        while (!content.isEmpty() && isNoEnd(content.get(content.size() - 1))) {
            content.remove(content.size() - 1);
        }
    }

    private static boolean isNoEnd(TextBlock last) {
        return (last.isHeading() && !last.text().endsWith("."))
                || Captions.isSignature(last)
                || Captions.isBoldName(last)
                || (last.letters() < HEADING && LinePatterns.leadsOn(last.text()))
                || (last.letters() < HEADING && CREDIT.matcher(last.text()).matches());
    }
}
