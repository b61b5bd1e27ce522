package org.tallystick.ledger.contract.administration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.book.Book;
import org.tallystick.ledger.command.AdministrationCommand.OpenBusinessDate;
import org.tallystick.ledger.command.AdministrationCommand.PublishBillRate;
import org.tallystick.ledger.command.AdministrationCommand.PublishCalendar;
import org.tallystick.ledger.command.AdministrationCommand.PublishConsumerPrices;
import org.tallystick.ledger.command.AdministrationCommand.PublishPrice;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAccount;
import org.tallystick.ledger.command.AdministrationCommand.RegisterKey;
import org.tallystick.ledger.command.AdministrationCommand.RegisterParty;
import org.tallystick.ledger.command.AdministrationCommand.RevokeKey;
import org.tallystick.ledger.command.AdministrationCommand.SetAccountStatus;
import org.tallystick.ledger.command.AdministrationCommand.SetPartyStatus;
import org.tallystick.ledger.command.AdministrationCommand.SetThreshold;
import org.tallystick.ledger.contract.Request;
import org.tallystick.ledger.event.RegisterEvent;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.party.AccountStatus;
import org.tallystick.ledger.party.PartyStatus;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.ledger.register.Party;
import org.tallystick.ledger.register.Published;
import org.tallystick.ledger.register.Register;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.ledger.treasury.FrnIndexRates;

/** Keeps the register. Whoever asks has the operator role: the engine has seen to that. */
public final class Administration {

    private static final int MOST_KEYS = 16;
    private static final int LONGEST_NAME = 140;
    private static final int LONGEST_LABEL = 35;
    private static final int MOST_CALENDAR_YEARS = 50;

    /** What the ledger takes for a year: beyond, someone has mistyped, and dates are no longer sure to be countable. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2299;

    /** A thousand million in thousandths: far above any index, and low enough that none of its products overflows. */
    private static final long LARGEST_CPI_THOUSANDTHS = 1_000_000_000_000L;

    private final Register register;
    private final Book book;

    public Administration(Register register, Book book) {
        this.register = register;
        this.book = book;
    }

    public Outcome decide(RegisterParty c) {
        if (c.party() != register.parties().next()) {
            return Outcome.rejected(RejectionCode.BAD_NUMBER, c.party());
        }
        if (!Texts.isCode(c.code()) || !Texts.isName(c.name(), LONGEST_NAME) || !Texts.isCountry(c.jurisdiction())) {
            return Outcome.rejected(RejectionCode.BAD_TEXT);
        }
        if (!c.roles().isValid()
                || c.keys().size() > MOST_KEYS
                || c.threshold() < 1
                || c.keys().stream().distinct().count() != c.keys().size()) {
            return Outcome.rejected(RejectionCode.BAD_TERMS);
        }
        if (register.parties().codeTaken(c.code())) {
            return Outcome.rejected(RejectionCode.CODE_TAKEN);
        }
        if (c.keys().stream().anyMatch(register.parties()::keyTaken)) {
            return Outcome.rejected(RejectionCode.KEY_TAKEN);
        }
        if (c.threshold() > c.keys().size()) {
            return Outcome.rejected(RejectionCode.THRESHOLD_UNREACHABLE);
        }
        return Outcome.accepted(new RegisterEvent.PartyRegistered(
                c.party(), c.code(), c.name(), c.roles(), c.jurisdiction(), c.threshold(), c.keys()));
    }

    public Outcome decide(SetPartyStatus c, Request request) {
        if (register.parties().find(c.party()) == null) {
            return Outcome.rejected(RejectionCode.UNKNOWN_PARTY, c.party());
        }
        if (c.status() == PartyStatus.SUSPENDED && c.party() == request.party().number()) {
            return Outcome.rejected(RejectionCode.SUSPENDS_ITSELF, c.party());
        }
        return Outcome.accepted(new RegisterEvent.PartyStatusSet(c.party(), c.status()));
    }

    public Outcome decide(RegisterKey c) {
        Party party = register.parties().find(c.party());
        if (party == null) {
            return Outcome.rejected(RejectionCode.UNKNOWN_PARTY, c.party());
        }
        if (party.keys().size() == MOST_KEYS) {
            return Outcome.rejected(RejectionCode.BAD_TERMS);
        }
        if (register.parties().keyTaken(c.key())) {
            return Outcome.rejected(RejectionCode.KEY_TAKEN);
        }
        return Outcome.accepted(new RegisterEvent.KeyRegistered(c.party(), c.key()));
    }

    public Outcome decide(RevokeKey c) {
        Party party = register.parties().find(c.party());
        if (party == null) {
            return Outcome.rejected(RejectionCode.UNKNOWN_PARTY, c.party());
        }
        if (!holds(party, c.key())) {
            return Outcome.rejected(RejectionCode.UNKNOWN_KEY, c.party());
        }
        if (party.keys().size() == party.threshold()) {
            return Outcome.rejected(RejectionCode.THRESHOLD_UNREACHABLE, c.party());
        }
        return Outcome.accepted(new RegisterEvent.KeyRevoked(c.party(), c.key()));
    }

    private static boolean holds(Party party, PublicKey key) {
        return party.keys().contains(key);
    }

    public Outcome decide(SetThreshold c) {
        Party party = register.parties().find(c.party());
        if (party == null) {
            return Outcome.rejected(RejectionCode.UNKNOWN_PARTY, c.party());
        }
        if (c.threshold() < 1) {
            return Outcome.rejected(RejectionCode.BAD_TERMS);
        }
        if (c.threshold() > party.keys().size()) {
            return Outcome.rejected(RejectionCode.THRESHOLD_UNREACHABLE, c.party());
        }
        return Outcome.accepted(new RegisterEvent.ThresholdSet(c.party(), c.threshold()));
    }

    public Outcome decide(RegisterAccount c) {
        if (c.account() != register.accounts().next()) {
            return Outcome.rejected(RejectionCode.BAD_NUMBER, c.account());
        }
        if (register.parties().find(c.party()) == null) {
            return Outcome.rejected(RejectionCode.UNKNOWN_PARTY, c.party());
        }
        if (!Texts.isName(c.label(), LONGEST_LABEL)) {
            return Outcome.rejected(RejectionCode.BAD_TEXT);
        }
        return Outcome.accepted(new RegisterEvent.AccountRegistered(c.account(), c.party(), c.label()));
    }

    public Outcome decide(SetAccountStatus c) {
        if (!register.accounts().contains(c.account())) {
            return Outcome.rejected(RejectionCode.UNKNOWN_ACCOUNT, c.account());
        }
        if (register.accounts().statusOf(c.account()) == AccountStatus.CLOSED) {
            return Outcome.rejected(RejectionCode.ACCOUNT_CLOSED, c.account());
        }
        if (c.status() == AccountStatus.CLOSED
                && (register.assets().payFromOrTo(c.account()) || !book.isEmpty(c.account()))) {
            return Outcome.rejected(RejectionCode.ACCOUNT_NOT_EMPTY, c.account());
        }
        return Outcome.accepted(new RegisterEvent.AccountStatusSet(c.account(), c.status()));
    }

    public Outcome decide(PublishCalendar c) {
        if (c.firstYear() < FIRST_YEAR
                || c.lastYear() > LAST_YEAR
                || c.lastYear() < c.firstYear()
                || c.lastYear() - c.firstYear() >= MOST_CALENDAR_YEARS
                || !isAscendingWithin(c.closedWeekdays(), c.firstYear(), c.lastYear())) {
            return Outcome.rejected(RejectionCode.BAD_TERMS);
        }
        return Outcome.accepted(new RegisterEvent.CalendarPublished(c.firstYear(), c.lastYear(), c.closedWeekdays()));
    }

    private static boolean isAscendingWithin(List<LocalDate> days, int firstYear, int lastYear) {
        LocalDate before = LocalDate.of(firstYear, 1, 1).minusDays(1);
        for (LocalDate day : days) {
            if (!day.isAfter(before) || day.getYear() > lastYear) {
                return false;
            }
            before = day;
        }
        return true;
    }

    public Outcome decide(PublishPrice c) {
        if (register.assets().find(c.asset()) == null) {
            return Outcome.rejected(RejectionCode.UNKNOWN_ASSET, c.asset());
        }
        if (!Texts.isName(c.source(), LONGEST_LABEL)) {
            return Outcome.rejected(RejectionCode.BAD_TEXT);
        }
        if (c.priceMicros() <= 0) {
            return Outcome.rejected(RejectionCode.NOT_POSITIVE, c.asset());
        }
        return Outcome.accepted(new RegisterEvent.PricePublished(c.asset(), c.date(), c.priceMicros(), c.source()));
    }

    public Outcome decide(PublishConsumerPrices c) {
        if (c.cpiThousandths() <= 0) {
            return Outcome.rejected(RejectionCode.NOT_POSITIVE);
        }
        if (c.cpiThousandths() > LARGEST_CPI_THOUSANDTHS
                || c.month().getYear() < FIRST_YEAR
                || c.month().getYear() > LAST_YEAR) {
            return Outcome.rejected(RejectionCode.BAD_TERMS);
        }
        YearMonth next = register.published().nextCpiMonth();
        if (next != null && c.month().isBefore(next)) {
            return Outcome.rejected(RejectionCode.ALREADY_PUBLISHED);
        }
        if (next != null && (c.month().isAfter(next) || isMistyped(c.cpiThousandths()))) {
            return Outcome.rejected(RejectionCode.BAD_TERMS);
        }
        return Outcome.accepted(new RegisterEvent.ConsumerPricesPublished(c.month(), c.cpiThousandths()));
    }

    /**
     * Whether prices would have doubled or halved within a month. A figure is never replaced, and one with a digit too many
     * would make payments too large to count, so that no business date could be opened any more.
     */
    private boolean isMistyped(long cpiThousandths) {
        long last = register.published().lastCpiThousandths();
        return cpiThousandths > 2 * last || cpiThousandths < last / 2;
    }

    public Outcome decide(PublishBillRate c) {
        if (c.discountRatePercentNanos() < 0 || c.billDays() < 1 || c.billDays() > 366) {
            return Outcome.rejected(RejectionCode.BAD_TERMS);
        }
        FrnIndexRates rates = register.published().billRates();
        if (rates.lastBefore(LocalDate.MAX)
                .filter(last -> !last.auctionDate().isBefore(c.auctionDate()))
                .isPresent()) {
            return Outcome.rejected(RejectionCode.ALREADY_PUBLISHED);
        }
        if (!givesFiniteYield(c)) {
            return Outcome.rejected(RejectionCode.BAD_TERMS);
        }
        return Outcome.accepted(
                new RegisterEvent.BillRatePublished(c.auctionDate(), c.discountRatePercentNanos(), c.billDays()));
    }

    /** A discount of 100 % or more over the bill's life has no yield. */
    private static boolean givesFiniteYield(PublishBillRate c) {
        long hundredPercentNanos = 100_000_000_000L;
        return c.discountRatePercentNanos() < hundredPercentNanos
                && c.discountRatePercentNanos() * c.billDays() < hundredPercentNanos * 360 / 2;
    }

    public Outcome decide(OpenBusinessDate c) {
        RejectionCode code = notABusinessDay(c.date());
        LocalDate current = register.published().businessDate();
        if (code == null && current != null && !c.date().isAfter(current)) {
            code = RejectionCode.DATE_IN_THE_PAST;
        }
        return code == null
                ? Outcome.accepted(new RegisterEvent.BusinessDateOpened(c.date()))
                : Outcome.rejected(code, c.date().toEpochDay());
    }

    private @Nullable RejectionCode notABusinessDay(LocalDate date) {
        Published published = register.published();
        if (!published.covers(date)) {
            return RejectionCode.NO_CALENDAR;
        }
        return published.calendar().isBusinessDay(date) ? null : RejectionCode.NOT_A_BUSINESS_DAY;
    }
}
