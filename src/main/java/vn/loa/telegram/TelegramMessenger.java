package vn.loa.telegram;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;
import org.telegram.telegrambots.meta.api.methods.pinnedmessages.PinChatMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import vn.loa.delivery.channel.Capabilities;
import vn.loa.delivery.channel.Messenger;
import vn.loa.delivery.channel.SendResult;
import vn.loa.model.Bot;
import vn.loa.model.Button;
import vn.loa.model.ChatAddress;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.telegram.api.FloodScope;
import vn.loa.telegram.api.TelegramAccount;
import vn.loa.telegram.api.TelegramCalls;
import vn.loa.telegram.api.TelegramErrors;
import vn.loa.telegram.api.TelegramErrors.Errand;
import vn.loa.telegram.api.TelegramOptions;
import vn.loa.telegram.incoming.BotSelf;
import vn.loa.telegram.incoming.EphemeralMessages;

/** One Telegram bot as a {@link Messenger}. Each call is one request on the caller's thread; callers may be many. */
final class TelegramMessenger implements Messenger {
    private static final Logger log = LoggerFactory.getLogger(TelegramMessenger.class);

    private final TelegramAccount account;
    private final TelegramOptions options;
    private final TelegramCalls calls;
    private final TelegramErrors errors;
    private final FloodScope flood;
    private final EphemeralMessages ephemeral;

    TelegramMessenger(TelegramAccount account, TelegramOptions options, TelegramCalls calls) {
        this.account = account;
        this.options = options;
        this.calls = calls;
        this.errors = new TelegramErrors(account.token());
        this.flood = new FloodScope();
        this.ephemeral = new EphemeralMessages(calls, errors);
    }

    @Override
    public Bot bot() {
        return account.bot();
    }

    @Override
    public Capabilities capabilities() {
        int caption = options.pictures() ? TelegramForm.CAPTION_LIMIT : 0;
        return new Capabilities(TelegramForm.TEXT_LIMIT, caption, true, true, true, true, options.rates());
    }

    @Override
    public SendResult send(ChatAddress to, OutgoingMessage message) {
        if (to.inTopic() && !isNumber(to.topicId())) {
            return new SendResult.PartRefused(SendResult.PartRefused.Part.TOPIC, "no such topic");
        }
        TelegramForm form = new TelegramForm(message);
        SendResult result = form.media(account.bot(), options.pictures())
                .map(media -> attempt(to, Errand.PHOTO, () -> send(to, form, media)))
                .orElseGet(() -> attempt(to, Errand.TEXT, () -> send(form.asText(to), message)));
        if (form.pinned() && result instanceof SendResult.Sent sent) {
            pin(to, sent.messageId().split(" ")[0]);
        }
        return result;
    }

    /** The message has arrived; that it cannot be pinned, for want of the right, changes nothing. */
    private void pin(ChatAddress to, String messageId) {
        try {
            calls.call(PinChatMessage.builder()
                    .chatId(to.chatId())
                    .messageId(Integer.parseInt(messageId))
                    .disableNotification(true)
                    .build());
        } catch (TelegramApiException | RuntimeException e) {
            log.info("{}: message {} is not pinned: {}", to, messageId, errors.told(e));
        }
    }

    private String send(ChatAddress to, TelegramForm form, Media media) throws TelegramApiException {
        if (media instanceof Media.Album album) {
            return new TelegramAlbum(calls).send(to, form, album);
        }
        long id = isDocument(media) ? calls.call(form.asDocument(to, media)) : calls.call(form.asPhoto(to, media));
        return Long.toString(id);
    }

    private String send(SendMessage text, OutgoingMessage message) throws TelegramApiException {
        Optional<String> forOne = ephemeral.send(text, message.replyTo());
        return forOne.isPresent() ? forOne.get() : Integer.toString(TelegramCalls.messageId(calls.call(text)));
    }

    private static boolean isDocument(Media media) {
        return (media instanceof Media.Kept kept && kept.form() == Media.Kept.Form.DOCUMENT)
                || (media instanceof Media.Made made && made.form() == Media.Kept.Form.DOCUMENT);
    }

    @Override
    public SendResult edit(ChatAddress to, String messageId, OutgoingMessage message) {
        TelegramForm form = new TelegramForm(message);
        Optional<EphemeralMessages.Place> place = EphemeralMessages.Place.of(messageId);
        if (place.isPresent()) {
            return attempt(to, Errand.EDIT, () -> {
                modify(form.ephemeralEdit(to, place.get()));
                return messageId;
            });
        }
        if (!isNumber(messageId)) {
            return new SendResult.Rejected("no such message");
        }
        int id = Integer.parseInt(messageId);
        BotApiMethod<?> text = form.textEdit(to, id);
        BotApiMethod<?> caption = form.captionEdit(to, id);
        boolean picture = form.media(account.bot(), options.pictures()).isPresent();
        return attempt(to, Errand.EDIT, () -> {
            change(picture ? caption : text, picture ? text : caption);
            return messageId;
        });
    }

    @Override
    public SendResult relabel(ChatAddress to, String messageId, List<List<Button>> buttons) {
        if (!isNumber(messageId)) {
            return new SendResult.Rejected("no such message");
        }
        int id = Integer.parseInt(messageId);
        BotApiMethod<?> edit = EditMessageReplyMarkup.builder()
                .chatId(to.chatId())
                .messageId(id)
                .replyMarkup(new Keyboard(buttons).markup().orElse(null))
                .build();
        return attempt(to, Errand.EDIT, () -> {
            modify(edit);
            return messageId;
        });
    }

    /** Bot API, deleteMessage: within 48 hours. Of several parts all are tried, and the first refusal is told. */
    @Override
    public SendResult delete(ChatAddress to, String messageId) {
        SendResult result = new SendResult.Sent(messageId);
        for (String part : messageId.split(" ")) {
            SendResult deleted = deleteOne(to, part);
            result = deleted instanceof SendResult.Sent || !(result instanceof SendResult.Sent) ? result : deleted;
        }
        return result;
    }

    private SendResult deleteOne(ChatAddress to, String messageId) {
        if (!isNumber(messageId)) {
            return new SendResult.Rejected("no such message");
        }
        return attempt(to, Errand.EDIT, () -> {
            try {
                calls.call(new DeleteMessage(to.chatId(), Integer.parseInt(messageId)));
            } catch (TelegramApiException e) {
                if (!TelegramErrors.deleted(e)) {
                    throw e;
                }
            }
            return messageId;
        });
    }

    @Override
    public SendResult ping() {
        try {
            return new SendResult.Sent(Long.toString(BotSelf.ask(calls).id()));
        } catch (TelegramApiException e) {
            return errors.read(e, Errand.PING);
        }
    }

    @Override
    public boolean confirms(ChatAddress chat) {
        try {
            return calls.call(new GetChat(chat.chatId())).isObject();
        } catch (TelegramApiException e) {
            log.info("{}: {} is not confirmed: {}", account.bot(), chat, errors.told(e));
            return false;
        }
    }

    private static boolean isNumber(String id) {
        return id.matches("\\d{1,9}");
    }

    /** A call that gives the number of the message it made or changed. */
    private interface Sending {
        String messageId() throws TelegramApiException;
    }

    private SendResult attempt(ChatAddress to, Errand errand, Sending sending) {
        try {
            return new SendResult.Sent(sending.messageId());
        } catch (TelegramApiException e) {
            return scoped(to, errors.read(e, errand));
        } catch (RuntimeException e) {
            log.error("{}: a message could not be put into Telegram's form", account.bot(), e);
            return TelegramErrors.unwritable(errand);
        }
    }

    private SendResult scoped(ChatAddress to, SendResult result) {
        return result instanceof SendResult.RetryAfter later && later.scope() == SendResult.RetryAfter.Scope.CHAT
                ? new SendResult.RetryAfter(later.duration(), flood.of(to.chatId()))
                : result;
    }

    /** An edit is refused before anything changes when the message has the other form, so trying both is safe. */
    private void change(BotApiMethod<?> likely, BotApiMethod<?> other) throws TelegramApiException {
        try {
            modify(likely);
        } catch (TelegramApiException e) {
            if (!TelegramErrors.wrongForm(e)) {
                throw e;
            }
            modify(other);
        }
    }

    private void modify(BotApiMethod<?> edit) throws TelegramApiException {
        try {
            calls.call(edit);
        } catch (TelegramApiException e) {
            if (!TelegramErrors.unmodified(e)) {
                throw e;
            }
        }
    }
}
