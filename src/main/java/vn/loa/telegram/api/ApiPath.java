package vn.loa.telegram.api;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Gives requests the path that the server expects: TelegramBots can neither put a path before {@code /bot} nor write
 * most methods' names as the documentation does, and not every server forgives lower case.
 */
final class ApiPath implements Interceptor {
    private static final Map<String, String> NAMES = Stream.of(
                    "getMe",
                    "getUpdates",
                    "deleteWebhook",
                    "sendMessage",
                    "sendPhoto",
                    "sendDocument",
                    "getFile",
                    "getChatMember",
                    "setMyCommands",
                    "deleteMyCommands",
                    "editMessageText",
                    "editMessageCaption",
                    "answerCallbackQuery")
            .collect(Collectors.toUnmodifiableMap(ApiPath::lower, Function.identity()));

    private final String prefix;

    ApiPath(URI apiUrl) {
        String path = apiUrl.getRawPath() == null ? "" : apiUrl.getRawPath();
        this.prefix = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static String method(HttpUrl url) {
        List<String> segments = url.pathSegments();
        return segments.get(segments.size() - 1);
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        HttpUrl url = chain.request().url();
        int last = url.pathSize() - 1;
        HttpUrl named = url.newBuilder()
                .setPathSegment(last, NAMES.getOrDefault(lower(method(url)), method(url)))
                .build();
        HttpUrl whole =
                named.newBuilder().encodedPath(prefix + named.encodedPath()).build();
        return chain.proceed(chain.request().newBuilder().url(whole).build());
    }
}
