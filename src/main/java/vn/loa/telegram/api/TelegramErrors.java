package vn.loa.telegram.api;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;
import vn.loa.delivery.channel.SendResult;
import vn.loa.delivery.channel.SendResult.PartRefused.Part;
import vn.loa.delivery.channel.SendResult.RetryAfter.Scope;

/**
 * Translates a failed call into a {@link SendResult}. Telegram tells by a code and a phrase, see
 * {@link RefusalPhrases}.
 *
 * <p>Where Telegram says something new: an unknown 400 to a picture refuses the picture, to a text something of it that
 * is not named, so that the words are tried alone; to an edit it is {@link SendResult.Rejected}. An
 * unknown 403 is {@link SendResult.WriteForbidden}, the chat does not want it now, which keeps the chat and asks again
 * later, for closing a chat by mistake would end its news for good; anything that is no clear refusal is
 * {@link SendResult.Unknown} if the request was written and {@link SendResult.NotSent} if it was not.
 */
public final class TelegramErrors {
    /** Names the call that was tried; the same words can mean different things. */
    public enum Errand {
        TEXT,
        PHOTO,
        EDIT,
        PING
    }

    private static final Pattern TOKEN_FORM = Pattern.compile("\\d{6,12}(?::|%3[Aa])[A-Za-z0-9_-]{30,}");
    private static final Pattern RETRY_AFTER = Pattern.compile("retry after (\\d{1,6})");
    /** For example SLOWMODE_WAIT_3 and FLOOD_WAIT_20, in seconds. */
    private static final Pattern NAMED_WAIT = Pattern.compile("_WAIT_(\\d{1,6})");

    /** Statuses with which a gateway turns a picture away: as a bad, too large, too long or unknown body. */
    private static final Set<Integer> UNWANTED_BODY = Set.of(400, 413, 414, 415, 422);

    private static final Duration UNTOLD_WAIT = Duration.ofSeconds(5);
    private static final int LONGEST_REASON = 200;

    private final String token;

    /** @param token kept out of every reason */
    public TelegramErrors(String token) {
        this.token = token;
    }

    /** Returns the meaning of a failed errand for the message. A 429 is given for the chat, see {@link FloodScope}. */
    public SendResult read(Throwable failure, Errand errand) {
        Optional<TelegramApiRequestException> refusal = find(failure, TelegramApiRequestException.class);
        if (refusal.isPresent() && refusal.get().getApiResponse() != null) {
            return refusal(refusal.get(), errand);
        }
        if (find(failure, TelegramApiValidationException.class).isPresent()) {
            return unnamed(safe(failure.getMessage()), errand);
        }
        Optional<ForeignAnswerException> foreign = find(failure, ForeignAnswerException.class);
        if (foreign.isPresent()) {
            return foreign(foreign.get(), errand);
        }
        Optional<NotWrittenException> unwritten = find(failure, NotWrittenException.class);
        return unwritten.isPresent()
                ? new SendResult.NotSent(safe(unwritten.get().getMessage()))
                : new SendResult.Unknown(safe(deepest(failure)));
    }

    /** Returns whether the Bot API read the call and said no to it, for good: no outage, no flood, no token refused. */
    public static boolean refused(Throwable failure) {
        return find(failure, TelegramApiRequestException.class)
                .map(TelegramApiRequestException::getErrorCode)
                .filter(code -> code == 400 || code == 403)
                .isPresent();
    }

    /** Returns whether an edit was refused because nothing would change. */
    public static boolean unmodified(Throwable failure) {
        return says(failure, "message is not modified") || says(failure, "message_not_modified");
    }

    /** Returns whether an edit was refused because the message is a picture and not a text, or the other way round. */
    public static boolean wrongForm(Throwable failure) {
        return says(failure, "there is no text in the message") || says(failure, "there is no caption in the message");
    }

    /** Returns whether a press can no longer be answered. */
    public static boolean tooOld(Throwable failure) {
        return says(failure, "query is too old")
                || says(failure, "query id is invalid")
                || says(failure, "query_id_invalid");
    }

    /** Returns true when a message that was to be deleted is gone already. */
    public static boolean deleted(Throwable failure) {
        return says(failure, "message to delete not found");
    }

    /** The failure in one line without secrets, for a log. */
    public String told(Throwable failure) {
        return find(failure, TelegramApiRequestException.class)
                .filter(refusal -> refusal.getApiResponse() != null)
                .map(refusal -> refusal.getErrorCode() + " " + safe(refusal.getApiResponse()))
                .orElseGet(() -> safe(deepest(failure)));
    }

    private SendResult refusal(TelegramApiRequestException refusal, Errand errand) {
        String reason = safe(refusal.getApiResponse());
        Optional<ResponseParameters> parameters = Optional.ofNullable(refusal.getParameters());
        Optional<Long> movedTo = parameters.map(ResponseParameters::getMigrateToChatId);
        if (movedTo.isPresent()) {
            return new SendResult.ChatMoved(Long.toString(movedTo.get()));
        }
        int code = Optional.ofNullable(refusal.getErrorCode()).orElse(0);
        return switch (code) {
            case 401 -> new SendResult.ChannelDown(reason);
            case 404 -> missing(reason, errand);
            // The request was not read to its end, or not yet.
            case 408, 425 -> new SendResult.NotSent(code + " " + reason);
            case 429 ->
                new SendResult.RetryAfter(
                        wait(parameters.map(ResponseParameters::getRetryAfter), reason),
                        SendResult.RetryAfter.Scope.CHAT);
            case 403 -> byPhrase(reason, errand).orElseGet(() -> forbidden(reason, errand));
            default ->
                code >= 500
                        ? new SendResult.Unknown(code + " " + reason)
                        : byPhrase(reason, errand).orElseGet(() -> unnamed(reason, errand));
        };
    }

    private static Optional<SendResult> byPhrase(String reason, Errand errand) {
        Optional<SendResult> photo = errand == Errand.PHOTO ? RefusalPhrases.ofPhoto(reason) : Optional.empty();
        return photo.or(() -> waiting(reason))
                .or(() -> RefusalPhrases.ofAnything(reason))
                .map(result -> result instanceof SendResult.WriteForbidden ? forbidden(reason, errand) : result);
    }

    /** A chat may take no pictures and still take words; what it says to those is what counts. */
    private static SendResult forbidden(String reason, Errand errand) {
        return errand == Errand.PHOTO
                ? new SendResult.PartRefused(Part.PHOTO, reason)
                : new SendResult.WriteForbidden(reason);
    }

    /** No list of refusals is complete: what is not known refuses the picture, or something of the message. */
    private static SendResult unnamed(String reason, Errand errand) {
        return switch (errand) {
            case PHOTO -> new SendResult.PartRefused(Part.PHOTO, reason);
            case TEXT -> new SendResult.PartRefused(Part.UNKNOWN, reason);
            case EDIT, PING -> new SendResult.Rejected(reason);
        };
    }

    private static Optional<SendResult> waiting(String reason) {
        Matcher wait = NAMED_WAIT.matcher(reason);
        return wait.find()
                ? Optional.of(new SendResult.RetryAfter(
                        Duration.ofSeconds(Math.max(1, Long.parseLong(wait.group(1)))), Scope.CHAT))
                : Optional.empty();
    }

    /** Returns the meaning of a message that could not be put into Telegram's form. */
    public static SendResult unwritable(Errand errand) {
        return unnamed("could not be put into Telegram's form", errand);
    }

    /** Telegram answers every method so when the token is wrong; another server when it lacks one method. */
    private static SendResult missing(String reason, Errand errand) {
        return switch (errand) {
            case PHOTO -> new SendResult.PartRefused(Part.PHOTO, reason);
            case EDIT -> new SendResult.Rejected(reason);
            case TEXT, PING -> new SendResult.ChannelDown(reason);
        };
    }

    private SendResult foreign(ForeignAnswerException answer, Errand errand) {
        String reason = answer.getMessage();
        if (answer.unknownMethod() || answer.status() == 404) {
            return missing(reason, errand);
        }
        if (answer.status() == 429) {
            Duration told = answer.retryAfter();
            return new SendResult.RetryAfter(told.isZero() ? UNTOLD_WAIT : told, Scope.BOT);
        }
        if (errand == Errand.PHOTO && UNWANTED_BODY.contains(answer.status())) {
            return new SendResult.PartRefused(Part.PHOTO, reason);
        }
        // Below 500 a gateway turned the request away; from 500 on it may have passed it first.
        return answer.status() >= 400 && answer.status() < 500
                ? new SendResult.NotSent(reason)
                : new SendResult.Unknown(reason);
    }

    private static Duration wait(Optional<Integer> told, String reason) {
        Matcher words = RETRY_AFTER.matcher(reason.toLowerCase(Locale.ROOT));
        if (told.isEmpty() && !words.find()) {
            return UNTOLD_WAIT;
        }
        long seconds = told.isPresent() ? told.get() : Long.parseLong(words.group(1));
        return Duration.ofSeconds(Math.max(1, seconds));
    }

    private static boolean says(Throwable failure, String phrase) {
        return find(failure, TelegramApiRequestException.class)
                .map(TelegramApiRequestException::getApiResponse)
                .filter(words -> words.toLowerCase(Locale.ROOT).contains(phrase))
                .isPresent();
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < 20; depth++, at = at.getCause()) {
            if (type.isInstance(at)) {
                return Optional.of(type.cast(at));
            }
        }
        return Optional.empty();
    }

    private static String deepest(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at.getCause() != null && depth < 20; depth++) {
            at = at.getCause();
        }
        return at.getMessage() == null
                ? at.getClass().getSimpleName()
                : at.getClass().getSimpleName() + ": " + at.getMessage();
    }

    /** One short line without secrets. */
    String safe(@Nullable String words) {
        String safe = TOKEN_FORM
                .matcher(String.valueOf(words).replace(token, "***"))
                .replaceAll("***")
                .replaceAll("\\s+", " ")
                .strip();
        return safe.length() <= LONGEST_REASON ? safe : safe.substring(0, LONGEST_REASON);
    }
}
