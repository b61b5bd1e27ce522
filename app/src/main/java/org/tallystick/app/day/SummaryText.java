package org.tallystick.app.day;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.tallystick.app.console.Amounts;
import org.tallystick.app.console.TextTable;
import org.tallystick.app.day.count.ByType;
import org.tallystick.app.day.count.Conservation;
import org.tallystick.app.day.count.Counts;
import org.tallystick.app.day.plan.BillRates;
import org.tallystick.app.day.plan.Programme;
import org.tallystick.app.day.plan.Remark;
import org.tallystick.app.day.run.Reconciliation;
import org.tallystick.ledger.rejection.RejectionCode;
import org.tallystick.market.Auction;

/** The summary of a run, for people. */
final class SummaryText {

    private static final int MOST_REMARKS = 20;

    private final Summary summary;
    private final Counts counts;
    private final PrintWriter out;

    private SummaryText(Summary summary, PrintWriter out) {
        this.summary = summary;
        this.counts = summary.counter().counts();
        this.out = out;
    }

    static void print(Summary summary, PrintWriter out) {
        SummaryText text = new SummaryText(summary, out);
        text.head();
        text.securities();
        text.market();
        text.rejections();
        text.servicing();
        text.remarks();
        text.checks();
        text.machine();
        out.flush();
    }

    private void head() {
        Programme programme = summary.programme();
        out.printf(
                "%s, %s to %s, on the ledger %s.%nKeys are derived from the seed: for demonstration only.%n%n",
                summary.source(), programme.first(), programme.last(), summary.ledger());
        line("Business days", number(counts.businessDays()), "opened");
        line("Auctions", number(counts.auctionsCompleted()), "announced, awarded, issued and paid for");
        if (summary.auctionsLeftOut() > 0) {
            line("", number(summary.auctionsLeftOut()), "left out; why stands below");
        }
        line(
                "Proceeds",
                dollars(counts.proceedsCents()),
                "dollars paid to the Treasury for %s awards".formatted(number(counts.awardsIssued())));
        line("Tokenised dollars", dollars(counts.dollarsIssuedCents()), "issued by the Federal Reserve Bank, of which");
        line(
                "",
                dollars(counts.otherReceiptsCents()),
                "to the Treasury, %s times, for payments funded by other receipts"
                        .formatted(number(counts.otherReceipts())));
        line("", dollars(counts.dollarsRedeemedCents()), "redeemed, spent by the Treasury");
        out.println();
    }

    private void securities() {
        TextTable table = new TextTable()
                .words("Securities")
                .figures("registered")
                .figures("auctions")
                .figures("par issued, dollars")
                .figures("par redeemed, dollars")
                .figures("outstanding, dollars");
        for (Map.Entry<Auction.Type, ByType> entry : summary.counter().byType().entrySet()) {
            row(table, entry.getKey().label(), entry.getValue());
        }
        row(table, "All", summary.counter().total());
        table.print(out);
        out.println();
    }

    private static void row(TextTable table, String label, ByType type) {
        table.row(
                label,
                number(type.securities()),
                number(type.auctions()),
                dollars(type.issuedCents()),
                dollars(type.redeemedCents()),
                dollars(type.outstandingCents()));
    }

    private void market() {
        line(
                "Settlements final",
                number(counts.settlementsFinal()),
                "with %s legs".formatted(number(counts.legsPosted())));
        line("", number(counts.settlementsCancelled()), "withdrawn");
        line("", number(counts.settlementsFailed()), "short on their value date");
        line("", number(counts.settlementsLapsed()), "lapsed at their deadlines");
        out.println();
    }

    private void rejections() {
        line("Rejected", number(summary.rejected()), "as they must be, each for the reason expected");
        line("Repeated", number(counts.repeated()), "answered by reference to their first receipt");
        out.println();
        TextTable table = new TextTable().words("Rejected").figures("times").words("because");
        for (Map.Entry<RejectionCode, Long> entry :
                summary.counter().rejections().entrySet()) {
            table.row(
                    "%2d %s".formatted(entry.getKey().number(), entry.getKey().name()),
                    number(entry.getValue()),
                    entry.getKey().sentence());
        }
        if (!table.isEmpty()) {
            table.print(out);
            out.println();
        }
    }

    private void servicing() {
        line(
                "Interest paid",
                dollars(counts.interestCents()),
                payments(counts.interestPayments(), counts.interestHolders()));
        line("Redeemed", dollars(counts.redemptionCents()), payments(counts.redemptions(), counts.redemptionHolders()));
        line("Residual", dollars(counts.residualCents()), "dollars that rounding left over, on the residual account");
        line(
                "Obligations",
                number(counts.obligationsRecorded()),
                "recorded while cash was short, %s discharged".formatted(number(counts.obligationsDischarged())));
        BillRates rates = summary.programme().billRates();
        line(
                "13-week bill rates",
                number(rates.count(BillRates.Source.BILL, summary.programme().last())),
                "from bills in the file, %d from records of floating rate notes, %d assumed"
                        .formatted(
                                rates.count(
                                        BillRates.Source.NOTE,
                                        summary.programme().last()),
                                rates.count(
                                        BillRates.Source.ASSUMED,
                                        summary.programme().last())));
        out.println();
    }

    private static String payments(long payments, long holders) {
        return "dollars in %s payments to %s holders".formatted(number(payments), number(holders));
    }

    private void remarks() {
        int shown = 0;
        for (Remark remark : summary.programme().remarks()) {
            if (shown++ == MOST_REMARKS) {
                out.printf(
                        "... and %,d remarks more; --json has them all%n",
                        summary.programme().remarks().size() - MOST_REMARKS);
                break;
            }
            out.printf("%s: %s%n", remark.place(), remark.sentence());
        }
        if (shown > 0) {
            out.println();
        }
    }

    private void checks() {
        Conservation conservation = summary.result().conservation();
        line(
                "Supply = holdings",
                "%s of %s".formatted(number(conservation.assetsThatHold()), number(conservation.assets())),
                "assets hold, in the book and recounted from receipts, over %s holdings"
                        .formatted(number(conservation.holdings())));
        conservation.breaches().forEach(breach -> line("", "", breach));
        line(
                "Receipts",
                number(summary.result().entries()),
                "as expected, and as a second execution in memory gave them");
        Reconciliation reconciliation = summary.result().reconciliation();
        if (reconciliation.logged() > 0) {
            line(
                    "Taken up",
                    number(reconciliation.logged()),
                    "entries were in the log; of %s receipts acknowledged, %s found, %s missing"
                            .formatted(
                                    number(reconciliation.acknowledged()),
                                    number(reconciliation.found()),
                                    number(reconciliation.missing())));
        }
        out.println();
    }

    private void machine() {
        line("Entries", number(summary.result().entries()), "in the log");
        line(
                "On disk",
                megabytes(summary.logBytes() + summary.journalBytes()),
                "MB: log %s, journal of receipts %s"
                        .formatted(megabytes(summary.logBytes()), megabytes(summary.journalBytes())));
        Duration elapsed = summary.result().elapsed();
        String rate = summary.result().submitted() == 0
                ? "seconds"
                : "seconds, %s entries a second".formatted(number(summary.entriesPerSecond()));
        line("Elapsed", String.format(Locale.ROOT, "%,.1f", elapsed.toMillis() / 1e3), rate);
        out.printf("%-19s%s%n", "State hash", summary.result().stateHash());
    }

    // --- Layout ---

    private void line(String label, String figure, String words) {
        out.println("%-19s%26s  %s".formatted(label, figure, words).stripTrailing());
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String dollars(long cents) {
        return Amounts.format(cents, 2);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f", bytes / 1e6);
    }
}
