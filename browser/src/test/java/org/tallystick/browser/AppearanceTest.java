package org.tallystick.browser;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Every page, dark and light, at a desk and on a telephone: nothing scrolls sideways, the browser has nothing to complain
 * of, and the rules of WCAG 2 (levels A and AA) that a program can judge hold. The pictures are for people to judge.
 */
final class AppearanceTest {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    @ParameterizedTest
    @CsvSource({"wide, light", "wide, dark", "narrow, light", "narrow, dark"})
    void everyPageCanBeReadByEveryone(String width, String colours) throws IOException {
        SoftAssertions all = new SoftAssertions();
        try (Person person = Person.arrives()) {
            person.window().prefer(colours);
            if (width.equals("narrow")) {
                person.window().narrow();
            }
            look(person, "sign-in", "sign-in", width, colours, all);
            person.signIn("P0001");
            for (Map.Entry<String, String> page : pagesOf(person).entrySet()) {
                look(person, page.getKey(), page.getValue(), width, colours, all);
            }
            person.goTo("sign-in");
            person.signIn("SUPERVISOR");
            look(person, "operations", "operations", width, colours, all);
        }
        all.assertAll();
    }

    private static Map<String, String> pagesOf(Person person) {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("overview", "");
        pages.put("securities", "securities");
        pages.put("security", first(person, "securities", "securities"));
        pages.put("accounts", "accounts");
        pages.put("statement", first(person, "accounts", "accounts"));
        pages.put("instruct", "instruct");
        pages.put("settlements", "settlements");
        pages.put("settlement", first(person, "settlements", "settlements"));
        pages.put("receipts", "receipts");
        pages.put("receipt", first(person, "receipts", "receipts"));
        pages.put("approvals", "approvals");
        pages.put("api", "api");
        return pages;
    }

    /** Where the first row of a list leads. */
    private static String first(Person person, String page, String table) {
        person.goTo(page);
        String link = person.see(By.cssSelector("[data-test='" + table + "'] tbody th a"))
                .getDomAttribute("href");
        return Objects.requireNonNull(link).substring(1);
    }

    private static void look(Person person, String name, String path, String width, String colours, SoftAssertions all)
            throws IOException {
        String what = name + ", " + width + ", " + colours;
        person.goTo(path);
        person.until("document.readyState === 'complete' && !/Asking/.test(document.body.innerText)");
        person.until("document.getElementById('flow') === null || document.querySelector('#flow canvas') !== null");
        person.window().keepPicture(name + "-" + width + "-" + colours);
        all.assertThat(person.run("return document.documentElement.scrollWidth <= window.innerWidth"
                        + " ? 'fits' : 'is ' + document.documentElement.scrollWidth + ' wide in ' + window.innerWidth"))
                .as(what)
                .isEqualTo("fits");
        all.assertThat(person.window().complaints()).as(what).isEmpty();
        all.assertThat(violations(person.window().driver())).as(what).isEmpty();
    }

    private static List<String> violations(ChromeDriver driver) {
        return new AxeBuilder()
                .withTags(WCAG).analyze(driver).getViolations().stream()
                        .map(AppearanceTest::sentence)
                        .toList();
    }

    private static String sentence(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().limit(3).map(node -> node.getHtml()).toList();
    }
}
