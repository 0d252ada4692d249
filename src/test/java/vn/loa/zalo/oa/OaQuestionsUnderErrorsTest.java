package vn.loa.zalo.oa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.delivery.channel.SendResult;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.PersonId;
import vn.loa.model.Platform;
import vn.loa.store.chat.RoleStore;
import vn.loa.waiting.TestPatience;

/** Whatever Zalo answers to a question beside the messages, no message suffers from it. */
class OaQuestionsUnderErrorsTest {
    private static final List<Integer> CODES =
            List.of(-32, -201, -202, -211, -213, -216, -217, -218, -219, -224, -227, -230, -240, -320, -999, 7);

    @TempDir
    private Path folder;

    private OaRig rig;

    @BeforeEach
    void start() throws IOException {
        rig = new OaRig(folder);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private void name(String id) {
        try (OaNames names = rig.channel.names(new RoleStore(rig.database), () -> TestPatience.LIMIT)) {
            names.of(new PersonId(Platform.ZALO, id), Optional.of(OaRig.GROUP));
        }
    }

    private void ask(String method) {
        Map<String, Runnable> questions = Map.of(
                "detail", () -> name(OaRig.PERSON),
                "members", () -> name("7"),
                "getoa", () -> rig.channel.identity(),
                "quota-group", () -> rig.channel.groups().places(),
                "quota-message", () -> rig.channel.window().closed(OaRig.person()));
        questions.get(method).run();
    }

    private void survives(String method) {
        assertThatCode(() -> ask(method)).doesNotThrowAnyException();
        rig.zalo.faults().clear();
        assertThat(rig.channel.messenger().send(OaRig.person(), OutgoingMessage.plain("Tin")))
                .isInstanceOf(SendResult.Sent.class);
        assertThat(rig.say("Tin")).isInstanceOf(SendResult.Sent.class);
        rig.pass(Duration.ofDays(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"detail", "members", "getoa", "quota-group", "quota-message"})
    void a_refused_question_harms_no_message(String method) {
        for (int code : CODES) {
            rig.zalo.faults().on(method).refuse(code, "...");
            survives(method);
        }
        for (String body :
                List.of("", "[]", "null", "{}", "<html>", "{\"data\":[]}", "{\"error\":\"x\"}", "{\"error\":0}")) {
            rig.zalo.faults().on(method).body(200, body);
            survives(method);
        }
        rig.zalo.faults().on(method).page(502);
        survives(method);
        rig.zalo.faults().on(method).cutAfter();
        survives(method);
    }
}
