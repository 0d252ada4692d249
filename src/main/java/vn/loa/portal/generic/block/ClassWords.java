package vn.loa.portal.generic.block;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The hints in an element's class, id and role, read word by word: {@code shared-header} is not a share button. */
public record ClassWords(Set<Hint> hints) {
    private static final ClassWords NONE = new ClassWords(Set.of());
    /** Generated pages put whole style sheets into class attributes; names worth reading come first. */
    private static final int READ_AT_MOST = 400;

    private static final int LONGEST_ID = 3;
    private static final int SHORT_WORD = 3;

    private static final Set<Hint> HARMLESS = EnumSet.of(Hint.BODY, Hint.LATENT, Hint.LEAD);

    /** Two words that only together say something. */
    private static final Map<String, Hint> PAIRS = Map.ofEntries(
            Map.entry("most read", Hint.RELATED),
            Map.entry("most viewed", Hint.RELATED),
            Map.entry("most popular", Hint.RELATED),
            Map.entry("read more", Hint.RELATED),
            Map.entry("read next", Hint.RELATED),
            Map.entry("read also", Hint.RELATED),
            Map.entry("also read", Hint.RELATED),
            Map.entry("see also", Hint.RELATED),
            Map.entry("may like", Hint.RELATED),
            Map.entry("more from", Hint.RELATED),
            Map.entry("more news", Hint.RELATED),
            Map.entry("more stories", Hint.RELATED),
            Map.entry("more on", Hint.RELATED),
            Map.entry("next article", Hint.RELATED),
            Map.entry("other news", Hint.RELATED),
            Map.entry("news other", Hint.RELATED),
            Map.entry("latest news", Hint.RELATED),
            Map.entry("lien quan", Hint.RELATED),
            Map.entry("tin khac", Hint.RELATED),
            Map.entry("tin moi", Hint.RELATED),
            Map.entry("xem nhieu", Hint.RELATED),
            Map.entry("doc nhieu", Hint.RELATED),
            Map.entry("doc them", Hint.RELATED),
            Map.entry("xem them", Hint.RELATED),
            Map.entry("binh luan", Hint.COMMENTS),
            Map.entry("chia se", Hint.SHARING),
            Map.entry("quang cao", Hint.ADVERTISING),
            Map.entry("sign up", Hint.SIGNUP),
            Map.entry("log in", Hint.SIGNUP),
            Map.entry("sign in", Hint.SIGNUP),
            Map.entry("modal fade", Hint.SIGNUP),
            Map.entry("modal dialog", Hint.SIGNUP),
            Map.entry("share icons", Hint.SHARING),
            Map.entry("print hidden", Hint.TOOLS),
            Map.entry("print none", Hint.TOOLS),
            Map.entry("no print", Hint.TOOLS),
            Map.entry("about author", Hint.RELATED),
            Map.entry("author bio", Hint.RELATED),
            Map.entry("author box", Hint.RELATED),
            Map.entry("author profile", Hint.RELATED),
            Map.entry("photo note", Hint.CAPTION),
            Map.entry("photo desc", Hint.CAPTION),
            Map.entry("image note", Hint.CAPTION),
            Map.entry("image desc", Hint.CAPTION),
            Map.entry("img note", Hint.CAPTION),
            Map.entry("img desc", Hint.CAPTION),
            Map.entry("chu thich", Hint.CAPTION),
            Map.entry("tac gia", Hint.BYLINE),
            Map.entry("tu khoa", Hint.TAGS),
            Map.entry("skip link", Hint.NAVIGATION),
            Map.entry("side bar", Hint.NAVIGATION),
            Map.entry("post meta", Hint.BYLINE),
            Map.entry("entry meta", Hint.BYLINE),
            Map.entry("article meta", Hint.BYLINE),
            Map.entry("article info", Hint.BYLINE),
            Map.entry("reading time", Hint.BYLINE),
            Map.entry("post date", Hint.DATE),
            Map.entry("entry date", Hint.DATE),
            Map.entry("entry footer", Hint.TAGS),
            Map.entry("post footer", Hint.TAGS),
            Map.entry("thoi gian", Hint.DATE),
            Map.entry("ngay dang", Hint.DATE),
            Map.entry("tom tat", Hint.LEAD),
            Map.entry("trich dan", Hint.LEAD),
            Map.entry("mo ta", Hint.LEAD),
            Map.entry("noi dung", Hint.BODY),
            Map.entry("chi tiet", Hint.BODY),
            Map.entry("journal content", Hint.BODY));

    private static final Set<String> BEFORE =
            Set.of("no", "not", "non", "without", "has", "have", "with", "hide", "contains").stream()
                    .collect(java.util.stream.Collectors.toSet());
    private static final Set<String> AFTER = Set.of(
            "enabled",
            "disabled",
            "open",
            "closed",
            "active",
            "inactive",
            "allowed",
            "visible",
            "applies",
            "collapsed",
            "loaded",
            "ready",
            "on",
            "off");

    public static ClassWords of(Element element) {
        if (element.attributesSize() == 0) {
            return NONE;
        }
        String names = ' '
                + element.className()
                + ' '
                + name(element.id())
                + ' '
                + element.attr("data-component")
                + ' '
                + element.attr("data-testid");
        return names.isBlank() ? NONE : read(names.substring(0, Math.min(names.length(), READ_AT_MOST)));
    }

    /** An id made of a heading's words tells what the section is about, not what it is. */
    private static String name(String id) {
        return id.chars().filter(c -> c == '-' || c == '_').count() > LONGEST_ID ? "" : id;
    }

    boolean say(Hint hint) {
        return hints.contains(hint);
    }

    boolean standApart() {
        return !hints.isEmpty() && !HARMLESS.containsAll(hints);
    }

    private static ClassWords read(String names) {
        EnumSet<Hint> hints = EnumSet.noneOf(Hint.class);
        String before = "";
        String[] words = words(names);
        for (int i = 0; i < words.length; i++) {
            Hint pair = PAIRS.get(before + ' ' + words[i]);
            if (pair != null) {
                hints.add(pair);
            }
            before = words[i];
            if (!isTalkedAbout(words, i)) {
                hints.addAll(Hint.of(words[i]));
            }
        }
        return hints.isEmpty() ? NONE : new ClassWords(hints);
    }

    /** {@code no-sidebar} and {@code comments-enabled} are said of elements that are neither. */
    private static boolean isTalkedAbout(String[] words, int i) {
        return (i > 0 && BEFORE.contains(words[i - 1])) || (i + 1 < words.length && AFTER.contains(words[i + 1]));
    }

    /** {@code articleBody__shareBox} is article, body, share, box; names with digits are often drawn by lot. */
    private static String[] words(String names) {
        StringBuilder parted = new StringBuilder(names.length() + 16);
        boolean humps = true;
        for (int i = 0; i < names.length(); i++) {
            char c = names.charAt(i);
            if (c == ' ') {
                humps = !holdsDigit(names, i + 1);
            }
            if (Character.isDigit(c)) {
                dropIfShort(parted);
            }
            if (!Character.isLetter(c)) {
                parted.append(' ');
            } else {
                if (humps && i > 0 && Character.isUpperCase(c) && Character.isLowerCase(names.charAt(i - 1))) {
                    parted.append(' ');
                }
                parted.append(c);
            }
        }
        return parted.toString().toLowerCase(Locale.ROOT).trim().split(" +");
    }

    /** {@code comment7} is a comment, {@code ad7} nothing. */
    private static void dropIfShort(StringBuilder parted) {
        int start = parted.lastIndexOf(" ") + 1;
        if (parted.length() - start <= SHORT_WORD) {
            parted.setLength(start);
        }
    }

    private static boolean holdsDigit(String names, int from) {
        for (int i = from; i < names.length() && names.charAt(i) != ' '; i++) {
            if (Character.isDigit(names.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return hints.toString();
    }
}
