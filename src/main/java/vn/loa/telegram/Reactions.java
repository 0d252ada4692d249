package vn.loa.telegram;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.reactions.SetMessageReaction;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionType;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionTypeEmoji;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import vn.loa.telegram.api.TelegramCalls;
import vn.loa.telegram.api.TelegramErrors;

/** Shows a person that an answer in words was counted, by a reaction to it: that costs no message. */
final class Reactions {
    private static final Logger log = LoggerFactory.getLogger(Reactions.class);
    /** Bot API, ReactionTypeEmoji: one of those that every chat may allow. */
    private static final String AGREED = "👍";

    private final TelegramCalls calls;
    private final TelegramErrors errors;

    Reactions(TelegramCalls calls, TelegramErrors errors) {
        this.calls = calls;
        this.errors = errors;
    }

    /** Sets the reaction; a chat that allows none goes without. */
    void agree(String chatId, String messageId) {
        if (!messageId.matches("[1-9]\\d{0,8}")) {
            return;
        }
        ReactionType thumb = ReactionTypeEmoji.builder().emoji(AGREED).build();
        try {
            calls.call(SetMessageReaction.builder()
                    .chatId(chatId)
                    .messageId(Integer.valueOf(messageId))
                    .reactionTypes(List.of(thumb))
                    .build());
        } catch (TelegramApiException e) {
            log.info("an answer that was counted got no reaction: {}", errors.told(e));
        }
    }
}
