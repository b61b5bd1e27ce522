package org.tallystick.app.accounts;

import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.tallystick.app.console.Failure;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.ledger.event.RegisterEvent;
import org.tallystick.ledger.party.AccountStatus;

/** What numbers stand for: parties, accounts and assets as receipts registered them. */
final class Names {

    record PartyName(int number, String code, String name) {}

    record AccountName(int number, int party, String label, AccountStatus status) {}

    /**
     * An asset.
     *
     * @param scale decimal places of a minor unit
     * @param unit what an amount is counted in: the currency, or par
     */
    record AssetName(int number, String code, int scale, String unit) {}

    private final TreeMap<Integer, PartyName> parties = new TreeMap<>();
    private final TreeMap<Integer, AccountName> accounts = new TreeMap<>();
    private final TreeMap<Integer, AssetName> assets = new TreeMap<>();

    Names(Genesis genesis) {
        parties.put(1, new PartyName(1, genesis.operatorCode(), genesis.operatorName()));
    }

    void apply(RegisterEvent event) {
        switch (event) {
            case RegisterEvent.PartyRegistered e ->
                parties.put(e.party(), new PartyName(e.party(), e.code(), e.name()));
            case RegisterEvent.AccountRegistered e ->
                accounts.put(e.account(), new AccountName(e.account(), e.party(), e.label(), AccountStatus.OPEN));
            case RegisterEvent.AccountStatusSet e -> {
                AccountName account = account(e.account());
                accounts.put(e.account(), new AccountName(e.account(), account.party, account.label, e.status()));
            }
            case RegisterEvent.AssetRegistered e ->
                assets.put(e.asset(), new AssetName(e.asset(), e.code(), e.scale(), unit(e.terms())));
            case RegisterEvent.PartyStatusSet _,
                    RegisterEvent.KeyRegistered _,
                    RegisterEvent.KeyRevoked _,
                    RegisterEvent.ThresholdSet _,
                    RegisterEvent.CalendarPublished _,
                    RegisterEvent.PricePublished _,
                    RegisterEvent.ConsumerPricesPublished _,
                    RegisterEvent.BillRatePublished _,
                    RegisterEvent.BusinessDateOpened _ -> {}
        }
    }

    private static String unit(AssetTerms terms) {
        return switch (terms) {
            case AssetTerms.Cash cash -> cash.currency();
            case AssetTerms.Treasury _ -> "par";
        };
    }

    PartyName party(int number) {
        return registered(parties, number);
    }

    AccountName account(int number) {
        return registered(accounts, number);
    }

    AssetName asset(int number) {
        return registered(assets, number);
    }

    private static <T> T registered(TreeMap<Integer, T> names, int number) {
        T name = names.get(number);
        if (name == null) {
            throw new IllegalStateException("a receipt speaks of number " + number + ", which no receipt registered");
        }
        return name;
    }

    /** The account somebody means by a number. */
    AccountName findAccount(int number) {
        AccountName account = accounts.get(number);
        if (account == null) {
            throw Failure.badInput("UNKNOWN_ACCOUNT", "no account has the number %d".formatted(number));
        }
        return account;
    }

    /** The party somebody means by its code or number. */
    PartyName findParty(String codeOrNumber) {
        return find(parties, codeOrNumber, PartyName::code)
                .orElseThrow(() -> Failure.badInput(
                        "UNKNOWN_PARTY", "no party has the code or number '%s'".formatted(codeOrNumber)));
    }

    /** The asset somebody means by its code or number. */
    AssetName findAsset(String codeOrNumber) {
        return find(assets, codeOrNumber, AssetName::code)
                .orElseThrow(() -> Failure.badInput(
                        "UNKNOWN_ASSET", "no asset has the code or number '%s'".formatted(codeOrNumber)));
    }

    /** A code counts before a number: a CUSIP may be all digits. */
    private static <T> Optional<T> find(TreeMap<Integer, T> names, String codeOrNumber, Function<T, String> codeOf) {
        Optional<T> byCode = names.values().stream()
                .filter(name -> codeOf.apply(name).equalsIgnoreCase(codeOrNumber))
                .findFirst();
        return byCode.isPresent() || !codeOrNumber.matches("\\d{1,9}")
                ? byCode
                : Optional.ofNullable(names.get(Integer.parseInt(codeOrNumber)));
    }
}
