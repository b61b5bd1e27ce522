package org.tallystick.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Every page, as everyone sees it, in a window of some width, in light and dark. Pictures are kept of all of them. */
abstract class EveryPage {

    private final int width;

    private final List<String> faults = new ArrayList<>();

    EveryPage(int width) {
        this.width = width;
    }

    @Test
    final void canBeReadByEveryoneAndAsksNobodyElse() {
        try (Person person = Person.arrives()) {
            person.window().width(width);
            visit(person, Tour.signIn());
            person.signIn("P0001");
            Tour.ofParticipant(person).forEach(stop -> visit(person, stop));
            review(person);
            for (String who : List.of("OPS", "SUPERVISOR")) {
                person.leave();
                person.signIn(who);
                Tour.ofWhoSeesEverything(who.toLowerCase(Locale.ROOT), person).forEach(stop -> visit(person, stop));
            }
        }
        assertThat(faults).isEmpty();
    }

    private void visit(Person person, Tour.Stop stop) {
        person.goTo(stop.path());
        person.see(stop.shown());
        look(person, stop.name());
    }

    /** The sheet on which is read what is about to be signed. */
    private void review(Person person) {
        String account = person.account();
        person.goTo("instruct");
        person.write("leg-1-to", "1"); // the operator's
        person.write("leg-1-asset", "USD");
        person.write("leg-1-amount", "10m");
        person.write("leg-2-from", "1");
        person.write("leg-2-to", account);
        person.write("leg-2-asset", "EUR");
        person.write("leg-2-amount", "9,000,000");
        person.press("review");
        person.see("sign");
        look(person, "instruct-review");
    }

    private void look(Person person, String page) {
        Chromium window = person.window();
        for (String colours : List.of("light", "dark")) {
            window.prefer(colours);
            String look = page + "-" + width + "-" + colours;
            window.keepPicture(look);
            person.textsThatStickOut().forEach(text -> faults.add(look + " is wider than the window: " + text));
            List<String> broken = colours.equals("light")
                    ? Accessibility.violations(window.driver())
                    : Accessibility.faintTexts(window.driver());
            broken.forEach(rule -> faults.add(look + " breaks " + rule));
        }
        person.strangers().forEach(address -> faults.add(page + " asked " + address));
        person.window().complaints().stream()
                .filter(complaint -> !complaint.contains("/nowhere"))
                .forEach(complaint -> faults.add(page + ": " + complaint));
    }
}
