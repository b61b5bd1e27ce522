package org.tallystick.readmodel;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.readmodel.view.AccountView;
import org.tallystick.readmodel.view.AuctionView;
import org.tallystick.readmodel.view.DistributionView;
import org.tallystick.readmodel.view.Flow;
import org.tallystick.readmodel.view.HoldView;
import org.tallystick.readmodel.view.HolderView;
import org.tallystick.readmodel.view.HoldingView;
import org.tallystick.readmodel.view.InstrumentFilter;
import org.tallystick.readmodel.view.InstrumentView;
import org.tallystick.readmodel.view.KeyHolder;
import org.tallystick.readmodel.view.LedgerOverview;
import org.tallystick.readmodel.view.ObligationView;
import org.tallystick.readmodel.view.PartyView;
import org.tallystick.readmodel.view.PriceView;
import org.tallystick.readmodel.view.ReceiptFilter;
import org.tallystick.readmodel.view.ReceiptView;
import org.tallystick.readmodel.view.SettlementFilter;
import org.tallystick.readmodel.view.SettlementView;
import org.tallystick.readmodel.view.StatementLine;
import org.tallystick.readmodel.view.SupplyView;

/**
 * Everything that can be read of the ledger. Each answer is of one moment: the entries up to {@link #position}. For any
 * number of threads. Lists are told newest first where they grow, else in order of number.
 *
 * <p>What takes no scope is common knowledge among those who are signed in: instruments, prices, the names of parties.
 *
 * <p>Everything throws {@link BadCursor} when a page is asked with what is no cursor of it.
 */
public interface Views {

    /** The last entry that is in the tables; zero when none is. */
    long position();

    /** What the ledger is at, as far as the scope tells. */
    LedgerOverview overview(Scope scope);

    /** How much of every asset is outstanding, in order of the asset's number. */
    List<SupplyView> supply();

    // ------------------------------------------------------------------------------------------- the register

    /** Every party: number, code, name, roles, jurisdiction, status. */
    Page<PartyView> parties(Page.Request page);

    Optional<PartyView> party(int party);

    /** Whose key this is, whether it may still sign, and for whom. */
    Optional<KeyHolder> keyHolder(PublicKey key);

    /** The keys of a party, the revoked ones too. Only for the party itself and those who see everything. */
    List<KeyHolder> keys(Scope scope, int party);

    /** Accounts in the scope. */
    Page<AccountView> accounts(Scope scope, Page.Request page);

    Optional<AccountView> account(Scope scope, int account);

    /** Who owns an account: what whoever is about to pay it may know. Holds nothing of what is on it. */
    Optional<PartyView> ownerOf(int account);

    // ------------------------------------------------------------------------------------------- holdings

    /** What an account holds, in order of the asset's number; what has come to nothing too, while it has a history. */
    List<HoldingView> holdings(Scope scope, int account);

    /** Every holding of the scope that is not nothing: a party's position over its accounts. */
    Page<HoldingView> holdings(Scope scope, Page.Request page);

    /** What an account holds of one asset; a holding never touched is empty. Quick: one row by its key. */
    Optional<HoldingView> holding(Scope scope, int account, int asset);

    /**
     * The movements of an account, newest first.
     *
     * @param asset only this asset; 0 for all
     * @param fromMillis from this ledger time, inclusive
     * @param toMillis to this ledger time, exclusive
     */
    Page<StatementLine> statement(
            Scope scope, int account, int asset, long fromMillis, long toMillis, Page.Request page);

    /** Open holds on the accounts of the scope, or for its party. */
    Page<HoldView> holds(Scope scope, Page.Request page);

    /** A hold on an account of the scope, or for its party, open or not. */
    Optional<HoldView> hold(Scope scope, long hold);

    // ------------------------------------------------------------------------------------------- instruments

    Page<InstrumentView> instruments(InstrumentFilter filter, Page.Request page);

    Optional<InstrumentView> instrument(int asset);

    /** By CUSIP or code. */
    Optional<InstrumentView> instrument(String code);

    /** Published prices, newest first. */
    List<PriceView> prices(int asset, int most);

    Page<AuctionView> auctions(int asset, Page.Request page);

    /** Interest and redemptions of a security that were opened, newest first. */
    Page<DistributionView> distributions(int asset, Page.Request page);

    /**
     * Who holds an asset, by party, most first. Outside {@link Scope.Everything} only for the asset's issuer: others are
     * told nothing.
     */
    List<HolderView> holders(Scope scope, int asset, int most);

    // ------------------------------------------------------------------------------------------- settlements

    Page<SettlementView> settlements(Scope scope, SettlementFilter filter, Page.Request page);

    Optional<SettlementView> settlement(Scope scope, long settlement);

    Page<ObligationView> obligations(Scope scope, boolean openOnly, Page.Request page);

    /** An obligation of the scope, open or not. */
    Optional<ObligationView> obligation(Scope scope, long obligation);

    /**
     * Settlements by the minute of ledger time, oldest first, minutes without any left out.
     *
     * @param fromMillis from this ledger time
     * @param most at most so many minutes, the newest
     */
    List<Flow> flow(Scope scope, long fromMillis, int most);

    // ------------------------------------------------------------------------------------------- receipts

    Page<ReceiptView> receipts(Scope scope, ReceiptFilter filter, Page.Request page);

    /** The receipt of an entry; in a party's scope only of what it submitted itself. */
    Optional<ReceiptView> receipt(Scope scope, long index);

    Optional<ReceiptView> receipt(Scope scope, int party, String instructionId);

    // ------------------------------------------------------------------------------------------- what is new

    /** Receipts of the scope after an entry, oldest first. */
    List<ReceiptView> receiptsAfter(Scope scope, long index, int most);

    /** Movements on the scope's accounts after an entry, oldest first; those of one entry are not torn apart. */
    List<StatementLine> movementsAfter(Scope scope, long index, int most);

    /** Settlements of the scope whose state an entry after this one changed, in the order of those entries. */
    List<SettlementView> settlementsAfter(Scope scope, long index, int most);

    /** The business date the ledger has open; empty before the first. */
    Optional<LocalDate> businessDate();
}
