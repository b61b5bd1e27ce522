package org.tallystick.simulator.scenario;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names a scenario has declared, with the numbers the ledger will know them by: declarations are numbered in their
 * order, the operator being party 1.
 */
final class Directory {

    static final String OPERATOR = "OPERATOR";

    /** A party and how many keys it starts with, of which so many must sign. */
    record DeclaredParty(int number, String code, int keys, int threshold) {}

    record DeclaredAsset(int number, String name, int scale) {}

    private final Map<String, DeclaredParty> parties = new LinkedHashMap<>();
    private final Map<String, Integer> accounts = new LinkedHashMap<>();
    private final Map<String, DeclaredAsset> assets = new LinkedHashMap<>();
    private final Map<String, String> cusips = new LinkedHashMap<>();
    private final Map<String, Integer> auctions = new LinkedHashMap<>();
    private final Set<String> told = new LinkedHashSet<>();

    Directory() {
        parties.put(OPERATOR, new DeclaredParty(1, OPERATOR, 1, 1));
    }

    // --- Declaring; where the ledger is expected to refuse, the number is not used up ---

    int nextParty() {
        return parties.size() + 1;
    }

    int nextAccount() {
        return accounts.size() + 1;
    }

    int nextAsset() {
        return assets.size() + 1;
    }

    int nextAuction() {
        return auctions.size() + 1;
    }

    void declare(DeclaredParty party) {
        parties.put(party.code(), party);
    }

    void declareAccount(String name, int number) {
        accounts.put(name, number);
    }

    void declare(DeclaredAsset asset, String cusip) {
        assets.put(asset.name(), asset);
        cusips.put(asset.name(), cusip);
    }

    void declareAuction(String name, int number) {
        auctions.put(name, number);
    }

    boolean isParty(String name) {
        return parties.containsKey(name);
    }

    boolean isAsset(String name) {
        return assets.containsKey(name);
    }

    boolean isAuction(String name) {
        return auctions.containsKey(name);
    }

    /** A name for what the ledger will number when it happens: a settlement, a hold. */
    String declareTold(Words words) {
        String name = words.take("a name");
        told.add(name);
        return name;
    }

    String told(Words words) {
        String name = words.take("a name given before");
        if (!told.contains(name) && number(name) == null) {
            throw words.error("nothing has been called '" + name + "' so far");
        }
        return name;
    }

    // --- Looking up: an unknown name is an error where it stands, unless it is a number the ledger may refuse ---

    DeclaredParty party(Words words) {
        String name = words.take("a party");
        DeclaredParty party = parties.get(name);
        if (party == null) {
            throw words.error("no party is called '" + name + "'");
        }
        return party;
    }

    /** A party that {@link #isParty has been declared}. */
    DeclaredParty partyNamed(String code) {
        DeclaredParty party = parties.get(code);
        if (party == null) {
            throw new IllegalArgumentException("no party is called " + code);
        }
        return party;
    }

    /** An account by a name that the scenario did not write but implies. */
    int accountNamed(String name, Words words) {
        Integer account = accounts.get(name);
        if (account == null) {
            throw words.error("declare account " + name + " first, or say which account is meant");
        }
        return account;
    }

    /** The party's number; a number may stand for itself. */
    int partyNumber(Words words) {
        Integer number = number(words.peek());
        if (number != null) {
            words.take("a party");
            return number;
        }
        return party(words).number();
    }

    /** The party a key such as {@code ALPHA/2} is named after. */
    DeclaredParty partyOfKey(String key, Words words) {
        int slash = key.indexOf('/');
        DeclaredParty party = slash < 0 ? null : parties.get(key.substring(0, slash));
        if (party == null) {
            throw words.error("'" + key + "' is not a key such as ALPHA/2 of a party that has been declared");
        }
        return party;
    }

    int account(Words words) {
        String name = words.take("an account");
        Integer account = accounts.get(name);
        if (account == null) {
            account = number(name);
        }
        if (account == null) {
            throw words.error("no account is called '" + name + "'");
        }
        return account;
    }

    DeclaredAsset asset(Words words) {
        String name = words.take("an asset");
        DeclaredAsset asset = assets.get(name);
        if (asset != null) {
            return asset;
        }
        Integer number = number(name);
        if (number == null) {
            throw words.error("no asset is called '" + name + "'");
        }
        return new DeclaredAsset(number, name, 2);
    }

    String cusip(String asset) {
        return cusips.getOrDefault(asset, "");
    }

    /** The asset a security is paid for in where the scenario does not say: the first cash declared. */
    @Nullable
    DeclaredAsset firstAsset() {
        return assets.isEmpty() ? null : assets.values().iterator().next();
    }

    int auction(Words words) {
        String name = words.take("an auction");
        Integer auction = auctions.get(name);
        if (auction == null) {
            auction = number(name);
        }
        if (auction == null) {
            throw words.error("no auction is called '" + name + "'");
        }
        return auction;
    }

    /** Names of accounts, in the order of their numbers. */
    List<String> accountNames() {
        return List.copyOf(accounts.keySet());
    }

    static @Nullable Integer number(@Nullable String text) {
        if (text == null || !text.startsWith("no.")) {
            return null;
        }
        try {
            return Integer.valueOf(text.substring(3));
        } catch (NumberFormatException unreadable) {
            return null;
        }
    }

    /** What an amount of an asset looks like to people: {@code 1,000.00 USD}. */
    static String say(long amount, DeclaredAsset asset) {
        return String.format(
                Locale.ROOT, "%,." + asset.scale() + "f %s", BigDecimal.valueOf(amount, asset.scale()), asset.name());
    }
}
