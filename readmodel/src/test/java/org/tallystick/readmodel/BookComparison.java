package org.tallystick.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.book.Hold;
import org.tallystick.ledger.contract.Obligation;
import org.tallystick.ledger.contract.auction.Auction;
import org.tallystick.ledger.contract.servicing.Distribution;
import org.tallystick.ledger.contract.settlement.Settlement;
import org.tallystick.ledger.engine.Ledger;
import org.tallystick.ledger.register.Asset;
import org.tallystick.ledger.register.Party;
import org.tallystick.readmodel.view.DistributionView;
import org.tallystick.readmodel.view.HoldView;
import org.tallystick.readmodel.view.HoldingView;
import org.tallystick.readmodel.view.InstrumentFilter;
import org.tallystick.readmodel.view.InstrumentView;
import org.tallystick.readmodel.view.ObligationView;
import org.tallystick.readmodel.view.PartyView;
import org.tallystick.readmodel.view.SettlementFilter;
import org.tallystick.readmodel.view.SettlementView;
import org.tallystick.readmodel.view.StatementLine;

/** What the views tell of a ledger, against what the ledger itself knows. */
final class BookComparison {

    private static final Scope ALL = Scope.everything();

    private BookComparison() {}

    /** Every item of a list that comes in pages. */
    static <T> List<T> all(Function<Page.Request, Page<T>> list) {
        List<T> items = new ArrayList<>();
        @Nullable String after = null;
        do {
            Page<T> page = list.apply(new Page.Request(97, after));
            items.addAll(page.items());
            after = page.next();
        } while (after != null);
        return items;
    }

    static void assertSame(Views views, Ledger ledger) {
        assertThat(views.position()).isEqualTo(ledger.lastIndex());
        assertThat(views.overview(ALL).timeMillis()).isEqualTo(ledger.lastTimeMillis());
        assertThat(views.businessDate().orElse(null))
                .isEqualTo(ledger.register().published().businessDate());
        register(views, ledger);
        holdings(views, ledger);
        statements(views, ledger);
        holds(views, ledger);
        settlements(views, ledger);
        obligations(views, ledger);
        primary(views, ledger);
        counts(views, ledger);
    }

    private static void register(Views views, Ledger ledger) {
        List<PartyView> parties = all(views::parties);
        assertThat(parties).hasSameSizeAs(ledger.register().parties().all());
        for (Party party : ledger.register().parties().all()) {
            PartyView view = views.party(party.number()).orElseThrow();
            assertThat(view.code()).isEqualTo(party.code());
            assertThat(view.name()).isEqualTo(party.name());
            assertThat(view.roles()).isEqualTo(party.roles().list());
            assertThat(view.status()).isEqualTo(party.status());
            assertThat(view.threshold()).isEqualTo(party.threshold());
            assertThat(views.keys(ALL, party.number()))
                    .filteredOn(key -> !key.revoked())
                    .extracting(key -> key.key())
                    .containsExactlyInAnyOrderElementsOf(party.keys());
        }
        all(page -> views.accounts(ALL, page)).forEach(account -> {
            assertThat(account.party()).isEqualTo(ledger.register().accounts().ownerOf(account.account()));
            assertThat(account.status()).isEqualTo(ledger.register().accounts().statusOf(account.account()));
            assertThat(account.label()).isEqualTo(ledger.register().accounts().labelOf(account.account()));
        });
        assertThat(all(page -> views.accounts(ALL, page)))
                .hasSize(ledger.register().accounts().count());
        List<InstrumentView> instruments = all(page -> views.instruments(InstrumentFilter.all(), page));
        assertThat(instruments).hasSameSizeAs(ledger.register().assets().all());
        for (Asset asset : ledger.register().assets().all()) {
            InstrumentView view = views.instrument(asset.code()).orElseThrow();
            assertThat(view).isEqualTo(views.instrument(asset.number()).orElseThrow());
            assertThat(view.terms()).isEqualTo(asset.terms());
            assertThat(view.issuer()).isEqualTo(asset.issuer());
            assertThat(view.outstanding()).isEqualTo(ledger.book().supply(asset.number()));
        }
    }

    private static void holdings(Views views, Ledger ledger) {
        List<String> expected = new ArrayList<>();
        TreeMap<Integer, long[]> sums = new TreeMap<>();
        ledger.book().forEachHolding((account, asset, available, held) -> {
            expected.add(account + "/" + asset + ": " + available + " " + held);
            long[] sum = sums.computeIfAbsent(asset, number -> new long[3]);
            sum[0] += available + held;
            sum[1] += held;
            sum[2]++;
        });
        assertThat(all(page -> views.holdings(ALL, page)))
                .extracting(h -> h.account() + "/" + h.asset() + ": " + h.available() + " " + h.held())
                .containsExactlyInAnyOrderElementsOf(expected);
        views.supply().forEach(supply -> {
            long[] sum = sums.getOrDefault(supply.asset(), new long[3]);
            assertThat(supply.outstanding()).isEqualTo(sum[0]);
            assertThat(supply.held()).isEqualTo(sum[1]);
            assertThat(supply.holders()).isEqualTo(sum[2]);
        });
    }

    /** The lines of every account add up to its holdings, and each says what was there after it. */
    private static void statements(Views views, Ledger ledger) {
        for (int account = 1; account <= ledger.register().accounts().count(); account++) {
            int of = account;
            TreeMap<Integer, long[]> sums = new TreeMap<>();
            List<StatementLine> lines = all(page -> views.statement(ALL, of, 0, 0, Long.MAX_VALUE, page))
                    .reversed();
            for (StatementLine line : lines) {
                long[] sum = sums.computeIfAbsent(line.asset(), asset -> new long[2]);
                sum[0] += line.available();
                sum[1] += line.held();
                assertThat(line.availableAfter()).isEqualTo(sum[0]).isNotNegative();
                assertThat(line.heldAfter()).isEqualTo(sum[1]).isNotNegative();
            }
            for (HoldingView holding : views.holdings(ALL, account)) {
                assertThat(sums.get(holding.asset())).containsExactly(holding.available(), holding.held());
            }
            assertThat(views.holdings(ALL, account)).hasSize(sums.size());
        }
    }

    private static void holds(Views views, Ledger ledger) {
        List<HoldView> held = all(page -> views.holds(ALL, page));
        int open = 0;
        for (long number = 1; number < ledger.book().nextHold(); number++) {
            Hold hold = ledger.book().hold(number);
            open += hold == null ? 0 : 1;
        }
        assertThat(held).hasSize(open);
        for (HoldView view : held) {
            Hold hold = Objects.requireNonNull(ledger.book().hold(view.hold()));
            assertThat(view.amount()).isEqualTo(hold.amount());
            assertThat(view.account()).isEqualTo(hold.account());
            assertThat(view.asset()).isEqualTo(hold.asset());
            assertThat(view.expiryMillis()).isEqualTo(hold.expiryMillis());
            assertThat(view.reference()).isEqualTo(hold.reference());
        }
    }

    private static void settlements(Views views, Ledger ledger) {
        SettlementFilter pending = new SettlementFilter(SettlementView.State.PENDING, 0, 0, 0, 0, 0);
        TreeMap<Long, SettlementView> found = new TreeMap<>();
        all(page -> views.settlements(ALL, pending, page)).forEach(view -> found.put(view.settlement(), view));
        List<Settlement> waiting = new ArrayList<>();
        ledger.settlements().waiting().forEach(waiting::add);
        assertThat(found.keySet())
                .isEqualTo(
                        new TreeSet<>(waiting.stream().map(Settlement::number).toList()));
        for (Settlement settlement : waiting) {
            SettlementView view = Objects.requireNonNull(found.get(settlement.number()));
            assertThat(view.proposer()).isEqualTo(settlement.proposer());
            assertThat(view.deadlineMillis()).isEqualTo(settlement.deadlineMillis());
            assertThat(view.valueDate()).isEqualTo(settlement.valueDate());
            assertThat(view.parties()).extracting(p -> p.party()).isEqualTo(settlement.givers());
            assertThat(view.legs()).hasSameSizeAs(settlement.legs());
            if (view.failedFor() == null) {
                assertThat(view.parties())
                        .filteredOn(p -> p.affirmedIndex() != 0)
                        .extracting(p -> p.party())
                        .containsExactlyInAnyOrderElementsOf(settlement.affirmed());
            }
        }
    }

    private static void obligations(Views views, Ledger ledger) {
        List<Obligation> standing = new ArrayList<>();
        ledger.obligations().all().forEach(standing::add);
        List<ObligationView> found = all(page -> views.obligations(ALL, true, page));
        assertThat(found.reversed())
                .extracting(o -> o.obligation() + " " + o.kind() + " " + o.reference() + " " + o.amount())
                .isEqualTo(standing.stream()
                        .map(o -> o.number() + " " + o.kind() + " " + o.reference() + " " + o.amount())
                        .toList());
        assertThat(views.overview(ALL).obligationsOpen()).isEqualTo(standing.size());
    }

    private static void primary(Views views, Ledger ledger) {
        for (var view : all(page -> views.auctions(0, page))) {
            Auction auction = ledger.auctions().find(view.auction());
            switch (view.state()) {
                case ANNOUNCED ->
                    assertThat(Objects.requireNonNull(auction).isAwarded()).isFalse();
                case AWARDED -> {
                    assertThat(Objects.requireNonNull(auction).isAwarded()).isTrue();
                    long issued = 0;
                    for (int i = 0; i < auction.awards().size(); i++) {
                        issued += auction.progress().get(i) instanceof Auction.Progress.Issued
                                ? auction.awards().get(i).par()
                                : 0;
                    }
                    assertThat(view.issued()).isEqualTo(issued);
                }
                case COMPLETED -> {
                    assertThat(auction).isNull();
                    assertThat(view.issued()).isEqualTo(view.awarded());
                }
            }
        }
        TreeMap<Long, Distribution> open = new TreeMap<>();
        ledger.servicing().open().forEach(distribution -> open.put(distribution.number(), distribution));
        for (DistributionView view : all(page -> views.distributions(0, page))) {
            Distribution distribution = open.get(view.distribution());
            if (distribution == null) {
                assertThat(view.state()).isEqualTo(DistributionView.State.CLOSED);
                assertThat(view.paid() + view.residual()).isEqualTo(view.due());
            } else {
                assertThat(view.paid()).isEqualTo(distribution.paid());
                assertThat(view.state() == DistributionView.State.FUNDED).isEqualTo(distribution.funded());
            }
        }
    }

    private static void counts(Views views, Ledger ledger) {
        for (int party = 0; party < ledger.register().parties().next(); party++) {
            Scope scope = party == 0 ? ALL : Scope.ofParty(party);
            var overview = views.overview(scope);
            List<SettlementView> all = all(page -> views.settlements(scope, SettlementFilter.all(), page));
            assertThat(overview.settlementsPending())
                    .isEqualTo(all.stream()
                            .filter(s -> s.state() == SettlementView.State.PENDING)
                            .count());
            assertThat(overview.settlementsFinal())
                    .isEqualTo(all.stream()
                            .filter(s -> s.state() == SettlementView.State.FINAL)
                            .count());
            assertThat(overview.accounts())
                    .isEqualTo(all(page -> views.accounts(scope, page)).size());
            var flow = views.flow(scope, 0, Integer.MAX_VALUE);
            assertThat(flow.stream().mapToLong(f -> f.instructed()).sum()).isEqualTo(all.size());
            assertThat(flow.stream().mapToLong(f -> f.settled()).sum()).isEqualTo(overview.settlementsFinal());
            assertThat(flow.stream().mapToLong(f -> f.ended()).sum())
                    .isEqualTo(all.size() - overview.settlementsFinal() - overview.settlementsPending());
        }
        assertThat(views.overview(ALL).parties())
                .isEqualTo(ledger.register().parties().next() - 1);
    }
}
