package vn.loa.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoryWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "XỬ PHẠT VI PHẠM TẠI NHÀ MÁY XI MĂNG | -",
                "ĐẠI HỘI LẦN THỨ XI, KHÓA VI, ĐỢT XIV | 11 6 14",
                "ĐẠI HỘI XIV CỦA ĐẢNG | 14",
                "kỳ họp VI và đại hội XI | 6 11",
            })
    void roman_numbers_are_facts_and_words_in_capitals_are_not(String text, String facts) {
        List<String> found = StoryWords.of(List.of(text)).stream()
                .filter(StoryWords.Word::fact)
                .map(StoryWords.Word::folded)
                .toList();
        assertThat(String.join(" ", found)).isEqualTo(facts == null ? "" : facts);
    }
}
