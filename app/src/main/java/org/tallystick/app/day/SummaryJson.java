package org.tallystick.app.day;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tallystick.app.day.count.ByType;
import org.tallystick.app.day.count.Counts;
import org.tallystick.app.day.plan.BillRates;
import org.tallystick.app.day.plan.Remark;
import org.tallystick.app.day.run.Reconciliation;

/** The summary of a run, for programs. Dollars are decimal strings, so that no program rounds them. */
final class SummaryJson {

    private SummaryJson() {}

    static Map<String, Object> of(Summary summary) {
        Counts counts = summary.counter().counts();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("ledger", summary.ledger());
        json.put("firstBusinessDate", summary.programme().first().toString());
        json.put("lastBusinessDate", summary.programme().last().toString());
        json.put("businessDays", counts.businessDays());
        json.put("securities", summary.counter().total().securities());
        json.put("auctions", counts.auctionsCompleted());
        json.put("auctionsLeftOut", summary.auctionsLeftOut());
        json.put("proceeds", dollars(counts.proceedsCents()));
        json.put("dollarsIssued", dollars(counts.dollarsIssuedCents()));
        json.put("dollarsRedeemed", dollars(counts.dollarsRedeemedCents()));
        json.put("fundedByOtherReceipts", dollars(counts.otherReceiptsCents()));
        json.put("byType", byType(summary));
        json.put("settlements", settlements(counts));
        json.put("rejected", summary.rejected());
        Map<String, Object> byCode = new LinkedHashMap<>();
        summary.counter().rejections().forEach((code, number) -> byCode.put(code.name(), number));
        json.put("rejectedByCode", byCode);
        json.put("repeated", counts.repeated());
        json.put("interest", payments(counts.interestPayments(), counts.interestHolders(), counts.interestCents()));
        json.put("redemptions", payments(counts.redemptions(), counts.redemptionHolders(), counts.redemptionCents()));
        json.put("residual", dollars(counts.residualCents()));
        json.put("obligationsRecorded", counts.obligationsRecorded());
        json.put("obligationsDischarged", counts.obligationsDischarged());
        json.put("billRates", billRates(summary));
        json.put("remarks", remarks(summary));
        json.put("supplyEqualsHoldings", conservation(summary));
        json.put("reconciliation", reconciliation(summary.result().reconciliation()));
        json.put("entries", summary.result().entries());
        json.put("logBytes", summary.logBytes());
        json.put("journalBytes", summary.journalBytes());
        json.put("elapsedMillis", summary.result().elapsed().toMillis());
        json.put("entriesPerSecond", summary.entriesPerSecond());
        json.put("stateHash", summary.result().stateHash().toString());
        json.put("holds", summary.holds());
        return json;
    }

    private static String dollars(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    private static Map<String, Object> byType(Summary summary) {
        Map<String, Object> types = new LinkedHashMap<>();
        summary.counter().byType().forEach((type, counted) -> types.put(type.label(), of(counted)));
        return types;
    }

    private static Map<String, Object> of(ByType counted) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("securities", counted.securities());
        json.put("auctions", counted.auctions());
        json.put("parIssued", dollars(counted.issuedCents()));
        json.put("parRedeemed", dollars(counted.redeemedCents()));
        json.put("outstanding", dollars(counted.outstandingCents()));
        return json;
    }

    private static Map<String, Object> settlements(Counts counts) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("final", counts.settlementsFinal());
        json.put("legs", counts.legsPosted());
        json.put("withdrawn", counts.settlementsCancelled());
        json.put("shortOnValueDate", counts.settlementsFailed());
        json.put("lapsed", counts.settlementsLapsed());
        return json;
    }

    private static Map<String, Object> payments(long payments, long holders, long cents) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("payments", payments);
        json.put("holdersPaid", holders);
        json.put("dollars", dollars(cents));
        return json;
    }

    private static Map<String, Object> billRates(Summary summary) {
        Map<String, Object> json = new LinkedHashMap<>();
        BillRates rates = summary.programme().billRates();
        json.put(
                "fromBills",
                rates.count(BillRates.Source.BILL, summary.programme().last()));
        json.put(
                "fromNotes",
                rates.count(BillRates.Source.NOTE, summary.programme().last()));
        json.put(
                "assumed",
                rates.count(BillRates.Source.ASSUMED, summary.programme().last()));
        return json;
    }

    private static List<Map<String, Object>> remarks(Summary summary) {
        List<Map<String, Object>> remarks = new ArrayList<>();
        for (Remark remark : summary.programme().remarks()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("line", remark.line());
            json.put("cusip", remark.cusip());
            json.put("leftOut", remark.notRun());
            json.put("sentence", remark.sentence());
            remarks.add(json);
        }
        return remarks;
    }

    private static Map<String, Object> conservation(Summary summary) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("assets", summary.result().conservation().assets());
        json.put("hold", summary.result().conservation().assetsThatHold());
        json.put("holdings", summary.result().conservation().holdings());
        json.put("breaches", summary.result().conservation().breaches());
        return json;
    }

    static Map<String, Object> reconciliation(Reconciliation reconciliation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("logged", reconciliation.logged());
        json.put("acknowledged", reconciliation.acknowledged());
        json.put("found", reconciliation.found());
        json.put("missing", reconciliation.missing());
        return json;
    }
}
