package org.tallystick.gateway.console;

import java.util.List;

/**
 * A command or a fact, told to people.
 *
 * @param title what it is: Issue cash
 * @param facts its fields
 * @param parts what it is made of, such as legs
 * @param left how many parts are not shown
 */
public record Telling(String title, List<Fact> facts, List<Telling> parts, int left) {

    /** One field and what stands in it. */
    public record Fact(String name, String value) {}

    /** Whether all parts can stand as rows of one table: they have the same fields and no parts of their own. */
    public boolean isTable() {
        return parts.size() > 1
                && parts.stream()
                        .allMatch(part -> part.parts().isEmpty() && names(part).equals(names(parts.getFirst())));
    }

    private static List<String> names(Telling part) {
        return part.facts().stream().map(Fact::name).toList();
    }
}
