package org.tallystick.readmodel.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.readmodel.Page;
import org.tallystick.readmodel.Scope;
import org.tallystick.readmodel.Views;
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

/** The views, by SQL. What takes several statements takes them in one transaction, which sees one moment. */
public final class SqlViews implements Views {

    private final DSLContext sql;
    private final RegisterQueries register;
    private final HoldingQueries holdings;
    private final StatementQueries statements;
    private final InstrumentQueries instruments;
    private final ReceiptQueries receipts;
    private final OverviewQueries overview;

    /** @param sql over connections whose transactions see one moment */
    public SqlViews(DSLContext sql) {
        this.sql = sql;
        this.register = new RegisterQueries(sql);
        this.holdings = new HoldingQueries(sql);
        this.statements = new StatementQueries(sql);
        this.instruments = new InstrumentQueries(sql);
        this.receipts = new ReceiptQueries(sql);
        this.overview = new OverviewQueries(sql);
    }

    private <T> T atOneMoment(Function<DSLContext, T> query) {
        return sql.transactionResult(inside -> query.apply(DSL.using(inside)));
    }

    @Override
    public long position() {
        return overview.position();
    }

    @Override
    public Optional<LocalDate> businessDate() {
        return overview.businessDate();
    }

    @Override
    public LedgerOverview overview(Scope scope) {
        return atOneMoment(moment -> new OverviewQueries(moment).overview(scope));
    }

    @Override
    public List<SupplyView> supply() {
        return instruments.supply();
    }

    @Override
    public Page<PartyView> parties(Page.Request page) {
        return register.parties(page);
    }

    @Override
    public Optional<PartyView> party(int party) {
        return register.party(party);
    }

    @Override
    public Optional<KeyHolder> keyHolder(PublicKey key) {
        return register.keyHolder(key);
    }

    @Override
    public List<KeyHolder> keys(Scope scope, int party) {
        return register.keys(scope, party);
    }

    @Override
    public Page<AccountView> accounts(Scope scope, Page.Request page) {
        return register.accounts(scope, page);
    }

    @Override
    public Optional<AccountView> account(Scope scope, int account) {
        return register.account(scope, account);
    }

    @Override
    public Optional<PartyView> ownerOf(int account) {
        return register.ownerOf(account);
    }

    @Override
    public List<HoldingView> holdings(Scope scope, int account) {
        return holdings.holdings(scope, account);
    }

    @Override
    public Page<HoldingView> holdings(Scope scope, Page.Request page) {
        return holdings.holdings(scope, page);
    }

    @Override
    public Optional<HoldingView> holding(Scope scope, int account, int asset) {
        return holdings.holding(scope, account, asset);
    }

    @Override
    public Page<StatementLine> statement(
            Scope scope, int account, int asset, long fromMillis, long toMillis, Page.Request page) {
        return statements.statement(scope, account, asset, fromMillis, toMillis, page);
    }

    @Override
    public Page<HoldView> holds(Scope scope, Page.Request page) {
        return holdings.holds(scope, page);
    }

    @Override
    public Optional<HoldView> hold(Scope scope, long hold) {
        return holdings.hold(scope, hold);
    }

    @Override
    public Page<InstrumentView> instruments(InstrumentFilter filter, Page.Request page) {
        return instruments.instruments(filter, page);
    }

    @Override
    public Optional<InstrumentView> instrument(int asset) {
        return instruments.instrument(asset);
    }

    @Override
    public Optional<InstrumentView> instrument(String code) {
        return instruments.instrument(code);
    }

    @Override
    public List<PriceView> prices(int asset, int most) {
        return instruments.prices(asset, most);
    }

    @Override
    public Page<AuctionView> auctions(int asset, Page.Request page) {
        return instruments.auctions(asset, page);
    }

    @Override
    public Page<DistributionView> distributions(int asset, Page.Request page) {
        return instruments.distributions(asset, page);
    }

    @Override
    public List<HolderView> holders(Scope scope, int asset, int most) {
        return instruments.holders(scope, asset, most);
    }

    @Override
    public Page<SettlementView> settlements(Scope scope, SettlementFilter filter, Page.Request page) {
        return atOneMoment(moment -> new SettlementQueries(moment).settlements(scope, filter, page));
    }

    @Override
    public Optional<SettlementView> settlement(Scope scope, long settlement) {
        return atOneMoment(moment -> new SettlementQueries(moment).settlement(scope, settlement));
    }

    @Override
    public Page<ObligationView> obligations(Scope scope, boolean openOnly, Page.Request page) {
        return overview.obligations(scope, openOnly, page);
    }

    @Override
    public Optional<ObligationView> obligation(Scope scope, long obligation) {
        return overview.obligation(scope, obligation);
    }

    @Override
    public List<Flow> flow(Scope scope, long fromMillis, int most) {
        return overview.flow(scope, fromMillis, most);
    }

    @Override
    public Page<ReceiptView> receipts(Scope scope, ReceiptFilter filter, Page.Request page) {
        return receipts.receipts(scope, filter, page);
    }

    @Override
    public Optional<ReceiptView> receipt(Scope scope, long index) {
        return receipts.receipt(scope, index);
    }

    @Override
    public Optional<ReceiptView> receipt(Scope scope, int party, String instructionId) {
        return receipts.receipt(scope, party, instructionId);
    }

    @Override
    public List<ReceiptView> receiptsAfter(Scope scope, long index, int most) {
        return receipts.receiptsAfter(scope, index, most);
    }

    @Override
    public List<StatementLine> movementsAfter(Scope scope, long index, int most) {
        return atOneMoment(moment -> new StatementQueries(moment).movementsAfter(scope, index, most));
    }

    @Override
    public List<SettlementView> settlementsAfter(Scope scope, long index, int most) {
        return atOneMoment(moment -> new SettlementQueries(moment).settlementsAfter(scope, index, most));
    }
}
