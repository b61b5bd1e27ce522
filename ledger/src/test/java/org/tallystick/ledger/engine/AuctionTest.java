package org.tallystick.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.ledger.engine.Town.ALPHA;
import static org.tallystick.ledger.engine.Town.ALPHA_ACCOUNT;
import static org.tallystick.ledger.engine.Town.BETA;
import static org.tallystick.ledger.engine.Town.BETA_ACCOUNT;
import static org.tallystick.ledger.engine.Town.DOLLAR;
import static org.tallystick.ledger.engine.Town.MINUTE;
import static org.tallystick.ledger.engine.Town.NOTE;
import static org.tallystick.ledger.engine.Town.OPS;
import static org.tallystick.ledger.engine.Town.RESIDUAL_ACCOUNT;
import static org.tallystick.ledger.engine.Town.TREASURY_ACCOUNT;
import static org.tallystick.ledger.engine.Town.USD;
import static org.tallystick.ledger.engine.Town.UST;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.command.AdministrationCommand.OpenBusinessDate;
import org.tallystick.ledger.command.AdministrationCommand.PublishBillRate;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAsset;
import org.tallystick.ledger.command.AuctionCommand.AnnounceAuction;
import org.tallystick.ledger.command.AuctionCommand.AwardAuction;
import org.tallystick.ledger.command.Award;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.BookCommand.DeliverHold;
import org.tallystick.ledger.command.BookCommand.PlaceHold;
import org.tallystick.ledger.command.BookCommand.ReleaseHold;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.ledger.treasury.Cusip;
import org.tallystick.ledger.treasury.FloatingRateNote;

/** What becomes of bids, and of auctions that are announced and never held. */
class AuctionTest {

    private static final LocalDate TODAY = LocalDate.of(2022, 8, 10);
    private static final LocalDate ISSUE = LocalDate.of(2022, 8, 15);
    private static final long DAY = 24 * 60 * MINUTE;

    private final Town town =
            Town.settled().withCash(ALPHA_ACCOUNT, 1_000 * DOLLAR).withCash(BETA_ACCOUNT, 1_000 * DOLLAR);

    private void bid(int party, int account, int auction) {
        town.accepted(
                party,
                new PlaceHold(
                        account, USD, 500 * DOLLAR, new Beneficiary.Auction(auction), town.now + 100 * DAY, "bid"));
    }

    private void announce() {
        town.accepted(UST, new AnnounceAuction(1, NOTE, 500 * DOLLAR, TODAY, ISSUE));
    }

    private void awardToAlpha() {
        Award award = new Award(ALPHA_ACCOUNT, 500 * DOLLAR);
        town.accepted(UST, new AwardAuction(1, 99_781_411, 0, List.of(award)));
    }

    @Test
    void whoWasAwardedNothingTakesItsCashBackAtOnce() {
        announce();
        bid(ALPHA, ALPHA_ACCOUNT, 1); // hold 1
        bid(BETA, BETA_ACCOUNT, 1); // hold 2
        assertThat(town.rejected(BETA, new ReleaseHold(2, 500 * DOLLAR))).isEqualTo(RejectionCode.NOT_AUTHORISED);

        awardToAlpha();

        town.accepted(BETA, new ReleaseHold(2, 500 * DOLLAR));
        assertThat(town.cash(BETA_ACCOUNT)).isEqualTo(1_000 * DOLLAR);
    }

    @Test
    void whoWasAwardedSomethingStaysBoundUntilItIsIssued() {
        announce();
        bid(ALPHA, ALPHA_ACCOUNT, 1);
        awardToAlpha();

        assertThat(town.rejected(ALPHA, new ReleaseHold(1, 1))).isEqualTo(RejectionCode.NOT_AUTHORISED);
        town.open(ISSUE);

        // 500.00 of par at 99.781411 is 498.91; the rest of the hold has returned with the issue.
        assertThat(town.ledger.book().available(ALPHA_ACCOUNT, NOTE)).isEqualTo(500 * DOLLAR);
        assertThat(town.cash(ALPHA_ACCOUNT)).isEqualTo(1_000_00 - 498_91);
        bid(ALPHA, ALPHA_ACCOUNT, 1); // hold 2: too late
        town.accepted(ALPHA, new ReleaseHold(2, 500 * DOLLAR));
    }

    @Test
    void aBidIsReleasedByItsOwnerAloneAndGoesNowhereElse() {
        announce();
        bid(BETA, BETA_ACCOUNT, 1);
        awardToAlpha();

        assertThat(town.rejected(ALPHA, new ReleaseHold(1, 1))).isEqualTo(RejectionCode.NOT_AUTHORISED);
        assertThat(town.rejected(BETA, new DeliverHold(1, ALPHA_ACCOUNT, 1))).isEqualTo(RejectionCode.NOT_AUTHORISED);
    }

    @Test
    void aBidForAnAuctionThatIsToComeBinds() {
        bid(BETA, BETA_ACCOUNT, 7);
        assertThat(town.rejected(BETA, new ReleaseHold(1, 1))).isEqualTo(RejectionCode.NOT_AUTHORISED);
    }

    @Test
    void anAuctionThatIsNeverHeldHoldsNoFloatingRateStill() {
        // Two rates: 2 % and, from the auction of 13 September, 3 %. An issue on the 15th would keep 2 % until it.
        long undisturbed = interestDue(Town.settled(), false);

        assertThat(interestDue(Town.settled(), true)).isEqualTo(undisturbed);
    }

    private static long interestDue(Town town, boolean reopeningAnnounced) {
        town.withCash(ALPHA_ACCOUNT, 2_000_000 * DOLLAR);
        FloatingRateNote note = new FloatingRateNote(
                Cusip.of("91282CFD8"), 0, ISSUE, LocalDate.of(2022, 11, 15), LocalDate.of(2024, 8, 15));
        town.accepted(
                OPS,
                new RegisterAsset(
                        3,
                        "91282CFD8",
                        UST,
                        2,
                        100 * DOLLAR,
                        new AssetTerms.Treasury(note, USD, TREASURY_ACCOUNT, RESIDUAL_ACCOUNT)));
        Beneficiary auction = new Beneficiary.Auction(1);
        town.accepted(
                ALPHA, new PlaceHold(ALPHA_ACCOUNT, USD, 1_000_000 * DOLLAR, auction, town.now + 100 * DAY, "bid"));
        town.accepted(UST, new AnnounceAuction(1, 3, 1_000_000 * DOLLAR, TODAY, ISSUE));
        Award award = new Award(ALPHA_ACCOUNT, 1_000_000 * DOLLAR);
        town.accepted(UST, new AwardAuction(1, 100_000_000, 0, List.of(award)));
        town.accepted(OPS, new PublishBillRate(LocalDate.of(2022, 8, 8), 2_000_000_000, 91));
        town.open(ISSUE);
        if (reopeningAnnounced) {
            LocalDate never = LocalDate.of(2022, 9, 15);
            town.accepted(UST, new AnnounceAuction(2, 3, 100 * DOLLAR, LocalDate.of(2022, 9, 12), never));
        }
        town.accepted(OPS, new PublishBillRate(LocalDate.of(2022, 9, 13), 3_000_000_000L, 91));
        town.now += 97 * DAY;
        return town.accepted(OPS, new OpenBusinessDate(LocalDate.of(2022, 11, 15))).stream()
                .filter(ServicingEvent.DistributionOpened.class::isInstance)
                .mapToLong(event -> ((ServicingEvent.DistributionOpened) event).due())
                .sum();
    }
}
