package org.tallystick.gateway.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.tallystick.readmodel.view.HoldView;
import org.tallystick.readmodel.view.HolderView;
import org.tallystick.readmodel.view.HoldingView;
import org.tallystick.readmodel.view.StatementLine;

/** What is held, and how it came to be, as JSON. */
public final class HoldingJson {

    private HoldingJson() {}

    static void holding(JsonGenerator json, HoldingView holding) throws IOException {
        json.writeStartObject();
        json.writeNumberField("account", holding.account());
        json.writeNumberField("asset", holding.asset());
        json.writeStringField("assetCode", holding.assetCode());
        json.writeNumberField("scale", holding.scale());
        json.writeNumberField("available", holding.available());
        json.writeNumberField("held", holding.held());
        json.writeNumberField("total", holding.total());
        json.writeNumberField("lastIndex", holding.lastIndex());
        json.writeEndObject();
    }

    static void hold(JsonGenerator json, HoldView hold) throws IOException {
        json.writeStartObject();
        json.writeNumberField("hold", hold.hold());
        json.writeNumberField("account", hold.account());
        json.writeNumberField("asset", hold.asset());
        json.writeStringField("assetCode", hold.assetCode());
        json.writeNumberField("scale", hold.scale());
        json.writeNumberField("amount", hold.amount());
        json.writeStringField("beneficiaryKind", hold.beneficiaryKind().name());
        json.writeNumberField("beneficiary", hold.beneficiary());
        json.writeNumberField("expiryMillis", hold.expiryMillis());
        json.writeStringField("reference", hold.reference());
        json.writeEndObject();
    }

    public static void line(JsonGenerator json, StatementLine line) throws IOException {
        json.writeStartObject();
        json.writeNumberField("index", line.index());
        json.writeNumberField("sequence", line.sequence());
        json.writeNumberField("timeMillis", line.timeMillis());
        json.writeNumberField("account", line.account());
        json.writeNumberField("asset", line.asset());
        json.writeStringField("assetCode", line.assetCode());
        json.writeNumberField("scale", line.scale());
        json.writeStringField("cause", line.cause().name());
        if (line.reference() != 0) {
            json.writeNumberField("reference", line.reference());
        }
        if (line.counterparty() != 0) {
            json.writeNumberField("counterparty", line.counterparty());
            json.writeStringField("counterpartyCode", line.counterpartyCode());
        }
        json.writeNumberField("available", line.available());
        json.writeNumberField("held", line.held());
        json.writeNumberField("availableAfter", line.availableAfter());
        json.writeNumberField("heldAfter", line.heldAfter());
        json.writeEndObject();
    }

    static void holder(JsonGenerator json, HolderView holder) throws IOException {
        json.writeStartObject();
        json.writeNumberField("party", holder.party());
        json.writeStringField("partyCode", holder.partyCode());
        json.writeStringField("name", holder.name());
        RegisterJson.roles(json, holder.roles());
        json.writeStringField("jurisdiction", holder.jurisdiction());
        json.writeNumberField("amount", holder.amount());
        json.writeEndObject();
    }
}
