package org.tallystick.gateway.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.event.AuctionEvent;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.rejection.RejectionCode;

/** What is told of receipts, and to whom. */
class NeedToKnowTest {

    private static final int TREASURY = 2;
    private static final int ALPHA = 4;
    private static final int BETA = 5;

    /** The read model is always behind the receipt that is told; here by this many entries. */
    private static final int BEHIND = 5;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20250115})
    void no_event_that_a_party_did_not_ask_for_names_only_what_is_others(long seed) {
        List<Receipt> receipts = SimulatedLog.of(seed, 1_500);
        Named all = new Named();
        Named behind = new Named();
        Set<String> withheld = new TreeSet<>();
        Set<String> told = new TreeSet<>();
        for (int i = 0; i < receipts.size(); i++) {
            Receipt receipt = receipts.get(i);
            all.read(receipt);
            if (i >= BEHIND) {
                behind.read(receipts.get(i - BEHIND));
            }
            for (int party : all.parties()) {
                Receipt shown = NeedToKnow.of(party, behind.business(party))
                        .tell(receipt)
                        .receipt();
                for (Event event : notAskedFor(shown, party)) {
                    Set<Integer> named = all.partiesIn((Record) event);
                    assertThat(named.isEmpty() || named.contains(party))
                            .as("seed %s, entry %s: party %s sees %s", seed, receipt.index(), party, event)
                            .isTrue();
                    told.add(event.getClass().getSimpleName());
                }
                notAskedFor(receipt, party).stream()
                        .filter(event -> !notAskedFor(shown, party).contains(event))
                        .forEach(event -> withheld.add(event.getClass().getSimpleName()));
            }
        }
        assertThat(withheld)
                .as("something was there to be withheld")
                .contains(
                        "HolderPaid", "HoldReleased", "HoldDelivered", "SettlementLapsed", "Posted", "AuctionAwarded");
        assertThat(told).as("and something to be told").contains("HolderPaid", "HoldReleased", "Posted", "Issued");
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void once_the_read_model_has_caught_up_a_party_is_told_everything_that_names_what_is_its(long seed) {
        Named all = new Named();
        int seen = 0;
        for (Receipt receipt : SimulatedLog.of(seed, 1_500)) {
            all.read(receipt);
            for (int party : all.parties()) {
                Told told = NeedToKnow.of(party, all.business(party)).tell(receipt);
                List<Event> shown = notAskedFor(told.receipt(), party);
                for (Event event : notAskedFor(receipt, party)) {
                    if (all.partiesIn((Record) event).contains(party) && !namesAllWinners(event)) {
                        assertThat(shown)
                                .as("entry %s, party %s", receipt.index(), party)
                                .contains(event);
                        seen++;
                    }
                }
            }
        }
        assertThat(seen).isGreaterThan(500);
    }

    @Test
    void a_coupon_is_told_to_each_holder_as_its_own_payment_only() {
        Receipt tick = receipt(
                List.of(
                        new Movement.HoldDelivered(7, 40, 100),
                        new ServicingEvent.HolderPaid(1, 40, 5_000, 100),
                        new Movement.HoldDelivered(7, 50, 900),
                        new ServicingEvent.HolderPaid(1, 50, 45_000, 900),
                        new ServicingEvent.DistributionClosed(1, 1_000, 0)),
                new Verdict.Ticked());

        Told alpha = NeedToKnow.of(ALPHA, owning(40)).tell(tick);

        assertThat(alpha.receipt().due())
                .containsExactly(
                        new Movement.HoldDelivered(7, 40, 100),
                        new ServicingEvent.HolderPaid(1, 40, 5_000, 100),
                        new ServicingEvent.DistributionClosed(1, 1_000, 0));
        assertThat(alpha.withheld()).isEqualTo(2);
    }

    @Test
    void what_lapses_before_an_instruction_is_withheld_from_whoever_instructed_and_the_answer_is_told_whole() {
        Verdict verdict = new Verdict.Decided(
                ALPHA,
                "trade-1",
                List.of(
                        Outcome.accepted(new Movement.HoldPlaced(9, 40, 1, 500, new Beneficiary.Party(BETA), 10, "")),
                        Outcome.rejected(RejectionCode.AVAILABLE_BELOW_DEBIT, 40)));
        Receipt receipt = receipt(List.of(new Movement.HoldReleased(3, 1_000_000)), verdict);

        Told alpha = NeedToKnow.of(ALPHA, owning(40)).tell(receipt);

        assertThat(alpha.receipt()).isEqualTo(receipt(List.of(), verdict));
        assertThat(alpha.withheld()).isEqualTo(1);
    }

    @Test
    void of_what_another_party_asked_its_reference_and_its_rejections_are_withheld() {
        Event toBeta = new Movement.Issued(1, 50, 700);
        Receipt receipt = receipt(
                List.of(),
                new Verdict.Decided(
                        ALPHA,
                        "our-secret-name",
                        List.of(
                                Outcome.accepted(new Movement.Issued(1, 40, 600)),
                                Outcome.accepted(toBeta),
                                Outcome.rejected(RejectionCode.NOT_AUTHORISED, 60))));

        Told beta = NeedToKnow.of(BETA, owning(50)).tell(receipt);

        assertThat(beta.receipt().verdict())
                .isEqualTo(new Verdict.Decided(ALPHA, "", List.of(Outcome.accepted(toBeta))));
        assertThat(beta.withheld()).isEqualTo(2);
    }

    @Test
    void who_won_how_much_in_an_auction_is_told_to_the_issuer_who_asked_and_to_no_bidder() {
        Event awarded = new AuctionEvent.AuctionAwarded(1, 99_000_000, 0, List.of());
        Receipt receipt =
                receipt(List.of(), new Verdict.Decided(TREASURY, "award-1", List.of(Outcome.accepted(awarded))));

        assertThat(NeedToKnow.of(TREASURY, owning(20)).tell(receipt).receipt()).isEqualTo(receipt);
        assertThat(NeedToKnow.of(ALPHA, owning(40)).tell(receipt))
                .isEqualTo(new Told(receipt(List.of(), new Verdict.Decided(TREASURY, "", List.of())), 1));
    }

    /** Due work, and what others asked for. */
    private static List<Event> notAskedFor(Receipt receipt, int party) {
        boolean own = receipt.verdict() instanceof Verdict.Decided decided && decided.party() == party;
        return own ? receipt.due() : concat(receipt.due(), Named.events(receipt.verdict()));
    }

    private static List<Event> concat(List<Event> some, List<Event> others) {
        return java.util.stream.Stream.concat(some.stream(), others.stream()).toList();
    }

    private static boolean namesAllWinners(Event event) {
        return event instanceof AuctionEvent.AuctionAwarded;
    }

    private static Receipt receipt(List<Event> due, Verdict verdict) {
        return new Receipt(11, 1_000, Digest.NONE, due, verdict);
    }

    private static Business owning(int account) {
        return new Business() {
            @Override
            public boolean owns(int candidate) {
                return candidate == account;
            }

            @Override
            public boolean isConcernedByHold(long hold) {
                return false;
            }

            @Override
            public boolean isPartOf(long settlement) {
                return false;
            }

            @Override
            public boolean isConcernedByObligation(long obligation) {
                return false;
            }
        };
    }
}
