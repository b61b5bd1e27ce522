package org.tallystick.ledger.party;

import java.util.ArrayList;
import java.util.List;

/**
 * A set of roles.
 *
 * @param bits bit {@code r.ordinal()} is set for each role held
 */
public record Roles(int bits) {

    /** How many roles there are; bits beyond have no meaning. */
    private static final int KNOWN = (1 << Role.values().length) - 1;

    public static Roles of(Role... roles) {
        int bits = 0;
        for (Role role : roles) {
            bits |= 1 << role.ordinal();
        }
        return new Roles(bits);
    }

    public boolean has(Role role) {
        return (bits & 1 << role.ordinal()) != 0;
    }

    /** Whether at least one role, and only known ones, are set. */
    public boolean isValid() {
        return bits != 0 && (bits & ~KNOWN) == 0;
    }

    /** The roles held, in the order of {@link Role}. */
    public List<Role> list() {
        List<Role> list = new ArrayList<>();
        for (Role role : Role.values()) {
            if (has(role)) {
                list.add(role);
            }
        }
        return list;
    }
}
