package org.tallystick.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.readmodel.BookComparison.all;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.tallystick.readmodel.view.AccountView;
import org.tallystick.readmodel.view.HoldView;
import org.tallystick.readmodel.view.HoldView.BeneficiaryKind;
import org.tallystick.readmodel.view.InstrumentFilter;
import org.tallystick.readmodel.view.InstrumentView;
import org.tallystick.readmodel.view.ObligationView;
import org.tallystick.readmodel.view.PartyView;
import org.tallystick.readmodel.view.ReceiptFilter;
import org.tallystick.readmodel.view.ReceiptView;
import org.tallystick.readmodel.view.SettlementFilter;
import org.tallystick.readmodel.view.SettlementView;

/** A party is told what concerns it, all of that, and nothing else. */
@ParameterizedClass
@EnumSource(names = {"IN_MEMORY", "POSTGRES"})
class ScopeTest {

    private static final Scope ALL = Scope.everything();
    private static final int MANY = 1_000_000;

    /** Numbers that no party has; with 0 a receipt has no party, and sums are the whole ledger's. */
    private static final List<Scope> NOBODIES = List.of(Scope.ofParty(9_999), Scope.ofParty(0), Scope.ofParty(-1));

    @Parameter
    TestDatabase database = TestDatabase.IN_MEMORY;

    private interface Look {
        void at(Views views) throws Exception;
    }

    private void with(Look look) throws Exception {
        RandomLedger random = RandomLedger.lived(21, 1_200);
        try (ReadModel model = ReadModel.open(database.fresh(), random.genesis);
                Projection projection = model.project(random)) {
            assertThat(projection.await(random.lastIndex(), Duration.ofMinutes(2)))
                    .isTrue();
            look.at(model.views());
        }
    }

    @Test
    void eachPartyIsToldExactlyWhatConcernsIt() throws Exception {
        with(views -> {
            for (PartyView party : all(views::parties)) {
                lists(views, party.party());
                items(views, party.party());
            }
        });
    }

    private static void lists(Views views, int party) {
        Scope own = Scope.ofParty(party);
        List<AccountView> accounts = all(page -> views.accounts(ALL, page)).stream()
                .filter(account -> account.party() == party)
                .toList();
        Set<Integer> numbers = accounts.stream().map(AccountView::account).collect(Collectors.toSet());
        assertThat(all(page -> views.accounts(own, page))).isEqualTo(accounts);
        assertThat(all(page -> views.holdings(own, page)))
                .isEqualTo(only(all(page -> views.holdings(ALL, page)), h -> numbers.contains(h.account())));
        assertThat(all(page -> views.holds(own, page)))
                .isEqualTo(only(
                        all(page -> views.holds(ALL, page)),
                        h -> numbers.contains(h.account())
                                || h.beneficiaryKind() == BeneficiaryKind.PARTY && h.beneficiary() == party));
        assertThat(all(page -> views.settlements(own, SettlementFilter.all(), page)))
                .isEqualTo(only(
                        all(page -> views.settlements(ALL, SettlementFilter.all(), page)), s -> concerns(s, party)));
        assertThat(views.settlementsAfter(own, 0, MANY))
                .isEqualTo(only(views.settlementsAfter(ALL, 0, MANY), s -> concerns(s, party)));
        assertThat(all(page -> views.obligations(own, false, page)))
                .isEqualTo(only(all(page -> views.obligations(ALL, false, page)), o -> o.party() == party));
        assertThat(all(page -> views.receipts(own, ReceiptFilter.all(), page)))
                .isEqualTo(only(all(page -> views.receipts(ALL, ReceiptFilter.all(), page)), r -> r.party() == party));
        assertThat(views.receiptsAfter(own, 0, MANY))
                .isEqualTo(only(views.receiptsAfter(ALL, 0, MANY), r -> r.party() == party));
        assertThat(views.movementsAfter(own, 0, MANY))
                .isEqualTo(only(views.movementsAfter(ALL, 0, MANY), m -> numbers.contains(m.account())));
    }

    private static boolean concerns(SettlementView settlement, int party) {
        return settlement.proposer() == party
                || settlement.parties().stream().anyMatch(p -> p.party() == party)
                || settlement.legs().stream().anyMatch(l -> l.fromParty() == party || l.toParty() == party);
    }

    private static <T> List<T> only(List<T> list, Function<T, Boolean> which) {
        return list.stream().filter(which::apply).toList();
    }

    private static void items(Views views, int party) {
        Scope own = Scope.ofParty(party);
        for (AccountView account : all(page -> views.accounts(ALL, page))) {
            boolean mine = account.party() == party;
            int number = account.account();
            assertThat(views.account(own, number).isPresent()).isEqualTo(mine);
            assertThat(views.holdings(own, number)).isEqualTo(mine ? views.holdings(ALL, number) : List.of());
            views.holdings(ALL, number)
                    .forEach(h -> assertThat(views.holding(own, number, h.asset()))
                            .isEqualTo(mine ? views.holding(ALL, number, h.asset()) : java.util.Optional.empty()));
            Page.Request first = Page.Request.first(5);
            assertThat(views.statement(own, number, 0, 0, Long.MAX_VALUE, first))
                    .isEqualTo(
                            mine
                                    ? views.statement(ALL, number, 0, 0, Long.MAX_VALUE, first)
                                    : new Page<>(List.of(), null));
        }
        for (SettlementView settlement : views.settlementsAfter(ALL, 0, MANY)) {
            assertThat(views.settlement(own, settlement.settlement()).isPresent())
                    .isEqualTo(concerns(settlement, party));
        }
        for (ReceiptView receipt : views.receiptsAfter(ALL, 0, MANY)) {
            boolean mine = receipt.party() == party;
            assertThat(views.receipt(own, receipt.index()).isPresent()).isEqualTo(mine);
            if (receipt.party() != 0) {
                assertThat(views.receipt(own, receipt.party(), receipt.instructionId())
                                .isPresent())
                        .isEqualTo(mine);
            }
        }
        for (HoldView hold : all(page -> views.holds(ALL, page))) {
            assertThat(views.hold(own, hold.hold()).isPresent())
                    .isEqualTo(all(page -> views.holds(own, page)).contains(hold));
        }
        for (ObligationView obligation : all(page -> views.obligations(ALL, false, page))) {
            assertThat(views.obligation(own, obligation.obligation()).isPresent())
                    .isEqualTo(obligation.party() == party);
        }
        for (InstrumentView instrument : all(page -> views.instruments(InstrumentFilter.all(), page))) {
            assertThat(views.holders(own, instrument.asset(), MANY))
                    .isEqualTo(instrument.issuer() == party ? views.holders(ALL, instrument.asset(), MANY) : List.of());
        }
        for (PartyView other : all(views::parties)) {
            assertThat(views.keys(own, other.party()).isEmpty()).isEqualTo(other.party() != party);
        }
    }

    @Test
    void whoIsNobodySeesNothing() throws Exception {
        with(views -> NOBODIES.forEach(nobody -> seesNothing(views, nobody)));
    }

    private static void seesNothing(Views views, Scope nobody) {
        Page.Request first = Page.Request.first(10);
        assertThat(views.accounts(nobody, first).items()).isEmpty();
        assertThat(views.account(nobody, 1)).isEmpty();
        assertThat(views.holdings(nobody, first).items()).isEmpty();
        assertThat(views.holdings(nobody, 1)).isEmpty();
        assertThat(views.holding(nobody, 1, 1)).isEmpty();
        assertThat(views.statement(nobody, 1, 0, 0, Long.MAX_VALUE, first).items())
                .isEmpty();
        assertThat(views.holds(nobody, first).items()).isEmpty();
        assertThat(views.hold(nobody, 1)).isEmpty();
        assertThat(views.obligation(nobody, 1)).isEmpty();
        assertThat(views.holders(nobody, 1, 10)).isEmpty();
        assertThat(views.keys(nobody, 1)).isEmpty();
        assertThat(views.settlements(nobody, SettlementFilter.all(), first).items())
                .isEmpty();
        assertThat(views.settlement(nobody, 1)).isEmpty();
        assertThat(views.obligations(nobody, false, first).items()).isEmpty();
        assertThat(views.flow(nobody, 0, 10)).isEmpty();
        assertThat(views.receipts(nobody, ReceiptFilter.all(), first).items()).isEmpty();
        assertThat(views.receipt(nobody, 1)).isEmpty();
        assertThat(views.receipt(nobody, 1, "x")).isEmpty();
        assertThat(views.receiptsAfter(nobody, 0, 10)).isEmpty();
        assertThat(views.movementsAfter(nobody, 0, 10)).isEmpty();
        assertThat(views.settlementsAfter(nobody, 0, 10)).isEmpty();
        var overview = views.overview(nobody);
        assertThat(overview.accounts()
                        + overview.settlementsFinal()
                        + overview.settlementsPending()
                        + overview.obligationsOpen()
                        + overview.rejections()
                        + overview.medianSettleMillis())
                .isZero();
    }

    @Test
    void everyReadThatTakesAScopeIsLookedAtHere() {
        Set<String> scoped = Arrays.stream(Views.class.getMethods())
                .filter(method -> Arrays.asList(method.getParameterTypes()).contains(Scope.class))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(scoped)
                .containsExactly(
                        "account",
                        "accounts",
                        "flow",
                        "hold",
                        "holders",
                        "holding",
                        "holdings",
                        "holds",
                        "keys",
                        "movementsAfter",
                        "obligation",
                        "obligations",
                        "overview",
                        "receipt",
                        "receipts",
                        "receiptsAfter",
                        "settlement",
                        "settlements",
                        "settlementsAfter",
                        "statement");
    }
}
