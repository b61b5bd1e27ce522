package org.tallystick.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Through the door and out again. */
final class SigningInTest {

    @Test
    void anIdentityOfTheDemonstrationSeesTheLedgerAndItsOwnPosition() {
        try (Person person = Person.signedInAs("P0001")) {
            assertThat(person.see("who").getText()).contains("P0001");
            assertThat(person.see("health").getText()).contains("Ready");
            assertThat(person.see("supply").getText()).contains("USD");
            person.goTo("accounts");
            assertThat(person.see("holdings").getText()).contains("USD");
            assertThat(person.window().complaints()).isEmpty();
        }
    }

    @Test
    void whoSignsOutIsOutsideAndComesBackToThePageTheyAskFor() {
        try (Person person = Person.signedInAs("P0001")) {
            person.press("sign-out");
            person.see("identities");
            person.goTo("accounts");
            person.see("identities");
            person.press("identity-P0001");
            person.see("accounts");
            assertThat(person.window().driver().findElements(By.id("sign-in"))).isEmpty();
        }
    }

    @Test
    void thePagesOfOneParticipantAreNotShownToAnother() {
        try (Person owner = Person.signedInAs("P0001");
                Person other = Person.signedInAs("P0002")) {
            String account = owner.account();
            other.goTo("accounts/" + account);
            assertThat(other.see(By.id("main")).getText()).doesNotContain("Statement");
        }
    }
}
