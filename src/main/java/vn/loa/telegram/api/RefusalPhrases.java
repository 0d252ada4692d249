package vn.loa.telegram.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import vn.loa.delivery.channel.SendResult;
import vn.loa.delivery.channel.SendResult.PartRefused.Part;

/**
 * Knows the phrases of Telegram's refusals, which are matched without case, as they are collected in the Bot API's public
 * error lists (github.com/vrumger/telegram-errors, github.com/TelegramBotAPI/errors). The first that fits counts.
 */
final class RefusalPhrases {
    private record Rule(String phrase, Function<String, SendResult> meaning) {}

    private static final List<Rule> EVERYWHERE = List.of(
            notFound("chat not found"),
            notFound("peer_id_invalid"),
            notFound("chat_id_invalid"),
            notFound("channel_invalid"),
            notFound("user not found"),
            notFound("user_id_invalid"),
            // Without the new id, which a service message may still tell.
            notFound("upgraded to a supergroup"),
            gone("group chat was deactivated"),
            gone("channel_private"),
            gone("bot was blocked by the user"),
            gone("user_is_blocked"),
            gone("user is deactivated"),
            gone("input_user_deactivated"),
            gone("bot can't initiate conversation"),
            gone("bot can't send messages to bots"),
            gone("bot was kicked from"),
            gone("bot is not a member of"),
            gone("the group chat was deleted"),
            refused("message thread not found", Part.TOPIC),
            refused("message_thread", Part.TOPIC),
            refused("topic", Part.TOPIC),
            refused("not a forum", Part.TOPIC),
            refused("forum_missing", Part.TOPIC),
            refused("can't parse entities", Part.FORMATTING),
            refused("entity_", Part.FORMATTING),
            refused("entities_", Part.FORMATTING),
            forbidden("not enough rights"),
            forbidden("have no rights to send"),
            forbidden("have no write access"),
            forbidden("need administrator rights"),
            forbidden("user_banned_in_channel"),
            forbidden("chat_guest_send_forbidden"),
            forbidden("chat_write_forbidden"),
            forbidden("chat_restricted"),
            forbidden("chat_admin_required"),
            forbidden("payment_required"),
            forbidden("premium_required"),
            forbidden("chat_send_"));
    private static final List<Rule> FOR_PHOTOS = List.of(
            refused("not enough rights to send photos", Part.PHOTO),
            refused("not enough rights to send media", Part.PHOTO),
            refused("not enough rights to send documents", Part.PHOTO),
            refused("chat_send_photos_forbidden", Part.PHOTO),
            refused("chat_send_media_forbidden", Part.PHOTO),
            refused("chat_send_docs_forbidden", Part.PHOTO),
            refused("wrong file identifier", Part.PHOTO),
            refused("wrong remote file identifier", Part.PHOTO),
            refused("wrong http url specified", Part.PHOTO),
            refused("wrong type of the web page content", Part.PHOTO),
            refused("failed to get http url content", Part.PHOTO),
            refused("can't upload file by url", Part.PHOTO),
            refused("file is too big", Part.PHOTO),
            refused("webpage_curl_failed", Part.PHOTO),
            refused("webpage_media_empty", Part.PHOTO),
            refused("image_process_failed", Part.PHOTO),
            refused("photo_", Part.PHOTO));

    private RefusalPhrases() {}

    private static Rule gone(String phrase) {
        return new Rule(phrase, SendResult.ChatGone::new);
    }

    private static Rule notFound(String phrase) {
        return new Rule(phrase, SendResult.ChatNotFound::new);
    }

    private static Rule forbidden(String phrase) {
        return new Rule(phrase, SendResult.WriteForbidden::new);
    }

    private static Rule refused(String phrase, Part part) {
        return new Rule(phrase, reason -> new SendResult.PartRefused(part, reason));
    }

    /** Returns what a refusal of a picture means; empty when no phrase about pictures is known in it. */
    static Optional<SendResult> ofPhoto(String reason) {
        return match(FOR_PHOTOS, reason);
    }

    /** Returns what a refusal of whatever was sent means; empty when no phrase is known in it. */
    static Optional<SendResult> ofAnything(String reason) {
        return match(EVERYWHERE, reason);
    }

    private static Optional<SendResult> match(List<Rule> rules, String reason) {
        String words = reason.toLowerCase(Locale.ROOT);
        return rules.stream()
                .filter(rule -> words.contains(rule.phrase()))
                .findFirst()
                .map(rule -> rule.meaning().apply(reason));
    }
}
