package org.tallystick.simulator.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.simulator.audit.History.event;
import static org.tallystick.simulator.audit.History.events;
import static org.tallystick.simulator.audit.History.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.event.AuctionEvent;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.event.RegisterEvent;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.ledger.event.SettlementEvent;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.party.Roles;
import org.tallystick.ledger.rejection.Rejection;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.simulator.audit.History.Page;

/** The auditor has nothing to say to an honest ledger, and objects by the right rule wherever a receipt is forged. */
class AuditorTest {

    private static final History HONEST = new History(7, 1_500);

    private static void objects(String rule, Function<Page, Optional<Page>> forgery) {
        assertThat(HONEST.auditedWith(forgery)).extracting(Violation::rule).contains(rule);
    }

    @Test
    void an_honest_history_is_beyond_reproach() {
        assertThat(HONEST.audited()).isEmpty();
    }

    // --- The log ---

    @Test
    void an_entry_left_out_is_noticed() {
        objects("log order", page -> {
            Receipt r = page.receipt();
            return receipt(page, new Receipt(r.index() + 1, r.timeMillis(), r.envelope(), r.due(), r.verdict()));
        });
    }

    @Test
    void time_that_runs_back_is_noticed() {
        objects("log order", page -> {
            Receipt r = page.receipt();
            return r.index() < 50
                    ? Optional.empty()
                    : receipt(page, new Receipt(r.index(), 1, r.envelope(), r.due(), r.verdict()));
        });
    }

    @Test
    void a_repeat_that_takes_effect_again_is_noticed() {
        objects(
                "exactly once",
                page -> page.receipt().verdict() instanceof Verdict.Repeated repeated
                                && page.observation() instanceof Observation.Instruction instruction
                        ? verdict(
                                page,
                                new Verdict.Decided(
                                        repeated.party(),
                                        repeated.instructionId(),
                                        instruction.payload().commands().stream()
                                                .map(command -> Outcome.rejected(RejectionCode.ROLE_REQUIRED))
                                                .toList()))
                        : Optional.empty());
    }

    @Test
    void a_repeat_of_the_wrong_entry_is_noticed() {
        objects(
                "exactly once",
                page -> page.receipt().verdict() instanceof Verdict.Repeated r
                        ? verdict(page, new Verdict.Repeated(r.party(), r.instructionId(), r.firstIndex() - 1))
                        : Optional.empty());
    }

    @Test
    void an_instruction_decided_without_signatures_is_noticed() {
        objects(
                "admission",
                page -> page.receipt().verdict() instanceof Verdict.Decided
                                && page.observation() instanceof Observation.Instruction i
                        ? Optional.of(new Page(
                                new Observation.Instruction(i.payload(), i.digest(), Set.of()), page.receipt()))
                        : Optional.empty());
    }

    @Test
    void half_of_an_all_or_nothing_batch_is_noticed() {
        objects(
                "whole batches",
                page -> page.receipt().verdict() instanceof Verdict.Decided decided
                                && page.observation() instanceof Observation.Instruction i
                                && i.payload().mode() == BatchMode.ALL_OR_NOTHING
                                && decided.outcomes().size() > 1
                                && decided.outcomes().stream().allMatch(Outcome.Accepted.class::isInstance)
                        ? verdict(
                                page,
                                new Verdict.Decided(
                                        decided.party(), decided.instructionId(), withLastRejected(decided)))
                        : Optional.empty());
    }

    private static List<Outcome> withLastRejected(Verdict.Decided decided) {
        List<Outcome> outcomes = new ArrayList<>(decided.outcomes());
        outcomes.set(outcomes.size() - 1, Outcome.rejected(RejectionCode.BAD_TERMS));
        return outcomes;
    }

    private static Optional<Page> verdict(Page page, Verdict verdict) {
        Receipt r = page.receipt();
        return receipt(page, new Receipt(r.index(), r.timeMillis(), r.envelope(), r.due(), verdict));
    }

    // --- Movements ---

    @Test
    void money_made_of_nothing_is_noticed() {
        objects(
                "as asked",
                page -> event(
                        page,
                        Movement.Issued.class,
                        e -> Optional.of(new Movement.Issued(e.asset(), e.account(), e.amount() + 1))));
    }

    @Test
    void legs_that_move_elsewhere_are_noticed() {
        objects(
                "settlements",
                page -> event(
                        page, Movement.Posted.class, e -> Optional.of(new Movement.Posted(redirected(e.legs())))));
    }

    private static List<Leg> redirected(List<Leg> legs) {
        return legs.stream()
                .map(leg ->
                        new Leg(leg.asset(), leg.fromAccount(), leg.toAccount() == 4 ? 5 : 4, leg.amount(), leg.hold()))
                .toList();
    }

    @Test
    void a_final_settlement_of_which_nothing_moved_is_noticed() {
        objects("settlements", page -> event(page, Movement.Posted.class, e -> Optional.empty()));
    }

    @Test
    void legs_that_move_without_a_settlement_are_noticed() {
        objects("settlements", page -> event(page, SettlementEvent.SettlementFinal.class, e -> Optional.empty()));
    }

    @Test
    void an_affirmation_by_someone_who_never_signed_is_noticed() {
        objects(
                "settlements",
                page -> event(
                        page,
                        SettlementEvent.SettlementAffirmed.class,
                        e -> Optional.of(new SettlementEvent.SettlementAffirmed(e.settlement(), e.party() + 1))));
    }

    @Test
    void a_settlement_that_lapses_before_its_deadline_is_noticed() {
        objects(
                "settlements",
                page -> event(
                        page,
                        SettlementEvent.SettlementInstructed.class,
                        e -> Optional.of(new SettlementEvent.SettlementLapsed(e.settlement()))));
    }

    @Test
    void more_delivered_than_is_held_is_noticed() {
        objects(
                "movements",
                page -> event(
                        page,
                        Movement.HoldDelivered.class,
                        e -> Optional.of(new Movement.HoldDelivered(e.hold(), e.toAccount(), Long.MAX_VALUE / 2))));
    }

    @Test
    void a_hold_released_to_nobodys_asking_is_noticed() {
        objects(
                "movements",
                page -> event(
                        page,
                        SettlementEvent.SettlementFailed.class,
                        e -> Optional.of(new Movement.HoldReleased(1, 1))));
    }

    @Test
    void spending_more_than_there_is_is_noticed() {
        objects(
                "conservation",
                page -> event(
                        page,
                        Movement.HoldPlaced.class,
                        e -> Optional.of(new Movement.HoldPlaced(
                                e.hold(),
                                e.account(),
                                e.asset(),
                                Long.MAX_VALUE / 2,
                                e.beneficiary(),
                                e.expiryMillis(),
                                e.reference()))));
    }

    // --- Securities ---

    @Test
    void a_coupon_of_a_cent_too_much_is_noticed() {
        objects(
                "payment sums",
                page -> event(
                        page,
                        ServicingEvent.DistributionOpened.class,
                        e -> Optional.of(new ServicingEvent.DistributionOpened(
                                e.distribution(), e.asset(), e.kind(), e.scheduledDate(), e.supply(), e.due() + 1))));
    }

    @Test
    void a_holder_paid_a_cent_too_little_is_noticed() {
        objects(
                "payment sums",
                page -> event(
                        page,
                        ServicingEvent.HolderPaid.class,
                        e -> Optional.of(new ServicingEvent.HolderPaid(
                                e.distribution(), e.account(), e.par(), e.amount() - 1))));
    }

    @Test
    void a_holder_left_out_is_noticed() {
        objects("payment sums", page -> event(page, ServicingEvent.HolderPaid.class, e -> Optional.empty()));
    }

    @Test
    void a_residual_that_vanishes_is_noticed() {
        objects(
                "payment sums",
                page -> event(
                        page,
                        ServicingEvent.DistributionClosed.class,
                        e -> Optional.of(new ServicingEvent.DistributionClosed(
                                e.distribution(), e.paid() + 1, e.residual() - 1))));
    }

    @Test
    void an_award_below_its_price_is_noticed() {
        objects(
                "award or strip",
                page -> event(
                        page,
                        AuctionEvent.AwardIssued.class,
                        e -> Optional.of(new AuctionEvent.AwardIssued(e.auction(), e.award(), e.proceeds() - 1))));
    }

    @Test
    void a_strip_that_leaves_a_payment_out_is_noticed() {
        objects("award or strip", page -> events(page, AuditorTest::withoutSecondIssueOfStripping));
    }

    private static List<Event> withoutSecondIssueOfStripping(List<Event> events) {
        boolean strips = events.stream().anyMatch(ServicingEvent.SecurityStripped.class::isInstance);
        List<Event> changed = new ArrayList<>(events);
        if (strips) {
            changed.remove(1);
        }
        return changed;
    }

    @Test
    void a_debt_that_is_forgiven_by_nobody_is_noticed() {
        objects(
                "obligations",
                page -> event(
                        page,
                        SettlementEvent.SettlementFailed.class,
                        e -> Optional.of(new ServicingEvent.ObligationDischarged(999))));
    }

    // --- The register, and refusals ---

    @Test
    void a_key_given_to_someone_else_is_noticed() {
        objects(
                "as asked",
                page -> event(
                        page,
                        RegisterEvent.KeyRegistered.class,
                        e -> Optional.of(new RegisterEvent.KeyRegistered(e.party() + 1, e.key()))));
    }

    @Test
    void a_register_changed_by_itself_is_noticed() {
        objects(
                "register",
                page -> event(
                        page,
                        SettlementEvent.SettlementFailed.class,
                        e -> Optional.of(new RegisterEvent.ThresholdSet(4, 1))));
    }

    @Test
    void a_refusal_for_a_reason_that_is_not_true_is_noticed() {
        objects(
                "reasons",
                page -> page.receipt().verdict() instanceof Verdict.Decided decided
                                && decided.outcomes().size() == 1
                                && decided.outcomes().getFirst() instanceof Outcome.Accepted accepted
                                && !accepted.events().isEmpty()
                                && accepted.events().getFirst() instanceof Movement.HoldPlaced
                        ? verdict(
                                page,
                                new Verdict.Decided(
                                        decided.party(),
                                        decided.instructionId(),
                                        List.of(new Outcome.Rejected(
                                                Rejection.of(RejectionCode.AVAILABLE_BELOW_DEBIT)))))
                        : Optional.empty());
    }

    @Test
    void a_balance_that_differs_from_the_ledgers_own_is_noticed() {
        Auditor auditor = new Auditor(
                "empty",
                new RegisterEvent.PartyRegistered(1, "OPERATOR", "OPERATOR", new Roles(1), "US", 1, List.of()));
        assertThat(auditor.compare(List.of(new Auditor.Holding(1, 1, 5, 0))))
                .singleElement()
                .extracting(Violation::toString)
                .asString()
                .contains("account 1, asset 1");
        assertThat(auditor.compare(List.of(new Auditor.Holding(1, 1, 0, 0)))).isEmpty();
    }
}
