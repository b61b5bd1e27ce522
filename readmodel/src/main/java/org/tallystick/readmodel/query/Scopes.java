package org.tallystick.readmodel.query;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.tallystick.readmodel.Scope;

/** Scopes as conditions. */
final class Scopes {

    /** Party 0 stands for the whole ledger where sums are kept. */
    static final int WHOLE_LEDGER = 0;

    private static final int NOBODY = -1;

    private Scopes() {}

    /** That a column is the party of the scope. */
    static Condition party(Scope scope, Field<Integer> party) {
        return switch (scope) {
            case Scope.Everything everything -> DSL.noCondition();
            case Scope.OfParty of -> party.eq(sums(scope));
        };
    }

    /** That whoever asks may know everything, or is this party. */
    static boolean covers(Scope scope, int party) {
        return switch (scope) {
            case Scope.Everything everything -> true;
            case Scope.OfParty of -> of.party() == party && party > 0;
        };
    }

    /** Under which number sums of the scope are kept. A party that cannot be is nobody, never the whole ledger. */
    static int sums(Scope scope) {
        return switch (scope) {
            case Scope.Everything everything -> WHOLE_LEDGER;
            case Scope.OfParty of -> of.party() > 0 ? of.party() : NOBODY;
        };
    }
}
