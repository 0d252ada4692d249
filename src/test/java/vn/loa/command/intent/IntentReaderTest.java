package vn.loa.command.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people write, and what they mean by it. */
class IntentReaderTest {
    private static final IntentReader READER = IntentReader.standard();

    static Stream<SpokenCase> sentences() {
        return Stream.of(
                        "sentences.txt",
                        "sentences-unseen.txt",
                        "sentences-more.txt",
                        "sentences-daily.txt",
                        "sentences-village.txt",
                        "sentences-hamlet.txt",
                        "sentences-commune.txt",
                        "sentences-clerks.txt",
                        "sentences-days.txt")
                .flatMap(SpokenCase::read);
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void a_sentence_is_understood_as_it_is_meant(SpokenCase said) {
        String told = SpokenCase.told(READER.read(said.text()));
        assertThat(said.expected().equals("offer") ? told.split(" ")[0] : told).isEqualTo(said.expected());
    }

    static Stream<SpokenCase> answers() {
        return Stream.of(
                        "acknowledgements.txt",
                        "acknowledgements-unseen.txt",
                        "acknowledgements-more.txt",
                        "acknowledgements-daily.txt",
                        "acknowledgements-village.txt",
                        "acknowledgements-hamlet.txt",
                        "acknowledgements-commune.txt",
                        "acknowledgements-officials.txt",
                        "acknowledgements-ward.txt",
                        "acknowledgements-cooperative.txt",
                        "acknowledgements-neighbours.txt",
                        "acknowledgements-unheard.txt",
                        "acknowledgements-market.txt",
                        "acknowledgements-clerks.txt")
                .flatMap(SpokenCase::read);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void an_answer_counts_when_it_says_yes(SpokenCase said) {
        AcknowledgementReader.Answer answer = READER.acknowledgements().read(said.text());
        assertThat((answer.acknowledges() ? "yes" : "no")
                        + answer.unit().map(unit -> " " + unit).orElse(""))
                .isEqualTo(said.expected());
    }
}
