package vn.loa.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditEphemeralMessageText;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageCaption;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboardMarkup;
import vn.loa.model.Bot;
import vn.loa.model.Button;
import vn.loa.model.ChatAddress;
import vn.loa.model.Media;
import vn.loa.model.OutgoingMessage;
import vn.loa.model.ReplyTarget;
import vn.loa.model.RichText;
import vn.loa.telegram.api.TelegramCalls;
import vn.loa.telegram.incoming.ChannelChoice;
import vn.loa.telegram.incoming.EphemeralMessages;

/** A message in the form that Telegram takes. */
final class TelegramForm {
    /** Bot API, sendMessage: 4096 characters after entities are parsed. */
    static final int TEXT_LIMIT = 4096;
    /** Bot API, sendPhoto: 1024 characters after entities are parsed. */
    static final int CAPTION_LIMIT = 1024;

    /** As the documentation writes it; TelegramBots' own constant is in lower case. */
    private static final String HTML = "HTML";

    private final OutgoingMessage message;
    private final Keyboard keyboard;
    private final RichText text;

    TelegramForm(OutgoingMessage message) {
        this.message = message;
        this.keyboard = new Keyboard(message.buttons());
        this.text = withRefusedLinks();
    }

    private RichText withRefusedLinks() {
        if (keyboard.refusedLinks().isEmpty()) {
            return message.text();
        }
        RichText.Builder whole = RichText.builder().append(message.text());
        for (Button.Link link : keyboard.refusedLinks()) {
            whole.plain("\n" + link.label() + ": " + link.url());
        }
        return whole.build();
    }

    /**
     * Returns the media that is sent with the text as its caption, when this bot can send it and the text fits under
     * it.
     *
     * @param pictures whether pictures from the web are sent
     */
    Optional<Media> media(Bot bot, boolean pictures) {
        return message.media().filter(media -> text.length() <= CAPTION_LIMIT && sendable(media, bot, pictures));
    }

    private static boolean sendable(Media media, Bot bot, boolean pictures) {
        if (media instanceof Media.WebPhoto photo) {
            return pictures && fromWeb(photo.address());
        }
        if (media instanceof Media.Album album) {
            return album.files().get(0).bot().equals(bot);
        }
        return !(media instanceof Media.Kept kept) || kept.bot().equals(bot);
    }

    private static boolean fromWeb(URI address) {
        return address.getScheme() != null
                && address.getScheme().toLowerCase(Locale.ROOT).startsWith("http");
    }

    SendMessage asText(ChatAddress to) {
        RichText shown = text.abridged(TEXT_LIMIT);
        SendMessage request = new SendMessage(to.chatId(), written(shown));
        request.setParseMode(parseMode(shown));
        request.setMessageThreadId(topic(to));
        request.setLinkPreviewOptions(preview());
        request.setDisableNotification(muted());
        request.setProtectContent(guarded());
        request.setReplyParameters(answered());
        Optional<ReplyKeyboardMarkup> choice = message.wishes().contains(OutgoingMessage.Wish.CHOOSE_CHANNEL)
                ? ChannelChoice.keyboard(message.buttons())
                : Optional.empty();
        choice.ifPresentOrElse(request::setReplyMarkup, () -> keyboard.markup().ifPresent(request::setReplyMarkup));
        return request;
    }

    SendDocument asDocument(ChatAddress to, Media document) {
        SendDocument request = new TelegramCalls.Document(to.chatId(), file(document));
        request.setCaption(written(text));
        request.setParseMode(parseMode(text));
        request.setMessageThreadId(topic(to));
        request.setDisableNotification(muted());
        request.setProtectContent(guarded());
        request.setReplyParameters(answered());
        keyboard.markup().ifPresent(request::setReplyMarkup);
        return request;
    }

    SendPhoto asPhoto(ChatAddress to, Media photo) {
        SendPhoto request = new TelegramCalls.Photo(to.chatId(), file(photo));
        request.setCaption(written(text));
        request.setParseMode(parseMode(text));
        request.setMessageThreadId(topic(to));
        request.setDisableNotification(muted());
        request.setProtectContent(guarded());
        request.setReplyParameters(answered());
        keyboard.markup().ifPresent(request::setReplyMarkup);
        return request;
    }

    /** Returns the parameters of an album, with the text under its first file (Bot API, sendMediaGroup). */
    ObjectNode asAlbum(ChatAddress to, Media.Album album) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("chat_id", to.chatId());
        if (to.inTopic()) {
            body.put("message_thread_id", Integer.valueOf(to.topicId()));
        }
        ArrayNode files = body.putArray("media");
        for (Media.Kept file : album.files()) {
            String type = file.form() == Media.Kept.Form.DOCUMENT ? "document" : "photo";
            ObjectNode each = files.addObject().put("type", type).put("media", file.fileId());
            if (files.size() == 1 && text.length() > 0) {
                each.put("caption", written(text));
                Optional.ofNullable(parseMode(text)).ifPresent(mode -> each.put("parse_mode", mode));
            }
        }
        Optional.ofNullable(muted()).ifPresent(muted -> body.put("disable_notification", muted));
        Optional.ofNullable(guarded()).ifPresent(guarded -> body.put("protect_content", guarded));
        Optional.ofNullable(answered())
                .ifPresent(target -> body.putObject("reply_parameters")
                        .put("message_id", target.getMessageId())
                        .put("allow_sending_without_reply", true));
        return body;
    }

    private static InputFile file(Media media) {
        if (media instanceof Media.Kept kept) {
            return new InputFile(kept.fileId());
        }
        return media instanceof Media.Made made
                ? new InputFile(new ByteArrayInputStream(made.content()), made.name())
                : new InputFile(((Media.WebPhoto) media).address().toASCIIString());
    }

    EditEphemeralMessageText ephemeralEdit(ChatAddress to, EphemeralMessages.Place place) {
        RichText shown = text.abridged(TEXT_LIMIT);
        return EditEphemeralMessageText.builder()
                .chatId(to.chatId())
                .receiverUserId(place.personId())
                .ephemeralMessageId(place.number())
                .text(written(shown))
                .parseMode(parseMode(shown))
                .linkPreviewOptions(preview())
                .replyMarkup(keyboard.markup().orElse(null))
                .build();
    }

    EditMessageText textEdit(ChatAddress to, int messageId) {
        RichText shown = text.abridged(TEXT_LIMIT);
        return EditMessageText.builder()
                .chatId(to.chatId())
                .messageId(messageId)
                .text(written(shown))
                .parseMode(parseMode(shown))
                .linkPreviewOptions(preview())
                .replyMarkup(keyboard.markup().orElse(null))
                .build();
    }

    EditMessageCaption captionEdit(ChatAddress to, int messageId) {
        RichText shown = text.abridged(CAPTION_LIMIT);
        return EditMessageCaption.builder()
                .chatId(to.chatId())
                .messageId(messageId)
                .caption(written(shown))
                .parseMode(parseMode(shown))
                .replyMarkup(keyboard.markup().orElse(null))
                .build();
    }

    /** Nothing is said of it where it is not wanted, which is the platform's own default. */
    private @Nullable Boolean muted() {
        return message.muted() ? Boolean.TRUE : null;
    }

    private @Nullable Boolean guarded() {
        return message.wishes().contains(OutgoingMessage.Wish.PROTECT) ? Boolean.TRUE : null;
    }

    boolean pinned() {
        return message.wishes().contains(OutgoingMessage.Wish.PIN);
    }

    /** Words that were deleted meanwhile are answered all the same. */
    private @Nullable ReplyParameters answered() {
        return message.replyTo()
                .flatMap(ReplyTarget::messageId)
                .filter(id -> id.matches("[1-9]\\d{0,8}"))
                .map(id -> ReplyParameters.builder()
                        .messageId(Integer.valueOf(id))
                        .allowSendingWithoutReply(true)
                        .build())
                .orElse(null);
    }

    private static @Nullable Integer topic(ChatAddress to) {
        return to.inTopic() ? Integer.valueOf(to.topicId()) : null;
    }

    private static String written(RichText shown) {
        return TelegramHtml.bare(shown) ? TelegramHtml.clean(shown.text()) : TelegramHtml.html(shown);
    }

    private static @Nullable String parseMode(RichText shown) {
        return TelegramHtml.bare(shown) ? null : HTML;
    }

    private LinkPreviewOptions preview() {
        LinkPreviewOptions options = new LinkPreviewOptions();
        options.setIsDisabled(message.preview().isEmpty());
        message.preview().ifPresent(address -> {
            options.setUrlField(address.toASCIIString());
            options.setPreferSmallMedia(true);
        });
        return options;
    }
}
