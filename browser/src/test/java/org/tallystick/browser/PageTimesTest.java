package org.tallystick.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How long pages take from being asked for to being usable: printed, never judged. {@code -Dloads=9} loads each so often; it
 * is few times otherwise.
 */
final class PageTimesTest {

    private static final int LOADS = Integer.getInteger("loads", 1);
    private static final int WARMING = Math.min(LOADS, 3);

    /** Milliseconds: the document is there, it is read, its scripts have run, all of it is there. */
    private static final String TIMES = "const [page] = performance.getEntriesByType('navigation');"
            + "return [page.responseEnd, page.domInteractive, page.domContentLoadedEventEnd, page.loadEventEnd]";

    private final Map<String, List<List<Number>>> times = new LinkedHashMap<>();

    @Test
    void everyPageSaysHowLongItTook() {
        try (Person person = Person.arrives()) {
            load(person, List.of(Tour.signIn()));
            person.signIn("P0001");
            load(person, Tour.ofParticipant(person));
            person.leave();
            person.signIn("OPS");
            load(person, Tour.ofWhoSeesEverything("ops", person));
        }
        System.out.printf(
                "%-18s %9s %12s %8s %7s%n", "page, median ms", "document", "interactive", "scripts", "loaded");
        times.forEach((page, loads) -> System.out.printf(
                "%-18s %9.0f %12.0f %8.0f %7.0f%n",
                page, middle(loads, 0), middle(loads, 1), middle(loads, 2), middle(loads, 3)));
        assertThat(times).hasSizeGreaterThan(15);
    }

    private void load(Person person, List<Tour.Stop> stops) {
        for (int round = 0; round < WARMING + LOADS; round++) {
            for (Tour.Stop stop : stops) {
                person.goTo(stop.path());
                person.see(stop.shown());
                person.until("performance.getEntriesByType('navigation')[0].loadEventEnd > 0");
                if (round >= WARMING) {
                    times.computeIfAbsent(stop.name(), _ -> new ArrayList<>()).add(numbers(person.run(TIMES)));
                }
            }
        }
    }

    private static List<Number> numbers(Object list) {
        return ((List<?>) list).stream().map(Number.class::cast).toList();
    }

    private static double middle(List<List<Number>> loads, int which) {
        return loads.stream()
                .mapToDouble(load -> load.get(which).doubleValue())
                .sorted()
                .toArray()[loads.size() / 2];
    }
}
