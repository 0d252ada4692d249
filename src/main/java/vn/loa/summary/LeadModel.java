package vn.loa.summary;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

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

    private final TermNumbers numbers;
    private final TermStatistics words;
    private final TermStatistics pairs;
    private final boolean[] inTitle;
    private final boolean[] pairInTitle;
    private final boolean[] telling;
    private final int sentences;
    private final double[] wordProbabilities;
    private final double[] pairProbabilities;
    private double meanCompany;

    /**
     * Learns an article.
     *
     * @param title its title, with the same numbers
     * @param sentences its sentences, in its order
     */
    LeadModel(TermNumbers numbers, SentenceTerms title, List<SentenceTerms> sentences) {
        this.numbers = numbers;
        this.words = new TermStatistics(numbers.words());
        this.pairs = new TermStatistics(numbers.pairs());
        this.inTitle = marked(title.words(), numbers.words());
        this.pairInTitle = marked(title.pairs(), numbers.pairs());
        this.telling = new boolean[numbers.words()];
        for (int word = 0; word < telling.length; word++) {
            telling[word] = !COMMON.contains(numbers.word(word));
        }
        this.sentences = sentences.size();
        for (int number = 0; number < sentences.size(); number++) {
            count(number, sentences.get(number));
        }
        this.wordProbabilities = IntStream.range(0, numbers.words())
                .mapToDouble(word -> words.total(word) == 0 ? 0 : logistic(wordScore(word)))
                .toArray();
        this.pairProbabilities = IntStream.range(0, numbers.pairs())
                .mapToDouble(pair -> pairs.total(pair) == 0 ? 0 : logistic(pairScore(pair)))
                .toArray();
    }

    private static boolean[] marked(int[] terms, int size) {
        boolean[] marked = new boolean[size];
        for (int term : terms) {
            marked[term] = true;
        }
        return marked;
    }

    /** Returns the probability, 0 to 1, of a word; 0 for one the article lacks. */
    double ofWord(int word) {
        return word < wordProbabilities.length ? wordProbabilities[word] : 0;
    }

    /** Returns the probability, 0 to 1, of a pair of words; 0 for one the article lacks. */
    double ofPair(int pair) {
        return pair < pairProbabilities.length ? pairProbabilities[pair] : 0;
    }

    private void count(int number, SentenceTerms sentence) {
        double company = Arrays.stream(sentence.words())
                .filter(word -> inTitle[word] && telling[word])
                .distinct()
                .count();
        words.add(number, sentence.words(), company);
        pairs.add(number, sentence.pairs(), company);
        meanCompany += company / sentences;
    }

    private double wordScore(int word) {
        double often = Math.log(words.total(word));
        double titled = oneIf(inTitle[word]);
        double tells = oneIf(telling[word]);
        return -3.454
                + 0.218 * often
                + 3.075 * words.sentences(word) / sentences
                + 1.904 * titled
                + place(words.first(word), -1.705, -0.466, 2.776)
                - 0.58 * tells
                - 0.18 * oneIf(Character.isDigit(numbers.word(word).charAt(0)))
                + tells * (0.428 * titled + 0.418 * often)
                - 0.409 * titled * often
                + 0.229 * words.company(word) / (meanCompany == 0 ? 1 : meanCompany);
    }

    private double pairScore(int pair) {
        int first = numbers.firstOf(pair);
        int second = numbers.secondOf(pair);
        int total = pairs.total(pair);
        double often = Math.log(total);
        return -5.029
                + 0.656 * often
                + 2.951 * pairs.sentences(pair) / sentences
                + oneIf(pairInTitle[pair]) * (1.792 - 0.723 * often)
                + 0.573 * (oneIf(inTitle[first]) + oneIf(inTitle[second]))
                + place(pairs.first(pair), -2.038, -0.482, 3.512)
                + 0.231 * oneIf(telling[first] && telling[second])
                + 0.181 * total / words.total(first)
                + 0.141 * total / words.total(second)
                + 0.459 * oneIf(total > 1);
    }

    private static double place(int firstSentence, double opening, double second, double early) {
        return opening * oneIf(firstSentence == 0) + second * oneIf(firstSentence == 1) + early / (1 + firstSentence);
    }

    private static double oneIf(boolean condition) {
        return condition ? 1 : 0;
    }

    private static double logistic(double score) {
        return 1 / (1 + Math.exp(-score));
    }
}
