package vn.loa.fetch;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;
import vn.loa.model.TimingListener;
import vn.loa.model.WebPorts;

/**
 * Fetches pages from portals, politely (one request at a time a host, with a pause; robots.txt; conditional;
 * Retry-After obeyed) and safely (public addresses only, redirects of the same site only, capped in time and size).
 * Safe for use by several threads.
 */
public final class Fetcher implements AutoCloseable {
    private static final int MOST_REDIRECTS = 10;
    private static final int MOST_COOKIES = 1000;
    /** Reading what has come and saying so takes a while too. */
    private static final Duration SLACK = Duration.ofSeconds(10);

    private final FetchSettings settings;
    private final InstantSource clock;
    private final AddressGuard guard;
    private final OkHttpClient modern;
    private final OkHttpClient legacy;
    private final HostQueue hosts;
    private final Robots robots;
    private final Map<String, String> gateCookies = new ConcurrentHashMap<>();
    private final HostClocks clocks;
    private volatile TimingListener listener = TimingListener.NONE;

    /**
     * Makes a fetcher.
     *
     * @throws IllegalArgumentException when a file of {@link FetchSettings#extraCa()} cannot be used, naming all such
     */
    public Fetcher(FetchSettings settings, InstantSource clock) {
        this(settings, clock, System::nanoTime);
    }

    /**
     * Makes a fetcher whose waits are measured by a count of its own.
     *
     * @param nanos a count of nanoseconds that only goes forward
     * @throws IllegalArgumentException when a file of {@link FetchSettings#extraCa()} cannot be used, naming all such
     */
    public Fetcher(FetchSettings settings, InstantSource clock, LongSupplier nanos) {
        this.settings = settings;
        this.clock = clock;
        this.guard = new AddressGuard(settings.allowPrivateAddresses());
        this.modern = PortalClients.modern(settings, guard);
        this.legacy = PortalClients.legacy(modern);
        this.hosts = new HostQueue(settings.pause(), nanos);
        this.clocks = new HostClocks(clock);
        this.robots = new Robots(this::withoutAsking, nanos);
    }

    /** Asks for a page; what a server or a network does is told in the result. */
    public FetchResult fetch(FetchRequest request) {
        return fetch(request, Optional.empty());
    }

    /**
     * Fetches a document into a file, under the same rules as a page. A page that is fetched like this has a status, and
     * a text only when it is small and markup; a document larger than may be is refused.
     */
    public FetchResult download(FetchRequest request, Download target) {
        return fetch(request, Optional.of(target));
    }

    private FetchResult fetch(FetchRequest request, Optional<Download> target) {
        long before = System.nanoTime();
        FetchResult result = obeying(request, target);
        listener.took(result.getClass().getSimpleName(), Duration.ofNanos(System.nanoTime() - before));
        return result;
    }

    /** Has this listener learn how long each fetch took, with all waiting for politeness. To be set before the first. */
    public void onFetch(TimingListener listener) {
        this.listener = listener;
    }

    /** Has closed hosts remembered beyond this process. To be called before the first fetch; returns this. */
    public Fetcher remembering(HostClosings closings) {
        hosts.remember(closings);
        return this;
    }

    /** Has other nodes and this one ask a host one thing at a time. To be called before the first fetch; returns this. */
    public Fetcher sharing(HostVisits visits) {
        hosts.share(visits);
        return this;
    }

    private FetchResult obeying(FetchRequest request, Optional<Download> target) {
        HttpUrl url = HttpUrl.parse(request.url().toString());
        if (url == null) {
            return new FetchResult.Refused("not an http or https address");
        }
        Optional<FetchResult> refusal =
                settings.obeyRobots() && !request.ignoresRobots() ? robots.refusal(url, request) : Optional.empty();
        return refusal.orElseGet(() -> follow(new Chain(url, request, new ChainCookies(), target)));
    }

    private FetchResult withoutAsking(FetchRequest request) {
        HttpUrl url = HttpUrl.get(request.url().toString());
        return follow(new Chain(url, request, new ChainCookies(), Optional.empty()));
    }

    /** Returns why robots.txt forbids a page, an English phrase; empty when it does not. Asks for it if need be. */
    public Optional<String> robotsRefusal(FetchRequest request) {
        return Optional.ofNullable(HttpUrl.parse(request.url().toString()))
                .flatMap(url -> robots.refusal(url, request))
                .map(Object::toString);
    }

    /** One request on its way from redirect to redirect. */
    private record Chain(HttpUrl start, FetchRequest request, ChainCookies cookies, Optional<Download> target) {}

    private FetchResult follow(Chain chain) {
        HttpUrl url = chain.start();
        boolean answeredGate = false;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            Answer answer = ask(url, chain);
            if (answer.redirect().isPresent()) {
                Redirect redirect = answer.redirect().get();
                boolean allowed =
                        chain.request().hosts().contains(redirect.target().host());
                if (!allowed && !isSameSite(chain.start(), redirect.target())) {
                    return elsewhere(chain.request(), redirect);
                }
                url = redirect.target();
            } else if (answer.gateCookie().isPresent() && !answeredGate) {
                answeredGate = true;
                remember(url.host(), answer.gateCookie().get());
            } else {
                return answer.gateCookie().isPresent()
                        ? new FetchResult.Blocked("cookie page, also after its cookie was set")
                        : answer.result();
            }
        }
        return new FetchResult.Failed("more than " + MOST_REDIRECTS + " redirects");
    }

    private FetchResult elsewhere(FetchRequest request, Redirect redirect) {
        return redirect.permanent() && problemOf(redirect.target()).isEmpty()
                ? new FetchResult.Moved(request.url(), redirect.target().uri())
                : new FetchResult.Refused(
                        "redirects to another site: " + redirect.target().host());
    }

    /** The same host, or two hosts under one registered domain. */
    private static boolean isSameSite(HttpUrl one, HttpUrl other) {
        Optional<String> domain = RegisteredDomain.of(one);
        return one.host().equals(other.host()) || (domain.isPresent() && domain.equals(RegisteredDomain.of(other)));
    }

    private void remember(String host, String cookie) {
        if (gateCookies.size() < MOST_COOKIES) {
            gateCookies.put(host, cookie);
        }
    }

    /** The result of one request: an answer, a redirect, or a gate that wants a cookie. */
    private record Answer(FetchResult result, Optional<Redirect> redirect, Optional<String> gateCookie) {
        static Answer of(FetchResult result) {
            return new Answer(result, Optional.empty(), Optional.empty());
        }
    }

    /** An address to ask instead, and whether for ever. */
    private record Redirect(HttpUrl target, boolean permanent) {}

    private Answer ask(HttpUrl url, Chain chain) {
        Optional<String> problem = problemOf(url);
        if (problem.isPresent()) {
            return Answer.of(new FetchResult.Refused(problem.get()));
        }
        Optional<Duration> closed = hosts.closed(url.host());
        if (closed.isPresent()) {
            return Answer.of(new FetchResult.RateLimited(closed.get()));
        }
        try {
            return hosts.inTurn(turn(url, chain), () -> unlessClosed(url, chain))
                    .orElseGet(
                            () -> Answer.of(new FetchResult.Busy(chain.request().patience())));
        } catch (IOException e) {
            return Answer.of(Failures.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.of(new FetchResult.Failed("interrupted"));
        } catch (Exception e) {
            return Answer.of(new FetchResult.Failed("the answer cannot be understood: " + e.getMessage()));
        }
    }

    private HostQueue.Turn turn(HttpUrl url, Chain chain) {
        Duration answer =
                chain.target().map(Download::time).orElse(settings.timeouts().whole());
        return new HostQueue.Turn(url.host(), chain.request().patience(), answer.plus(SLACK));
    }

    /** The visitor before may have been told that the host wants no more visitors. */
    private Answer unlessClosed(HttpUrl url, Chain chain) throws IOException {
        Optional<Duration> closed = hosts.closed(url.host());
        return closed.isPresent() ? Answer.of(new FetchResult.RateLimited(closed.get())) : call(url, chain);
    }

    private Optional<String> problemOf(HttpUrl url) {
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            return Optional.of("the address holds a user name or password");
        }
        return WebPorts.isClosed(url.port())
                ? Optional.of("port " + url.port() + " is not one of the web")
                : guard.refusal(url.host());
    }

    private Answer call(HttpUrl url, Chain chain) throws IOException {
        FetchRequest request = chain.request();
        OkHttpClient client = request.takesLegacyTls() ? legacy : modern;
        Call call = client.newCall(httpRequest(url, chain));
        chain.target().ifPresent(target -> call.timeout().timeout(target.time().toMillis(), TimeUnit.MILLISECONDS));
        try (Response response = call.execute()) {
            chain.cookies().keep(url, response.headers());
            clocks.compare(url, response);
            if (response.isRedirect()) {
                return redirect(url, response);
            }
            if (response.code() == 304) {
                return Answer.of(new FetchResult.NotModified());
            }
            return RetryAfter.isAsked(response) ? Answer.of(rateLimited(url, response)) : read(chain, response);
        }
    }

    /** Returns by how much the clock of an address's host was ahead of ours at its last answer; empty if not told. */
    public Optional<Duration> clockDifference(URI url) {
        return clocks.difference(url);
    }

    private Request httpRequest(HttpUrl url, Chain chain) {
        FetchRequest request = chain.request();
        Request.Builder builder = new Request.Builder()
                .url(url)
                .header("User-Agent", settings.userAgent())
                .header(
                        "Accept",
                        "text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.8,*/*;q=0.5")
                .header("Accept-Encoding", ContentCoding.ACCEPTED)
                .header("Accept-Language", "vi,en;q=0.5");
        request.etag().filter(FetchRequest::isSendable).ifPresent(etag -> builder.header("If-None-Match", etag));
        request.lastModified()
                .filter(FetchRequest::isSendable)
                .ifPresent(date -> builder.header("If-Modified-Since", date));
        chain.cookies()
                .header(url, Optional.ofNullable(gateCookies.get(url.host())))
                .ifPresent(cookies -> builder.header("Cookie", cookies));
        return builder.build();
    }

    private static Answer redirect(HttpUrl url, Response response) {
        String location = response.header("Location", "");
        HttpUrl target = url.resolve(location);
        if (target == null) {
            return Answer.of(new FetchResult.Refused("redirects to something that is no web address"));
        }
        boolean permanent = response.code() == 301 || response.code() == 308;
        return new Answer(
                new FetchResult.NotModified(), Optional.of(new Redirect(target, permanent)), Optional.empty());
    }

    private FetchResult rateLimited(HttpUrl url, Response response) {
        Duration wait = RetryAfter.of(response, clock.instant());
        hosts.close(url.host(), wait);
        return new FetchResult.RateLimited(wait);
    }

    private Answer read(Chain chain, Response response) throws IOException {
        URI requested = chain.request().url();
        int status = response.code();
        if (status == 401 || status == 403) {
            return Answer.of(new FetchResult.Blocked("HTTP " + status));
        }
        if (status >= 400 && status != 404 && status != 410) {
            return Answer.of(new FetchResult.Failed("HTTP " + status));
        }
        ContentCoding coding = new ContentCoding(response.headers("Content-Encoding"));
        Optional<String> unreadable = coding.unreadable();
        if (unreadable.isPresent()) {
            return Answer.of(new FetchResult.Failed(
                    "the content coding " + unreadable.get() + " was not asked for and cannot be read"));
        }
        if (chain.target().isPresent()) {
            return saved(requested, response, coding, chain.target().get());
        }
        if (isDocument(response)) {
            return Answer.of(new FetchResult.Fetched(page(requested, response, new PageDecoder.Decoded("", ""))));
        }
        try (BufferedSource body = coding.undone(response.body().source())) {
            return body.request(settings.maxBytes() + 1)
                    ? Answer.of(FetchResult.Failed.largerThan(settings.maxBytes()))
                    : read(requested, response, body.readByteArray());
        }
    }

    /** A gate stands before a document as well as before a page. */
    private static Answer saved(URI requested, Response response, ContentCoding coding, Download target)
            throws IOException {
        try (BufferedSource body = coding.undone(response.body().source())) {
            if (!target.save(body, response.body().contentLength())) {
                return Answer.of(new FetchResult.Refused("larger than " + target.mostBytes() + " bytes"));
            }
        }
        Optional<byte[]> markup = target.smallMarkup();
        return markup.isPresent()
                ? read(requested, response, markup.get())
                : Answer.of(new FetchResult.Fetched(page(requested, response, new PageDecoder.Decoded("", ""))));
    }

    /**
     * Returns whether the response is a document to download, which has no text here; how large it is does not matter.
     */
    private static boolean isDocument(Response response) {
        return response.code() < 400 && Page.isDocument(response.header("Content-Type", ""));
    }

    private static Answer read(URI requested, Response response, byte[] body) {
        PageDecoder.Decoded decoded = PageDecoder.decode(body, response.header("Content-Type", ""));
        Optional<String> cookie = Gate.cookie(decoded.text());
        if (cookie.isPresent()) {
            return new Answer(new FetchResult.NotModified(), Optional.empty(), cookie);
        }
        if (Gate.isChallenge(decoded.text())) {
            return Answer.of(new FetchResult.Blocked("a captcha or a check of the browser"));
        }
        return Optional.of(decoded.text())
                .filter(text -> response.code() < 400)
                .flatMap(text -> MarkupRedirect.in(text, response.request().url()))
                .map(Fetcher::leftFor)
                .orElseGet(() -> Answer.of(new FetchResult.Fetched(page(requested, response, decoded))));
    }

    private static Answer leftFor(MarkupRedirect found) {
        Redirect redirect = new Redirect(found.target(), found.permanent());
        return new Answer(new FetchResult.NotModified(), Optional.of(redirect), Optional.empty());
    }

    private static Page page(URI requested, Response response, PageDecoder.Decoded decoded) {
        return new Page(
                requested,
                response.request().url().uri(),
                response.code(),
                response.header("Content-Type", ""),
                decoded.charset(),
                decoded.text(),
                Optional.ofNullable(response.header("ETag")).filter(FetchRequest::isSendable),
                Optional.ofNullable(response.header("Last-Modified")).filter(FetchRequest::isSendable),
                Optional.ofNullable(response.headers().getInstant("Date")));
    }

    /** Cancels all requests under way. */
    @Override
    public void close() {
        modern.dispatcher().cancelAll();
        legacy.dispatcher().cancelAll();
        modern.connectionPool().evictAll();
        legacy.connectionPool().evictAll();
        modern.dispatcher().executorService().shutdown();
        try {
            modern.dispatcher().executorService().awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
