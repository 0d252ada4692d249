package vn.loa.emulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** A portal on loopback in the shape of the old Hà Nội sites (Liferay 6.2), whose articles a test publishes and edits. */
public final class PortalEmulator implements AutoCloseable {
    private static final String LIST_PATH = "/van-hoa-xa-hoi";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<Integer, Story> stories = new TreeMap<>();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private int pageSize = 20;
    private int failure;
    private String instead;
    private boolean maintained;
    private volatile boolean tellsTime;
    private volatile boolean unchangedForEver;
    private String feed;
    private volatile Consumer<String> onRequest = path -> {};

    private record Story(String title, String date, String body, boolean listed, int status) {}

    public PortalEmulator() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI listUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + LIST_PATH);
    }

    /** Publishes an article, or changes the one that has this number. */
    public synchronized PortalEmulator publish(int number, String title, String date, String body) {
        stories.put(number, new Story(title, date, body, true, 200));
        return this;
    }

    public PortalEmulator publish(int number, String title) {
        return publish(
                number,
                title,
                "",
                "<p>" + title + ", toàn văn. Nội dung chi tiết được đăng tải để Nhân dân theo dõi.</p>");
    }

    /** Offers a file for download, or changes the one that has this path. */
    public PortalEmulator offer(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    /** Takes an article off the list and lets its page be gone. */
    public synchronized void withdraw(int number) {
        stories.remove(number);
    }

    /** The article's page answers 500 until it is published again; the list goes on to show it. */
    public void breakPage(int number) {
        answerPageWith(number, 500);
    }

    /** The article's page answers with this status until it is published again; the list goes on to show it. */
    public synchronized void answerPageWith(int number, int status) {
        Story story = stories.get(number);
        stories.put(number, new Story(story.title(), story.date(), story.body(), true, status));
    }

    /** Everything answers with this status from now on; 0 for well. */
    public synchronized void failWith(int status) {
        failure = status;
    }

    /** The list's address answers with this page from now on; null for the list. */
    public synchronized void answerListWith(String html) {
        instead = html;
    }

    /** The page of every article says from now on that the portal is being maintained, or no more. */
    public synchronized void maintain(boolean now) {
        maintained = now;
    }

    /** Is told the path of each request before it is answered. */
    public void onRequest(Consumer<String> listener) {
        onRequest = listener;
    }

    /** Whoever asks whether something has changed hears that nothing has, from now on. */
    public void changeNothingForEver() {
        unchangedForEver = true;
    }

    /** Answers tell this machine's time from now on. */
    public void tellTime() {
        tellsTime = true;
    }

    /** There is a feed at {@code /rss}. */
    public synchronized void answerFeedWith(String xml) {
        feed = xml;
    }

    public synchronized void pageSize(int size) {
        pageSize = size;
    }

    /** The paths that were asked for, in order. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            requests.add(path);
            if (unchangedForEver && exchange.getRequestHeaders().containsKey("If-None-Match")) {
                exchange.getResponseHeaders().add("Age", "1");
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            if (unchangedForEver) {
                exchange.getResponseHeaders().add("ETag", "\"1\"");
            }
            onRequest.accept(path);
            if (files.containsKey(path)) {
                send(exchange, files.get(path));
                return;
            }
            String html = html(path);
            byte[] body = (html == null ? "Không tìm thấy" : html).getBytes(StandardCharsets.UTF_8);
            int status = path.equals("/robots.txt") ? 404 : failure != 0 ? failure : html == null ? 404 : status(path);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=UTF-8");
            if (!tellsTime) {
                // The server adds the real time, and tests have a time of their own: like a copy out of a cache.
                exchange.getResponseHeaders().add("Age", "1");
            }
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static void send(HttpExchange exchange, byte[] file) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/octet-stream");
        exchange.getResponseHeaders().add("Age", "1");
        exchange.sendResponseHeaders(200, file.length);
        exchange.getResponseBody().write(file);
    }

    private synchronized int status(String path) {
        Story story = path.contains("/-/view_content/") ? stories.get(number(path)) : null;
        return story == null ? 200 : story.status();
    }

    private static int number(String path) {
        return Integer.parseInt(path.replaceFirst(".*/view_content/(\\d+)-.*", "$1"));
    }

    private synchronized String html(String path) {
        if (path.contains("/-/view_content/")) {
            Story story = stories.get(number(path));
            if (story != null && maintained) {
                String sorry = "Hệ thống đang bảo trì";
                return article(new Story(sorry, "", "<p>" + sorry + ", mời quay lại sau ít phút.</p>", true, 200));
            }
            return story == null ? null : article(story);
        }
        if (path.equals("/rss")) {
            return feed;
        }
        if (!path.startsWith(LIST_PATH)) {
            return null;
        }
        return instead != null
                ? instead
                : list(path.matches(".*_101_cur=\\d+") ? Integer.parseInt(path.replaceFirst(".*_101_cur=", "")) : 1);
    }

    private String list(int page) {
        List<Integer> numbers = new ArrayList<>(stories.keySet());
        numbers.sort((a, b) -> b - a);
        int from = Math.min((page - 1) * pageSize, numbers.size());
        int to = Math.min(from + pageSize, numbers.size());
        StringBuilder items = new StringBuilder();
        numbers.subList(from, to).forEach(number -> items.append(item(number, stories.get(number))));
        String next = to < numbers.size()
                ? "<a href=\"" + LIST_PATH + "?p_p_id=101&amp;_101_cur=" + (page + 1) + "\"> Tiếp theo </a>"
                : "<a href=\"javascript:;\"> Tiếp theo </a>";
        return """
                <!DOCTYPE html><html class="aui ltr" lang="vi-VN"><head><title>VĂN HÓA - XÃ HỘI</title></head><body>
                <div id="p_p_id_101_" class="portlet-boundary portlet-asset-publisher">
                <h1 class="portlet-title"><span class="portlet-title-text">VĂN HÓA - XÃ HỘI</span></h1>
                %s<div class="taglib-page-iterator"><ul class="pager lfr-pagination-buttons"><li>%s</li></ul></div>
                </div></body></html>""".formatted(items, next);
    }

    private static String item(int number, Story story) {
        return """
                <div class="asset-bounddary"><div class="asset-abstract default-asset-publisher">
                <div class="asset-content normal-news"><div class="asset-content-custom" style="margin-left: 0">
                <h3 class="asset-title"> <a href="%s/-/view_content/%d-tin.html">%s</a> </h3>
                <div class="assetPublishDate block_timer"> %s </div><div class="asset-summary">Trích đoạn %d...</div>
                </div></div></div></div>""".formatted(LIST_PATH, number, story.title(), story.date(), number);
    }

    private static String article(Story story) {
        return """
                <!DOCTYPE html><html class="aui ltr" lang="vi-VN"><head><title>x</title></head><body>
                <div class="dd_chuyenmuc"><span class="tintuc"><p>VĂN HÓA - XÃ HỘI</p></span></div>
                <div id="p_p_id_101_" class="portlet-asset-publisher"><h1 class="portlet-title"><span>VĂN HÓA</span></h1>
                <div class="asset-full-content-title">%s</div><div class="assetPublishDate block_timer"> %s </div>
                <div class="asset-full-content show-asset-title"><div class="asset-content">
                <div class="journal-content-article">%s</div></div></div></div></body></html>""".formatted(story.title(), story.date(), story.body());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
