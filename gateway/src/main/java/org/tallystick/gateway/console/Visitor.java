package org.tallystick.gateway.console;

import java.util.List;
import java.util.Optional;
import org.tallystick.gateway.session.Caller;
import org.tallystick.ledger.party.Role;
import org.tallystick.readmodel.Scope;
import org.tallystick.readmodel.Views;
import org.tallystick.readmodel.view.PartyView;

/**
 * Who looks at a page.
 *
 * @param caller as the session says
 * @param self their party, as registered
 */
public record Visitor(Caller caller, PartyView self) {

    static Optional<Visitor> of(Caller caller, Views views) {
        return views.party(caller.party()).map(self -> new Visitor(caller, self));
    }

    public int party() {
        return self.party();
    }

    public String code() {
        return self.code();
    }

    public String name() {
        return self.name();
    }

    public List<Role> roles() {
        return self.roles();
    }

    /** How many of the party's keys must sign. */
    public int threshold() {
        return self.threshold();
    }

    /** The key that the session was opened with, in hexadecimal. */
    public String key() {
        return caller.key().toString();
    }

    /** How much of the ledger may be shown. */
    public Scope scope() {
        return caller.scope();
    }

    /** Whether everything may be seen: an operator, or a supervisor of the whole ledger. */
    public boolean seesEverything() {
        return scope() instanceof Scope.Everything;
    }

    public boolean has(Role role) {
        return roles().contains(role);
    }

    /** Whether the party can hold and move anything; a supervisor cannot. */
    public boolean moves() {
        return roles().stream().anyMatch(role -> role != Role.SUPERVISOR);
    }
}
