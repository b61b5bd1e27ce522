package org.tallystick.app.day.plan;

import static org.tallystick.app.day.plan.Expected.refused;
import static org.tallystick.app.day.plan.Expected.rejected;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.command.AdministrationCommand.OpenBusinessDate;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.BookCommand.IssueCash;
import org.tallystick.ledger.command.BookCommand.PlaceHold;
import org.tallystick.ledger.command.BookCommand.ReleaseHold;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.SettlementCommand.AffirmSettlement;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.ledger.treasury.BusinessCalendar;

/** What must be rejected: each kind in its turn, between parties drawn from the seed, with the reason it must be given. */
final class Mischief {

    private static final long HOUR_MILLIS = 60 * 60 * 1000L;
    private static final int NOWHERE = 1_000_000;

    private final Desk desk;
    private final Cast cast;
    private final BusinessCalendar calendar;
    private final Market market;
    private final Draw draw;
    private final List<Runnable> kinds;
    private int turn;

    /** Drawn anew each time: who does it, and to whom. */
    private Actor doer;

    private Actor other;

    Mischief(Desk desk, Cast cast, BusinessCalendar calendar, Market market, Draw draw) {
        this.desk = desk;
        this.cast = cast;
        this.calendar = calendar;
        this.market = market;
        this.draw = draw;
        this.kinds = List.of(
                this::overspends,
                this::signsWithTheKeyOfAnother,
                this::replays,
                this::tampers,
                this::paysItself,
                this::valuesOnAHoliday,
                this::comesTooLate,
                this::oversells,
                this::signsWithAnUnknownKey,
                this::paysAnUnknownAccount,
                this::paysNothing,
                this::paysLessThanNothing,
                this::issuesDollars,
                this::reusesAnInstructionId,
                this::opensADate,
                this::sendsNoise,
                this::undoesABatch,
                this::signsWithARevokedKey,
                this::doesNotSign,
                this::breaksALot,
                this::valuesInThePast,
                this::actsWhileSuspended,
                this::paysFromAFrozenAccount,
                this::meansAnotherLedger,
                this::isValidTooLong,
                this::movesAnUnknownAsset,
                this::settlesBetweenOthers,
                this::holdsWhatIsAnothers,
                this::releasesAHoldThatIsNot,
                this::affirmsWhatIsNot,
                this::setsADeadlineInThePast,
                this::tradesWhatHasMatured,
                this::speaksForNoOne,
                this::comesInAnotherVersion,
                this::issuesMoreThanCanBeCounted,
                this::writesTooLong,
                this::opensTheSameDateAgain);
        this.turn = draw.below(kinds.size());
        this.doer = cast.participants().getFirst();
        this.other = doer;
    }

    void next() {
        doer = draw.from(cast.participants());
        do {
            other = draw.from(cast.traders());
        } while (other.equals(doer));
        kinds.get(turn).run();
        turn = (turn + 1) % kinds.size();
    }

    // --- Parts ---

    private Leg pays(long cents) {
        return new Leg(Numbers.USD, doer.number(), other.number(), cents);
    }

    private InstructSettlement settle(@Nullable LocalDate valueDate, Leg... legs) {
        return new InstructSettlement(List.of(legs), valueDate, desk.nowMillis() + HOUR_MILLIS);
    }

    /** A cent for the other: nothing is wrong with it by itself. */
    private InstructSettlement aCent() {
        return settle(null, pays(1));
    }

    private long available(int asset) {
        return desk.ledger().book().available(doer.number(), asset);
    }

    private void reject(String what, RejectionCode code, Command command) {
        desk.send(what, desk.draft(doer, command), rejected(code));
    }

    private void refuse(String what, RejectionCode code, Draft draft) {
        desk.send(what, draft, refused(code));
    }

    // --- Money and securities that are not there ---

    private void overspends() {
        reject("overspend", RejectionCode.AVAILABLE_BELOW_DEBIT, settle(null, pays(available(Numbers.USD) + 1)));
    }

    private void oversells() {
        if (market.tradable().isEmpty()) {
            overspends();
            return;
        }
        Market.Listing listing = draw.from(market.tradable());
        long par = (available(listing.asset()) / listing.lotCents() + 1) * listing.lotCents();
        InstructSettlement sale = settle(
                null,
                new Leg(listing.asset(), doer.number(), other.number(), par),
                new Leg(Numbers.USD, other.number(), doer.number(), 1));
        desk.send(
                "sell more than there is",
                desk.draft(doer, sale).alsoSignedBy(other),
                rejected(RejectionCode.AVAILABLE_BELOW_DEBIT));
    }

    private void undoesABatch() {
        InstructSettlement tooMuch = settle(null, pays(available(Numbers.USD) + 1));
        Draft batch = desk.draft(doer, aCent(), tooMuch).allOrNothing();
        desk.send("a batch that is all or nothing", batch, new Expected.Undone(RejectionCode.AVAILABLE_BELOW_DEBIT));
    }

    private void issuesMoreThanCanBeCounted() {
        desk.send(
                "issue more dollars than can be counted",
                desk.draft(cast.reserveBank, new IssueCash(Numbers.USD, doer.number(), Long.MAX_VALUE)),
                rejected(RejectionCode.AMOUNT_OVERFLOW));
    }

    // --- Signatures ---

    private void signsWithTheKeyOfAnother() {
        refuse(
                "sign with another's key",
                RejectionCode.THRESHOLD_NOT_MET,
                desk.draft(doer, aCent()).signedBy(other.key()));
    }

    private void signsWithAnUnknownKey() {
        refuse(
                "sign with a stranger's key",
                RejectionCode.UNKNOWN_KEY,
                desk.draft(doer, aCent()).signedBy(cast.strangerKey));
    }

    private void signsWithARevokedKey() {
        doer = cast.participants().getFirst();
        refuse(
                "sign with a revoked key",
                RejectionCode.REVOKED_KEY,
                desk.draft(doer, aCent()).signedBy(cast.revokedKey));
    }

    private void doesNotSign() {
        refuse(
                "do not sign",
                RejectionCode.THRESHOLD_NOT_MET,
                desk.draft(doer, aCent()).signedBy());
    }

    /** The last byte of an envelope is the last of a signature. */
    private void tampers() {
        byte[] envelope = desk.seal(desk.draft(doer, aCent()));
        envelope[envelope.length - 1] ^= 1;
        desk.sendBytes("tamper with a signature", envelope, refused(RejectionCode.BAD_SIGNATURE));
    }

    // --- Envelopes ---

    private void replays() {
        PlannedEntry last = desk.lastAccepted();
        if (last == null) {
            desk.accepted("bring a cent into being", cast.reserveBank, new IssueCash(Numbers.USD, doer.number(), 1));
            last = desk.lastAccepted();
        }
        if (last != null) {
            desk.sendBytes("replay an instruction", last.envelope(), Expected.REPEATED);
        }
    }

    private void reusesAnInstructionId() {
        Draft first = desk.draft(doer, settle(null, pays(available(Numbers.USD) + 1)));
        desk.send("overspend", first, rejected(RejectionCode.AVAILABLE_BELOW_DEBIT));
        refuse(
                "use an instruction id again",
                RejectionCode.INSTRUCTION_ID_REUSED,
                desk.draft(doer, aCent()).named(first.payload().instructionId()));
    }

    private void comesTooLate() {
        refuse("come too late", RejectionCode.EXPIRED, desk.draft(doer, aCent()).validUntil(desk.nowMillis() - 1));
    }

    private void isValidTooLong() {
        refuse(
                "be valid too long",
                RejectionCode.VALIDITY_TOO_LONG,
                desk.draft(doer, aCent()).validUntil(desk.nowMillis() + 25 * HOUR_MILLIS));
    }

    private void meansAnotherLedger() {
        refuse(
                "mean another ledger",
                RejectionCode.WRONG_LEDGER,
                desk.draft(doer, aCent()).forLedger("another-ledger"));
    }

    private void speaksForNoOne() {
        refuse(
                "speak for an unknown party",
                RejectionCode.UNKNOWN_PARTY,
                desk.draft(doer, aCent()).by(NOWHERE));
    }

    private void sendsNoise() {
        byte[] noise = ("no envelope " + desk.nowMillis() + draw.below(NOWHERE)).getBytes(StandardCharsets.US_ASCII);
        desk.sendBytes("send noise", noise, refused(RejectionCode.MALFORMED));
    }

    /** Field 1 of an envelope is its version; here it is 2. */
    private void comesInAnotherVersion() {
        desk.sendBytes("come in another version", new byte[] {0x08, 0x02}, refused(RejectionCode.UNKNOWN_VERSION));
    }

    // --- Legs ---

    private void paysItself() {
        reject(
                "pay oneself",
                RejectionCode.LEG_TO_ITSELF,
                settle(null, new Leg(Numbers.USD, doer.number(), doer.number(), 1)));
    }

    private void paysNothing() {
        reject("pay nothing", RejectionCode.NOT_POSITIVE, settle(null, pays(0)));
    }

    private void paysLessThanNothing() {
        reject("pay less than nothing", RejectionCode.NOT_POSITIVE, settle(null, pays(-Numbers.MILLION)));
    }

    private void paysAnUnknownAccount() {
        reject(
                "pay an unknown account",
                RejectionCode.UNKNOWN_ACCOUNT,
                settle(null, new Leg(Numbers.USD, doer.number(), NOWHERE, 1)));
    }

    private void movesAnUnknownAsset() {
        reject(
                "move an unknown asset",
                RejectionCode.UNKNOWN_ASSET,
                settle(null, new Leg(NOWHERE, doer.number(), other.number(), 1)));
    }

    private void breaksALot() {
        List<Market.Listing> inLots = market.tradable().stream()
                .filter(listing -> listing.lotCents() > 1)
                .toList();
        if (inLots.isEmpty()) {
            paysNothing();
            return;
        }
        Market.Listing listing = draw.from(inLots);
        reject(
                "deliver a part of a lot",
                RejectionCode.NOT_A_MULTIPLE,
                settle(null, new Leg(listing.asset(), doer.number(), other.number(), listing.lotCents() + 1)));
    }

    private void tradesWhatHasMatured() {
        Market.Listing matured = market.lastMatured();
        if (matured == null) {
            overspends();
            return;
        }
        reject(
                "trade what has matured",
                RejectionCode.ASSET_MATURED,
                settle(null, new Leg(matured.asset(), doer.number(), other.number(), matured.lotCents())));
    }

    private void paysFromAFrozenAccount() {
        doer = cast.frozen;
        reject("pay from a frozen account", RejectionCode.ACCOUNT_FROZEN, aCent());
    }

    private void actsWhileSuspended() {
        doer = cast.suspended;
        refuse("act while suspended", RejectionCode.PARTY_SUSPENDED, desk.draft(doer, aCent()));
    }

    // --- Dates ---

    private void valuesOnAHoliday() {
        LocalDate saturday = desk.date().with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        LocalDate day = calendar.closedDays().stream()
                .filter(closed -> closed.isAfter(desk.date()) && closed.isBefore(saturday))
                .findFirst()
                .orElse(saturday);
        reject("value on a holiday", RejectionCode.NOT_A_BUSINESS_DAY, settle(day, pays(1)));
    }

    private void valuesInThePast() {
        reject("value in the past", RejectionCode.DATE_IN_THE_PAST, settle(calendar.previous(desk.date()), pays(1)));
    }

    private void setsADeadlineInThePast() {
        reject(
                "set a deadline in the past",
                RejectionCode.TIME_IN_THE_PAST,
                new InstructSettlement(List.of(pays(1)), null, desk.nowMillis() - 1));
    }

    private void opensTheSameDateAgain() {
        desk.send(
                "open the same date again",
                desk.draft(cast.operator, new OpenBusinessDate(desk.date())),
                rejected(RejectionCode.DATE_IN_THE_PAST));
    }

    // --- Authority ---

    private void issuesDollars() {
        reject(
                "issue dollars without being their issuer",
                RejectionCode.NOT_AUTHORISED,
                new IssueCash(Numbers.USD, doer.number(), Numbers.MILLION));
    }

    private void opensADate() {
        reject("open a business date", RejectionCode.ROLE_REQUIRED, new OpenBusinessDate(calendar.next(desk.date())));
    }

    private void settlesBetweenOthers() {
        reject(
                "settle between others",
                RejectionCode.NOT_AUTHORISED,
                settle(null, new Leg(Numbers.USD, other.number(), cast.treasury.number(), 1)));
    }

    private void holdsWhatIsAnothers() {
        reject("hold what is another's", RejectionCode.NOT_AUTHORISED, hold(other, "mine"));
    }

    private void writesTooLong() {
        reject(
                "write too long a reference",
                RejectionCode.BAD_TEXT,
                hold(doer, "a reference of more than 35 characters"));
    }

    private PlaceHold hold(Actor owner, String reference) {
        return new PlaceHold(
                owner.number(),
                Numbers.USD,
                1,
                new Beneficiary.Party(doer.number()),
                desk.nowMillis() + HOUR_MILLIS,
                reference);
    }

    private void releasesAHoldThatIsNot() {
        reject("release a hold that is not", RejectionCode.UNKNOWN_HOLD, new ReleaseHold(Long.MAX_VALUE, 1));
    }

    private void affirmsWhatIsNot() {
        reject("affirm what is not", RejectionCode.UNKNOWN_SETTLEMENT, new AffirmSettlement(Long.MAX_VALUE));
    }
}
