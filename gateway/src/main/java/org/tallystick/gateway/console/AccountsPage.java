package org.tallystick.gateway.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.readmodel.view.AccountView;
import org.tallystick.readmodel.view.HoldView;
import org.tallystick.readmodel.view.HoldingView;

/**
 * What the page of all accounts shows.
 *
 * @param nextAccounts the address of further accounts; null when these are all
 */
public record AccountsPage(
        List<AccountView> accounts, @Nullable String nextAccounts, List<HoldingView> holdings, List<HoldView> holds) {

    /** What its owner calls an account; empty where it is not among those shown. */
    public String label(int account) {
        return accounts.stream()
                .filter(one -> one.account() == account)
                .map(AccountView::label)
                .findFirst()
                .orElse("");
    }
}
