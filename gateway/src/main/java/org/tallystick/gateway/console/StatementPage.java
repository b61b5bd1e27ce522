package org.tallystick.gateway.console;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.readmodel.view.AccountView;
import org.tallystick.readmodel.view.HoldingView;
import org.tallystick.readmodel.view.StatementLine;

/**
 * What the page of one account shows.
 *
 * @param asset only this; 0 for all
 * @param from the first date, as asked; may be empty
 * @param to the last date, as asked; may be empty
 * @param csv the address of the same lines as a file
 * @param next the address of further lines; null when these are all
 */
public record StatementPage(
        AccountView account,
        List<HoldingView> holdings,
        int asset,
        String from,
        String to,
        String csv,
        List<StatementLine> lines,
        @Nullable String next) {

    /** The page of what a line was part of; null where it has none. */
    public @Nullable String link(StatementLine line) {
        return switch (line.cause()) {
            case SETTLEMENT -> "/settlements/" + line.reference();
            case AUCTION, INTEREST, MATURITY, STRIPPING -> null;
            case ISSUE, REDEMPTION, HOLD_PLACED, HOLD_RELEASED, HOLD_DELIVERED, OTHER -> null;
        };
    }
}
