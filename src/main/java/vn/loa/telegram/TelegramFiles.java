package vn.loa.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import vn.loa.telegram.api.TelegramAccount;
import vn.loa.telegram.api.TelegramCalls;

/** Gets files that people sent. The token stands in a file's address too, so no failure is told with it. */
final class TelegramFiles {
    private static final Logger log = LoggerFactory.getLogger(TelegramFiles.class);

    private final OkHttpClient http;
    private final TelegramCalls calls;
    private final TelegramAccount account;

    TelegramFiles(OkHttpClient http, TelegramCalls calls, TelegramAccount account) {
        this.http = http;
        this.calls = calls;
        this.account = account;
    }

    Optional<byte[]> fetch(String fileId, int most) {
        try {
            JsonNode file = calls.call(new GetFile(fileId));
            String path = file.path("file_path").asText();
            return path.isEmpty() || file.path("file_size").asLong() > most ? Optional.empty() : read(path, most);
        } catch (TelegramApiException | IOException e) {
            log.warn("{}: a file cannot be had: {}", account.bot(), e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private Optional<byte[]> read(String path, int most) throws IOException {
        // The interceptors put the server's own path before it.
        HttpUrl url = HttpUrl.get(account.apiUrl().resolve("/").toString())
                .newBuilder()
                .encodedPath("/file/bot" + account.token() + "/")
                .addPathSegments(path)
                .build();
        try (Response response =
                http.newCall(new Request.Builder().url(url).build()).execute()) {
            byte[] content = response.peekBody(most + 1L).bytes();
            return response.isSuccessful() && content.length <= most ? Optional.of(content) : Optional.empty();
        }
    }
}
