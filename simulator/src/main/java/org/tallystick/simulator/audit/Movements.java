package org.tallystick.simulator.audit;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.command.AdministrationCommand;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.BookCommand;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.ServicingCommand;
import org.tallystick.ledger.event.AuctionEvent;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.event.RegisterEvent.AssetRegistered;
import org.tallystick.ledger.event.ServicingEvent.Kind;
import org.tallystick.ledger.party.AccountStatus;

/**
 * Nobody moves what is not theirs: every movement has the signature of whoever owns what moves, or of whoever it is held
 * for, or follows from the asset's terms. And every amount is positive, in lots, on accounts that may give and receive.
 */
final class Movements implements Check {

    /** Everything that happens for the same cause. */
    private List<Event> together = List.of();

    @Override
    public String rule() {
        return "movements";
    }

    private boolean issues(int auction) {
        return together.stream()
                .anyMatch(event -> event instanceof AuctionEvent.AwardIssued issued && issued.auction() == auction);
    }

    @Override
    public void event(Event event, Cause cause, Model before, Findings findings) {
        if (!(event instanceof Movement movement)) {
            return;
        }
        switch (movement) {
            case Movement.Issued m -> {
                amount(m.asset(), m.amount(), before, findings);
                receives(m.account(), before, findings);
                byIssuer(m.asset(), cause, "issued", before, findings);
            }
            case Movement.Redeemed m -> {
                amount(m.asset(), m.amount(), before, findings);
                byIssuer(m.asset(), cause, "redeemed", before, findings);
            }
            case Movement.Posted m -> m.legs().forEach(leg -> leg(leg, before, findings));
            case Movement.HoldPlaced m -> placed(m, cause, before, findings);
            case Movement.HoldReleased m -> {
                OpenHold hold = taken(m.hold(), m.amount(), before, findings);
                if (hold != null) {
                    released(m, hold, cause, before, findings);
                }
            }
            case Movement.HoldDelivered m -> {
                OpenHold hold = taken(m.hold(), m.amount(), before, findings);
                if (hold != null) {
                    receives(m.toAccount(), before, findings);
                    delivered(m, hold, cause, before, findings);
                }
            }
        }
    }

    /** Cash comes and goes by its issuer's signature alone; securities by their terms, which other checks look into. */
    private void byIssuer(int number, Cause cause, String what, Model before, Findings findings) {
        AssetRegistered asset = before.registered().asset(number);
        if (asset != null && asset.terms() instanceof AssetTerms.Cash) {
            findings.expect(
                    cause.consents(asset.issuer()),
                    this,
                    "asset " + number + " was " + what + " without its issuer, party " + asset.issuer());
        }
    }

    private void leg(Leg leg, Model before, Findings findings) {
        amount(leg.asset(), leg.amount(), before, findings);
        receives(leg.toAccount(), before, findings);
        findings.expect(
                leg.fromAccount() != leg.toAccount(), this, "a leg gives account " + leg.toAccount() + " its own");
        gives(leg.fromAccount(), before, findings);
        if (leg.hold() != 0) {
            OpenHold hold = taken(leg.hold(), leg.amount(), before, findings);
            if (hold != null) {
                findings.expect(
                        hold.account() == leg.fromAccount() && hold.asset() == leg.asset(),
                        this,
                        "a leg from account " + leg.fromAccount() + " drew on hold " + leg.hold() + " of account "
                                + hold.account() + ", asset " + hold.asset());
                alive(leg.hold(), hold, before, findings);
            }
        }
    }

    private void placed(Movement.HoldPlaced m, Cause cause, Model before, Findings findings) {
        amount(m.asset(), m.amount(), before, findings);
        findings.expect(
                m.hold() == before.balances().nextHold(), this, "hold " + m.hold() + " is not the next hold's number");
        if (m.beneficiary() instanceof Beneficiary.Distribution beneficiary) {
            Payments.Distribution distribution = before.payments().open(beneficiary.distribution());
            findings.expect(
                    distribution != null && payingAccount(distribution, before) == m.account(),
                    this,
                    "hold " + m.hold() + " for a distribution is not on its paying account");
        } else if (!redeemedIn(m.asset(), m.account(), before)
                || !(cause instanceof Cause.Due)
                        && !(cause instanceof Cause.Asked asked
                                && asked.command() instanceof AdministrationCommand.RunDueActions)) {
            gives(m.account(), before, findings);
            findings.expect(
                    cause.consents(before.registered().ownerOf(m.account())),
                    this,
                    "hold " + m.hold() + " was placed on account " + m.account() + " without its owner");
            findings.expect(m.expiryMillis() > before.timeMillis(), this, "hold " + m.hold() + " had expired at birth");
        }
    }

    /** What was held of a maturing security stays held, in cash: whether the account is being repaid in this cash. */
    private static boolean redeemedIn(int cashAsset, int account, Model before) {
        for (Payments.Distribution distribution : before.payments().allOpen()) {
            AssetRegistered asset =
                    before.registered().asset(distribution.opened().asset());
            if (distribution.opened().kind() == Kind.REDEMPTION
                    && distribution.ofRecord().containsKey(account)
                    && asset != null
                    && asset.terms() instanceof AssetTerms.Treasury treasury
                    && treasury.cashAsset() == cashAsset) {
                return true;
            }
        }
        return false;
    }

    private static int payingAccount(Payments.Distribution distribution, Model before) {
        AssetRegistered asset = before.registered().asset(distribution.opened().asset());
        return asset != null && asset.terms() instanceof AssetTerms.Treasury treasury ? treasury.payingAccount() : 0;
    }

    private void released(Movement.HoldReleased m, OpenHold hold, Cause cause, Model before, Findings findings) {
        boolean expired = hold.expiryMillis() <= before.timeMillis();
        boolean allowed = switch (hold.beneficiary()) {
            case Beneficiary.Party b -> expired || cause.consents(b.party()) || beingRedeemed(hold.asset(), before);
            case Beneficiary.Auction b ->
                expired
                        || issues(b.auction())
                        || before.primary().hasDoneWith(b.auction(), hold.account())
                                && cause.consents(owner(hold.account(), before));
            case Beneficiary.Distribution b -> false;
        };
        findings.expect(
                allowed, this, "hold " + m.hold() + " was released before its time and without " + hold.beneficiary());
    }

    private static int owner(int number, Model before) {
        Registered.Account account = before.registered().account(number);
        return account == null ? 0 : account.party();
    }

    /** What matures is redeemed even where it is held. */
    private static boolean beingRedeemed(int asset, Model before) {
        for (Payments.Distribution distribution : before.payments().allOpen()) {
            if (distribution.opened().asset() == asset && distribution.opened().kind() == Kind.REDEMPTION) {
                return true;
            }
        }
        return false;
    }

    private void delivered(Movement.HoldDelivered m, OpenHold hold, Cause cause, Model before, Findings findings) {
        boolean allowed = switch (hold.beneficiary()) {
            case Beneficiary.Party b ->
                cause.consents(b.party())
                        && cause instanceof Cause.Asked asked
                        && asked.command() instanceof BookCommand.DeliverHold;
            case Beneficiary.Auction b -> before.primary().awarded(b.auction()) != null;
            case Beneficiary.Distribution b -> before.payments().open(b.distribution()) != null;
        };
        findings.expect(allowed, this, "hold " + m.hold() + " was delivered without " + hold.beneficiary());
        if (!(hold.beneficiary() instanceof Beneficiary.Distribution)) {
            alive(m.hold(), hold, before, findings);
        }
    }

    private void alive(long number, OpenHold hold, Model before, Findings findings) {
        findings.expect(
                hold.expiryMillis() > before.timeMillis(),
                this,
                "hold " + number + " was drawn on at " + before.timeMillis() + ", but ran out at "
                        + hold.expiryMillis());
    }

    private @Nullable OpenHold taken(long number, long amount, Model before, Findings findings) {
        OpenHold hold = before.balances().hold(number);
        findings.expect(amount > 0, this, "an amount of " + amount + " was taken from hold " + number);
        findings.expect(
                hold != null && hold.left() >= amount,
                this,
                amount + " was taken from hold " + number + ", which has "
                        + (hold == null ? "never been or is used up" : "only " + hold.left()));
        return hold;
    }

    private void gives(int account, Model before, Findings findings) {
        Registered.Account found = before.registered().account(account);
        findings.expect(
                found != null && found.status() == AccountStatus.OPEN,
                this,
                "account " + account + " gave something, but is " + (found == null ? "not known" : found.status()));
    }

    private void receives(int account, Model before, Findings findings) {
        Registered.Account found = before.registered().account(account);
        findings.expect(
                found != null && found.status() != AccountStatus.CLOSED,
                this,
                "account " + account + " received something, but is " + (found == null ? "not known" : "closed"));
    }

    private void amount(int number, long amount, Model before, Findings findings) {
        AssetRegistered asset = before.registered().asset(number);
        if (asset == null) {
            findings.add(this, "asset " + number + " moved and was never registered");
            return;
        }
        findings.expect(amount > 0, this, "an amount of " + amount + " of asset " + number + " moved");
    }

    /** Securities come into being by an award or from strips, and go by maturity or into strips: never alone. */
    @Override
    public void group(Cause cause, List<Event> events, Model before, Findings findings) {
        together = events;
        List<Movement> unexplained = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof Movement.Issued m && isSecurity(m.asset(), before)) {
                unexplained.add(m);
            }
        }
        boolean explained = events.stream().anyMatch(AwardOrStrip::explainsIssue)
                || cause instanceof Cause.Asked asked && asked.command() instanceof ServicingCommand.StripSecurity;
        findings.expect(
                unexplained.isEmpty() || explained,
                this,
                "securities came into being without an award: " + unexplained);
    }

    private static boolean isSecurity(int number, Model before) {
        AssetRegistered asset = before.registered().asset(number);
        return asset != null && asset.terms() instanceof AssetTerms.Treasury;
    }
}
