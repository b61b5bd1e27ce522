package org.tallystick.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.openqa.selenium.chrome.ChromeDriver;

/** What axe finds on a page against WCAG 2.2, levels A and AA. */
final class Accessibility {

    private static final String AXE = read("/axe.min.js");
    private static final List<String> WCAG_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** Gives each rule that is broken, and where first. */
    private static final String RUN = "const [tags, done] = arguments;axe.run(document, { runOnly: { type: 'tag',"
            + " values: tags }, resultTypes: ['violations'], preload: false }).then(found =>"
            + " done(found.violations.map(rule => rule.id + ' at ' + rule.nodes[0].target)), error => done(['axe failed: '"
            + " + error]))";

    private Accessibility() {}

    static List<String> violations(ChromeDriver window) {
        if (Boolean.FALSE.equals(window.executeScript("return 'axe' in window"))) {
            window.executeScript(AXE);
        }
        Object found = Objects.requireNonNull(window.executeAsyncScript(RUN, WCAG_AA));
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
