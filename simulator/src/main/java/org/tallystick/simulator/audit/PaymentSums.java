package org.tallystick.simulator.audit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.event.RegisterEvent.AssetRegistered;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.ledger.event.ServicingEvent.DistributionClosed;
import org.tallystick.ledger.event.ServicingEvent.DistributionOpened;
import org.tallystick.ledger.event.ServicingEvent.HolderPaid;
import org.tallystick.ledger.event.ServicingEvent.Kind;
import org.tallystick.simulator.audit.Payments.Distribution;

/**
 * A payment is what the terms of the security say, on the par outstanding; holders of record get their shares of it, no
 * one else gets anything, and what rounding leaves over goes to the residual account: to the cent.
 */
final class PaymentSums implements Check {

    /** What one unit of par is paid by each distribution: fixed when it opens, whatever is published afterwards. */
    private final Map<Long, BigDecimal> perUnit = new TreeMap<>();

    @Override
    public String rule() {
        return "payment sums";
    }

    @Override
    public void event(Event event, Cause cause, Model before, Findings findings) {
        switch (event) {
            case DistributionOpened e -> opened(e, before, findings);
            case ServicingEvent.DistributionFunded e -> funded(e, before, findings);
            case HolderPaid e -> paid(e, before, findings);
            case DistributionClosed e -> closed(e, before, findings);
            case Event other -> {}
        }
    }

    private void opened(DistributionOpened e, Model before, Findings findings) {
        findings.expect(
                e.distribution() == before.payments().nextDistribution(),
                this,
                "distribution " + e.distribution() + " is not the next distribution's number");
        BigInteger supply = before.balances().supply(e.asset());
        findings.expect(
                supply.equals(BigInteger.valueOf(e.supply())),
                this,
                name(e) + " counts a supply of " + e.supply() + ", there is " + supply);
        termsSay(e, before).ifPresent(each -> perUnit.put(e.distribution(), each));
        Optional<BigInteger> due =
                exact(e, BigInteger.valueOf(e.supply()), before).map(amount -> whole(amount, RoundingMode.HALF_UP));
        findings.expect(
                due.isPresent() && due.get().equals(BigInteger.valueOf(e.due())),
                this,
                name(e) + " owes " + e.due() + ", its terms say "
                        + due.map(String::valueOf).orElse("nothing"));
    }

    private void funded(ServicingEvent.DistributionFunded e, Model before, Findings findings) {
        Distribution distribution = before.payments().open(e.distribution());
        OpenHold hold = before.balances().hold(e.hold());
        if (distribution != null && distribution.opened().due() == 0 && e.hold() == 0) {
            return; // Nothing is due, and nothing is set aside.
        }
        findings.expect(
                distribution != null
                        && hold != null
                        && hold.left() == distribution.opened().due()
                        && hold.beneficiary().equals(new Beneficiary.Distribution(e.distribution())),
                this,
                "distribution " + e.distribution() + " is called funded by hold " + e.hold() + ", which is " + hold);
    }

    private void paid(HolderPaid e, Model before, Findings findings) {
        Distribution distribution = before.payments().open(e.distribution());
        if (distribution == null) {
            findings.add(this, "account " + e.account() + " was paid by a distribution that is not open");
            return;
        }
        DistributionOpened opened = distribution.opened();
        BigInteger ofRecord = distribution.ofRecord().getOrDefault(e.account(), BigInteger.ZERO);
        findings.expect(
                ofRecord.equals(BigInteger.valueOf(e.par())),
                this,
                name(opened) + " pays account " + e.account() + " for par " + e.par() + ", of record is " + ofRecord);
        findings.expect(
                !distribution.said().containsKey(e.account()),
                this,
                name(opened) + " pays account " + e.account() + " twice");
        BigInteger share = exact(opened, ofRecord, before)
                .map(amount -> whole(amount, RoundingMode.DOWN))
                .orElse(BigInteger.ZERO);
        findings.expect(
                share.equals(BigInteger.valueOf(e.amount())),
                this,
                name(opened) + " pays account " + e.account() + " " + e.amount() + ", its share is " + share);
    }

    private void closed(DistributionClosed e, Model before, Findings findings) {
        Distribution distribution = before.payments().open(e.distribution());
        if (distribution == null) {
            findings.add(this, "distribution " + e.distribution() + " was closed and is not open");
            return;
        }
        DistributionOpened opened = distribution.opened();
        BigInteger paid = distribution.said().values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger residual = BigInteger.valueOf(opened.due()).subtract(paid);
        findings.expect(
                paid.equals(BigInteger.valueOf(e.paid())) && residual.equals(BigInteger.valueOf(e.residual())),
                this,
                name(opened) + " says it paid " + e.paid() + " and left " + e.residual() + ", it paid " + paid
                        + " and left " + residual);
        int holders = distribution.ofRecord().size();
        findings.expect(
                residual.signum() >= 0 && residual.compareTo(BigInteger.valueOf(holders)) <= 0,
                this,
                name(opened) + " left a residual of " + residual + " for " + holders + " holders");
        findings.expect(
                distribution.said().keySet().equals(distribution.ofRecord().keySet()),
                this,
                name(opened) + " paid accounts " + distribution.said().keySet() + ", holders of record were "
                        + distribution.ofRecord().keySet());
        moved(distribution, residual, before, findings);
    }

    /** What has left the distribution's hold is what holders were said to be paid, and the residual. */
    private void moved(Distribution distribution, BigInteger residual, Model before, Findings findings) {
        Map<Integer, BigInteger> expected = new TreeMap<>();
        distribution.said().forEach((account, amount) -> add(expected, account, amount));
        AssetTerms.Treasury terms = termsOf(distribution.opened().asset(), before);
        if (terms != null) {
            add(expected, terms.residualAccount(), residual);
        }
        findings.expect(
                expected.equals(distribution.moved()),
                this,
                name(distribution.opened()) + " moved " + distribution.moved() + " by account, it owes " + expected);
    }

    private static void add(Map<Integer, BigInteger> sums, int account, BigInteger amount) {
        if (amount.signum() != 0) {
            sums.merge(account, amount, BigInteger::add);
        }
    }

    /** What is due on this par, in minor units of the cash asset, not rounded. */
    private Optional<BigDecimal> exact(DistributionOpened opened, BigInteger par, Model model) {
        AssetTerms.Treasury terms = termsOf(opened.asset(), model);
        AssetRegistered asset = model.registered().asset(opened.asset());
        if (terms == null || asset == null) {
            return Optional.empty();
        }
        if (opened.supply() == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        AssetRegistered cash = model.registered().asset(terms.cashAsset());
        int cashScale = cash == null ? 0 : cash.scale();
        return Optional.ofNullable(perUnit.get(opened.distribution()))
                .map(each -> new BigDecimal(par, asset.scale()).multiply(each).movePointRight(cashScale));
    }

    private static Optional<BigDecimal> termsSay(DistributionOpened opened, Model model) {
        AssetTerms.Treasury terms = termsOf(opened.asset(), model);
        if (terms == null) {
            return Optional.empty();
        }
        FirstPrinciples principles =
                new FirstPrinciples(model.registered(), model.primary().issueDates(opened.asset()));
        return opened.kind() == Kind.INTEREST
                ? principles.interest(terms.security(), opened.scheduledDate())
                : principles.principal(terms.security());
    }

    private static AssetTerms.@Nullable Treasury termsOf(int number, Model model) {
        AssetRegistered asset = model.registered().asset(number);
        return asset != null && asset.terms() instanceof AssetTerms.Treasury treasury ? treasury : null;
    }

    private static BigInteger whole(BigDecimal amount, RoundingMode rounding) {
        return amount.setScale(0, rounding).unscaledValue();
    }

    private static String name(DistributionOpened e) {
        return "distribution " + e.distribution() + " (" + e.kind() + " of asset " + e.asset() + ", "
                + e.scheduledDate() + ")";
    }

    /** At maturity a holder's par goes out of being as it is paid. */
    @Override
    public void group(Cause cause, List<Event> events, Model before, Findings findings) {
        Map<Long, DistributionOpened> redemptions = new TreeMap<>();
        before.payments()
                .allOpen()
                .forEach(open -> redemptions.put(open.opened().distribution(), open.opened()));
        events.forEach(event -> {
            if (event instanceof DistributionOpened e) {
                redemptions.put(e.distribution(), e);
            }
        });
        for (Event event : events) {
            if (event instanceof HolderPaid e) {
                DistributionOpened opened = redemptions.get(e.distribution());
                findings.expect(
                        opened == null
                                || opened.kind() == Kind.INTEREST
                                || events.contains(new Movement.Redeemed(opened.asset(), e.account(), e.par())),
                        this,
                        "account " + e.account() + " was repaid par " + e.par() + " and kept the security");
            }
        }
    }
}
