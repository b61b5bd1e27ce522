package org.tallystick.readmodel.projection;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.readmodel.view.DistributionView.State;
import org.tallystick.readmodel.view.HoldView.BeneficiaryKind;
import org.tallystick.readmodel.view.StatementLine.Cause;

/** Interest, redemptions, what is owed of them, and stripping. */
final class ServicingFacts {

    private final Mirror mirror;
    private final MovementFacts movements;

    ServicingFacts(Mirror mirror, MovementFacts movements) {
        this.mirror = mirror;
        this.movements = movements;
    }

    void apply(ServicingEvent event, Current at) {
        switch (event) {
            case ServicingEvent.DistributionOpened e -> opened(e, at);
            case ServicingEvent.DistributionFunded e -> {
                DistributionRow row = distribution(e.distribution(), at);
                row.state = State.FUNDED.name();
                explain(row, line -> line.kind == Line.Kind.PLACED && isFor(row, line));
            }
            case ServicingEvent.HolderPaid e -> paid(e, at);
            case ServicingEvent.DistributionClosed e -> {
                DistributionRow row = distribution(e.distribution(), at);
                row.state = State.CLOSED.name();
                row.residual = e.residual();
                explain(row, line -> line.kind == Line.Kind.DELIVERED && isFor(row, line));
            }
            case ServicingEvent.ObligationRecorded e -> recorded(e, at);
            case ServicingEvent.ObligationDischarged e -> discharged(e, at);
            case ServicingEvent.SecurityStripped e -> exchanged(e.account());
            case ServicingEvent.SecurityReconstituted e -> exchanged(e.account());
        }
    }

    private void opened(ServicingEvent.DistributionOpened e, Current at) {
        DistributionRow row = new DistributionRow(
                e.distribution(),
                e.asset(),
                e.kind().name(),
                e.scheduledDate(),
                State.OPENED.name(),
                e.supply(),
                e.due(),
                0,
                0,
                0,
                at.index);
        mirror.distributions.put(e.distribution(), mirror.change(row));
    }

    private void paid(ServicingEvent.HolderPaid e, Current at) {
        DistributionRow row = distribution(e.distribution(), at);
        row.paid += e.amount();
        row.holdersPaid++;
        explain(row, line -> switch (line.kind) {
            case DELIVERED -> isFor(row, line);
            case REDEEMED, RELEASED -> line.asset == row.asset && line.account == e.account();
            case PLACED -> line.account == e.account();
            case ISSUED, POSTED -> false;
        });
    }

    private void explain(DistributionRow row, Predicate<Line> fits) {
        Cause cause = switch (ServicingEvent.Kind.valueOf(row.kind)) {
            case INTEREST -> Cause.INTEREST;
            case REDEMPTION -> Cause.MATURITY;
        };
        movements.explain(cause, row.distribution, fits);
    }

    private static boolean isFor(DistributionRow row, Line line) {
        return line.isFor(BeneficiaryKind.DISTRIBUTION.name(), row.distribution);
    }

    private void exchanged(int account) {
        movements.explain(
                Cause.STRIPPING,
                0,
                line -> line.account == account && (line.kind == Line.Kind.ISSUED || line.kind == Line.Kind.REDEEMED));
    }

    private void recorded(ServicingEvent.ObligationRecorded e, Current at) {
        ObligationRow row = new ObligationRow(
                e.obligation(),
                e.kind().name(),
                e.reference(),
                e.account(),
                e.asset(),
                e.amount(),
                at.index,
                at.timeMillis,
                0);
        mirror.obligations.put(e.obligation(), mirror.change(row));
        count(row, activity -> activity.obligationsOpen++);
    }

    private void discharged(ServicingEvent.ObligationDischarged e, Current at) {
        ObligationRow row = mirror.obligations.find(e.obligation());
        if (row == null) {
            throw at.wrong("obligation " + e.obligation() + " was not recorded");
        }
        mirror.change(row).dischargedEntry = at.index;
        count(row, activity -> activity.obligationsOpen--);
    }

    private void count(ObligationRow row, Consumer<ActivityRow> what) {
        what.accept(mirror.activity(0));
        what.accept(mirror.activity(mirror.owner(row.account)));
    }

    private DistributionRow distribution(long number, Current at) {
        DistributionRow row = mirror.distributions.find(number);
        if (row == null) {
            throw at.wrong("distribution " + number + " was not opened");
        }
        return mirror.change(row);
    }
}
