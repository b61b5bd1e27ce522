package org.tallystick.simulator.audit;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.BookCommand;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.SettlementCommand;
import org.tallystick.ledger.party.AccountStatus;
import org.tallystick.ledger.rejection.Rejection;

/**
 * A refusal is true: what is said to be short is short, what is said to be unknown is unknown. A ledger that refuses what
 * it should carry out is as wrong as one that carries out what it should refuse.
 */
final class Reasons implements Check {

    @Override
    public String rule() {
        return "reasons";
    }

    void rejected(Command command, Rejection rejection, Model model, Findings findings) {
        long subject = rejection.subject();
        switch (rejection.code()) {
            case UNKNOWN_ACCOUNT ->
                findings.expect(
                        model.registered().account((int) subject) == null,
                        this,
                        "account " + subject + " is called unknown and is registered");
            case UNKNOWN_ASSET ->
                findings.expect(
                        model.registered().asset((int) subject) == null,
                        this,
                        "asset " + subject + " is called unknown and is registered");
            case ACCOUNT_FROZEN -> status(command, subject, AccountStatus.FROZEN, model, findings);
            case ACCOUNT_CLOSED -> status(command, subject, AccountStatus.CLOSED, model, findings);
            case UNKNOWN_SETTLEMENT ->
                findings.expect(
                        model.agreements().get(subject) == null,
                        this,
                        "settlement " + subject + " is called unknown and is not");
            case SETTLEMENT_ENDED -> {
                Agreements.Agreement agreement = model.agreements().get(subject);
                findings.expect(
                        agreement != null
                                && (agreement.state() != Agreements.State.OPEN
                                        || agreement.deadlineMillis() <= model.timeMillis()),
                        this,
                        "settlement " + subject + " is said to have ended and has not");
            }
            case UNKNOWN_HOLD -> {
                OpenHold hold = model.balances().hold(subject);
                findings.expect(
                        hold == null || !(hold.beneficiary() instanceof Beneficiary.Party),
                        this,
                        "hold " + subject + " is called unknown and is not");
            }
            case UNKNOWN_OBLIGATION ->
                findings.expect(
                        model.payments().obligation(subject) == null,
                        this,
                        "obligation " + subject + " is called unknown and stands");
            case AVAILABLE_BELOW_DEBIT -> shortfall(command, model, findings);
            default -> {}
        }
    }

    private void status(Command command, long account, AccountStatus status, Model model, Findings findings) {
        if (command instanceof BookCommand.DeliverHold) {
            return; // The subject is the hold: whose account it is on is not for its beneficiary to learn.
        }
        Registered.Account found = model.registered().account((int) account);
        findings.expect(
                found != null && found.status() == status,
                this,
                "account " + account + " is called " + status + " and is not");
    }

    /** Only what a command takes from available balances counts, netted over its legs. */
    private void shortfall(Command command, Model model, Findings findings) {
        switch (command) {
            case SettlementCommand.InstructSettlement c -> legs(c.legs(), model, findings);
            case SettlementCommand.AffirmSettlement c -> {
                Agreements.Agreement agreement = model.agreements().get(c.settlement());
                if (agreement != null) {
                    legs(agreement.legs(), model, findings);
                }
            }
            case BookCommand.PlaceHold c -> isShort(c.account(), c.asset(), c.amount(), model, findings);
            case BookCommand.RedeemCash c -> isShort(c.account(), c.asset(), c.amount(), model, findings);
            case Command other -> {}
        }
    }

    private void isShort(int account, int asset, long amount, Model model, Findings findings) {
        BigInteger available = model.balances().of(account, asset).available();
        findings.expect(
                available.compareTo(BigInteger.valueOf(amount)) < 0,
                this,
                "account " + account + " is called short of " + amount + " of asset " + asset + " and has "
                        + available);
    }

    private void legs(List<Leg> legs, Model model, Findings findings) {
        record At(int asset, int account) {}
        Map<String, BigInteger> net = new TreeMap<>();
        Map<String, At> where = new TreeMap<>();
        for (Leg leg : legs) {
            where.put(leg.asset() + "/" + leg.fromAccount(), new At(leg.asset(), leg.fromAccount()));
            where.put(leg.asset() + "/" + leg.toAccount(), new At(leg.asset(), leg.toAccount()));
            BigInteger amount = BigInteger.valueOf(leg.amount());
            net.merge(leg.asset() + "/" + leg.toAccount(), amount, BigInteger::add);
            if (leg.hold() == 0) {
                net.merge(leg.asset() + "/" + leg.fromAccount(), amount.negate(), BigInteger::add);
            }
        }
        boolean anyShort = net.entrySet().stream().anyMatch(entry -> {
            At at = where.getOrDefault(entry.getKey(), new At(0, 0));
            BigInteger available = model.balances().of(at.account(), at.asset()).available();
            return available.add(entry.getValue()).signum() < 0;
        });
        findings.expect(anyShort, this, "legs are called uncovered, and every account can give its net: " + legs);
    }
}
