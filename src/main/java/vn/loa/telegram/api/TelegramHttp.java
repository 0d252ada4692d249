package vn.loa.telegram.api;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.meta.TelegramUrl;

/**
 * The HTTP clients of one bot: for calls, for quick questions, which many threads may use at once, and for the long poll.
 * None follows redirects (they would carry the token to another host), and only what may be said twice is tried twice.
 */
public final class TelegramHttp {
    /** Enough for Telegram's paid 1,000 messages a second at a round trip of a quarter of a second. */
    private static final int MOST_CONNECTIONS = 256;
    /** Shorter than servers keep idle connections (Node's default is 5 s), so that few requests are written into a dead one. */
    private static final Duration IDLE = Duration.ofSeconds(4);
    /** A person waits for what is asked in between. */
    private static final Duration QUESTION = Duration.ofSeconds(3);
    /** The time that a call may take beyond its long poll. */
    private static final Duration POLL_MARGIN = Duration.ofSeconds(15);

    private TelegramHttp() {}

    /** Returns the client for calls of a bot that shares its trust with no other. */
    public static OkHttpClient forCalls(TelegramAccount account, TelegramOptions.Times times) {
        return forCalls(new OkHttpClient(), account, times);
    }

    /**
     * Returns the client for calls.
     *
     * @param shared whose trust all bots use
     */
    public static OkHttpClient forCalls(OkHttpClient shared, TelegramAccount account, TelegramOptions.Times times) {
        Dispatcher dispatcher = new Dispatcher(new CallerThread());
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        return base(shared, account, times)
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(MOST_CONNECTIONS, IDLE.toSeconds(), TimeUnit.SECONDS))
                .callTimeout(times.call())
                .readTimeout(times.call())
                .build();
    }

    /** Returns the client for questions that somebody's answer waits for, over the connections of the one for calls. */
    public static OkHttpClient forQuestions(OkHttpClient calls) {
        return calls.newBuilder().callTimeout(QUESTION).build();
    }

    /**
     * Returns the client for polls.
     *
     * @param shared whose trust all bots use
     */
    public static OkHttpClient forPolling(
            OkHttpClient shared, TelegramAccount account, TelegramOptions.Times times, PollWatch watch) {
        Duration longest = times.poll().plus(POLL_MARGIN);
        OkHttpClient.Builder builder = base(shared, account, times)
                .dispatcher(new Dispatcher())
                .connectionPool(new ConnectionPool(1, IDLE.toSeconds(), TimeUnit.SECONDS))
                .callTimeout(longest)
                .readTimeout(longest);
        builder.interceptors().add(0, watch);
        return builder.build();
    }

    private static OkHttpClient.Builder base(
            OkHttpClient shared, TelegramAccount account, TelegramOptions.Times times) {
        OkHttpClient.Builder builder = shared.newBuilder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(times.connect())
                .writeTimeout(times.call())
                .addInterceptor(new ApiPath(account.apiUrl()))
                .addInterceptor(new RepeatableCalls())
                .addInterceptor(new AnswerForm())
                .addInterceptor(new WriteWatch())
                .addNetworkInterceptor(WriteWatch::written);
        account.proxy().ifPresent(proxy -> through(proxy, builder));
        return builder;
    }

    private static void through(TelegramProxy proxy, OkHttpClient.Builder builder) {
        builder.proxy(proxy.way());
        if (!proxy.user().isEmpty()) {
            builder.proxyAuthenticator(login(Credentials.basic(proxy.user(), proxy.password())));
        }
    }

    /** Tells who we are once; a proxy that asks again does not know us. */
    private static Authenticator login(String credentials) {
        return (route, response) -> response.request().header("Proxy-Authorization") != null
                ? null
                : response.request()
                        .newBuilder()
                        .header("Proxy-Authorization", credentials)
                        .build();
    }

    /** The server in TelegramBots' own form, which has no room for a path; {@link ApiPath} adds it. */
    public static TelegramUrl server(URI apiUrl) {
        boolean https = apiUrl.getScheme().equals("https");
        int port = apiUrl.getPort() >= 0 ? apiUrl.getPort() : https ? 443 : 80;
        return new TelegramUrl(apiUrl.getScheme(), apiUrl.getHost(), port, false);
    }
}
