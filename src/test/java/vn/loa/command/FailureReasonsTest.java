package vn.loa.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.loa.model.FormerMessageId;
import vn.loa.phrases.Phrases;

/** The words in which people are told why something did not arrive. */
class FailureReasonsTest {
    private static final String PHRASE = "dead.cause.";

    /** As the channels and the ledger write them down. */
    static List<String> reasons() {
        return List.of(
                "Bad Request: chat not found",
                "Bad Request: PEER_ID_INVALID",
                "Bad Request: group chat was deactivated",
                "Forbidden: bot was blocked by the user",
                "Forbidden: user is deactivated",
                "Forbidden: bot can't initiate conversation with a user",
                "Forbidden: bot can't send messages to bots",
                "Forbidden: bot was kicked from the supergroup chat",
                "Forbidden: bot is not a member of the channel chat",
                "Forbidden: the group chat was deleted",
                "Bad Request: not enough rights to send text messages to the chat",
                "Bad Request: have no rights to send a message",
                "Bad Request: CHAT_WRITE_FORBIDDEN",
                "Bad Request: need administrator rights in the channel chat",
                "Bad Request: CHAT_RESTRICTED",
                "Bad Request: CHAT_SEND_PLAIN_FORBIDDEN",
                "Bad Request: can't parse entities: unsupported start tag",
                "Bad Request: message is too long",
                "Bad Request: message text is empty",
                "Bad Request: BUTTON_DATA_INVALID",
                "Bad Request: wrong file identifier/HTTP URL specified",
                "Bad Request: message can't be deleted for everyone",
                "Unauthorized",
                "no connection: connect timed out",
                "may have arrived: SocketTimeoutException: timeout",
                "cannot be worded: IllegalStateException",
                "channel failed: NullPointerException",
                "withdrawn by the portal before it was sent",
                "recalled by its author",
                "declined by an operator",
                "stopped by an operator",
                "the bot was removed or blocked",
                "moved to -1001",
                "the chat moved twice",
                "told before the chat moved",
                FormerMessageId.REASON,
                "interrupted while sending",
                "the quota is spent",
                "the Official Account is disabled: ask Zalo why",
                "the Official Account is not verified",
                "the person has not written for 7 days",
                "the Official Account is not in the group",
                "the person has restricted messages",
                "Too Many Requests: retry after 5",
                "against Zalo's policy",
                "the bot does not run",
                "did not arrive in time",
                "only the beginning arrived",
                "a webhook of somebody takes the updates of this bot: https://x.vn",
                "the Official Account is disabled: ask Zalo",
                "not written down: SQLITE_FULL");
    }

    @Test
    void every_cause_has_a_phrase_and_every_phrase_a_cause() {
        Set<String> causes = reasons().stream()
                .map(reason -> PHRASE + FailureReasons.cause(reason).orElseThrow())
                .collect(Collectors.toSet());
        causes.add(PHRASE + "OTHER");

        assertThat(causes)
                .containsExactlyInAnyOrderElementsOf(Phrases.vietnamese().keys().stream()
                        .filter(key -> key.startsWith(PHRASE))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void no_reason_that_is_written_down_is_told_in_english(String reason) {
        assertThat(FailureReasons.cause(reason)).isPresent();
    }
}
