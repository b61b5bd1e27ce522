package org.tallystick.gateway.knowledge;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.event.Event;
import org.tallystick.ledger.event.Movement;
import org.tallystick.ledger.event.RegisterEvent;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.ledger.event.SettlementEvent;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;

/**
 * Whose things events name, found by the names of their fields rather than by knowing each event: a second opinion. It has
 * read all receipts up to the present one, which the code under test has not.
 */
final class Named {

    private final Map<Integer, Integer> owners = new HashMap<>();
    private final Map<Long, Set<Integer>> holds = new HashMap<>();
    private final Map<Long, Set<Integer>> settlements = new HashMap<>();
    private final Map<Long, Set<Integer>> obligations = new HashMap<>();
    private final Set<Integer> parties = new HashSet<>();

    void read(Receipt receipt) {
        receipt.due().forEach(this::read);
        events(receipt.verdict()).forEach(this::read);
    }

    private void read(Event event) {
        switch (event) {
            case RegisterEvent.PartyRegistered e -> parties.add(e.party());
            case RegisterEvent.AccountRegistered e -> owners.put(e.account(), e.party());
            case Movement.HoldPlaced e -> {
                Set<Integer> concerned = new HashSet<>(Set.of(owners.get(e.account())));
                if (e.beneficiary() instanceof Beneficiary.Party beneficiary) {
                    concerned.add(beneficiary.party());
                }
                holds.put(e.hold(), concerned);
            }
            case SettlementEvent.SettlementInstructed e -> {
                Set<Integer> concerned = new HashSet<>(ownersIn(e.legs()));
                concerned.add(e.proposer());
                settlements.put(e.settlement(), concerned);
            }
            case ServicingEvent.ObligationRecorded e ->
                obligations.put(e.obligation(), Set.of(owners.get(e.account())));
            case Event other -> {}
        }
    }

    private Set<Integer> ownersIn(List<Leg> legs) {
        Set<Integer> found = new HashSet<>();
        for (Leg leg : legs) {
            found.add(owners.get(leg.fromAccount()));
            found.add(owners.get(leg.toAccount()));
            found.addAll(holds.getOrDefault(leg.hold(), Set.of()));
        }
        return found;
    }

    Set<Integer> parties() {
        return parties;
    }

    /** The parties whose accounts, holds, settlements or obligations the event names; empty when it names none. */
    Set<Integer> partiesIn(Record event) {
        Set<Integer> found = new HashSet<>();
        for (RecordComponent field : event.getClass().getRecordComponents()) {
            Object value = valueOf(field, event);
            switch (field.getName()) {
                case "account", "fromAccount", "toAccount" -> found.add(owners.getOrDefault((Integer) value, 0));
                case "hold" -> found.addAll(holds.getOrDefault((Long) value, Set.of()));
                case "settlement" -> found.addAll(settlements.getOrDefault((Long) value, Set.of()));
                case "obligation" -> found.addAll(obligations.getOrDefault((Long) value, Set.of()));
                default -> {
                    if (value instanceof List<?> list) {
                        list.stream()
                                .filter(Record.class::isInstance)
                                .forEach(inner -> found.addAll(partiesIn((Record) inner)));
                    }
                }
            }
        }
        return found;
    }

    private static Object valueOf(RecordComponent field, Record record) {
        try {
            return field.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static List<Event> events(Verdict verdict) {
        return verdict instanceof Verdict.Decided decided
                ? decided.outcomes().stream()
                        .filter(Outcome.Accepted.class::isInstance)
                        .flatMap(outcome -> ((Outcome.Accepted) outcome).events().stream())
                        .toList()
                : List.of();
    }

    /** What the party's business is, as far as has been read. */
    Business business(int party) {
        return new Business() {
            @Override
            public boolean owns(int account) {
                return owners.getOrDefault(account, 0) == party;
            }

            @Override
            public boolean isConcernedByHold(long hold) {
                return holds.getOrDefault(hold, Set.of()).contains(party);
            }

            @Override
            public boolean isPartOf(long settlement) {
                return settlements.getOrDefault(settlement, Set.of()).contains(party);
            }

            @Override
            public boolean isConcernedByObligation(long obligation) {
                return obligations.getOrDefault(obligation, Set.of()).contains(party);
            }
        };
    }
}
