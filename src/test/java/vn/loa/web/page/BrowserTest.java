package vn.loa.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import vn.loa.command.CommandHarness;
import vn.loa.model.Chat;
import vn.loa.model.ChatState;
import vn.loa.model.Media;
import vn.loa.model.PersonId;
import vn.loa.waiting.TestPatience;

/** The pages in a real browser, Debian's chromium. The process itself is the browser's owner, so no sandbox. */
@Tag("slow")
class BrowserTest {
    private static final File CHROMIUM = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");
    private static final List<String> PAGES =
            List.of("/web", "/web/chats", "/web/sources", "/web/announce", "/web/journal", "/web/command");

    private static final Duration PATIENCE = TestPatience.LIMIT;

    private static ChromeDriver browser;

    @TempDir
    private Path folder;

    private PageHarness pages;

    @BeforeAll
    static void openBrowser() {
        Assumptions.assumeTrue(
                CHROMIUM.canExecute() && DRIVER.canExecute(), "apt-get install chromium chromium-driver");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--lang=vi",
                "--window-size=1200,900");
        browser = new ChromeDriver(
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build(), options);
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    @BeforeEach
    void start() throws IOException {
        pages = new PageHarness(folder);
        browser.manage().deleteAllCookies();
        dark(false);
        wide(1200);
    }

    @AfterEach
    void stop() {
        pages.close();
    }

    private static WebElement find(String selector) {
        return browser.findElement(By.cssSelector(selector));
    }

    private void open(String path) {
        browser.get(pages.root + path);
    }

    private static void awaitTitle(String beginning) {
        new WebDriverWait(browser, PATIENCE)
                .withMessage(() -> browser.getTitle() + "\n" + browser.getPageSource())
                .until(ExpectedConditions.titleIs(beginning + " – Loa"));
    }

    private static void awaits(By what) {
        new WebDriverWait(browser, PATIENCE).until(ExpectedConditions.presenceOfElementLocated(what));
    }

    private void login() {
        browser.get(pages.link());
        find("button.first").click();
        awaitTitle("Trạng thái");
    }

    /** The viewport itself, since a window is never as narrow as a telephone. */
    private static void wide(int pixels) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 800, "deviceScaleFactor", 1, "mobile", false));
    }

    private static void dark(boolean dark) {
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    @Test
    void an_operator_logs_in_by_the_link_which_works_once() {
        String link = pages.link();
        browser.get(link);
        find("button.first").click();
        awaitTitle("Trạng thái");
        assertThat(find("main").getText()).contains("Đã gửi 0", "zalo/main: đã dùng 12 trên 300", "<b>is full</b>");
        assertThat(browser.executeScript("return document.cookie")).isEqualTo("");
        browser.manage().deleteAllCookies();
        browser.get(link);
        find("button.first").click();
        awaitTitle("Trang quản trị");
        assertThat(find("main").getText()).contains("đã được dùng hoặc đã hết hạn");
    }

    @Test
    void of_three_hundred_chats_some_are_found_and_approved() {
        pages.groups();
        login();
        open("/web/chats");
        assertThat(find("#found").getText()).startsWith("Tìm thấy 302 nơi nhận; trang 1 trên 7");
        find("#q").sendKeys("thon 30 xa", Keys.ENTER);
        awaits(By.xpath("//*[@id='found'][contains(., 'Tìm thấy 1 ')]"));
        Chat chat = pages.desk.chats.inState(ChatState.PENDING).stream()
                .filter(each -> each.title().startsWith("Thôn 30 "))
                .findFirst()
                .orElseThrow();
        find("#chat-" + chat.id()).click();
        find("button[value=approve]").click();
        awaits(By.cssSelector(".notice"));
        assertThat(find(".notice").getText()).contains("Thôn 30 xã");
        assertThat(pages.desk.chats.byId(chat.id()).orElseThrow().active()).isTrue();
    }

    @Test
    void a_hostile_title_stays_text() {
        pages.groups();
        login();
        open("/web/chats?q=hacked");
        assertThat(browser.getTitle()).isEqualTo("Nơi nhận tin – Loa");
        assertThat(find("bdi").getText()).isEqualTo(PageHarness.HOSTILE);
        assertThat(browser.findElements(By.cssSelector("script, b"))).isEmpty();
    }

    @Test
    void everything_is_done_with_the_keyboard_alone() {
        long chat = pages.group(7, "Thôn Thượng", ChatState.PENDING).id();
        browser.get(pages.link());
        tabTo("button.first");
        press(Keys.ENTER);
        awaitTitle("Trạng thái");
        tabTo("nav a[href='/web/chats']");
        press(Keys.ENTER);
        awaitTitle("Nơi nhận tin");
        tabTo("#chat-" + chat);
        press(Keys.SPACE);
        tabTo("button[value=approve]");
        assertThat(find("button[value=approve]").getCssValue("outline-style")).isEqualTo("solid");
        press(Keys.ENTER);
        awaits(By.cssSelector(".notice"));
        assertThat(pages.desk.chats.byId(chat).orElseThrow().active()).isTrue();
    }

    private static void press(CharSequence key) {
        new Actions(browser).sendKeys(key).perform();
    }

    private static void tabTo(String selector) {
        for (int i = 0; i < 40; i++) {
            press(Keys.TAB);
            if (browser.switchTo().activeElement().equals(find(selector))) {
                return;
            }
        }
        throw new AssertionError("Tab never comes to " + selector);
    }

    /** The pages that are open to everybody, or to whoever has a link. */
    private Stream<String> linked() {
        long unit = pages.unit("xã Phú Xuyên");
        long group = pages.group(11, "Nhóm", ChatState.ACTIVE).id();
        pages.desk.storage.units().assign(group, OptionalLong.of(unit));
        pages.sent(pages.article(1, "Tin " + "rấtdàikhôngcókhoảngtrắng".repeat(8)), group);
        PersonId operator = CommandHarness.OPERATOR;
        return Stream.of(
                "/tin",
                "/tin?unit=" + unit,
                path(pages.files.uploadLink(operator).orElseThrow()),
                path(pages.files
                        .link(operator, new Media.Made(Media.Kept.Form.DOCUMENT, "tin.csv", new byte[] {65}))
                        .orElseThrow()),
                path(URI.create(pages.link("/saoluu"))),
                "/web/login?token=none");
    }

    private static String path(URI link) {
        return link.getRawPath() + "?" + link.getRawQuery();
    }

    @Test
    void a_file_is_sent_by_the_link_and_the_chat_is_told_what_comes_next() throws IOException {
        Path table = Files.writeString(folder.resolve("tin.csv"), "nhóm;theo dõi\nThôn Thượng;văn hóa\n");
        browser.get(
                pages.files.uploadLink(CommandHarness.OPERATOR).orElseThrow().toString());
        find("input[type=file]").sendKeys(table.toAbsolutePath().toString());
        find("button.first").click();
        Optional<byte[]> received = Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> pages.files.received(CommandHarness.OPERATOR), Optional::isPresent);
        assertThat(received)
                .hasValueSatisfying(
                        content -> assertThat(content).asString(UTF_8).contains("Thôn Thượng"));
    }

    @Test
    void no_page_scrolls_sideways_on_a_telephone() {
        pages.groups();
        pages.group(9, "Tênrấtdàikhôngcókhoảngtrắng".repeat(8), ChatState.PENDING);
        Stream<String> linked = linked();
        login();
        wide(360);
        for (String path : Stream.concat(PAGES.stream(), linked).toList()) {
            open(path);
            assertThat(browser.executeScript("return window.innerWidth")).isEqualTo(360L);
            assertThat(browser.executeScript("return document.documentElement.scrollWidth"))
                    .as(path)
                    .isEqualTo(browser.executeScript("return document.documentElement.clientWidth"));
        }
    }

    @Test
    void every_field_has_a_label_and_every_text_stands_out_by_day_and_by_night() {
        pages.groups();
        List<String> all = Stream.concat(PAGES.stream(), linked()).toList();
        login();
        for (boolean dark : List.of(false, true)) {
            dark(dark);
            for (String path : all) {
                open(path);
                assertThat(find("html").getDomAttribute("lang")).isEqualTo("vi");
                assertThat(browser.findElements(By.tagName("h1"))).hasSize(1);
                assertThat((List<?>) browser.executeScript(PageChecks.UNLABELLED))
                        .as(path)
                        .isEmpty();
                assertThat((List<?>) browser.executeScript(PageChecks.FAINT))
                        .as("%s, dark %s", path, dark)
                        .isEmpty();
            }
        }
    }
}
