package org.tallystick.browser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A window of a headless Chromium of its own: keys, cookies and settings are gone with it. */
final class Chromium implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** It warns of each browser that is newer than itself. Kept here, for a logger that nobody keeps forgets its level. */
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

    static {
        SELENIUM.setLevel(Level.SEVERE);
    }

    private final ChromeDriver driver;
    private final Path downloads;

    private Chromium(ChromeDriver driver, Path downloads) {
        this.driver = driver;
        this.downloads = downloads;
    }

    /** Opens a window; aborts the test where there is no Chromium, or fails it where one is required. */
    static Chromium open() {
        Optional<Path> browser = find("chromium", "chromium-browser", "google-chrome");
        Optional<Path> control = find("chromedriver");
        if (browser.isEmpty() || control.isEmpty()) {
            String missing = "browser tests need " + (browser.isEmpty() ? "chromium" : "chromedriver")
                    + " on the PATH, and there is none";
            if ("required".equals(System.getenv("TALLYSTICK_BROWSER"))) {
                fail(missing);
            }
            System.out.println("SKIPPED: " + missing + "."); // where whoever runs the tests sees it
            abort(missing);
        }
        try {
            Path downloads = Files.createTempDirectory("tally-downloads");
            return new Chromium(start(browser.orElseThrow(), control.orElseThrow(), downloads), downloads);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static ChromeDriver start(Path browser, Path control, Path downloads) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(browser.toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");
        options.addArguments("--window-size=1440,900", "--lang=en-US");
        // It is to ask the ledger and nobody else.
        options.addArguments("--disable-background-networking", "--disable-component-update", "--disable-sync");
        options.addArguments("--disable-quic", "--no-first-run");
        options.setExperimentalOption("prefs", Map.of("download.default_directory", downloads.toString()));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(control.toFile())
                .usingAnyFreePort()
                .build();
        return new ChromeDriver(service, options);
    }

    private static Optional<Path> find(String... names) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(names)
                .flatMap(name -> Stream.of(path.split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    ChromeDriver driver() {
        return driver;
    }

    /** A window so wide; up to a telephone's width it is a telephone. */
    void width(int pixels) {
        // A headless window has a least width; the page's own metrics have none.
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", pixels < 500));
    }

    /** What the reader prefers: {@code dark} or {@code light}. */
    void prefer(String colours) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
    }

    /** Keeps a picture of the page, also of what is below the window, under {@code target/screenshots}. */
    void keepPicture(String name) {
        Object page = Objects.requireNonNull(driver.executeScript(
                "const page = document.documentElement;return { x: 0, y: 0, scale: 1, width: innerWidth,"
                        + " height: Math.min(page.scrollHeight, 6000) }"));
        Map<String, Object> whole =
                Map.of("format", "png", "optimizeForSpeed", true, "captureBeyondViewport", true, "clip", page);
        Object picture =
                driver.executeCdpCommand("Page.captureScreenshot", whole).get("data");
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), Base64.getDecoder().decode(String.valueOf(picture)));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The file that the page has had the browser keep, when it is all there. */
    Path download(String name) {
        Path file = downloads.resolve(name);
        new WebDriverWait(driver, Duration.ofSeconds(30))
                .until(_ -> file.toFile().length() > 0);
        return file;
    }

    /** What the browser complained of since the last call: scripts that failed, requests refused by the page's policy. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(entry -> entry.getMessage())
                .toList();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
