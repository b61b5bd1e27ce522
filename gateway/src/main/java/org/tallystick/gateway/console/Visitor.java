package org.tallystick.gateway.console;

import java.util.List;
import org.tallystick.ledger.party.Role;
import org.tallystick.readmodel.Scope;

/**
 * Who looks at a page.
 *
 * @param party whose key the session was opened with
 * @param threshold how many of the party's keys must sign
 * @param key that key, in hexadecimal
 * @param scope how much of the ledger may be shown
 */
public record Visitor(int party, String code, String name, List<Role> roles, int threshold, String key, Scope scope) {

    public Visitor {
        roles = List.copyOf(roles);
    }

    /** Whether everything may be seen: an operator, or a supervisor of the whole ledger. */
    public boolean seesEverything() {
        return scope instanceof Scope.Everything;
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether the party can hold and move anything; a supervisor cannot. */
    public boolean moves() {
        return roles.stream().anyMatch(role -> role != Role.SUPERVISOR);
    }
}
