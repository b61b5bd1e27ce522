package org.tallystick.ledger.contract.auction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tallystick.ledger.command.Award;

/**
 * An auction that has not been completed.
 *
 * @param offeringAmount par, in the security's minor units
 * @param priceMicros per 100 par in millionths, 0 before it is awarded
 * @param accruedNanos accrued interest per 100 par in billionths
 * @param awards empty before it is awarded
 * @param progress what became of each award
 */
public record Auction(
        int number,
        int asset,
        long offeringAmount,
        LocalDate auctionDate,
        LocalDate issueDate,
        long priceMicros,
        long accruedNanos,
        List<Award> awards,
        List<Progress> progress) {

    /** What became of one award. */
    public sealed interface Progress {

        /** Not yet tried. */
        record Open() implements Progress {}

        /** The bidder was short; this obligation is recorded. */
        record Unpaid(long obligation) implements Progress {}

        /** Issued against payment. */
        record Issued() implements Progress {}
    }

    public boolean isAwarded() {
        return !awards.isEmpty();
    }

    /** Position of the first award not tried yet, or -1. */
    int firstOpen() {
        for (int i = 0; i < progress.size(); i++) {
            if (progress.get(i) instanceof Progress.Open) {
                return i;
            }
        }
        return -1;
    }

    boolean isComplete() {
        return isAwarded() && progress.stream().allMatch(Progress.Issued.class::isInstance);
    }

    /** Whether an award of the account is still to be issued. */
    boolean owes(int account) {
        for (int i = 0; i < awards.size(); i++) {
            if (awards.get(i).account() == account && !(progress.get(i) instanceof Progress.Issued)) {
                return true;
            }
        }
        return false;
    }

    Auction awarded(long price, long accrued, List<Award> to) {
        List<Progress> open = new ArrayList<>();
        to.forEach(award -> open.add(new Progress.Open()));
        return new Auction(
                number, asset, offeringAmount, auctionDate, issueDate, price, accrued, to, List.copyOf(open));
    }

    Auction with(int award, Progress newProgress) {
        List<Progress> changed = new ArrayList<>(progress);
        changed.set(award, newProgress);
        return new Auction(
                number,
                asset,
                offeringAmount,
                auctionDate,
                issueDate,
                priceMicros,
                accruedNanos,
                awards,
                List.copyOf(changed));
    }
}
