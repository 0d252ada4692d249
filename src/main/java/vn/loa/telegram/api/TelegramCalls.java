package vn.loa.telegram.api;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.objects.ApiResponse;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/**
 * Calls methods of the Bot API through TelegramBots' client, and reads the answers itself. Each call is one HTTP
 * request, on the caller's thread.
 */
public final class TelegramCalls {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OkHttpTelegramClient client;

    public TelegramCalls(OkHttpClient http, TelegramAccount account) {
        this.client = new OkHttpTelegramClient(http, account.token(), TelegramHttp.server(account.apiUrl()));
    }

    /**
     * Calls a method.
     *
     * @return its {@code result}; may be the null node
     * @throws TelegramApiException when it was refused, or no readable answer came; {@link TelegramErrors} tells which
     */
    public JsonNode call(BotApiMethod<?> method) throws TelegramApiException {
        return client.execute(new Read(method)).path("result");
    }

    /** As {@link #call(BotApiMethod)}, for a method that TelegramBots sends as a form. */
    public long call(SendPhoto method) throws TelegramApiException {
        return client.execute(method).getMessageId();
    }

    /** As {@link #call(BotApiMethod)}, for a method that TelegramBots sends as a form. */
    public long call(SendDocument method) throws TelegramApiException {
        return client.execute(method).getMessageId();
    }

    /**
     * An answer's text as an object.
     *
     * @throws TelegramApiRequestException when the Bot API refused, or the text is no answer of it
     */
    public static ObjectNode read(String answer) throws TelegramApiRequestException {
        ObjectNode whole = object(answer);
        if (whole.path("ok").asBoolean()) {
            return whole;
        }
        throw new TelegramApiRequestException("refused", refusal(whole));
    }

    private static ObjectNode object(String answer) throws TelegramApiRequestException {
        try {
            if (JSON.readTree(answer) instanceof ObjectNode whole
                    && whole.path("ok").isBoolean()) {
                return whole;
            }
        } catch (JsonProcessingException e) {
            // The cause would quote the answer.
            throw new TelegramApiRequestException("the answer is no JSON");
        }
        throw new TelegramApiRequestException("the answer is none of the Bot API");
    }

    private static ApiResponse<ObjectNode> refusal(ObjectNode whole) {
        JsonNode given = whole.path("parameters");
        ResponseParameters parameters = new ResponseParameters();
        if (given.hasNonNull("migrate_to_chat_id")) {
            parameters.setMigrateToChatId(given.get("migrate_to_chat_id").asLong());
        }
        if (given.hasNonNull("retry_after")) {
            parameters.setRetryAfter(given.get("retry_after").asInt());
        }
        return ApiResponse.<ObjectNode>builder()
                .ok(false)
                .errorCode(whole.path("error_code").asInt())
                .errorDescription(whole.path("description").asText())
                .parameters(parameters)
                .build();
    }

    /** The number of the message that was made; a success without one is no answer of the Bot API. */
    public static int messageId(JsonNode message) throws TelegramApiRequestException {
        if (!message.path("message_id").canConvertToInt()) {
            throw new TelegramApiRequestException("the answer names no message");
        }
        return message.get("message_id").asInt();
    }

    /** A method whose answer is kept as JSON. */
    private static final class Read extends BotApiMethod<ObjectNode> {
        private final BotApiMethod<?> method;

        Read(BotApiMethod<?> method) {
            this.method = method;
        }

        @JsonValue
        BotApiMethod<?> method() {
            return method;
        }

        @Override
        public String getMethod() {
            return method.getMethod();
        }

        @Override
        public void validate() throws TelegramApiValidationException {
            method.validate();
        }

        @Override
        public ObjectNode deserializeResponse(String answer) throws TelegramApiRequestException {
            return read(answer);
        }
    }

    /** A picture whose answer is read only for the new message's number. */
    public static final class Photo extends SendPhoto {
        private static final long serialVersionUID = 1L;

        public Photo(String chatId, InputFile file) {
            super(chatId, file);
        }

        @Override
        public Message deserializeResponse(String answer) throws TelegramApiRequestException {
            return numbered(answer);
        }
    }

    /** A document whose answer is read only for the new message's number. */
    public static final class Document extends SendDocument {
        private static final long serialVersionUID = 1L;

        public Document(String chatId, InputFile file) {
            super(chatId, file);
        }

        @Override
        public Message deserializeResponse(String answer) throws TelegramApiRequestException {
            return numbered(answer);
        }
    }

    private static Message numbered(String answer) throws TelegramApiRequestException {
        return Message.builder()
                .messageId(messageId(read(answer).path("result")))
                .build();
    }
}
