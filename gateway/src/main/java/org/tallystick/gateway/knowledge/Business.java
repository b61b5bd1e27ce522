package org.tallystick.gateway.knowledge;

import org.tallystick.readmodel.Scope;
import org.tallystick.readmodel.Views;

/** What is a party's own business, as far as is known by now: what is not known yet is not its business. */
interface Business {

    /** Whether the account is the party's. */
    boolean owns(int account);

    /** Whether the hold is on an account of the party, or for the party. */
    boolean isConcernedByHold(long hold);

    /** Whether the party proposed the settlement, gives or receives in it. */
    boolean isPartOf(long settlement);

    /** Whether the party owes it, or it is owed to the party. */
    boolean isConcernedByObligation(long obligation);

    /** As the read model tells. */
    static Business of(Views views, int party) {
        Scope scope = Scope.ofParty(party);
        return new Business() {
            @Override
            public boolean owns(int account) {
                return views.account(scope, account).isPresent();
            }

            @Override
            public boolean isConcernedByHold(long hold) {
                return views.hold(scope, hold).isPresent();
            }

            @Override
            public boolean isPartOf(long settlement) {
                return views.settlement(scope, settlement).isPresent();
            }

            @Override
            public boolean isConcernedByObligation(long obligation) {
                return views.obligation(scope, obligation).isPresent();
            }
        };
    }
}
