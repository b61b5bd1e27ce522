package org.tallystick.app.day.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tallystick.ledger.command.AdministrationCommand.OpenBusinessDate;
import org.tallystick.ledger.command.AdministrationCommand.RunDueActions;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.BookCommand.IssueCash;
import org.tallystick.ledger.command.BookCommand.PlaceHold;
import org.tallystick.ledger.command.BookCommand.RedeemCash;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.ServicingCommand.RetryObligation;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.ledger.contract.Obligation;

/** The morning: figures are published, the business date opens, what is due is paid and issued, and debts are seen to. */
final class Opening {

    private static final int STEPS = 1_024;
    private static final int STEPS_IN_A_PUBLICATION = 200;
    private static final long HOLD_MILLIS = 24 * 60 * 60 * 1000L;

    /** The Treasury keeps fifty billion dollars at hand. */
    private static final long WORKING_BALANCE_CENTS = 50_000 * Numbers.MILLION;

    private final Desk desk;
    private final Cast cast;
    private final PublishedFigures figures;

    Opening(Desk desk, Cast cast, PublishedFigures figures) {
        this.desk = desk;
        this.cast = cast;
        this.figures = figures;
    }

    void open(LocalDate date) {
        List<Command> known = figures.knownOn(date);
        for (int from = 0; from < known.size(); from += STEPS_IN_A_PUBLICATION) {
            desk.accepted(
                    "publish indices",
                    cast.operator,
                    known.subList(from, Math.min(known.size(), from + STEPS_IN_A_PUBLICATION)));
        }
        desk.accepted("open the business date", cast.operator, new OpenBusinessDate(date));
        runWhatIsDue();
        dischargeObligations();
        spend();
    }

    /** Pays and issues, step by step, until nothing is left to do now. */
    void runWhatIsDue() {
        while (desk.ledger().nextDueMillis() <= desk.nowMillis()) {
            desk.accepted("run what is due", cast.operator, new RunDueActions(STEPS));
        }
    }

    private void dischargeObligations() {
        List<Obligation> obligations = new ArrayList<>();
        desk.ledger().obligations().all().forEach(obligations::add);
        for (Obligation obligation : obligations) {
            fund(obligation);
            Actor debtor = cast.byNumber(obligation.account());
            desk.accepted("pay what is owed", debtor, new RetryObligation(obligation.number()));
        }
        runWhatIsDue();
    }

    /** The Treasury spends what it has raised beyond its working balance; the dollars return to where they came from. */
    private void spend() {
        long surplus = desk.ledger().book().available(cast.treasury.number(), Numbers.USD) - WORKING_BALANCE_CENTS;
        if (surplus > 0) {
            Leg outlay = new Leg(Numbers.USD, cast.treasury.number(), cast.reserveBank.number(), surplus);
            desk.accepted(
                    "pay the Treasury's outlays",
                    cast.treasury,
                    new InstructSettlement(List.of(outlay), null, desk.nowMillis() + HOLD_MILLIS));
            desk.accepted(
                    "take dollars out of being",
                    cast.reserveBank,
                    new RedeemCash(Numbers.USD, cast.reserveBank.number(), surplus));
        }
    }

    private void fund(Obligation obligation) {
        Actor debtor = cast.byNumber(obligation.account());
        long available = desk.ledger().book().available(obligation.account(), obligation.asset());
        long missing = obligation.amount() - available;
        if (missing > 0) {
            String what = debtor.equals(cast.treasury)
                    ? "credit the Treasury with other receipts"
                    : "lend a bidder the price of its award";
            desk.accepted(what, cast.reserveBank, new IssueCash(obligation.asset(), obligation.account(), missing));
        }
        switch (obligation.kind()) {
            case DISTRIBUTION -> {}
            case AWARD -> {
                int auction = (int) (obligation.reference() / 1000);
                desk.accepted(
                        "commit the price of an award, late",
                        debtor,
                        new PlaceHold(
                                obligation.account(),
                                obligation.asset(),
                                obligation.amount(),
                                new Beneficiary.Auction(auction),
                                desk.nowMillis() + HOLD_MILLIS,
                                "award"));
            }
        }
    }
}
