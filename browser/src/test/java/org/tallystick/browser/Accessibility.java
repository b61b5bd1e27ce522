package org.tallystick.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.chrome.ChromeDriver;

/** What axe finds on a page against WCAG 2.2, levels A and AA. */
final class Accessibility {

    private static final String AXE = read("/axe.min.js");
    private static final Map<String, Object> WCAG_AA =
            Map.of("type", "tag", "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"));
    private static final Map<String, Object> CONTRAST = Map.of("type", "rule", "values", List.of("color-contrast"));

    /** Gives each rule that is broken, and where first. */
    private static final String RUN = "const [only, done] = arguments;axe.run(document, { runOnly: only,"
            + " resultTypes: ['violations'], preload: false }).then(found =>"
            + " done(found.violations.map(rule => rule.id + ' at ' + rule.nodes[0].target)), error => done(['axe failed: '"
            + " + error]))";

    private Accessibility() {}

    static List<String> violations(ChromeDriver window) {
        return violations(window, WCAG_AA);
    }

    /** Of contrast alone: of all that axe looks at, only this changes with the colours. */
    static List<String> faintTexts(ChromeDriver window) {
        return violations(window, CONTRAST);
    }

    private static List<String> violations(ChromeDriver window, Map<String, Object> rules) {
        if (Boolean.FALSE.equals(window.executeScript("return 'axe' in window"))) {
            window.executeScript(AXE);
        }
        Object found = Objects.requireNonNull(window.executeAsyncScript(RUN, rules));
        return ((List<?>) found).stream().map(String.class::cast).toList();
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(Accessibility.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
