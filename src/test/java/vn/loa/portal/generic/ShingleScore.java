package vn.loa.portal.generic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How alike two texts are by their runs of four words: the measure by which article extractors are compared. */
record ShingleScore(double precision, double recall) {
    private static final int RUN = 4;
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

    static ShingleScore of(String found, String expected) {
        Map<String, Integer> have = shingles(found);
        Map<String, Integer> want = shingles(expected);
        double common = want.entrySet().stream()
                .mapToInt(run -> Math.min(run.getValue(), have.getOrDefault(run.getKey(), 0)))
                .sum();
        return new ShingleScore(common / Math.max(1, size(have)), common / Math.max(1, size(want)));
    }

    double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static int size(Map<String, Integer> runs) {
        return runs.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> shingles(String text) {
        List<String> words =
                WORD.matcher(text).results().map(MatchResult::group).toList();
        Map<String, Integer> runs = new HashMap<>();
        for (int i = 0; i < Math.max(1, words.size() - RUN + 1); i++) {
            runs.merge(String.join(" ", words.subList(i, Math.min(words.size(), i + RUN))), 1, Integer::sum);
        }
        return runs;
    }
}
