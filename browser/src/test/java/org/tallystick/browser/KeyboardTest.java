package org.tallystick.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Without a mouse. */
final class KeyboardTest {

    @Test
    void aPaymentIsMadeFromSigningInToItsFinalityByKeysAlone() {
        try (Person payer = Person.arrives()) {
            payer.see("identity-P0001");
            payer.tabTo("identity-P0001");
            payer.type(Keys.ENTER);
            payer.see("tiles");

            payer.type("?");
            assertThat(payer.see(By.id("help")).getText()).contains("Shortcuts", "Instruct");
            payer.type(Keys.ESCAPE);
            payer.until("!document.getElementById('help').open");

            payer.type("g", "i");
            payer.see("instruct");
            payer.type(Keys.TAB, Keys.ENTER, Keys.TAB); // past the menu
            assertThat(payer.focus()).isEqualTo("leg-1-from");
            payer.type(Keys.TAB, "1", Keys.TAB, "usd", Keys.TAB, "7.89"); // account 1 is the operator's
            assertThat(payer.focus()).isEqualTo("leg-1-amount");
            payer.tabTo("remove-leg-2");
            payer.type(Keys.ENTER);
            assertThat(payer.focus()).isEqualTo("add-leg");
            assertThat(payer.tabTo("review")).isLessThan(10); // the date has its parts, and its calendar
            payer.type(Keys.ENTER);

            payer.see("sign");
            assertThat(payer.see(By.id("sheet-said")).getText()).contains("you give", "7.89", "of OPS");
            payer.tabTo("sign");
            payer.type(Keys.ENTER);
            payer.reads("sheet", "Accepted");
            payer.tabTo("settlement-link");
            payer.type(Keys.ENTER);
            payer.reads("state", "Final");

            payer.type("g", "t");
            payer.see("settlements");
            payer.type("/");
            payer.until("document.activeElement.id === 'number'");
            assertThat(payer.window().complaints()).isEmpty();
        }
    }
}
