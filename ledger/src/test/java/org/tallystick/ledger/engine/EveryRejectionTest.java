package org.tallystick.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.ledger.engine.Town.ALPHA;
import static org.tallystick.ledger.engine.Town.ALPHA_ACCOUNT;
import static org.tallystick.ledger.engine.Town.BETA;
import static org.tallystick.ledger.engine.Town.BETA_ACCOUNT;
import static org.tallystick.ledger.engine.Town.DOLLAR;
import static org.tallystick.ledger.engine.Town.FED;
import static org.tallystick.ledger.engine.Town.MINUTE;
import static org.tallystick.ledger.engine.Town.NOTE;
import static org.tallystick.ledger.engine.Town.OPS;
import static org.tallystick.ledger.engine.Town.RESIDUAL_ACCOUNT;
import static org.tallystick.ledger.engine.Town.TREASURY_ACCOUNT;
import static org.tallystick.ledger.engine.Town.USD;
import static org.tallystick.ledger.engine.Town.UST;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.command.AdministrationCommand.OpenBusinessDate;
import org.tallystick.ledger.command.AdministrationCommand.PublishCalendar;
import org.tallystick.ledger.command.AdministrationCommand.PublishConsumerPrices;
import org.tallystick.ledger.command.AdministrationCommand.PublishPrice;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAccount;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAsset;
import org.tallystick.ledger.command.AdministrationCommand.RegisterKey;
import org.tallystick.ledger.command.AdministrationCommand.RegisterParty;
import org.tallystick.ledger.command.AdministrationCommand.RevokeKey;
import org.tallystick.ledger.command.AdministrationCommand.SetAccountStatus;
import org.tallystick.ledger.command.AdministrationCommand.SetPartyStatus;
import org.tallystick.ledger.command.AuctionCommand.AnnounceAuction;
import org.tallystick.ledger.command.AuctionCommand.AwardAuction;
import org.tallystick.ledger.command.Award;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.BookCommand.DeliverHold;
import org.tallystick.ledger.command.BookCommand.IssueCash;
import org.tallystick.ledger.command.BookCommand.PlaceHold;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.command.ServicingCommand.RetryObligation;
import org.tallystick.ledger.command.ServicingCommand.StripSecurity;
import org.tallystick.ledger.command.SettlementCommand.AffirmSettlement;
import org.tallystick.ledger.command.SettlementCommand.CancelSettlement;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.party.AccountStatus;
import org.tallystick.ledger.party.PartyStatus;
import org.tallystick.ledger.party.Role;
import org.tallystick.ledger.party.Roles;
import org.tallystick.ledger.rejection.Rejection;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.ledger.treasury.Bill;
import org.tallystick.ledger.treasury.Cusip;
import org.tallystick.ledger.treasury.InterestStrip;
import org.tallystick.ledger.treasury.Security;
import org.tallystick.ledger.treasury.Tips;

/**
 * One way to every rejection, on a fresh {@link Town} in which Alpha has 1,000.00: a code that nothing can bring about, or
 * a new one without its case here, fails.
 */
class EveryRejectionTest {

    private static final LocalDate TODAY = LocalDate.of(2022, 8, 10);
    private static final LocalDate LABOR_DAY = LocalDate.of(2022, 9, 5);
    private static final LocalDate ISSUE = LocalDate.of(2022, 8, 15);

    private static final Map<RejectionCode, Function<Town, RejectionCode>> CASES = new TreeMap<>();

    private static void when(RejectionCode code, Function<Town, RejectionCode> provoked) {
        CASES.put(code, provoked);
    }

    /** The code with which the party's command is rejected. */
    private static void when(RejectionCode code, int party, Function<Town, Command> command) {
        when(code, town -> town.rejected(party, command.apply(town)));
    }

    private static RejectionCode refused(Town town, Payload payload) {
        return Town.refused(town.send(payload, Town.key(payload.party())));
    }

    private static Payload paying(Town town, int party) {
        return town.payload(party, BatchMode.INDEPENDENT, pay(town, 1));
    }

    private static InstructSettlement pay(Town town, long cents) {
        return instruct(town, new Leg(USD, ALPHA_ACCOUNT, BETA_ACCOUNT, cents));
    }

    private static InstructSettlement instruct(Town town, Leg... legs) {
        return new InstructSettlement(List.of(legs), null, town.now + 10 * MINUTE);
    }

    private static Payload changed(Payload p, String ledger, int party, String id, long validUntilMillis) {
        return new Payload(ledger, party, id, validUntilMillis, p.mode(), p.commands());
    }

    static {
        for (RejectionCode code : List.of(
                RejectionCode.MALFORMED,
                RejectionCode.TOO_LARGE,
                RejectionCode.UNKNOWN_VERSION,
                RejectionCode.BAD_SIGNATURE)) {
            when(code, town -> Town.refused(town.ledger.execute(town.now, new Entry.Refused(code, Digest.NONE))));
        }
        envelopes();
        form();
        register();
        dates();
        settlements();
        holds();
        issuesAndPayments();
    }

    private static void envelopes() {
        when(RejectionCode.WRONG_LEDGER, t -> refused(t, changed(paying(t, ALPHA), "x", ALPHA, "A", t.now + 1)));
        when(RejectionCode.BAD_INSTRUCTION_ID, t -> refused(t, changed(paying(t, ALPHA), "town", ALPHA, "\n", t.now)));
        when(RejectionCode.BAD_BATCH_SIZE, t -> refused(t, t.payload(ALPHA, BatchMode.INDEPENDENT)));
        when(RejectionCode.UNKNOWN_PARTY, t -> refused(t, paying(t, 77)));
        when(RejectionCode.UNKNOWN_KEY, t -> Town.refused(t.send(paying(t, ALPHA), Town.key(ALPHA), Town.key(77))));
        when(RejectionCode.REVOKED_KEY, t -> {
            t.accepted(OPS, new RegisterKey(ALPHA, Town.key(ALPHA, 2)), new RevokeKey(ALPHA, Town.key(ALPHA)));
            return refused(t, paying(t, ALPHA));
        });
        when(RejectionCode.THRESHOLD_NOT_MET, t -> Town.refused(t.send(paying(t, ALPHA))));
        when(RejectionCode.DUPLICATE, t -> {
            Payload payload = paying(t, ALPHA);
            t.send(payload, Town.key(ALPHA));
            Verdict again = t.send(payload, Town.key(ALPHA)).verdict();
            assertThat(again).isInstanceOf(Verdict.Repeated.class);
            return RejectionCode.DUPLICATE;
        });
        when(RejectionCode.INSTRUCTION_ID_REUSED, t -> {
            Payload first = paying(t, ALPHA);
            t.send(first, Town.key(ALPHA));
            Payload second = t.payload(ALPHA, BatchMode.INDEPENDENT, pay(t, 2));
            return refused(t, changed(second, "town", ALPHA, first.instructionId(), t.now + 1));
        });
        when(RejectionCode.PARTY_SUSPENDED, t -> {
            t.accepted(OPS, new SetPartyStatus(ALPHA, PartyStatus.SUSPENDED));
            return refused(t, paying(t, ALPHA));
        });
        when(RejectionCode.EXPIRED, t -> refused(t, changed(paying(t, ALPHA), "town", ALPHA, "A", t.now - 1)));
        when(
                RejectionCode.VALIDITY_TOO_LONG,
                t -> refused(t, changed(paying(t, ALPHA), "town", ALPHA, "A", t.now + 1441 * MINUTE)));
        when(RejectionCode.ENTRY_FULL, t -> {
            List<Leg> legs = Collections.nCopies(2_500, new Leg(USD, ALPHA_ACCOUNT, BETA_ACCOUNT, 1));
            for (int i = 0; i < 28; i++) {
                t.accepted(BETA, new InstructSettlement(legs, null, t.now + 10 * MINUTE));
            }
            Command[] affirmations = LongStream.rangeClosed(1, 28)
                    .mapToObj(AffirmSettlement::new)
                    .toArray(Command[]::new);
            Outcome last = Town.outcomes(t.send(ALPHA, affirmations)).getLast();
            return ((Outcome.Rejected) last).rejection().code();
        });
        when(RejectionCode.BATCH_NOT_APPLIED, t -> {
            Payload batch = t.payload(ALPHA, BatchMode.ALL_OR_NOTHING, pay(t, 1), pay(t, 0));
            return Town.rejected(t.send(batch, Town.key(ALPHA)));
        });
    }

    private static void form() {
        when(RejectionCode.ROLE_REQUIRED, ALPHA, t -> new RegisterAccount(5, ALPHA, "mine"));
        when(RejectionCode.NOT_AUTHORISED, ALPHA, t -> new IssueCash(USD, ALPHA_ACCOUNT, 1));
        when(RejectionCode.BAD_TEXT, OPS, t -> new RegisterAccount(5, ALPHA, ""));
        when(RejectionCode.BAD_NUMBER, OPS, t -> new RegisterAccount(6, ALPHA, "skips one"));
        when(RejectionCode.BAD_TERMS, OPS, t -> new PublishCalendar(2022, 2020, List.of()));
        when(RejectionCode.NOT_POSITIVE, ALPHA, t -> pay(t, -1));
        when(RejectionCode.TOO_MANY_LEGS, ALPHA, t -> {
            Leg leg = new Leg(USD, ALPHA_ACCOUNT, BETA_ACCOUNT, 1);
            return new InstructSettlement(Collections.nCopies(2_501, leg), null, t.now + MINUTE);
        });
        when(RejectionCode.SUSPENDS_ITSELF, OPS, t -> new SetPartyStatus(OPS, PartyStatus.SUSPENDED));
        when(RejectionCode.LEG_TO_ITSELF, ALPHA, t -> instruct(t, new Leg(USD, ALPHA_ACCOUNT, ALPHA_ACCOUNT, 1)));
    }

    private static void register() {
        when(RejectionCode.UNKNOWN_ACCOUNT, ALPHA, t -> instruct(t, new Leg(USD, ALPHA_ACCOUNT, 99, 1)));
        when(RejectionCode.UNKNOWN_ASSET, ALPHA, t -> instruct(t, new Leg(99, ALPHA_ACCOUNT, BETA_ACCOUNT, 1)));
        when(RejectionCode.CODE_TAKEN, OPS, t -> new RegisterAsset(3, "USD", FED, 2, 1, new AssetTerms.Cash("USD")));
        when(
                RejectionCode.KEY_TAKEN,
                OPS,
                t -> new RegisterParty(
                        6, "GAMMA", "Gamma", Roles.of(Role.PARTICIPANT), "US", 1, List.of(Town.key(ALPHA))));
        when(RejectionCode.THRESHOLD_UNREACHABLE, OPS, t -> new RevokeKey(ALPHA, Town.key(ALPHA)));
        when(RejectionCode.ACCOUNT_NOT_EMPTY, OPS, t -> new SetAccountStatus(ALPHA_ACCOUNT, AccountStatus.CLOSED));
        when(RejectionCode.ACCOUNT_FROZEN, t -> {
            t.accepted(OPS, new SetAccountStatus(ALPHA_ACCOUNT, AccountStatus.FROZEN));
            return t.rejected(ALPHA, pay(t, 1));
        });
        when(RejectionCode.ACCOUNT_CLOSED, t -> {
            t.accepted(OPS, new SetAccountStatus(BETA_ACCOUNT, AccountStatus.CLOSED));
            return t.rejected(ALPHA, pay(t, 1));
        });
        when(RejectionCode.WRONG_KIND_OF_ASSET, UST, t -> new IssueCash(NOTE, TREASURY_ACCOUNT, 100 * DOLLAR));
        when(RejectionCode.ASSET_MATURED, t -> {
            t.open(LocalDate.of(2025, 8, 15));
            return t.rejected(ALPHA, instruct(t, new Leg(NOTE, ALPHA_ACCOUNT, BETA_ACCOUNT, 100 * DOLLAR)));
        });
        when(RejectionCode.NOT_A_MULTIPLE, ALPHA, t -> instruct(t, new Leg(NOTE, ALPHA_ACCOUNT, BETA_ACCOUNT, 150)));
        when(RejectionCode.ALREADY_PUBLISHED, t -> {
            PublishConsumerPrices may = new PublishConsumerPrices(YearMonth.of(2022, 5), 292_296);
            t.accepted(OPS, may);
            return t.rejected(OPS, may);
        });
    }

    private static void dates() {
        when(RejectionCode.NO_CALENDAR, OPS, t -> new OpenBusinessDate(LocalDate.of(2031, 1, 2)));
        when(RejectionCode.NOT_A_BUSINESS_DAY, ALPHA, t -> {
            Leg leg = new Leg(USD, ALPHA_ACCOUNT, BETA_ACCOUNT, 1);
            return new InstructSettlement(List.of(leg), LABOR_DAY, t.now + MINUTE);
        });
        when(RejectionCode.DATE_IN_THE_PAST, OPS, t -> new OpenBusinessDate(TODAY));
        when(RejectionCode.TIME_IN_THE_PAST, ALPHA, t -> deadline(t.now));
        when(RejectionCode.TIME_TOO_FAR, ALPHA, t -> deadline(t.now + 401L * 24 * 60 * MINUTE));
        when(RejectionCode.TOO_EARLY, t -> {
            t.accepted(UST, new AnnounceAuction(1, NOTE, 100 * DOLLAR, TODAY.plusDays(1), ISSUE));
            return t.rejected(UST, award(ALPHA_ACCOUNT));
        });
    }

    private static InstructSettlement deadline(long millis) {
        return new InstructSettlement(List.of(new Leg(USD, ALPHA_ACCOUNT, BETA_ACCOUNT, 1)), null, millis);
    }

    private static void settlements() {
        when(RejectionCode.UNKNOWN_SETTLEMENT, ALPHA, t -> new AffirmSettlement(1));
        when(RejectionCode.SETTLEMENT_ENDED, t -> {
            t.accepted(ALPHA, pay(t, 1));
            return t.rejected(ALPHA, new CancelSettlement(1));
        });
        when(RejectionCode.NOT_A_PARTY_TO_IT, t -> {
            t.accepted(BETA, pay(t, 1));
            return t.rejected(BETA, new AffirmSettlement(1));
        });
        when(RejectionCode.ALREADY_AGREED, t -> {
            Leg there = new Leg(USD, ALPHA_ACCOUNT, BETA_ACCOUNT, 1);
            Leg back = new Leg(USD, BETA_ACCOUNT, ALPHA_ACCOUNT, 1);
            t.accepted(ALPHA, instruct(t, there, back));
            return t.rejected(ALPHA, new AffirmSettlement(1));
        });
        when(RejectionCode.AVAILABLE_BELOW_DEBIT, ALPHA, t -> pay(t, 1_000_01));
        when(RejectionCode.AMOUNT_OVERFLOW, FED, t -> new IssueCash(USD, ALPHA_ACCOUNT, Long.MAX_VALUE));
    }

    /** Alpha holds 10.00 for Beta, for a minute. */
    private static Town withHold(Town town) {
        Beneficiary beta = new Beneficiary.Party(BETA);
        town.accepted(ALPHA, new PlaceHold(ALPHA_ACCOUNT, USD, 10_00, beta, town.now + MINUTE, ""));
        return town;
    }

    private static void holds() {
        when(RejectionCode.UNKNOWN_HOLD, BETA, t -> new DeliverHold(1, BETA_ACCOUNT, 1));
        when(RejectionCode.HOLD_BELOW_DEBIT, t -> withHold(t).rejected(BETA, new DeliverHold(1, BETA_ACCOUNT, 10_01)));
        when(
                RejectionCode.HOLD_MISMATCH,
                t -> withHold(t).rejected(BETA, instruct(t, new Leg(USD, RESIDUAL_ACCOUNT, BETA_ACCOUNT, 1, 1))));
        when(RejectionCode.HOLD_EXPIRED, t -> {
            // An entry clears sixteen expiries; the seventeenth hold of the same moment is still there, and over.
            for (int i = 0; i < 17; i++) {
                withHold(t);
            }
            t.now += MINUTE;
            return t.rejected(BETA, new DeliverHold(17, BETA_ACCOUNT, 1));
        });
        when(RejectionCode.TOO_MANY_HOLDS, t -> {
            Town full = withHolds(t, 1_000);
            return full.rejected(
                    ALPHA,
                    new PlaceHold(ALPHA_ACCOUNT, USD, 1, new Beneficiary.Party(BETA), full.now + MINUTE, "one more"));
        });
    }

    private static Town withHolds(Town t, int count) {
        PlaceHold hold = new PlaceHold(ALPHA_ACCOUNT, USD, 1, new Beneficiary.Party(BETA), t.now + MINUTE, "");
        t.accepted(ALPHA, Collections.nCopies(count, hold).toArray(Command[]::new));
        return t;
    }

    private static AwardAuction award(int account) {
        return new AwardAuction(1, 99_781_411, 0, List.of(new Award(account, 100 * DOLLAR)));
    }

    private static Town announced(Town town) {
        town.accepted(UST, new AnnounceAuction(1, NOTE, 100 * DOLLAR, TODAY, ISSUE));
        return town;
    }

    private static void issuesAndPayments() {
        when(RejectionCode.UNKNOWN_AUCTION, UST, t -> award(ALPHA_ACCOUNT));
        when(RejectionCode.AUCTION_AWARDED, t -> {
            announced(t).accepted(UST, award(ALPHA_ACCOUNT));
            return t.rejected(UST, award(ALPHA_ACCOUNT));
        });
        when(
                RejectionCode.AWARDS_ABOVE_LIMIT,
                t -> announced(t).rejected(UST, new AwardAuction(1, 99_781_411, 0, List.of())));
        when(RejectionCode.UNKNOWN_OBLIGATION, UST, t -> new RetryObligation(1));
        when(RejectionCode.OBLIGATION_UNFUNDED, t -> {
            announced(t).accepted(UST, award(BETA_ACCOUNT));
            t.open(ISSUE);
            return t.rejected(BETA, new RetryObligation(1));
        });
        when(RejectionCode.NOT_STRIPPABLE, t -> {
            Bill bill = new Bill(Cusip.of("912796XQ7"), TODAY, TODAY.plusDays(91));
            t.accepted(OPS, new RegisterAsset(3, "912796XQ7", UST, 2, 1, treasury(bill)));
            return t.rejected(ALPHA, new StripSecurity(ALPHA_ACCOUNT, 3, 1));
        });
        when(RejectionCode.COMPONENT_NOT_REGISTERED, ALPHA, t -> new StripSecurity(ALPHA_ACCOUNT, NOTE, 100 * DOLLAR));
        when(RejectionCode.NOT_WHOLE_UNITS, t -> {
            // Half of 3.125 % on 100.00 is 1.5625: no whole number of cents.
            Cusip strip = Cusip.of("912834AA6");
            var terms = treasury(new InterestStrip(strip, LocalDate.of(2023, 2, 15), false));
            t.accepted(OPS, new RegisterAsset(3, strip.value(), UST, 2, 1, terms));
            return t.rejected(ALPHA, new StripSecurity(ALPHA_ACCOUNT, NOTE, 100 * DOLLAR));
        });
        when(RejectionCode.INDEX_NOT_PUBLISHED, EveryRejectionTest::withoutIndex);
    }

    private static AssetTerms.Treasury treasury(Security security) {
        return new AssetTerms.Treasury(security, USD, TREASURY_ACCOUNT, RESIDUAL_ACCOUNT);
    }

    /** A TIPS is outstanding and its first payment comes due, but no consumer prices were ever published. */
    private static RejectionCode withoutIndex(Town town) {
        Tips tips = new Tips(
                Cusip.of("91282CEZ0"),
                625_000_000L,
                LocalDate.of(2022, 7, 15),
                LocalDate.of(2023, 1, 15),
                LocalDate.of(2032, 7, 15),
                28_971_206L);
        town.accepted(OPS, new RegisterAsset(3, "91282CEZ0", UST, 2, 1, treasury(tips)));
        town.accepted(UST, new AnnounceAuction(1, 3, 100 * DOLLAR, TODAY, ISSUE));
        Beneficiary auction = new Beneficiary.Auction(1);
        town.accepted(ALPHA, new PlaceHold(ALPHA_ACCOUNT, USD, 500_00, auction, town.now + 10_000 * MINUTE, ""));
        town.accepted(UST, award(ALPHA_ACCOUNT));
        town.open(ISSUE);
        return town.rejected(OPS, new OpenBusinessDate(LocalDate.of(2023, 1, 17)));
    }

    static Stream<RejectionCode> everyCode() {
        return Stream.of(RejectionCode.values());
    }

    @ParameterizedTest
    @MethodSource("everyCode")
    void canBeBroughtAboutAndMovesNothing(RejectionCode code) {
        Town town = Town.settled().withCash(ALPHA_ACCOUNT, 1_000_00);
        assertThat(CASES).containsKey(code);
        Function<Town, RejectionCode> provoked = Objects.requireNonNull(CASES.get(code));

        assertThat(provoked.apply(town)).isEqualTo(code);
        long everywhere = 0;
        for (int account = 1; account <= town.ledger.register().accounts().count(); account++) {
            everywhere += town.cash(account) + town.ledger.book().held(account, USD);
        }
        assertThat(everywhere).isEqualTo(1_000_00);
    }

    @Test
    void numbersAreUnique() {
        List<Integer> numbers = new ArrayList<>();
        for (RejectionCode code : RejectionCode.values()) {
            numbers.add(code.number());
        }
        assertThat(numbers).doesNotHaveDuplicates().allMatch(number -> number >= 1 && number <= 99);
        assertThat(RejectionCode.AVAILABLE_BELOW_DEBIT.number()).isEqualTo(99);
    }

    @Test
    void theNumberInARejectionIsOfTheKindThatItsCodeTells() {
        Town town = Town.settled();
        announced(town);

        assertThat(rejection(town, ALPHA, new IssueCash(USD, BETA_ACCOUNT, 1)))
                .isEqualTo(Rejection.of(RejectionCode.NOT_AUTHORISED, ALPHA));
        assertThat(rejection(
                        town,
                        ALPHA,
                        new PlaceHold(ALPHA_ACCOUNT, USD, 1, new Beneficiary.Party(77), town.now + MINUTE, "")))
                .isEqualTo(Rejection.of(RejectionCode.UNKNOWN_PARTY, 77));
        AwardAuction half = new AwardAuction(1, 99_781_411, 0, List.of(new Award(ALPHA_ACCOUNT, 50 * DOLLAR)));
        assertThat(rejection(town, UST, half)).isEqualTo(Rejection.of(RejectionCode.NOT_A_MULTIPLE, NOTE));
    }

    @Test
    void whoseAccountAHoldIsOnIsNotToldToItsBeneficiary() {
        Town town = withHold(Town.settled().withCash(ALPHA_ACCOUNT, 1_000_00));
        town.accepted(OPS, new SetAccountStatus(ALPHA_ACCOUNT, AccountStatus.FROZEN));

        assertThat(rejection(town, BETA, new DeliverHold(1, BETA_ACCOUNT, 1)))
                .isEqualTo(Rejection.of(RejectionCode.ACCOUNT_FROZEN));
    }

    private static Rejection rejection(Town town, int party, Command command) {
        return ((Outcome.Rejected) Town.outcomes(town.send(party, command)).getFirst()).rejection();
    }

    @Test
    void aPriceIsPublishedByTheOperatorOnly() {
        Town town = Town.settled();
        PublishPrice price = new PublishPrice(NOTE, TODAY, 99_781_411, "official");

        assertThat(town.rejected(ALPHA, price)).isEqualTo(RejectionCode.ROLE_REQUIRED);
        town.accepted(OPS, price);
        assertThat(town.ledger.register().published().priceOf(NOTE))
                .satisfies(published -> assertThat(published.priceMicros()).isEqualTo(99_781_411));
    }
}
