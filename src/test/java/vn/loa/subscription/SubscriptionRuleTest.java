package vn.loa.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.loa.model.ArticleContent;
import vn.loa.model.Published;
import vn.loa.model.Subscription;
import vn.loa.model.Subscription.Kind;

class SubscriptionRuleTest {
    private static final ArticleSubject ARTICLE = new ArticleSubject(
            new ArticleContent(
                    "Giải bóng đá xã Phú Xuyên",
                    Published.unknown(),
                    "",
                    List.of(),
                    "Văn hóa",
                    "",
                    Optional.empty(),
                    List.of()),
            List.of(new ArticleSubject.Listed("a", "Phú Xuyên · Tin tức")),
            new Subjects(),
            () -> List.of("Vận động ủng hộ Quỹ Vì người nghèo"));

    @Test
    void an_attachment_counts_for_keywords_and_not_for_unwanted_ones_places_and_topics() {
        assertThat(ARTICLE.isNamedBy(Kind.KEYWORD, "vi nguoi ngheo")).isTrue();
        assertThat(ARTICLE.isNamedBy(Kind.EXCLUDE, "vi nguoi ngheo")).isFalse();
        assertThat(ARTICLE.isNamedBy(Kind.KEYWORD, "bau cu")).isFalse();
    }

    private static Subscription to(Kind kind, String value) {
        return new Subscription(1, kind, value, value);
    }

    private static boolean hears(Subscription... subscriptions) {
        return SubscriptionRule.hears(ARTICLE, Arrays.asList(subscriptions));
    }

    @Test
    void a_chat_hears_what_one_of_its_subscriptions_names() {
        assertThat(hears(to(Kind.SOURCE, "b"), to(Kind.CATEGORY, "van hoa"))).isTrue();
        assertThat(hears(to(Kind.SOURCE, "a"))).isTrue();
        assertThat(hears(to(Kind.ALL, ""))).isTrue();
    }

    @Test
    void a_chat_hears_nothing_that_none_of_its_subscriptions_names() {
        assertThat(hears()).isFalse();
        assertThat(hears(to(Kind.SOURCE, "b"), to(Kind.KEYWORD, "tap huan"))).isFalse();
        assertThat(hears(to(Kind.EXCLUDE, "tap huan"))).isFalse();
    }

    @Test
    void an_exclusion_that_names_an_article_keeps_it_away_whatever_else_names_it() {
        assertThat(hears(to(Kind.ALL, ""), to(Kind.KEYWORD, "bong da"), to(Kind.EXCLUDE, "bong da")))
                .isFalse();
        assertThat(hears(to(Kind.ALL, ""), to(Kind.EXCLUDE, "tap huan"))).isTrue();
    }
}
