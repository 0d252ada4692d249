package vn.loa.store.delivery;

import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.model.FormerMessageId;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.ReplyTarget;
import vn.loa.store.Columns;
import vn.loa.store.message.StoredMessage;

/** The form in which an answer stands in the database: the message, what it answers, and the file that Loa made for it. */
public record StoredAnswer(
        StoredMessage message,
        @Nullable StoredTarget target,
        @Nullable StoredMade made) {
    record StoredTarget(
            @Nullable String messageId,
            @Nullable String onlyFor,
            @Nullable String pressId) {
        ReplyTarget target() {
            return new ReplyTarget(
                    Optional.ofNullable(messageId), Optional.ofNullable(onlyFor), Optional.ofNullable(pressId));
        }
    }

    record StoredMade(Media.Kept.Form form, String name, String content) {}

    /** Returns an answer as text; {@link #read} gives one that equals it, but for its sound. */
    public static String write(OutgoingMessage answer) {
        Optional<Media.Made> made =
                answer.media().filter(Media.Made.class::isInstance).map(Media.Made.class::cast);
        OutgoingMessage kept = made.isPresent() ? answer.withoutMedia() : answer;
        return Columns.json(new StoredAnswer(
                StoredMessage.of(kept),
                answer.replyTo().map(StoredAnswer::stored).orElse(null),
                made.map(StoredAnswer::stored).orElse(null)));
    }

    private static StoredTarget stored(ReplyTarget target) {
        return new StoredTarget(
                target.messageId().orElse(null),
                target.onlyFor().orElse(null),
                target.pressId().orElse(null));
    }

    private static StoredMade stored(Media.Made made) {
        return new StoredMade(made.form(), made.name(), Base64.getEncoder().encodeToString(made.content()));
    }

    /** Returns an answer, as text, to words that stayed where its chat was before. */
    public static String fromFormerChat(String json, String formerChat) {
        StoredAnswer stored;
        try {
            stored = Columns.fromJson(json, StoredAnswer.class);
        } catch (RuntimeException e) {
            // It cannot be given either, and must not keep its chat from moving.
            return json;
        }
        StoredTarget target = stored.target();
        if (target == null || target.messageId() == null) {
            return json;
        }
        String former = FormerMessageId.of(formerChat, target.messageId());
        return Columns.json(new StoredAnswer(
                stored.message(), new StoredTarget(former, target.onlyFor(), target.pressId()), stored.made()));
    }

    /**
     * Reads what {@link #write} has written.
     *
     * @throws RuntimeException when the text is nothing of the kind
     */
    public static OutgoingMessage read(String json) {
        StoredAnswer stored = Columns.fromJson(json, StoredAnswer.class);
        OutgoingMessage message = stored.message().message();
        StoredMade made = stored.made();
        if (made != null) {
            byte[] content = Base64.getDecoder().decode(made.content());
            message = message.withMedia(new Media.Made(made.form(), made.name(), content));
        }
        StoredTarget target = stored.target();
        return target == null ? message : message.inReplyTo(target.target());
    }
}
