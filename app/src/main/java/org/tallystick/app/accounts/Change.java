package org.tallystick.app.accounts;

/**
 * What one movement did to one holding.
 *
 * @param available added to what is available, in minor units; negative where it shrank
 * @param held added to what is held, in minor units; negative where it shrank
 * @param kind what happened, seen from the account
 * @param counterpart the other account, or 0 where there is none
 */
record Change(int account, int asset, long available, long held, Kind kind, int counterpart) {

    /** What happened, seen from the account. */
    enum Kind {
        ISSUED("issued"),
        REDEEMED("redeemed"),
        RECEIVED("received"),
        GAVE("gave"),
        HELD("held"),
        RELEASED("released");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
