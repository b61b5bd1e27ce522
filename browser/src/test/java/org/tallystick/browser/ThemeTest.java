package org.tallystick.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Light and dark. */
final class ThemeTest {

    private static final By SWITCH = By.cssSelector("#who [data-theme-toggle]");
    private static final String GROUND = "return getComputedStyle(document.documentElement).backgroundColor";

    @Test
    void whoeverChoseDarkStaysInTheDarkOverAReloadAndOnOtherPages() {
        try (Person person = Person.signedInAs("P0001")) {
            person.window().prefer("light");
            Object light = person.run(GROUND);

            person.press(SWITCH);
            Object dark = person.run(GROUND);
            assertThat(dark).isNotEqualTo(light);
            person.window().driver().navigate().refresh();
            assertThat(person.see(SWITCH).getText()).isEqualTo("Light");
            assertThat(person.run(GROUND)).isEqualTo(dark);
            person.goTo("settlements");
            assertThat(person.run(GROUND)).isEqualTo(dark);

            person.type("t");
            assertThat(person.run(GROUND)).isEqualTo(light);
        }
    }

    @Test
    void whoeverChoseNothingFollowsTheSystemAlsoWhenItChanges() {
        try (Person person = Person.signedInAs("P0001")) {
            person.window().prefer("light");
            Object light = person.run(GROUND);

            person.window().prefer("dark");
            assertThat(person.run(GROUND)).isNotEqualTo(light);
            assertThat(person.see(SWITCH).getText()).isEqualTo("Light");
        }
    }
}
