package org.tallystick.gateway.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.tallystick.gateway.http.Json;
import org.tallystick.readmodel.security.CashFlow;
import org.tallystick.readmodel.view.AuctionView;
import org.tallystick.readmodel.view.DistributionView;
import org.tallystick.readmodel.view.InstrumentView;
import org.tallystick.readmodel.view.PriceView;
import org.tallystick.wire.json.TermsJson;

/** Instruments and what becomes of them, as JSON. */
final class InstrumentJson {

    private InstrumentJson() {}

    static void instrument(JsonGenerator json, InstrumentView instrument) throws IOException {
        json.writeStartObject();
        json.writeNumberField("asset", instrument.asset());
        json.writeStringField("code", instrument.code());
        json.writeStringField("kind", instrument.kind().name());
        json.writeNumberField("issuer", instrument.issuer());
        json.writeStringField("issuerCode", instrument.issuerCode());
        json.writeNumberField("scale", instrument.scale());
        json.writeNumberField("lot", instrument.lot());
        json.writeFieldName("terms");
        Json.writeTree(json, TermsJson.tree(instrument.terms()));
        if (instrument.maturity() != null) {
            json.writeStringField("maturity", instrument.maturity().toString());
        }
        json.writeNumberField("outstanding", instrument.outstanding());
        json.writeNumberField("sinceIndex", instrument.sinceIndex());
        json.writeEndObject();
    }

    static void price(JsonGenerator json, PriceView price) throws IOException {
        json.writeStartObject();
        json.writeNumberField("asset", price.asset());
        json.writeStringField("date", price.date().toString());
        json.writeNumberField("priceMicros", price.priceMicros());
        json.writeStringField("source", price.source());
        json.writeNumberField("index", price.index());
        json.writeEndObject();
    }

    static void auction(JsonGenerator json, AuctionView auction) throws IOException {
        json.writeStartObject();
        json.writeNumberField("auction", auction.auction());
        json.writeNumberField("asset", auction.asset());
        json.writeStringField("assetCode", auction.assetCode());
        json.writeStringField("state", auction.state().name());
        json.writeStringField("auctionDate", auction.auctionDate().toString());
        json.writeStringField("issueDate", auction.issueDate().toString());
        json.writeNumberField("offering", auction.offering());
        json.writeNumberField("awarded", auction.awarded());
        json.writeNumberField("issued", auction.issued());
        json.writeNumberField("proceeds", auction.proceeds());
        json.writeNumberField("priceMicros", auction.priceMicros());
        json.writeEndObject();
    }

    static void distribution(JsonGenerator json, DistributionView distribution) throws IOException {
        json.writeStartObject();
        json.writeNumberField("distribution", distribution.distribution());
        json.writeNumberField("asset", distribution.asset());
        json.writeStringField("kind", distribution.kind().name());
        json.writeStringField("scheduledDate", distribution.scheduledDate().toString());
        json.writeStringField("state", distribution.state().name());
        json.writeNumberField("supply", distribution.supply());
        json.writeNumberField("due", distribution.due());
        json.writeNumberField("paid", distribution.paid());
        json.writeNumberField("holdersPaid", distribution.holdersPaid());
        json.writeNumberField("residual", distribution.residual());
        json.writeEndObject();
    }

    static void cashFlow(JsonGenerator json, CashFlow flow) throws IOException {
        json.writeStartObject();
        json.writeStringField("date", flow.date().toString());
        if (flow.paid() != null) {
            json.writeStringField("paid", flow.paid().toString());
        }
        json.writeStringField("kind", flow.kind().name());
        if (flow.per100Nanos().isPresent()) {
            json.writeNumberField("per100Nanos", flow.per100Nanos().getAsLong());
        }
        json.writeEndObject();
    }
}
