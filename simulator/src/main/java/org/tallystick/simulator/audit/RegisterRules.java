package org.tallystick.simulator.audit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.command.AuctionCommand;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.RegisterEvent;
import org.tallystick.ledger.event.RegisterEvent.AssetRegistered;
import org.tallystick.ledger.party.AccountStatus;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.ledger.party.Role;

/** The register is the operator's; numbers run without gaps, keys belong to one party once and for ever. */
final class RegisterRules implements Check {

    @Override
    public String rule() {
        return "register";
    }

    @Override
    public void group(Cause cause, List<Event> events, Model before, Findings findings) {
        if (cause instanceof Cause.Asked asked && asked.command() instanceof AuctionCommand.AnnounceAuction c) {
            AssetRegistered asset = before.registered().asset(c.asset());
            findings.expect(
                    asset != null && cause.consents(asset.issuer()),
                    this,
                    "an auction of asset " + c.asset() + " was announced without its issuer");
        }
    }

    @Override
    public void event(Event event, Cause cause, Model before, Findings findings) {
        if (!(event instanceof RegisterEvent change)) {
            return;
        }
        findings.expect(
                cause instanceof Cause.Asked asked && before.registered().hasRole(asked.party(), Role.OPERATOR),
                this,
                "the register was changed by someone who does not keep it: " + event);
        Registered registered = before.registered();
        switch (change) {
            case RegisterEvent.PartyRegistered e -> {
                next("party", e.party(), registered.countOfParties(), findings);
                e.keys().forEach(key -> newKey(key, registered, findings));
                reachable(e.party(), e.threshold(), e.keys(), findings);
            }
            case RegisterEvent.KeyRegistered e -> newKey(e.key(), registered, findings);
            case RegisterEvent.KeyRevoked e -> revoked(e, registered, findings);
            case RegisterEvent.ThresholdSet e -> {
                Registered.Party party = registered.party(e.party());
                reachable(e.party(), e.threshold(), party == null ? List.of() : party.keys(), findings);
            }
            case RegisterEvent.AccountRegistered e ->
                next("account", e.account(), registered.countOfAccounts(), findings);
            case RegisterEvent.AssetRegistered e -> next("asset", e.asset(), registered.countOfAssets(), findings);
            case RegisterEvent.AccountStatusSet e -> status(e, before, findings);
            case RegisterEvent.BusinessDateOpened e -> opened(e.date(), registered, findings);
            case RegisterEvent.PartyStatusSet e -> {}
            case RegisterEvent.CalendarPublished e -> {}
            case RegisterEvent.PricePublished e -> {}
            case RegisterEvent.ConsumerPricesPublished e ->
                findings.expect(
                        !registered.consumerPrices().containsKey(e.month()),
                        this,
                        "consumer prices of " + e.month() + " were published twice");
            case RegisterEvent.BillRatePublished e ->
                findings.expect(
                        !registered.billRates().containsKey(e.auctionDate()),
                        this,
                        "the bill rate of " + e.auctionDate() + " was published twice");
        }
    }

    private void next(String what, int number, int count, Findings findings) {
        findings.expect(number == count + 1, this, what + " " + number + " was registered as number " + (count + 1));
    }

    private void newKey(PublicKey key, Registered registered, Findings findings) {
        findings.expect(
                !registered.hasKey(key) && !registered.isRevoked(key), this, "key " + key + " was registered before");
    }

    private void reachable(int party, int threshold, Collection<PublicKey> keys, Findings findings) {
        findings.expect(
                threshold >= 1 && threshold <= keys.size(),
                this,
                "party " + party + " has " + keys.size() + " keys and a threshold of " + threshold);
    }

    private void revoked(RegisterEvent.KeyRevoked e, Registered registered, Findings findings) {
        Registered.Party party = registered.party(e.party());
        findings.expect(
                party != null && party.keys().contains(e.key()),
                this,
                "key " + e.key() + " was taken from party " + e.party() + ", which does not have it");
        findings.expect(
                party == null || party.keys().size() > party.threshold(),
                this,
                "party " + e.party() + " was left with fewer keys than its threshold");
    }

    private void status(RegisterEvent.AccountStatusSet e, Model before, Findings findings) {
        boolean empty = before.balances().all().values().stream()
                .allMatch(holders -> holders.getOrDefault(e.account(), Position.NOTHING)
                                .total()
                                .signum()
                        == 0);
        findings.expect(
                e.status() != AccountStatus.CLOSED || empty,
                this,
                "account " + e.account() + " was closed with something on it");
        Registered.Account account = before.registered().account(e.account());
        findings.expect(
                account != null && account.status() != AccountStatus.CLOSED,
                this,
                "account " + e.account() + " is not there or closed, and is now " + e.status());
    }

    private void opened(LocalDate date, Registered registered, Findings findings) {
        LocalDate current = registered.businessDate();
        findings.expect(
                registered.isBusinessDay(date) && (current == null || date.isAfter(current)),
                this,
                "business date " + date + " was opened after " + current);
        for (AssetRegistered asset : registered.assets().values()) {
            findings.expect(
                    !(asset.terms() instanceof AssetTerms.Treasury treasury)
                            || registered.ownerOf(treasury.payingAccount()) == asset.issuer(),
                    this,
                    "asset " + asset.asset() + " pays from an account that is not its issuer's");
        }
    }
}
