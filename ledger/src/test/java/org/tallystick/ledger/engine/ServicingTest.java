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
import org.tallystick.ledger.command.AdministrationCommand.RegisterAsset;
import org.tallystick.ledger.command.AdministrationCommand.RunDueActions;
import org.tallystick.ledger.command.AuctionCommand.AnnounceAuction;
import org.tallystick.ledger.command.AuctionCommand.AwardAuction;
import org.tallystick.ledger.command.Award;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.BookCommand.PlaceHold;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.ServicingCommand.ReconstituteSecurity;
import org.tallystick.ledger.command.ServicingCommand.RetryObligation;
import org.tallystick.ledger.command.ServicingCommand.StripSecurity;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.ledger.event.AuctionEvent;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.ledger.treasury.Cusip;
import org.tallystick.ledger.treasury.FloatingRateNote;
import org.tallystick.ledger.treasury.InterestStrip;
import org.tallystick.ledger.treasury.PrincipalStrip;
import org.tallystick.ledger.treasury.Security;

/**
 * The life of the 3 1/8 % note of 15 August 2025 (CUSIP 91282CFE6, auctioned 9 August 2022 at 99.781411): awarded to two
 * dealers, issued against payment, paid, stripped, redeemed.
 */
class ServicingTest {

    private static final LocalDate ISSUE = LocalDate.of(2022, 8, 15);
    private static final LocalDate FIRST_COUPON = LocalDate.of(2023, 2, 15);
    private static final LocalDate MATURITY = LocalDate.of(2025, 8, 15);

    private final Town town = Town.settled();

    /** Alpha wins 700,000 of par, Beta 300,000; each has committed what that costs. */
    private void award(long alphaPar, long betaPar) {
        town.withCash(ALPHA_ACCOUNT, 2_000_000 * DOLLAR).withCash(BETA_ACCOUNT, 2_000_000 * DOLLAR);
        town.accepted(UST, new AnnounceAuction(1, NOTE, 1_000_000 * DOLLAR, LocalDate.of(2022, 8, 10), ISSUE));
        commit(ALPHA, ALPHA_ACCOUNT, alphaPar);
        commit(BETA, BETA_ACCOUNT, betaPar);
        town.accepted(
                UST,
                new AwardAuction(
                        1,
                        99_781_411,
                        0,
                        List.of(new Award(ALPHA_ACCOUNT, alphaPar), new Award(BETA_ACCOUNT, betaPar))));
    }

    private void commit(int party, int account, long amount) {
        town.accepted(
                party,
                new PlaceHold(account, USD, amount, new Beneficiary.Auction(1), town.now + 10_000 * MINUTE, "bid"));
    }

    private void issued(long alphaPar, long betaPar) {
        award(alphaPar, betaPar);
        town.open(ISSUE);
    }

    @Test
    void eachAwardIsIssuedAgainstItsPriceAndTheRestOfTheBidIsFreeAgain() {
        issued(700_000 * DOLLAR, 300_000 * DOLLAR);

        // 700,000 at 99.781411 is 698,469.877, rounded to 698,469.88; 300,000 is 299,344.233, rounded to 299,344.23.
        assertThat(town.cash(ALPHA_ACCOUNT)).isEqualTo(2_000_000_00 - 698_469_88);
        assertThat(town.cash(BETA_ACCOUNT)).isEqualTo(2_000_000_00 - 299_344_23);
        assertThat(town.cash(TREASURY_ACCOUNT)).isEqualTo(698_469_88 + 299_344_23);
        assertThat(town.ledger.book().available(ALPHA_ACCOUNT, NOTE)).isEqualTo(700_000 * DOLLAR);
        assertThat(town.ledger.book().supply(NOTE)).isEqualTo(1_000_000 * DOLLAR);
        assertThat(town.ledger.auctions().find(1)).isNull();
    }

    /**
     * CUSIP 91282CDE8 as it was re-opened on 31 December 2021 at 100.009279, accrued interest 0.015154091 per $100, of which
     * primary dealers were awarded 7,992,027,000 (Treasury's results of the auction of 29 December 2021).
     */
    @Test
    void aReopenedFloaterIsPaidForWithItsAccruedInterestToTheNinthDecimal() {
        Cusip cusip = Cusip.of("91282CDE8");
        register(
                3,
                cusip,
                new FloatingRateNote(
                        cusip,
                        35_000_000,
                        LocalDate.of(2021, 10, 31),
                        LocalDate.of(2022, 1, 31),
                        LocalDate.of(2023, 10, 31)));
        town.withCash(ALPHA_ACCOUNT, 8_000_000_000L * DOLLAR);
        town.accepted(UST, new AnnounceAuction(1, 3, 24_000_000_000L * DOLLAR, LocalDate.of(2022, 8, 10), ISSUE));
        commit(ALPHA, ALPHA_ACCOUNT, 8_000_000_000L * DOLLAR);
        List<Award> dealers = List.of(new Award(ALPHA_ACCOUNT, 7_992_027_000L * DOLLAR));
        town.accepted(UST, new AwardAuction(1, 100_009_279, 15_154_091, dealers));

        // 7,992,027,000 at 100.024433091 is 7,993,979,699.22965; with accrued interest of 0.015154 it would be 7.27
        // less.
        assertThat(town.open(ISSUE)).contains(new AuctionEvent.AwardIssued(1, 0, 7_993_979_699_23L));
        assertThat(town.cash(ALPHA_ACCOUNT)).isEqualTo(8_000_000_000_00L - 7_993_979_699_23L);
    }

    @Test
    void aPriceThatNobodyCanCountIsRejected() {
        town.accepted(UST, new AnnounceAuction(1, NOTE, 1_000 * DOLLAR, LocalDate.of(2022, 8, 10), ISSUE));
        List<Award> award = List.of(new Award(ALPHA_ACCOUNT, 1_000 * DOLLAR));
        long mostMicros = Long.MAX_VALUE / 1_000;

        assertThat(town.rejected(UST, new AwardAuction(1, mostMicros + 1, 0, award)))
                .isEqualTo(RejectionCode.AMOUNT_OVERFLOW);
        assertThat(town.rejected(UST, new AwardAuction(1, mostMicros, 1_000, award)))
                .isEqualTo(RejectionCode.AMOUNT_OVERFLOW);
        assertThat(town.rejected(UST, new AwardAuction(1, 100_000_000, -1, award)))
                .isEqualTo(RejectionCode.BAD_TERMS);
    }

    @Test
    void aBidderWhoIsShortOwesAndTheOthersAreIssued() {
        town.withCash(ALPHA_ACCOUNT, 2_000_000 * DOLLAR).withCash(BETA_ACCOUNT, 2_000_000 * DOLLAR);
        town.accepted(UST, new AnnounceAuction(1, NOTE, 1_000_000 * DOLLAR, LocalDate.of(2022, 8, 10), ISSUE));
        commit(ALPHA, ALPHA_ACCOUNT, 700_000 * DOLLAR);
        List<Award> awards =
                List.of(new Award(BETA_ACCOUNT, 300_000 * DOLLAR), new Award(ALPHA_ACCOUNT, 700_000 * DOLLAR));
        town.accepted(UST, new AwardAuction(1, 99_781_411, 0, awards));

        assertThat(town.open(ISSUE))
                .contains(new ServicingEvent.ObligationRecorded(
                        1, ServicingEvent.ObligationKind.AWARD, 1_000, BETA_ACCOUNT, USD, 299_344_23));
        assertThat(town.ledger.book().supply(NOTE)).isEqualTo(700_000 * DOLLAR);
        assertThat(town.rejected(UST, new RetryObligation(1))).isEqualTo(RejectionCode.OBLIGATION_UNFUNDED);

        commit(BETA, BETA_ACCOUNT, 299_344_23);
        assertThat(town.accepted(BETA, new RetryObligation(1))).contains(new ServicingEvent.ObligationDischarged(1));
        assertThat(town.ledger.book().supply(NOTE)).isEqualTo(1_000_000 * DOLLAR);
        assertThat(town.ledger.obligations().all()).isEmpty();
    }

    @Test
    void interestIsPaidToTheCentAndWhatRoundingLeavesGoesToTheResidualAccount() {
        // 3.125 % of 100 is 1.5625 a half-year: each odd hundred leaves a fraction of a cent.
        issued(700_100 * DOLLAR, 300_100 * DOLLAR);
        town.withCash(TREASURY_ACCOUNT, 20_000_000 * DOLLAR);
        long treasury = town.cash(TREASURY_ACCOUNT);
        long alpha = town.cash(ALPHA_ACCOUNT);
        long beta = town.cash(BETA_ACCOUNT);

        List<Event> events = town.open(FIRST_COUPON);

        // Due on 1,000,200: 15,628.125, to the cent 15,628.13. Alpha 10,939.0625 -> .06; Beta 4,689.0625 -> .06.
        assertThat(treasury - town.cash(TREASURY_ACCOUNT)).isEqualTo(15_628_13);
        assertThat(town.cash(ALPHA_ACCOUNT) - alpha).isEqualTo(10_939_06);
        assertThat(town.cash(BETA_ACCOUNT) - beta).isEqualTo(4_689_06);
        assertThat(town.cash(RESIDUAL_ACCOUNT)).isEqualTo(1);
        assertThat(events).contains(new ServicingEvent.DistributionClosed(1, 15_628_12, 1));
    }

    @Test
    void theHolderOfTheDayBeforeIsPaidThoughItSellsBeforeThePaymentIsMade() {
        issued(700_000 * DOLLAR, 300_000 * DOLLAR);
        town.withCash(TREASURY_ACCOUNT, 20_000_000 * DOLLAR);
        long alpha = town.cash(ALPHA_ACCOUNT);
        town.now += 500L * 24 * 60 * MINUTE;
        town.accepted(OPS, new OpenBusinessDate(FIRST_COUPON));

        Leg sale = new Leg(NOTE, ALPHA_ACCOUNT, BETA_ACCOUNT, 700_000 * DOLLAR);
        town.accepted(ALPHA, new InstructSettlement(List.of(sale), null, town.now + MINUTE));
        town.accepted(OPS, new RunDueActions(100));

        assertThat(town.cash(ALPHA_ACCOUNT) - alpha).isEqualTo(10_937_50);
    }

    @Test
    void aPayingAgentShortOfCashOwesAndPaysAllAtOnceWhenItCan() {
        issued(700_000 * DOLLAR, 300_000 * DOLLAR);
        long all = town.cash(TREASURY_ACCOUNT);
        Leg away = new Leg(USD, TREASURY_ACCOUNT, RESIDUAL_ACCOUNT, all - 15_624_99);
        town.accepted(UST, new InstructSettlement(List.of(away), null, town.now + MINUTE));
        long alpha = town.cash(ALPHA_ACCOUNT);

        assertThat(town.open(FIRST_COUPON))
                .contains(new ServicingEvent.ObligationRecorded(
                        1, ServicingEvent.ObligationKind.DISTRIBUTION, 1, TREASURY_ACCOUNT, USD, 15_625_00));
        assertThat(town.cash(ALPHA_ACCOUNT)).isEqualTo(alpha);
        assertThat(town.open(FIRST_COUPON.plusDays(1))).noneMatch(ServicingEvent.ObligationRecorded.class::isInstance);

        town.withCash(TREASURY_ACCOUNT, 1);
        assertThat(town.open(FIRST_COUPON.plusDays(2))).contains(new ServicingEvent.ObligationDischarged(1));
        assertThat(town.cash(ALPHA_ACCOUNT) - alpha).isEqualTo(10_937_50);
        assertThat(town.cash(TREASURY_ACCOUNT)).isZero();
    }

    @Test
    void atMaturityParIsRepaidAndWhatWasHeldForSomeoneIsHeldInCash() {
        issued(700_000 * DOLLAR, 300_000 * DOLLAR);
        town.withCash(TREASURY_ACCOUNT, 20_000_000 * DOLLAR);
        town.now += 1_090L * 24 * 60 * MINUTE;
        town.accepted(
                ALPHA,
                new PlaceHold(
                        ALPHA_ACCOUNT,
                        NOTE,
                        100_000 * DOLLAR,
                        new Beneficiary.Party(BETA),
                        town.now + 200L * 24 * 60 * MINUTE,
                        "margin"));

        town.open(MATURITY);

        assertThat(town.ledger.book().supply(NOTE)).isZero();
        assertThat(town.ledger.book().held(ALPHA_ACCOUNT, USD)).isEqualTo(100_000 * DOLLAR);
        assertThat(town.ledger.book().holdsOn(ALPHA_ACCOUNT, USD))
                .singleElement()
                .satisfies(hold -> assertThat(hold.reference()).isEqualTo("margin"));
        Leg late = new Leg(NOTE, ALPHA_ACCOUNT, BETA_ACCOUNT, 100 * DOLLAR);
        assertThat(town.rejected(ALPHA, new InstructSettlement(List.of(late), null, town.now + MINUTE)))
                .isEqualTo(RejectionCode.ASSET_MATURED);
    }

    @Test
    void whatIsStrippedIsTheSumOfItsPaymentsAndCanBePutTogetherAgain() {
        issued(700_000 * DOLLAR, 300_000 * DOLLAR);
        registerStrips();
        long par = 64_000 * DOLLAR; // 1,000.00 of interest each half-year
        town.accepted(ALPHA, new StripSecurity(ALPHA_ACCOUNT, NOTE, par));

        assertThat(town.ledger.book().available(ALPHA_ACCOUNT, NOTE)).isEqualTo(636_000 * DOLLAR);
        for (int strip = 3; strip <= 8; strip++) {
            assertThat(town.ledger.book().supply(strip)).isEqualTo(1_000 * DOLLAR);
        }
        assertThat(town.ledger.book().supply(9)).isEqualTo(par);

        town.accepted(ALPHA, new ReconstituteSecurity(ALPHA_ACCOUNT, NOTE, par));
        assertThat(town.ledger.book().available(ALPHA_ACCOUNT, NOTE)).isEqualTo(700_000 * DOLLAR);
        assertThat(town.ledger.book().supply(9)).isZero();
    }

    /** Six interest strips, assets 3 to 8, and the principal strip, asset 9. */
    private void registerStrips() {
        List<String> cusips =
                List.of("912834AA6", "912834AB4", "912834AC2", "912834AD0", "912834AE8", "912834AF5", "912821JM8");
        LocalDate date = FIRST_COUPON;
        for (int i = 0; i < 6; i++) {
            Cusip cusip = Cusip.of(cusips.get(i));
            register(3 + i, cusip, new InterestStrip(cusip, date.plusMonths(6L * i), false));
        }
        Cusip principal = Cusip.of(cusips.get(6));
        register(9, principal, new PrincipalStrip(principal, Cusip.of("91282CFE6"), MATURITY, 0));
    }

    private void register(int asset, Cusip cusip, Security security) {
        AssetTerms terms = new AssetTerms.Treasury(security, USD, TREASURY_ACCOUNT, RESIDUAL_ACCOUNT);
        town.accepted(OPS, new RegisterAsset(asset, cusip.value(), UST, 2, 1, terms));
    }
}
