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
import java.time.Year;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.command.AdministrationCommand.OpenBusinessDate;
import org.tallystick.ledger.command.AdministrationCommand.PublishCalendar;
import org.tallystick.ledger.command.AdministrationCommand.PublishConsumerPrices;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAsset;
import org.tallystick.ledger.command.AdministrationCommand.RunDueActions;
import org.tallystick.ledger.command.AdministrationCommand.SetAccountStatus;
import org.tallystick.ledger.command.AdministrationCommand.SetPartyStatus;
import org.tallystick.ledger.command.AuctionCommand.AnnounceAuction;
import org.tallystick.ledger.command.AuctionCommand.AwardAuction;
import org.tallystick.ledger.command.Award;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.BookCommand.PlaceHold;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.ServicingCommand.ReconstituteSecurity;
import org.tallystick.ledger.command.ServicingCommand.RetryObligation;
import org.tallystick.ledger.command.ServicingCommand.StripSecurity;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.ledger.party.AccountStatus;
import org.tallystick.ledger.party.PartyStatus;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.ledger.treasury.Bill;
import org.tallystick.ledger.treasury.Cusip;
import org.tallystick.ledger.treasury.FixedCoupon;
import org.tallystick.ledger.treasury.InterestStrip;
import org.tallystick.ledger.treasury.PrincipalStrip;
import org.tallystick.ledger.treasury.Security;
import org.tallystick.ledger.treasury.Tips;

/** What someone who means harm may try, and what becomes of it. */
class AttackTest {

    private static final LocalDate ISSUE = LocalDate.of(2022, 8, 15);
    private static final LocalDate FIRST_COUPON = LocalDate.of(2023, 2, 15);
    private static final LocalDate MATURITY = LocalDate.of(2025, 8, 15);
    private static final long DAY = 24 * 60 * MINUTE;

    private final Town town = Town.settled().withCash(ALPHA_ACCOUNT, 2_000_000 * DOLLAR);

    private InstructSettlement instruct(Leg... legs) {
        return new InstructSettlement(List.of(legs), null, town.now + MINUTE);
    }

    private PlaceHold bid(long amount, long expiryMillis) {
        return new PlaceHold(ALPHA_ACCOUNT, USD, amount, new Beneficiary.Auction(1), expiryMillis, "bid");
    }

    private void award(long par, long priceMicros) {
        town.accepted(UST, new AnnounceAuction(1, NOTE, par, LocalDate.of(2022, 8, 10), ISSUE));
        town.accepted(UST, new AwardAuction(1, priceMicros, 0, List.of(new Award(ALPHA_ACCOUNT, par))));
    }

    /** Alpha has a million of par, bought at 100. */
    private void issued() {
        town.accepted(ALPHA, bid(1_000_000 * DOLLAR, town.now + 100 * DAY));
        award(1_000_000 * DOLLAR, 100_000_000);
        town.open(ISSUE);
    }

    @Test
    void whatIsCommittedToAnAuctionIsNoOnesToTake() {
        town.accepted(ALPHA, bid(1_000_000 * DOLLAR, town.now + DAY));

        Leg theft = new Leg(USD, ALPHA_ACCOUNT, BETA_ACCOUNT, 1_000_000 * DOLLAR, 1);

        assertThat(town.rejected(BETA, instruct(theft))).isEqualTo(RejectionCode.UNKNOWN_HOLD);
        assertThat(town.rejected(ALPHA, instruct(theft))).isEqualTo(RejectionCode.UNKNOWN_HOLD);
        assertThat(town.cash(BETA_ACCOUNT)).isZero();
    }

    @Test
    void whatIsSetAsideForTheHoldersOfASecurityIsNoOnesToTake() {
        issued();
        town.now += 200 * DAY;
        town.accepted(OPS, new OpenBusinessDate(FIRST_COUPON), new RunDueActions(1));
        // 1,000,000 at 3.125 % a year is 15,625.00 each half-year; it lies on hold 2.
        assertThat(town.ledger.book().held(TREASURY_ACCOUNT, USD)).isEqualTo(15_625_00);

        Leg theft = new Leg(USD, TREASURY_ACCOUNT, BETA_ACCOUNT, 15_625_00, 2);

        assertThat(town.rejected(BETA, instruct(theft))).isEqualTo(RejectionCode.UNKNOWN_HOLD);
        town.accepted(OPS, new RunDueActions(10));
        assertThat(town.cash(ALPHA_ACCOUNT)).isEqualTo(1_000_000 * DOLLAR + 15_625_00);
    }

    @Test
    void anExpiredBidPaysForNothingEvenWhileManyExpiriesWaitTheirTurn() {
        award(1_000 * DOLLAR, 100_000_000);
        town.open(ISSUE); // Alpha has committed nothing: obligation 1
        long expiry = town.now + MINUTE;
        // An entry clears sixteen expiries before its own commands; the bid stands behind twenty others.
        PlaceHold other = new PlaceHold(ALPHA_ACCOUNT, USD, 1, new Beneficiary.Party(BETA), expiry - 1, "");
        town.accepted(ALPHA, IntStream.range(0, 20).mapToObj(i -> other).toArray(Command[]::new));
        town.accepted(ALPHA, bid(1_000 * DOLLAR, expiry));

        town.now = expiry;

        assertThat(town.rejected(UST, new RetryObligation(1))).isEqualTo(RejectionCode.OBLIGATION_UNFUNDED);
        assertThat(town.ledger.book().supply(NOTE)).isZero();
    }

    @Test
    void anAccountThatIsStillOwedACouponIsNotClosedOverIt() {
        issued();
        town.now += 200 * DAY;
        town.accepted(OPS, new OpenBusinessDate(FIRST_COUPON));
        town.accepted(
                ALPHA,
                instruct(
                        new Leg(NOTE, ALPHA_ACCOUNT, BETA_ACCOUNT, 1_000_000 * DOLLAR),
                        new Leg(USD, ALPHA_ACCOUNT, BETA_ACCOUNT, 1_000_000 * DOLLAR)));

        assertThat(town.rejected(OPS, new SetAccountStatus(ALPHA_ACCOUNT, AccountStatus.CLOSED)))
                .isEqualTo(RejectionCode.ACCOUNT_NOT_EMPTY);

        town.accepted(OPS, new RunDueActions(10));
        assertThat(town.cash(ALPHA_ACCOUNT)).isEqualTo(15_625_00);
        town.accepted(ALPHA, instruct(new Leg(USD, ALPHA_ACCOUNT, BETA_ACCOUNT, 15_625_00)));
        town.accepted(OPS, new SetAccountStatus(ALPHA_ACCOUNT, AccountStatus.CLOSED));
    }

    @Test
    void theAccountsASecurityPaysFromAndToStayOpen() {
        for (int account : new int[] {TREASURY_ACCOUNT, RESIDUAL_ACCOUNT}) {
            assertThat(town.rejected(OPS, new SetAccountStatus(account, AccountStatus.CLOSED)))
                    .isEqualTo(RejectionCode.ACCOUNT_NOT_EMPTY);
        }
    }

    @Test
    void anIssuerCannotStopTheCalendarByIssuingMoreThanCanBeRepaid() {
        // A bill in whole dollars, paid in cents: 10^17 of par would be 10^19 cents, more than a long can count.
        Cusip cusip = Cusip.of("912796M89");
        register(3, 0, new Bill(cusip, ISSUE, LocalDate.of(2022, 11, 15)));
        town.accepted(UST, new AnnounceAuction(1, 3, 1, LocalDate.of(2022, 8, 10), ISSUE));
        Award far = new Award(ALPHA_ACCOUNT, 100_000_000_000_000_000L);

        assertThat(town.rejected(UST, new AwardAuction(1, 1, 0, List.of(far))))
                .isEqualTo(RejectionCode.AMOUNT_OVERFLOW);

        town.open(LocalDate.of(2022, 11, 15));
    }

    @Test
    void aSecurityIsNotStrippedIntoAComponentThatIsWorthSomethingElse() {
        issued();
        town.now += 100 * DAY;
        registerInterestStrips();
        Cusip cusip = Cusip.of("912821JM8");
        // A principal strip of the note, but repaid a year before it: it must never stand for the note's principal.
        register(9, 2, new PrincipalStrip(cusip, Cusip.of("91282CFE6"), MATURITY.minusYears(1), 0));

        assertThat(town.rejected(ALPHA, new StripSecurity(ALPHA_ACCOUNT, NOTE, 64_000 * DOLLAR)))
                .isEqualTo(RejectionCode.COMPONENT_NOT_REGISTERED);
    }

    @Test
    void manyHoldsOnASecurityDoNotMakeItsRedemptionOneLongStep() {
        issued();
        town.withCash(TREASURY_ACCOUNT, 2_000_000 * DOLLAR);
        town.now += 1_090 * DAY;
        PlaceHold hold =
                new PlaceHold(ALPHA_ACCOUNT, NOTE, 100 * DOLLAR, new Beneficiary.Party(BETA), town.now + 100 * DAY, "");
        town.accepted(ALPHA, Collections.nCopies(1_000, hold).toArray(Command[]::new));
        town.accepted(ALPHA, instruct(new Leg(NOTE, ALPHA_ACCOUNT, BETA_ACCOUNT, 100 * DOLLAR)));
        town.accepted(OPS, new OpenBusinessDate(MATURITY));

        // Six times interest: one step to set the cash aside, one for each of two holders. Then one to set the
        // principal
        // aside; then of two steps Alpha with its thousand holds takes all.
        town.accepted(OPS, new RunDueActions(6 * 3), new RunDueActions(1), new RunDueActions(2));

        assertThat(town.ledger.book().supply(NOTE)).isEqualTo(100 * DOLLAR);
        assertThat(town.ledger.book().held(ALPHA_ACCOUNT, USD)).isEqualTo(100_000 * DOLLAR);
        town.accepted(OPS, new RunDueActions(1));
        assertThat(town.ledger.book().supply(NOTE)).isZero();
    }

    @Test
    void anIndexWithADigitTooManyIsRefusedForItIsNeverReplaced() {
        town.accepted(OPS, new PublishConsumerPrices(YearMonth.of(2022, 5), 292_296));

        assertThat(town.rejected(OPS, new PublishConsumerPrices(YearMonth.of(2022, 6), 2_963_110)))
                .isEqualTo(RejectionCode.BAD_TERMS);
        assertThat(town.rejected(OPS, new PublishConsumerPrices(YearMonth.of(2022, 6), 29_631)))
                .isEqualTo(RejectionCode.BAD_TERMS);
        town.accepted(OPS, new PublishConsumerPrices(YearMonth.of(2022, 6), 296_311));
    }

    @Test
    void theLastOneWhoCouldLiftASuspensionCannotSuspendItself() {
        assertThat(town.rejected(OPS, new SetPartyStatus(OPS, PartyStatus.SUSPENDED)))
                .isEqualTo(RejectionCode.SUSPENDS_ITSELF);
        town.accepted(OPS, new SetPartyStatus(OPS, PartyStatus.ACTIVE));
    }

    @Test
    void aShortFirstPeriodIsNotStrippedIntoAWholeOne() {
        // Dated 16 December 2022, thirty days before its first interest, in a half-year of 184 days.
        Cusip cusip = Cusip.of("91282CEZ0");
        LocalDate dated = LocalDate.of(2022, 12, 16);
        LocalDate first = LocalDate.of(2023, 1, 15);
        LocalDate maturity = LocalDate.of(2023, 7, 15);
        register(3, 2, new Tips(cusip, 10_000_000_000L, dated, first, maturity, 10_000_000L));
        register(4, 2, new InterestStrip(Cusip.of("912834AA6"), first, true));
        register(5, 2, new InterestStrip(Cusip.of("912834AB4"), maturity, true));
        register(6, 2, new PrincipalStrip(Cusip.of("912834AC2"), cusip, maturity, 10_000_000L));
        town.accepted(ALPHA, bid(20_000 * DOLLAR, town.now + 300 * DAY));
        town.accepted(UST, new AnnounceAuction(1, 3, 10_000 * DOLLAR, LocalDate.of(2022, 12, 14), dated));
        town.now += 120 * DAY;
        town.accepted(OPS, new OpenBusinessDate(LocalDate.of(2022, 12, 14)));
        List<Award> award = List.of(new Award(ALPHA_ACCOUNT, 10_000 * DOLLAR));
        town.accepted(UST, new AwardAuction(1, 100_000_000, 0, award));
        town.open(dated);

        town.accepted(ALPHA, new StripSecurity(ALPHA_ACCOUNT, 3, 10_000 * DOLLAR));

        // At a reference CPI of 100: 30/184 of 500.00 for the first, all of it for the last.
        assertThat(town.ledger.book().supply(4)).isEqualTo(81_52);
        assertThat(town.ledger.book().supply(5)).isEqualTo(500_00);
    }

    @Test
    void figuresBeyondAllReasonAreRefusedBeforeTheyCanOverflow() {
        assertThat(town.rejected(OPS, new PublishCalendar(1_999_999_990, 1_999_999_999, List.of())))
                .isEqualTo(RejectionCode.BAD_TERMS);
        assertThat(town.rejected(OPS, new PublishConsumerPrices(YearMonth.of(2022, 8), Long.MAX_VALUE)))
                .isEqualTo(RejectionCode.BAD_TERMS);
        assertThat(town.rejected(OPS, new PublishConsumerPrices(YearMonth.of(Year.MAX_VALUE, 12), 296_311)))
                .isEqualTo(RejectionCode.BAD_TERMS);
        Cusip cusip = Cusip.of("912796M89");
        FixedCoupon usury = new FixedCoupon(cusip, 100_000_000_001L, ISSUE, FIRST_COUPON, MATURITY);
        AssetTerms terms = new AssetTerms.Treasury(usury, USD, TREASURY_ACCOUNT, RESIDUAL_ACCOUNT);
        assertThat(town.rejected(OPS, new RegisterAsset(3, "912796M89", UST, 2, 1, terms)))
                .isEqualTo(RejectionCode.BAD_TERMS);
    }

    @Test
    void ofSeveralFaultsWithHoldsTheFirstOfThePublishedOrderIsTold() {
        PlaceHold small = new PlaceHold(ALPHA_ACCOUNT, USD, 5, new Beneficiary.Party(BETA), town.now + MINUTE, "");
        town.accepted(ALPHA, small);
        Leg tooMuch = new Leg(USD, ALPHA_ACCOUNT, BETA_ACCOUNT, 6, 1);
        Leg elsewhere = new Leg(USD, RESIDUAL_ACCOUNT, BETA_ACCOUNT, 6, 1);
        Leg uncovered = new Leg(USD, BETA_ACCOUNT, ALPHA_ACCOUNT, 1);

        assertThat(town.rejected(BETA, instruct(uncovered, tooMuch))).isEqualTo(RejectionCode.HOLD_BELOW_DEBIT);
        assertThat(town.rejected(BETA, instruct(uncovered, tooMuch, elsewhere))).isEqualTo(RejectionCode.HOLD_MISMATCH);
        assertThat(RejectionCode.HOLD_MISMATCH).isLessThan(RejectionCode.HOLD_BELOW_DEBIT);
        assertThat(RejectionCode.HOLD_BELOW_DEBIT).isLessThan(RejectionCode.AVAILABLE_BELOW_DEBIT);
    }

    private void registerInterestStrips() {
        List<String> cusips = List.of("912834AA6", "912834AB4", "912834AC2", "912834AD0", "912834AE8", "912834AF5");
        for (int i = 0; i < cusips.size(); i++) {
            register(3 + i, 2, new InterestStrip(Cusip.of(cusips.get(i)), FIRST_COUPON.plusMonths(6L * i), false));
        }
    }

    private void register(int asset, int scale, Security security) {
        AssetTerms terms = new AssetTerms.Treasury(security, USD, TREASURY_ACCOUNT, RESIDUAL_ACCOUNT);
        town.accepted(OPS, new RegisterAsset(asset, security.cusip().value(), UST, scale, 1, terms));
    }

    @Test
    void strippingInflationProtectedParInPiecesGainsNothing() {
        Cusip cusip = Cusip.of("91282CEZ0");
        LocalDate first = LocalDate.of(2023, 1, 15);
        LocalDate maturity = LocalDate.of(2023, 7, 15);
        register(3, 2, new Tips(cusip, 625_000_000L, LocalDate.of(2022, 7, 15), first, maturity, 28_971_206L));
        List<String> strips = List.of("912834AA6", "912834AB4", "912834AC2");
        register(4, 2, new InterestStrip(Cusip.of(strips.get(0)), first, true));
        register(5, 2, new InterestStrip(Cusip.of(strips.get(1)), maturity, true));
        register(6, 2, new PrincipalStrip(Cusip.of(strips.get(2)), cusip, maturity, 28_971_206L));
        town.accepted(ALPHA, bid(20_000 * DOLLAR, town.now + 100 * DAY));
        town.accepted(UST, new AnnounceAuction(1, 3, 10_000 * DOLLAR, LocalDate.of(2022, 8, 10), ISSUE));
        List<Award> award = List.of(new Award(ALPHA_ACCOUNT, 10_000 * DOLLAR));
        town.accepted(UST, new AwardAuction(1, 100_000_000, 0, award));
        town.open(ISSUE);

        // The adjusted value of half a year on 100.00 is 0.1079: a hundred pieces of 0.10 are 10.00, and 10.79 are
        // needed.
        for (int piece = 0; piece < 100; piece++) {
            town.accepted(ALPHA, new StripSecurity(ALPHA_ACCOUNT, 3, 100 * DOLLAR));
        }
        assertThat(town.ledger.book().supply(4)).isEqualTo(10_00);
        assertThat(town.rejected(ALPHA, new ReconstituteSecurity(ALPHA_ACCOUNT, 3, 10_000 * DOLLAR)))
                .isEqualTo(RejectionCode.AVAILABLE_BELOW_DEBIT);
    }
}
