package vn.loa.summary;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.loa.summary.TermStatistics.Term;

/**
 * Estimates for each word of an article, and for each pair of neighbouring words, the probability that a journalist's
 * lead for it would hold them: by whether the title holds them, how often and how early they occur, over how much of
 * the article they spread, and how close to the title's words they stand.
 *
 * <p>Two logistic regressions. Their weights were learnt on 2,400 articles of the training part of the public VietNews
 * collection and checked on 800 others of it; {@code src/bench} holds the measurement.
 */
final class LeadModel {
    /** The thirty commonest syllables of Vietnamese news; they tell nothing of an article's subject. */
    private static final Set<String> COMMON = Set.of(
            "và", "trong", "có", "của", "cho", "được", "đã", "là", "với", "các", "một", "không", "theo", "công", "tại",
            "này", "khi", "người", "đó", "để", "ra", "từ", "hiện", "trên", "về", "vào", "đến", "ở", "ngày", "việc");

    private final Map<String, Double> probabilities = new HashMap<>();
    private final TermStatistics words = new TermStatistics();
    private final TermStatistics pairs = new TermStatistics();
    private final Set<String> titleWords;
    private final Set<String> titlePairs;
    private final int sentences;
    private double meanCompany;

    /** @param sentences the article's, in its order */
    LeadModel(String title, List<SentenceTerms> sentences) {
        SentenceTerms titleTerms = SentenceTerms.of(title);
        this.titleWords = new HashSet<>(titleTerms.words());
        this.titlePairs = new HashSet<>(titleTerms.pairs());
        this.sentences = sentences.size();
        for (int number = 0; number < sentences.size(); number++) {
            count(number, sentences.get(number));
        }
        words.terms().forEach((word, term) -> probabilities.put(word, logistic(wordScore(word, term))));
        pairs.terms().forEach((pair, term) -> probabilities.put(pair, logistic(pairScore(pair, term))));
    }

    /**
     * Returns the probability, 0 to 1, of a word or of a pair of words parted by a blank; 0 for one the article lacks.
     */
    double probability(String term) {
        return probabilities.getOrDefault(term, 0.0);
    }

    private void count(int number, SentenceTerms sentence) {
        double company = new HashSet<>(sentence.words())
                .stream().filter(titleWords::contains).filter(LeadModel::tells).count();
        words.add(number, sentence.words(), company);
        pairs.add(number, sentence.pairs(), company);
        meanCompany += company / sentences;
    }

    private double wordScore(String word, Term term) {
        double often = Math.log(term.total());
        double inTitle = oneIf(titleWords.contains(word));
        double telling = oneIf(tells(word));
        return -3.454
                + 0.218 * often
                + 3.075 * term.sentences() / sentences
                + 1.904 * inTitle
                + place(term, -1.705, -0.466, 2.776)
                - 0.58 * telling
                - 0.18 * oneIf(Character.isDigit(word.charAt(0)))
                + telling * (0.428 * inTitle + 0.418 * often)
                - 0.409 * inTitle * often
                + 0.229 * term.company() / (meanCompany == 0 ? 1 : meanCompany);
    }

    private double pairScore(String pair, Term term) {
        String first = pair.substring(0, pair.indexOf(' '));
        String second = pair.substring(first.length() + 1);
        double often = Math.log(term.total());
        double inTitle = oneIf(titlePairs.contains(pair));
        return -5.029
                + 0.656 * often
                + 2.951 * term.sentences() / sentences
                + inTitle * (1.792 - 0.723 * often)
                + 0.573 * (oneIf(titleWords.contains(first)) + oneIf(titleWords.contains(second)))
                + place(term, -2.038, -0.482, 3.512)
                + 0.231 * oneIf(tells(first) && tells(second))
                + 0.181 * term.total() / total(first)
                + 0.141 * term.total() / total(second)
                + 0.459 * oneIf(term.total() > 1);
    }

    private static double place(Term term, double opening, double second, double early) {
        return opening * oneIf(term.first() == 0) + second * oneIf(term.first() == 1) + early / (1 + term.first());
    }

    private int total(String word) {
        return Objects.requireNonNull(words.terms().get(word)).total();
    }

    private static boolean tells(String word) {
        return !COMMON.contains(word);
    }

    private static double oneIf(boolean condition) {
        return condition ? 1 : 0;
    }

    private static double logistic(double score) {
        return 1 / (1 + Math.exp(-score));
    }
}
