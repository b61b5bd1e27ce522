package org.tallystick.browser;

import java.util.List;
import java.util.Objects;
import org.openqa.selenium.By;

/** The pages there are, with something on each of them. */
final class Tour {

    /**
     * A page.
     *
     * @param name what its picture is called
     * @param path its address, without the first slash
     * @param shown what is there when the page has become what it is
     */
    record Stop(String name, String path, By shown) {}

    private Tour() {}

    static Stop signIn() {
        return new Stop("sign-in", "sign-in", test("identity-P0001"));
    }

    /** What a participant of the demonstration can open; finds a security, a settlement and receipts of theirs. */
    static List<Stop> ofParticipant(Person person) {
        String account = "accounts/" + person.account();
        String security = link(person, "accounts", "//table[@data-test='holdings']//th/a[starts-with(., '91282')]");
        String settlement = link(person, "settlements", "//table[@data-test='settlements']//th/a");
        String accepted = link(person, "receipts", receipt("Accepted"));
        String rejected = link(person, "receipts?code=AVAILABLE_BELOW_DEBIT", receipt("Rejected"));
        return List.of(
                new Stop("overview", "", By.cssSelector("#flow canvas")),
                new Stop("securities", "securities", test("securities")),
                new Stop("security", security, test("flows")),
                new Stop("accounts", "accounts", test("holdings")),
                new Stop("statement", account, test("statement")),
                new Stop("settlements", "settlements", test("settlements")),
                new Stop("settlement", settlement, test("history")),
                new Stop("instruct", "instruct", test("leg-2-amount")),
                new Stop("approvals", "approvals", test("nothing")),
                new Stop("receipts", "receipts", test("receipts")),
                new Stop("receipt-accepted", accepted, test("decided")),
                new Stop("receipt-rejected", rejected, test("reason")),
                new Stop("api", "api", test("codes")),
                new Stop("not-found", "nowhere", By.cssSelector("main [role='alert']")));
    }

    /** What looks different to an operator or a supervisor. */
    static List<Stop> ofWhoSeesEverything(String who, Person person) {
        String security = link(person, "securities?kind=NOTE", "//table[@data-test='securities']//th/a");
        return List.of(
                new Stop(who + "-overview", "", By.cssSelector("#flow canvas")),
                new Stop(who + "-security", security, test("holders")),
                new Stop(who + "-settlements", "settlements", test("settlements")),
                new Stop(who + "-operations", "operations", test("parties")));
    }

    private static By test(String name) {
        return By.cssSelector("[data-test='" + name + "']");
    }

    private static String receipt(String verdict) {
        return "//table[@data-test='receipts']//tr[td[contains(., '" + verdict + "')]]/th/a";
    }

    /** Where a link leads to, without the first slash. */
    private static String link(Person person, String path, String where) {
        person.goTo(path);
        String target = person.see(By.xpath(where)).getDomAttribute("href");
        return Objects.requireNonNull(target, where).substring(1);
    }
}
