package org.tallystick.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.readmodel.SmallLedger.ALPHA;
import static org.tallystick.readmodel.SmallLedger.ALPHA_MAIN;
import static org.tallystick.readmodel.SmallLedger.BETA;
import static org.tallystick.readmodel.SmallLedger.BETA_MAIN;
import static org.tallystick.readmodel.SmallLedger.USD;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.SettlementCommand.AffirmSettlement;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.readmodel.view.InstrumentFilter;
import org.tallystick.readmodel.view.InstrumentView;
import org.tallystick.readmodel.view.ReceiptFilter;
import org.tallystick.readmodel.view.ReceiptView;
import org.tallystick.readmodel.view.SettlementFilter;
import org.tallystick.readmodel.view.SettlementView;
import org.tallystick.readmodel.view.StatementLine;

/** What people ask, the right way and the wrong way. */
@ParameterizedClass
@EnumSource(names = {"IN_MEMORY", "POSTGRES"})
class QuestionsTest {

    private static final Scope ALL = Scope.everything();

    @Parameter
    TestDatabase database = TestDatabase.IN_MEMORY;

    private final SmallLedger town = new SmallLedger();
    private ReadModel model;
    private Projection projection;
    private Views views;

    @BeforeEach
    void open() throws Exception {
        model = ReadModel.open(database.fresh(), town.genesis);
        projection = model.project(town);
        views = model.views();
        follow();
    }

    @AfterEach
    void close() {
        projection.close();
        model.close();
    }

    private void follow() throws InterruptedException {
        assertThat(projection.await(town.lastIndex(), Duration.ofMinutes(1))).isTrue();
    }

    @Test
    void aSettlementWaitsForTheOtherPartyAndIsFinal() throws Exception {
        town.nowMillis += 1_000;
        long deadline = town.nowMillis + 3_600_000;
        SmallLedger.done(town.submit(
                ALPHA,
                "swap",
                new InstructSettlement(
                        List.of(new Leg(USD, ALPHA_MAIN, BETA_MAIN, 700), new Leg(USD, BETA_MAIN, ALPHA_MAIN, 300)),
                        null,
                        deadline)));
        follow();
        SettlementView waiting = views.settlement(Scope.ofParty(BETA), 1).orElseThrow();
        assertThat(waiting.state()).isEqualTo(SettlementView.State.PENDING);
        assertThat(waiting.deadlineMillis()).isEqualTo(deadline);
        assertThat(waiting.parties())
                .containsExactly(
                        new SettlementView.Affirmation(ALPHA, "ALPHA", 3, 0),
                        new SettlementView.Affirmation(BETA, "BETA", 0, 0));
        SettlementFilter forBeta = new SettlementFilter(null, 0, 0, 0, 0, BETA);
        assertThat(views.settlements(ALL, forBeta, Page.Request.first(5)).items())
                .containsExactly(waiting);

        town.nowMillis += 90_000;
        SmallLedger.done(town.submit(BETA, "yes", new AffirmSettlement(1)));
        follow();
        SettlementView settled = views.settlement(ALL, 1).orElseThrow();
        assertThat(settled.state()).isEqualTo(SettlementView.State.FINAL);
        assertThat(settled.changedIndex()).isEqualTo(4);
        assertThat(views.settlements(ALL, forBeta, Page.Request.first(5)).items())
                .isEmpty();
        assertThat(views.overview(ALL).medianSettleMillis()).isEqualTo(90_000);
        assertThat(views.holding(ALL, ALPHA_MAIN, USD).orElseThrow().available())
                .isEqualTo(999_600);
        assertThat(views.statement(ALL, ALPHA_MAIN, USD, 0, Long.MAX_VALUE, Page.Request.first(2))
                        .items())
                .extracting(line -> line.cause() + " " + line.reference() + " " + line.counterpartyCode() + " "
                        + line.available() + " -> " + line.availableAfter())
                .containsExactly("SETTLEMENT 1 BETA -700 -> 999600", "SETTLEMENT 1 BETA 300 -> 1000300");
        assertThat(views.flow(ALL, 0, 10))
                .extracting(minute -> minute.instructed() + " " + minute.settled())
                .containsExactly("1 0", "0 1");
    }

    @Test
    void aSettlementThatEveryoneSignedIsFinalAtOnceWithItsDeadline() throws Exception {
        SmallLedger.done(town.pay("gift", ALPHA, ALPHA_MAIN, BETA_MAIN, 5));
        follow();
        SettlementView gift = views.settlement(ALL, 1).orElseThrow();
        assertThat(gift.state()).isEqualTo(SettlementView.State.FINAL);
        assertThat(gift.proposer()).isEqualTo(ALPHA);
        assertThat(gift.deadlineMillis()).isEqualTo(town.nowMillis + 3_600_000);
        assertThat(gift.parties()).containsExactly(new SettlementView.Affirmation(ALPHA, "ALPHA", 3, 0));
    }

    @Test
    void aRejectionIsFoundByItsCode() throws Exception {
        town.pay("too much", ALPHA, ALPHA_MAIN, BETA_MAIN, 2_000_000);
        follow();
        ReceiptFilter insufficient = new ReceiptFilter(null, 0, "", RejectionCode.AVAILABLE_BELOW_DEBIT, 0, 0);
        ReceiptView receipt =
                views.receipts(ALL, insufficient, Page.Request.first(5)).items().getFirst();
        assertThat(receipt.instructionId()).isEqualTo("too much");
        assertThat(receipt.rejected()).isEqualTo(1);
        assertThat(views.receipt(Scope.ofParty(ALPHA), ALPHA, "too much")).contains(receipt);
        assertThat(views.overview(Scope.ofParty(ALPHA)).rejections()).isEqualTo(1);
        assertThat(views.overview(Scope.ofParty(BETA)).rejections()).isZero();
    }

    @Test
    void aForgedEnvelopeIsNotShownAsThePartys() throws Exception {
        town.submit(99, "forged");
        follow();
        ReceiptView refused = views.receipt(ALL, 3).orElseThrow();
        assertThat(refused.verdict()).isEqualTo(ReceiptView.Verdict.REFUSED);
        assertThat(refused.party()).isZero();
        assertThat(refused.instructionId()).isEmpty();
    }

    // --- The wrong way ---

    /** What has to be taken as it stands, and means nothing. */
    private static final List<String> EVIL = List.of(
            "' or 1=1 --",
            "'; drop table party; --",
            "x' union select * from party_key --",
            "%",
            "_",
            "!",
            "\\",
            "!%",
            "\"",
            "$1",
            "?",
            "\u0000",
            "\ud800",
            "ß",
            "x".repeat(100_000));

    @Test
    void noTextIsMoreThanAText() throws Exception {
        for (String text : EVIL) {
            assertThat(views.instrument(text)).isEmpty();
            assertThat(views.instruments(new InstrumentFilter(null, text, false), Page.Request.first(9))
                            .items())
                    .isEmpty();
            assertThat(views.receipt(ALL, ALPHA, text)).isEmpty();
            ReceiptFilter filter = new ReceiptFilter(null, 0, text, null, 0, 0);
            assertThat(views.receipts(ALL, filter, Page.Request.first(9)).items())
                    .isEmpty();
        }
        assertThat(views.parties(Page.Request.first(9)).items()).hasSize(6);
    }

    @Test
    void anIdOfSpecialCharactersIsFoundAsItStands() throws Exception {
        for (String id : List.of("100%_sure'!", "100xxsure'!", "--")) {
            town.submit(ALPHA, id, new AffirmSettlement(77));
        }
        follow();
        ReceiptFilter begins = new ReceiptFilter(null, 0, "100%_", null, 0, 0);
        assertThat(views.receipts(ALL, begins, Page.Request.first(9)).items())
                .extracting(ReceiptView::instructionId)
                .containsExactly("100%_sure'!");
        assertThat(views.receipt(ALL, ALPHA, "--")).isPresent();
    }

    @Test
    void aCursorThatIsNoneIsRefused() {
        List<String> none = new ArrayList<>(EVIL);
        none.addAll(List.of("", "s", "s1.2", "s-1", "s1 ", "S1", "r1", "s99999999999999999999", "p1"));
        for (String after : none) {
            assertThatThrownBy(() -> views.settlements(ALL, SettlementFilter.all(), new Page.Request(5, after)))
                    .isInstanceOf(BadCursor.class);
        }
        assertThatThrownBy(() -> views.parties(new Page.Request(5, "p99999999999")))
                .isInstanceOf(BadCursor.class);
    }

    @Test
    void pagesStayWhereTheyAreWhileRowsAreAdded() throws Exception {
        for (int i = 0; i < 30; i++) {
            SmallLedger.done(town.pay("before-" + i, ALPHA, ALPHA_MAIN, BETA_MAIN, 1));
        }
        follow();
        List<StatementLine> lines = new ArrayList<>();
        List<Long> settlements = new ArrayList<>();
        Page.Request request = Page.Request.first(7);
        Page.Request settlementRequest = Page.Request.first(7);
        for (int i = 0; request != null || settlementRequest != null; i++) {
            if (request != null) {
                Page<StatementLine> page = views.statement(ALL, ALPHA_MAIN, 0, 0, Long.MAX_VALUE, request);
                lines.addAll(page.items());
                request = page.next() == null ? null : new Page.Request(7, page.next());
            }
            if (settlementRequest != null) {
                Page<SettlementView> page = views.settlements(ALL, SettlementFilter.all(), settlementRequest);
                page.items().forEach(view -> settlements.add(view.settlement()));
                settlementRequest = page.next() == null ? null : new Page.Request(7, page.next());
            }
            SmallLedger.done(town.pay("meanwhile-" + i, ALPHA, ALPHA_MAIN, BETA_MAIN, 1));
            follow();
        }
        assertThat(lines).hasSize(31).doesNotHaveDuplicates();
        assertThat(settlements).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void anEntryIsNotTornApart() throws Exception {
        List<Leg> legs = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            legs.add(new Leg(USD, ALPHA_MAIN, BETA_MAIN, 1));
        }
        SmallLedger.done(town.submit(ALPHA, "legs", new InstructSettlement(legs, null, town.nowMillis + 1_000)));
        SmallLedger.done(town.pay("one", ALPHA, ALPHA_MAIN, BETA_MAIN, 1));
        follow();
        assertThat(views.movementsAfter(ALL, 2, 3)).hasSize(20).allMatch(line -> line.index() == 3);
        assertThat(views.movementsAfter(ALL, 2, 21)).hasSize(20);
        assertThat(views.movementsAfter(ALL, 2, 22)).hasSize(22);
    }

    @Test
    void instrumentsAreFoundByKindAndBeginning() {
        assertThat(views.instrument("91282CXA4").orElseThrow().kind()).isEqualTo(InstrumentView.Kind.NOTE);
        InstrumentFilter notes = new InstrumentFilter(InstrumentView.Kind.NOTE, "91282c", false);
        assertThat(views.instruments(notes, Page.Request.first(5)).items()).hasSize(1);
        InstrumentFilter outstanding = new InstrumentFilter(null, "", true);
        assertThat(views.instruments(outstanding, Page.Request.first(5)).items())
                .extracting(InstrumentView::code)
                .containsExactly("USD");
    }
}
