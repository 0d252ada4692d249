package vn.loa.command;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.command.CommandHarness.OPERATOR;
import static vn.loa.command.CommandHarness.text;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.command.intent.IntentReader;
import vn.loa.command.intent.SpokenCase;
import vn.loa.model.Access;
import vn.loa.model.Button;
import vn.loa.model.Cadence;
import vn.loa.model.ChatKind;
import vn.loa.model.Source;
import vn.loa.model.Subscription;
import vn.loa.store.article.SourceStore;
import vn.loa.store.chat.SubscriptionStore;
import vn.loa.text.Folding;

/** Follows what village officials write all the way to the answer: it does what was meant, or a button of it does. */
class SpokenWishTest {
    private static final IntentReader READER = IntentReader.standard();

    /** The longest part of a sentence that is repeated. */
    private static final int REPEATED = 100;

    @TempDir
    private static Path folder;

    private static CommandHarness desk;
    private static int people = 100;

    @BeforeAll
    static void open() {
        desk = new CommandHarness(folder, Access.OPEN, OPERATOR);
        new SourceStore(desk.database)
                .syncConfigured(List.of(source("px", "Phú Xuyên · Văn hóa"), source("vhxh", "Văn hóa - Xã hội")));
    }

    private static Source source(String id, String name) {
        URI address = URI.create("http://phuxuyen.hanoi.gov.vn/" + id);
        return new Source(id, name, address, "hanoi62", new Cadence.Every(Duration.ofMinutes(10)), Map.of(), Set.of());
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    static Stream<SpokenCase> said() {
        return Stream.of(
                        "sentences-officials.txt",
                        "sentences-ward.txt",
                        "sentences-cooperative.txt",
                        "sentences-elders.txt",
                        "sentences-neighbours.txt",
                        "sentences-unheard.txt",
                        "sentences-market.txt")
                .flatMap(SpokenCase::read);
    }

    @ParameterizedTest
    @MethodSource("said")
    void a_sentence_does_what_it_means_or_a_button_of_its_answer_does(SpokenCase said) {
        CommandHarness.Voice an = voice(said);
        an.says("/theodoi +bóng đá");
        String words = said.text().replace("@{bot}", "").strip();
        Reply reply = an.tells(words);
        String answer = text(reply);
        if (!said.intent().equals("follow")) {
            assertThat(followed(an)).as("nothing else is followed").isSubsetOf("bong da");
        }
        if (holds(answer, said)) {
            boolean read = !words.startsWith("/") && READER.read(words).sure();
            assertThat(read ? SpokenCase.told(READER.read(words)) : said.expected())
                    .isEqualTo(said.expected());
        } else {
            if (answer.startsWith("Tôi chưa hiểu") || answer.startsWith("Có phải")) {
                assertThat(answer).contains(words.length() > REPEATED ? words.substring(0, REPEATED - 1) : words);
                assertThat(buttons(reply)).hasSizeBetween(3, 6);
            }
            List<String> offered = new ArrayList<>();
            buttons(reply).stream()
                    .filter(button -> carries(button, said))
                    .forEach(button -> offered.add(text(an.presses(button.data()))));
            assertThat(offered).as(answer + " " + buttons(reply)).anyMatch(each -> holds(each, said));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "theo dõi cả xã Phú Xuyên và xã Chuyên Mỹ",
                "đăng ký nhận tin xã Đại Xuyên với xã Chuyên Mỹ",
                "theo dõi tập huấn và bầu cử"
            })
    void several_things_at_once_are_offered_one_by_one(String words) {
        CommandHarness.Voice an = desk.alone(Integer.toString(people++));
        Reply reply = an.tells(words);
        assertThat(followed(an)).isEmpty();
        buttons(reply).stream().limit(2).forEach(button -> an.presses(button.data()));
        assertThat(followed(an)).as(text(reply)).hasSize(2);
    }

    private static CommandHarness.Voice voice(SpokenCase said) {
        if (said.intent().startsWith("report") || said.intent().equals("announce")) {
            return desk.alone("1");
        }
        String user = Integer.toString(people++);
        return said.text().contains("@{bot}")
                ? desk.voice(user, "-" + user, ChatKind.SUPERGROUP, true)
                : desk.alone(user);
    }

    private static List<String> followed(CommandHarness.Voice an) {
        return new SubscriptionStore(desk.database)
                .of(an.chat().id()).stream().map(Subscription::value).toList();
    }

    private static boolean carries(Button.Action button, SpokenCase said) {
        return said.slot().isEmpty()
                || said.slot().contains("=")
                || said.intent().equals("times")
                || said.intent().equals("latest-period")
                || Folding.fold(button.data()).contains(Folding.fold(said.slot()));
    }

    private static boolean holds(String answer, SpokenCase said) {
        return IntentAnswers.does(answer, said.intent());
    }

    private static List<Button.Action> buttons(Reply reply) {
        return reply.messages().stream()
                .flatMap(message -> CommandHarness.buttons(message).stream())
                .toList();
    }
}
