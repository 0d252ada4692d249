package vn.loa.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sáng 16/3, UBMTTQ xã Tân Phú tổ chức hội nghị tổng kết công tác năm 2025.",
                "Xã tổ chức Hội thi dân vũ.",
                "Phường tổ chức hội chợ.",
                "Trường tổ chức hội thảo.",
                "Xã tổ chức Hội khỏe Phù Đổng."
            })
    void a_meeting_that_is_held_is_news(String sentence) {
        assertThat(Feature.of(sentence)).contains(Feature.WHAT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Các tổ chức hội và tổ chức đảng.",
                "Tổ chức Đảng, tổ chức hội ở thôn.",
                "Các tổ chức chính trị - xã hội xã.",
                "Mọi tổ chức thành viên của Mặt trận."
            })
    void an_organisation_is_none(String sentence) {
        assertThat(Feature.of(sentence)).doesNotContain(Feature.WHAT);
    }
}
