package io.receivables.examples.browser;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.print.PrintOptions;

/** A headless Chromium as it is installed here; nothing is downloaded. */
final class Browser implements AutoCloseable {
    /** Kept, because a logger that nobody holds forgets its level. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ChromeDriver driver;

    private Browser(Path chromium, Path chromedriver, Path folder) {
        SELENIUM.setLevel(Level.SEVERE);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--user-data-dir=" + folder.resolve("profile"));
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(chromedriver.toFile())
                        .build(),
                options);
    }

    /** A new browser, if there are Chromium and its driver on the PATH. */
    static Optional<Browser> start(Path folder) {
        Optional<Path> chromium = onPath("chromium", "chromium-browser", "google-chrome");
        Optional<Path> chromedriver = onPath("chromedriver");
        return chromium.flatMap(browser -> chromedriver.map(driverOfIt -> new Browser(browser, driverOfIt, folder)));
    }

    private static Optional<Path> onPath(String... names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(names)
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        driver.quit();
    }

    // ---- pages

    /** Opens a page on a desktop screen, as somebody sees it who never opened it before. */
    void open(Path page) {
        size(1280, 900);
        media("screen", "light");
        driver.get("about:blank");
        new Actions(driver).moveToLocation(1, 1).perform();
        // whatever an earlier page told
        messages();
        driver.manage().logs().get(LogType.PERFORMANCE);
        driver.get(page.toUri().toString());
        // under load the driver may come back while the page is still being read
        await(
                "the page",
                () -> Optional.of(script("return document.readyState + ' ' + location.protocol"))
                        .filter("complete file:"::equals));
    }

    void size(int width, int height) {
        cdp(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    void media(String medium, String colourScheme) {
        cdp(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        medium,
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", colourScheme))));
    }

    void downloadTo(Path folder) {
        cdp("Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
    }

    private Map<String, Object> cdp(String command, Map<String, Object> parameters) {
        return driver.executeCdpCommand(command, parameters);
    }

    // ---- looking

    /** What was written to the console since the last call. */
    List<String> messages() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** The addresses that were asked for since the page was opened, other than the page itself. */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .map(message -> message.replaceAll("(?s).*\"url\":\"([^\"]*)\".*", "$1"))
                .filter(url -> !url.startsWith("file:"))
                .toList();
    }

    Object script(String script, Object... arguments) {
        return Optional.ofNullable(driver.executeScript(script, arguments)).orElse("");
    }

    Object asyncScript(String script, Object... arguments) {
        return Optional.ofNullable(driver.executeAsyncScript(script, arguments)).orElse("");
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** What elements say, spaces made plain. */
    List<String> texts(String selector) {
        String look = "return [...document.querySelectorAll(arguments[0])].map(e => e.innerText.trim())";
        return ((List<?>) script(look, selector))
                .stream().map(text -> plain(String.valueOf(text))).toList();
    }

    String text(String selector) {
        return texts(selector).get(0);
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    String style(String selector, String property) {
        return String.valueOf(find(selector).getCssValue(property));
    }

    /** Waits until something is there. */
    <T> T await(String what, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new AssertionError("there was no " + what);
    }

    // ---- doing

    void click(String selector) {
        find(selector).click();
    }

    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    void tab(int times) {
        press(Keys.TAB.toString().repeat(times));
    }

    void tabBack() {
        new Actions(driver)
                .keyDown(Keys.SHIFT)
                .sendKeys(Keys.TAB)
                .keyUp(Keys.SHIFT)
                .perform();
    }

    void pointAt(WebElement element) {
        new Actions(driver).moveToElement(element).perform();
    }

    // ---- pictures

    /** The whole page. */
    void screenshot(Path file) throws IOException {
        Object width = script("return innerWidth");
        Object height = script("return document.documentElement.scrollHeight");
        Map<String, Object> clip = Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1);
        Map<String, Object> picture =
                cdp("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", clip));
        write(file, String.valueOf(picture.get("data")));
    }

    /** What is on the screen. */
    void screenshotOfView(Path file) throws IOException {
        write(file, driver.getScreenshotAs(OutputType.BASE64));
    }

    void print(Path file) throws IOException {
        write(file, driver.print(new PrintOptions()).getContent());
    }

    private static void write(Path file, String base64) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Base64.getMimeDecoder().decode(base64));
    }
}
