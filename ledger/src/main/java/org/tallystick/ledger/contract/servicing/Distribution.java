package org.tallystick.ledger.contract.servicing;

import java.time.LocalDate;
import org.tallystick.ledger.event.ServicingEvent.Kind;
import org.tallystick.ledger.money.Rational;

/**
 * A payment to all holders of record that has not been completed.
 *
 * @param cashPerUnit what one minor unit of par is paid, in minor units of cash; exact
 * @param supply par outstanding when the record was fixed, in minor units
 * @param due what is owed on all of it, in minor units of cash
 * @param hold the cash set aside, 0 until it is funded; stays 0 if nothing is due
 * @param obligation the obligation recorded for lack of cash, 0 for none
 * @param nextRow row of the next holder to be looked at, -1 after the last
 * @param paid what holders have been paid so far
 */
public record Distribution(
        long number,
        int asset,
        Kind kind,
        LocalDate scheduledDate,
        Rational cashPerUnit,
        long supply,
        long due,
        boolean funded,
        long hold,
        long obligation,
        int nextRow,
        long paid) {

    Distribution fundedBy(long newHold) {
        return new Distribution(
                number, asset, kind, scheduledDate, cashPerUnit, supply, due, true, newHold, obligation, nextRow, paid);
    }

    Distribution owedAs(long newObligation) {
        return new Distribution(
                number,
                asset,
                kind,
                scheduledDate,
                cashPerUnit,
                supply,
                due,
                funded,
                hold,
                newObligation,
                nextRow,
                paid);
    }

    Distribution paidUpTo(int row, long more) {
        return new Distribution(
                number,
                asset,
                kind,
                scheduledDate,
                cashPerUnit,
                supply,
                due,
                funded,
                hold,
                obligation,
                row,
                paid + more);
    }
}
