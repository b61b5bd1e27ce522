package org.tallystick.gateway.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page for whoever is signed in.
 *
 * @param here the path of the page's place in the menu
 * @param assets where style sheets and scripts are
 * @param position the last entry that is shown
 * @param lag how many entries the ledger is ahead of that
 * @param nowMillis what time it is for the ledger
 */
public record Frame(
        String title,
        String here,
        String assets,
        String ledger,
        boolean demo,
        Visitor visitor,
        @Nullable LocalDate businessDate,
        long position,
        long lag,
        long nowMillis) {

    /** Pages of one kind in the menu. */
    public record Group(String title, List<Link> links) {}

    /**
     * A page in the menu.
     *
     * @param key goes there when typed after {@code g}
     */
    public record Link(String path, String title, String key) {}

    public String asset(String name) {
        return assets + "/" + name;
    }

    public String partyNumber() {
        return Integer.toString(visitor.party());
    }

    /** The menu: what this visitor can use. */
    public List<Group> links() {
        List<Group> groups = new ArrayList<>();
        groups.add(new Group(
                "Ledger",
                List.of(
                        new Link("/", "Overview", "o"),
                        new Link("/securities", "Securities", "s"),
                        new Link("/settlements", "Settlements", "t"),
                        new Link("/receipts", "Receipts", "r"))));
        List<Link> desk = new ArrayList<>();
        desk.add(new Link("/accounts", visitor.seesEverything() ? "Accounts" : "My accounts", "a"));
        if (visitor.moves()) {
            desk.add(new Link("/instruct", "Instruct", "i"));
            desk.add(new Link("/approvals", "Approvals", "p"));
        }
        groups.add(new Group("Desk", List.copyOf(desk)));
        List<Link> running = new ArrayList<>();
        if (visitor.seesEverything()) {
            running.add(new Link("/operations", "Operations", "x"));
        }
        running.add(new Link("/api", "API", "d"));
        groups.add(new Group("Running it", List.copyOf(running)));
        return groups;
    }
}
