package org.tallystick.browser;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Someone at a window of their own, signed in with a key of the demonstration. */
final class Person implements AutoCloseable {

    /** For machines that are busy; what is waited for is there much sooner as a rule. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Chromium window;
    private final String console;

    private Person(Chromium window, String console) {
        this.window = window;
        this.console = console;
    }

    /** Before the door: at the page for signing in. */
    static Person arrives() {
        Chromium window = Chromium.open();
        try {
            Person person = new Person(window, LiveLedger.get().console());
            person.goTo("sign-in");
            return person;
        } catch (RuntimeException | Error failed) {
            window.close(); // or it would outlive the tests
            throw failed;
        }
    }

    /**
     * Signed in, at the overview.
     *
     * @param identity a party's code; its second key is the code with {@code -2} behind it
     */
    static Person signedInAs(String identity) {
        Person person = arrives();
        person.signIn(identity);
        return person;
    }

    void signIn(String identity) {
        press("identity-" + identity);
        see("tiles");
    }

    Chromium window() {
        return window;
    }

    /** Opens a page of the console, by its path without the first slash. */
    void goTo(String path) {
        window.driver().get(console + path);
    }

    /** The element with this {@code data-test}, when it is shown. */
    WebElement see(String test) {
        return see(By.cssSelector("[data-test='" + test + "']"));
    }

    WebElement see(By where) {
        return patiently().until(ExpectedConditions.visibilityOfElementLocated(where));
    }

    void press(String test) {
        press(By.cssSelector("[data-test='" + test + "']"));
    }

    void press(By where) {
        patiently().until(ExpectedConditions.elementToBeClickable(where)).click();
    }

    /** Waits until the element with this {@code data-test} says so, in whatever case the style sets it. */
    void reads(String test, String words) {
        By where = By.cssSelector("[data-test='" + test + "']");
        patiently()
                .withMessage(() -> test + " never read \"" + words + "\"")
                .until(driver -> driver.findElements(where).stream()
                        .anyMatch(element -> Objects.requireNonNullElse(element.getDomProperty("textContent"), "")
                                .contains(words)));
    }

    /** Puts a text into a field, in the place of what is there. */
    void write(String test, String text) {
        WebElement field = see(test);
        field.clear();
        field.sendKeys(text);
    }

    /** Ends the session, and is before the door again. */
    void leave() {
        goTo("");
        window.driver().manage().deleteAllCookies();
        goTo("sign-in");
    }

    /** Texts that stand beyond the window's right edge: a page must never be scrolled sideways. */
    List<String> textsThatStickOut() {
        Object found = run("const page = document.documentElement;"
                + "if (page.scrollWidth <= page.clientWidth) return [];"
                + "const out = [...document.body.querySelectorAll('*')]"
                + ".filter(each => each.getBoundingClientRect().right > page.clientWidth + 1);"
                + "return [(out.at(-1) ?? page).outerHTML.slice(0, 200)]");
        return texts(found);
    }

    /** What the page has asked of anybody but this console. Its policy forbids that, and then the browser complains. */
    List<String> strangers() {
        Object found = run("return performance.getEntriesByType('resource').map(each => each.name)"
                + ".filter(address => new URL(address).origin !== location.origin)");
        return texts(found);
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(String.class::cast).toList();
    }

    /** Types where the page's attention is: letters, or one of Selenium's {@code Keys}. */
    void type(CharSequence... keys) {
        new Actions(window.driver()).sendKeys(keys).perform();
    }

    /** Goes on with the tabulator until the element with this {@code data-test} has the focus, and says how far that was. */
    int tabTo(String test) {
        for (int steps = 0; steps < 100; steps++) {
            if (test.equals(focus())) {
                return steps;
            }
            type(Keys.TAB);
        }
        throw new AssertionError("the tabulator never came to " + test);
    }

    /** The {@code data-test} of the element that has the focus; empty where it has none. */
    String focus() {
        return Objects.requireNonNullElse(
                window.driver().switchTo().activeElement().getDomAttribute("data-test"), "");
    }

    /** The number of this person's first account. */
    String account() {
        goTo("accounts");
        return see(By.cssSelector("[data-test='accounts'] tbody th a")).getText();
    }

    /** Waits until a script's expression is true on the page. */
    void until(String expression) {
        patiently()
                .withMessage(() -> "never true: " + expression)
                .until(driver -> Boolean.TRUE.equals(run("return " + expression)));
    }

    Object run(String script) {
        return Objects.requireNonNull(window.driver().executeScript(script), script);
    }

    private WebDriverWait patiently() {
        WebDriverWait patient = new WebDriverWait(window.driver(), PATIENCE);
        patient.pollingEvery(Duration.ofMillis(50)).ignoring(StaleElementReferenceException.class);
        return patient;
    }

    @Override
    public void close() {
        window.close();
    }
}
