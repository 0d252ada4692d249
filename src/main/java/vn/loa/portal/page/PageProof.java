package vn.loa.portal.page;

import com.google.re2j.Pattern;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.model.ArticleContent;
import vn.loa.model.Headline;
import vn.loa.model.Precision;
import vn.loa.text.Folding;

/**
 * The verdict on whether a page is the article of its headline. A page must prove it by sharing its title or its words;
 * what proves nothing is doubted, whatever it is, for a portal may answer with anything and status 200.
 */
public sealed interface PageProof {
    /**
     * The page is the article.
     *
     * @param by what shows it
     */
    record Proven(Basis by) implements PageProof {
        public Proven {
            Objects.requireNonNull(by);
        }
    }

    /**
     * The page may be something else: it is to be read again later, and if it stays so the list's word stands.
     *
     * @param reason why it is doubted
     * @param detail how it showed itself, a short English phrase
     */
    record Doubted(Doubt reason, String detail) implements PageProof {
        public Doubted {
            Objects.requireNonNull(reason);
            Objects.requireNonNull(detail);
        }
    }

    /** The evidence that proves a page to be the article. */
    enum Basis {
        /** The titles are the same, or one is the other cut short. */
        TITLE,
        /** The titles share most of their words. */
        TITLE_WORDS,
        /** The list's excerpt stands in the page. */
        EXCERPT,
        /** The words of the headline stand in the beginning of the text. */
        TEXT
    }

    /** The reasons for doubting a page. */
    enum Doubt {
        /** The portal speaks of itself: maintenance, log-in, search, an error. */
        SYSTEM_PAGE,
        /** Neither title nor words are the headline's. */
        OTHER_WORDS,
        /** The list tells a date and the page, whose title is another, none, or one of quite another time. */
        OTHER_DATE,
        /** The page says less than its entry in the list. */
        SHORTER_THAN_LIST
    }

    /** Judges what was read under a headline's address. No side effects; unknown kinds of pages are doubted. */
    static PageProof of(Headline headline, ArticleContent read) {
        return new Comparison(headline, read).judge();
    }

    /** One headline and one page, side by side. */
    final class Comparison {
        private static final Pattern CUT = Pattern.compile("(\\.\\.\\.|…)\\s*$");
        private static final double MOST = 0.6;
        private static final double HALF = 0.5;
        private static final int SHORTEST_TITLE = 12;
        private static final int FEWEST_WORDS = 4;
        private static final int LEAD = 1_200;
        private static final int SHORT_PAGE = 600;
        private static final int SHORTEST_EXCERPT = 60;
        private static final double MUCH_SHORTER = 0.7;
        private static final Duration FAR = Duration.ofDays(60);

        private final Headline headline;
        private final ArticleContent read;
        private final String title;
        private final String readTitle;
        private final String text;

        private Comparison(Headline headline, ArticleContent read) {
            this.headline = headline;
            this.read = read;
            this.title = plain(headline.title());
            this.readTitle = plain(read.title());
            this.text = plain(read.lead() + " " + String.join(" ", read.paragraphs()));
        }

        private PageProof judge() {
            Optional<String> notice = systemNotice();
            if (notice.isPresent()) {
                return new Doubted(Doubt.SYSTEM_PAGE, "says: " + notice.get());
            }
            Optional<Basis> basis = basis();
            if (basis.isEmpty()) {
                return new Doubted(Doubt.OTHER_WORDS, "is titled: " + read.title());
            }
            if (basis.get() != Basis.TITLE && isOfAnotherDate()) {
                return new Doubted(Doubt.OTHER_DATE, "has no date near the list's and is titled: " + read.title());
            }
            if (isShorterThanList()) {
                return new Doubted(Doubt.SHORTER_THAN_LIST, "has fewer words than its entry in the list");
            }
            return new Proven(basis.get());
        }

        /** An article about maintenance has a headline about maintenance. */
        private Optional<String> systemNotice() {
            boolean titled = isSameTitle() && !SystemPage.isBare(read);
            return text.length() > SHORT_PAGE
                    ? Optional.empty()
                    : Stream.concat(Stream.of(read.lead()), read.paragraphs().stream())
                            .filter(SystemPage::isNotice)
                            .filter(line -> !titled || SystemPage.isAllThatIsSaid(line, read))
                            .filter(line ->
                                    share(words(plain(line)), words(title + " " + plain(headline.teaser()))) < HALF)
                            .findFirst();
        }

        private Optional<Basis> basis() {
            if (isSameTitle()) {
                return Optional.of(Basis.TITLE);
            }
            Set<String> told = words(title);
            Set<String> shown = words(readTitle);
            boolean enough = Math.min(told.size(), shown.size()) >= FEWEST_WORDS;
            if (enough && share(told, shown) >= MOST && share(shown, told) >= HALF) {
                return Optional.of(Basis.TITLE_WORDS);
            }
            if (hasExcerpt()) {
                return Optional.of(Basis.EXCERPT);
            }
            String body = withoutHeadline();
            Set<String> beginning = words(readTitle + " " + body.substring(0, Math.min(LEAD, body.length())));
            boolean inText = told.size() >= FEWEST_WORDS && share(told, beginning) >= MOST + (1 - MOST) / 2;
            return inText ? Optional.of(Basis.TEXT) : Optional.empty();
        }

        /** Lists have the headline as a line of its own, among others; an article whose title it is, as its title. */
        private String withoutHeadline() {
            return Stream.concat(Stream.of(read.lead()), read.paragraphs().stream())
                    .map(Comparison::plain)
                    .filter(line -> !line.equals(title))
                    .collect(Collectors.joining(" "));
        }

        private boolean isSameTitle() {
            String shorter = title.length() < readTitle.length() ? title : readTitle;
            String longer = shorter.equals(title) ? readTitle : title;
            boolean cut = CUT.matcher(headline.title()).find() && readTitle.startsWith(title);
            boolean part = shorter.length() >= HALF * longer.length() && (" " + longer + " ").contains(" " + shorter);
            return shorter.equals(longer) && !shorter.isEmpty() || shorter.length() >= SHORTEST_TITLE && (cut || part);
        }

        /** Half of the excerpt's runs of three words. */
        private boolean hasExcerpt() {
            String excerpt = plain(headline.teaser());
            if (excerpt.length() < SHORTEST_EXCERPT) {
                return false;
            }
            Set<String> runs = runs(excerpt);
            Set<String> there = runs(text);
            return share(runs, there) >= HALF;
        }

        private boolean isOfAnotherDate() {
            Optional<Instant> told = headline.published().instant();
            if (told.isEmpty()) {
                return false;
            }
            boolean undated = read.published().precision() == Precision.NONE;
            return undated
                    || read.published()
                            .instant()
                            .map(shown ->
                                    Duration.between(shown, told.get()).abs().compareTo(FAR) > 0)
                            .orElse(false);
        }

        /**
         * Returns whether the text is much shorter than the list's excerpt; a mere document says all in its attachment.
         */
        private boolean isShorterThanList() {
            int excerpt = plain(headline.teaser()).length();
            return read.attachments().isEmpty()
                    && excerpt >= SHORTEST_EXCERPT
                    && text.length() < MUCH_SHORTER * excerpt;
        }

        private static String plain(String text) {
            return Folding.fold(text)
                    .replaceFirst("\\s*(\\.\\.\\.|…)$", "")
                    .replaceAll("[^\\p{L}\\p{N}]+", " ")
                    .strip();
        }

        private static Set<String> words(String plain) {
            return Arrays.stream(plain.split(" ", -1))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toSet());
        }

        private static Set<String> runs(String plain) {
            List<String> words = Arrays.asList(plain.split(" ", -1));
            Set<String> runs = new HashSet<>();
            for (int i = 0; i + 2 < words.size(); i++) {
                runs.add(words.get(i) + " " + words.get(i + 1) + " " + words.get(i + 2));
            }
            return runs;
        }

        /** Returns the share of some words that is among others, 0 to 1. */
        private static double share(Set<String> some, Set<String> others) {
            return some.isEmpty()
                    ? 0
                    : (double) some.stream().filter(others::contains).count() / some.size();
        }
    }
}
