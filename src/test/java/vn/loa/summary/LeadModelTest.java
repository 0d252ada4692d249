package vn.loa.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The weights and formulas of the model as they were learned: a slip in one of them changes a summary only now and then. */
class LeadModelTest {
    private static final String TITLE = "Xã Tân Lộc trao 120 suất quà cho hộ nghèo";
    private static final List<String> SENTENCES = List.of(
            "Sáng 12/3, đoàn thanh niên xã Tân Lộc ra quân dọn vệ sinh.",
            "Mặt trận xã Tân Lộc trao 120 suất quà cho hộ nghèo và hộ khó khăn.",
            "Mỗi suất quà là 500 nghìn đồng và gạo.",
            "Các hộ nghèo của thôn Đông và thôn Tây nhận quà tại nhà văn hóa.",
            "Bà con thôn Đông cảm ơn Mặt trận.");

    private static final String WORDS = """
            xã 0.761417
            tân 0.761417
            lộc 0.761417
            trao 0.608539
            120 0.564925
            suất 0.726669
            quà 0.835991
            cho 0.644094
            hộ 0.750916
            nghèo 0.733306
            sáng 0.104711
            12 0.088997
            3 0.088997
            đoàn 0.104711
            thanh 0.104711
            niên 0.104711
            ra 0.172796
            quân 0.104711
            dọn 0.104711
            vệ 0.104711
            sinh 0.104711
            mặt 0.242675
            trận 0.242675
            và 0.466752
            khó 0.131151
            khăn 0.131151
            mỗi 0.086356
            là 0.144432
            500 0.073172
            nghìn 0.086356
            đồng 0.086356
            gạo 0.086356
            các 0.125325
            của 0.125325
            thôn 0.212444
            đông 0.172483
            tây 0.074265
            nhận 0.074265
            tại 0.125325
            nhà 0.074265
            văn 0.074265
            hóa 0.074265
            bà 0.053972
            con 0.053972
            cảm 0.053972
            ơn 0.053972
            """;
    private static final String PAIRS = """
            xã tân 0.821854
            tân lộc 0.821854
            lộc trao 0.558654
            trao 120 0.580834
            120 suất 0.563579
            suất quà 0.782783
            quà cho 0.493634
            cho hộ 0.500300
            hộ nghèo 0.780507
            sáng 12 0.082277
            12 3 0.082277
            3 đoàn 0.082277
            đoàn thanh 0.082277
            thanh niên 0.082277
            niên xã 0.129060
            lộc ra 0.103373
            ra quân 0.066434
            quân dọn 0.082277
            dọn vệ 0.082277
            vệ sinh 0.082277
            mặt trận 0.248263
            trận xã 0.099768
            nghèo và 0.079125
            và hộ 0.076954
            hộ khó 0.103450
            khó khăn 0.068383
            mỗi suất 0.098622
            quà là 0.076294
            là 500 0.049920
            500 nghìn 0.062086
            nghìn đồng 0.062086
            đồng và 0.045645
            và gạo 0.044498
            các hộ 0.059536
            nghèo của 0.059732
            của thôn 0.034463
            thôn đông 0.173041
            đông và 0.031575
            và thôn 0.030666
            thôn tây 0.041948
            tây nhận 0.047075
            nhận quà 0.073864
            quà tại 0.058060
            tại nhà 0.037731
            nhà văn 0.047075
            văn hóa 0.047075
            bà con 0.039795
            con thôn 0.036355
            đông cảm 0.036478
            cảm ơn 0.039795
            ơn mặt 0.037187
            """;

    private final TermNumbers numbers = new TermNumbers();
    private LeadModel model;

    @BeforeEach
    void learn() {
        SentenceTerms title = numbers.terms(TITLE);
        List<SentenceTerms> sentences = new ArrayList<>();
        SENTENCES.forEach(each -> sentences.add(numbers.terms(each)));
        model = new LeadModel(numbers, title, sentences);
    }

    private double word(String word) {
        return model.ofWord(numbers.terms(word).words()[0]);
    }

    private double pair(String pair) {
        return model.ofPair(numbers.terms(pair).pairs()[0]);
    }

    @Test
    void words_and_pairs_have_the_probabilities_that_the_learned_weights_give() {
        Map<String, Double> words = new LinkedHashMap<>();
        Map<String, Double> pairs = new LinkedHashMap<>();
        WORDS.lines().forEach(line -> words.put(line.split(" ")[0], Double.valueOf(line.split(" ")[1])));
        PAIRS.lines()
                .forEach(line -> pairs.put(
                        line.substring(0, line.lastIndexOf(' ')),
                        Double.valueOf(line.substring(line.lastIndexOf(' ') + 1))));
        words.forEach((term, right) -> assertThat(word(term)).as(term).isCloseTo(right, within(0.000_001)));
        pairs.forEach((term, right) -> assertThat(pair(term)).as(term).isCloseTo(right, within(0.000_001)));
    }

    @Test
    void what_the_title_names_and_the_text_repeats_is_told_sooner_than_what_comes_up_once() {
        assertThat(word("quà")).isGreaterThan(word("gạo"));
        assertThat(pair("suất quà")).isGreaterThan(pair("cảm ơn"));
    }

    @Test
    void a_term_that_the_article_lacks_has_no_probability() {
        assertThat(word("bóng")).isZero();
        assertThat(pair("bóng đá")).isZero();
        assertThat(pair("nghèo của")).isPositive();
        assertThat(pair("của nghèo")).as("the other way round").isZero();
    }
}
