package org.tallystick.gateway.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.tallystick.readmodel.view.Flow;
import org.tallystick.readmodel.view.ObligationView;
import org.tallystick.readmodel.view.SettlementView;

/** Settlements, and debts that stand, as JSON. */
public final class SettlementJson {

    private SettlementJson() {}

    public static void settlement(JsonGenerator json, SettlementView settlement) throws IOException {
        json.writeStartObject();
        json.writeNumberField("settlement", settlement.settlement());
        json.writeNumberField("proposer", settlement.proposer());
        json.writeStringField("proposerCode", settlement.proposerCode());
        json.writeStringField("state", settlement.state().name());
        json.writeNumberField("instructedIndex", settlement.instructedIndex());
        json.writeNumberField("instructedMillis", settlement.instructedMillis());
        json.writeNumberField("changedIndex", settlement.changedIndex());
        json.writeNumberField("changedMillis", settlement.changedMillis());
        if (settlement.valueDate() != null) {
            json.writeStringField("valueDate", settlement.valueDate().toString());
        }
        json.writeNumberField("deadlineMillis", settlement.deadlineMillis());
        if (settlement.failedFor() != null) {
            json.writeStringField("failedFor", settlement.failedFor().name());
            json.writeStringField("failedForSentence", settlement.failedFor().sentence());
        }
        json.writeArrayFieldStart("legs");
        for (SettlementView.LegView leg : settlement.legs()) {
            leg(json, leg);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("parties");
        for (SettlementView.Affirmation party : settlement.parties()) {
            affirmation(json, party);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void leg(JsonGenerator json, SettlementView.LegView leg) throws IOException {
        json.writeStartObject();
        json.writeNumberField("leg", leg.leg());
        json.writeNumberField("asset", leg.asset());
        json.writeStringField("assetCode", leg.assetCode());
        json.writeNumberField("scale", leg.scale());
        json.writeNumberField("fromAccount", leg.fromAccount());
        json.writeNumberField("fromParty", leg.fromParty());
        json.writeStringField("fromCode", leg.fromCode());
        json.writeNumberField("toAccount", leg.toAccount());
        json.writeNumberField("toParty", leg.toParty());
        json.writeStringField("toCode", leg.toCode());
        json.writeNumberField("amount", leg.amount());
        if (leg.hold() != 0) {
            json.writeNumberField("hold", leg.hold());
        }
        json.writeEndObject();
    }

    private static void affirmation(JsonGenerator json, SettlementView.Affirmation party) throws IOException {
        json.writeStartObject();
        json.writeNumberField("party", party.party());
        json.writeStringField("partyCode", party.partyCode());
        if (party.affirmedIndex() != 0) {
            json.writeNumberField("affirmedIndex", party.affirmedIndex());
        }
        if (party.cancelIndex() != 0) {
            json.writeNumberField("cancelIndex", party.cancelIndex());
        }
        json.writeEndObject();
    }

    static void obligation(JsonGenerator json, ObligationView obligation) throws IOException {
        json.writeStartObject();
        json.writeNumberField("obligation", obligation.obligation());
        json.writeStringField("kind", obligation.kind().name());
        json.writeNumberField("reference", obligation.reference());
        json.writeNumberField("account", obligation.account());
        json.writeNumberField("party", obligation.party());
        json.writeStringField("partyCode", obligation.partyCode());
        json.writeNumberField("asset", obligation.asset());
        json.writeStringField("assetCode", obligation.assetCode());
        json.writeNumberField("scale", obligation.scale());
        json.writeNumberField("amount", obligation.amount());
        json.writeNumberField("recordedIndex", obligation.recordedIndex());
        json.writeNumberField("recordedMillis", obligation.recordedMillis());
        if (obligation.dischargedIndex() != 0) {
            json.writeNumberField("dischargedIndex", obligation.dischargedIndex());
        }
        json.writeEndObject();
    }

    static void flow(JsonGenerator json, Flow flow) throws IOException {
        json.writeStartObject();
        json.writeNumberField("minuteMillis", flow.minuteMillis());
        json.writeNumberField("instructed", flow.instructed());
        json.writeNumberField("settled", flow.settled());
        json.writeNumberField("ended", flow.ended());
        json.writeEndObject();
    }
}
