package org.tallystick.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Instructing, affirming and countersigning: every signature is made in a window of its own, by a key that is there. */
final class SettlingTest {

    @Test
    void twoPartiesExchangeAndTheFirstSeesItSettleWithoutAskingAgain() {
        try (Person buyer = Person.signedInAs("P0001");
                Person seller = Person.signedInAs("P0002")) {
            String buyers = buyer.account();
            String sellers = seller.account();
            String security = securityOf(seller);

            buyer.goTo("instruct");
            leg(buyer, 1, buyers, sellers, "USD", "1,000");
            leg(buyer, 2, sellers, buyers, security, "100");
            buyer.press("review");
            assertThat(buyer.see(By.id("sheet-said")).getText())
                    .contains("you give", "you get", "1,000.00", security, "of P0002");
            buyer.press(By.cssSelector("#sheet details summary"));
            assertThat(buyer.see("bytes").getText()).hasSizeGreaterThan(100).matches("[0-9a-f\\s]+");
            assertThat(buyer.see("digest").getText()).matches("[0-9a-f]{64}");

            buyer.press("sign");
            buyer.press("settlement-link");
            buyer.reads("waits-for", "P0002");
            buyer.run("return window.samePage = true");
            String settlement = buyer.see(By.id("settlement")).getDomAttribute("data-settlement");

            seller.goTo("settlements/" + settlement);
            seller.press("affirm");
            assertThat(seller.see(By.id("sheet-said")).getText()).contains("Affirm settlement", security);
            seller.press("sign");
            seller.reads("sheet", "Accepted");

            buyer.reads("state", "Final");
            assertThat(buyer.run("return window.samePage === true")).isEqualTo(true);
            assertThat(buyer.see("affirmations").getText()).doesNotContain("not yet");
            assertThat(buyer.window().complaints()).isEmpty();
            assertThat(seller.window().complaints()).isEmpty();
        }
    }

    @Test
    void aPaymentIsOnTheStatementAndInItsFile() {
        try (Person payer = Person.signedInAs("P0001");
                Person payee = Person.signedInAs("P0002")) {
            String settlement = pay(payer, payer.account(), payee.account(), "12.34");
            payer.press("settlement-link");
            payer.reads("state", "Final");

            String account = payer.account();
            payer.goTo("accounts/" + account);
            String line = payer.see(By.cssSelector("[data-test='statement'] tbody tr"))
                    .getText();
            assertThat(line).contains(settlement, "12.34", "P0002", "USD");
            payer.press("csv");
            Path file = payer.window().download("account-" + account + ".csv");
            assertThat(file)
                    .content()
                    .startsWith("entry,")
                    .contains(",SETTLEMENT," + settlement + ",P0002,", ",-12.34,");
        }
    }

    @Test
    void whoGivesMoreThanThereIsReadsWhyNothingMoved() {
        try (Person payer = Person.signedInAs("P0001");
                Person payee = Person.signedInAs("P0002")) {
            review(payer, payer.account(), payee.account(), "9,000,000,000,000");
            payer.press("sign");
            payer.reads("sheet", "AVAILABLE_BELOW_DEBIT");
            assertThat(payer.see(By.id("sheet-outcome")).getText())
                    .contains("Less is available than is to be given.", "Nothing moved");
            payer.press(By.cssSelector("#sheet-outcome a"));
            assertThat(payer.see("reason").getText()).contains("AVAILABLE_BELOW_DEBIT");
        }
    }

    @Test
    void whereTwoMustSignNothingMovesBeforeTheSecondHas() {
        try (Person payee = Person.signedInAs("P0002");
                Person first = Person.signedInAs("FOUREYES");
                Person second = Person.signedInAs("FOUREYES-2")) {
            review(first, first.account(), payee.account(), "56.78");
            first.press("sign");
            first.reads("sheet", "for one more key");

            first.goTo("approvals");
            first.reads("approvals", "1 of 2, you among them");
            second.goTo("approvals");
            second.press("countersign");
            assertThat(second.see(By.id("sheet-said")).getText()).contains("56.78", "of P0002");
            second.press("sign");
            second.reads("sheet", "Accepted");
            second.press("settlement-link");
            second.reads("state", "Final");

            payee.goTo("accounts/" + payee.account());
            payee.reads("statement", "+56.78");
            first.goTo("approvals");
            first.see("nothing");
        }
    }

    /** Pays US dollars; nobody but the payer must affirm. Gives the number of the settlement. */
    private static String pay(Person payer, String from, String to, String amount) {
        review(payer, from, to, amount);
        payer.press("sign");
        return payer.see("settlement-link").getText().replaceAll("\\D", "");
    }

    private static void review(Person payer, String from, String to, String amount) {
        payer.goTo("instruct");
        leg(payer, 1, from, to, "USD", amount);
        payer.press(By.cssSelector("[aria-label='Remove leg 2']"));
        payer.press("review");
        payer.see("sheet");
    }

    private static void leg(Person person, int number, String from, String to, String asset, String amount) {
        person.write("leg-" + number + "-from", from);
        person.write("leg-" + number + "-to", to);
        person.write("leg-" + number + "-asset", asset);
        person.write("leg-" + number + "-amount", amount);
    }

    /** The first security that a participant has something of. */
    private static String securityOf(Person owner) {
        owner.goTo("accounts");
        for (WebElement row : owner.see("holdings").findElements(By.cssSelector("tbody tr"))) {
            String asset = row.findElement(By.tagName("th")).getText();
            String available =
                    row.findElement(By.cssSelector("[data-label='Available']")).getText();
            if (asset.length() == 9 && available.contains(",")) {
                return asset;
            }
        }
        throw new AssertionError("no security of which a thousand or more is available");
    }
}
