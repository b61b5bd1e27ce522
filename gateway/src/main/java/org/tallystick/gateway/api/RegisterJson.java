package org.tallystick.gateway.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.tallystick.ledger.party.Role;
import org.tallystick.readmodel.view.AccountView;
import org.tallystick.readmodel.view.KeyHolder;
import org.tallystick.readmodel.view.LedgerOverview;
import org.tallystick.readmodel.view.PartyView;
import org.tallystick.readmodel.view.SupplyView;

/** The register, as JSON. */
public final class RegisterJson {

    private RegisterJson() {}

    public static void overview(JsonGenerator json, LedgerOverview overview) throws IOException {
        json.writeStartObject();
        json.writeStringField("ledger", overview.ledger());
        json.writeNumberField("position", overview.position());
        json.writeNumberField("timeMillis", overview.timeMillis());
        if (overview.businessDate() != null) {
            json.writeStringField("businessDate", overview.businessDate().toString());
        }
        json.writeNumberField("parties", overview.parties());
        json.writeNumberField("accounts", overview.accounts());
        json.writeNumberField("instruments", overview.instruments());
        json.writeNumberField("settlementsPending", overview.settlementsPending());
        json.writeNumberField("settlementsFinal", overview.settlementsFinal());
        json.writeNumberField("obligationsOpen", overview.obligationsOpen());
        json.writeNumberField("rejections", overview.rejections());
        json.writeNumberField("medianSettleMillis", overview.medianSettleMillis());
        json.writeEndObject();
    }

    static void supply(JsonGenerator json, SupplyView supply) throws IOException {
        json.writeStartObject();
        json.writeNumberField("asset", supply.asset());
        json.writeStringField("code", supply.code());
        json.writeStringField("kind", supply.kind().name());
        json.writeNumberField("scale", supply.scale());
        json.writeNumberField("outstanding", supply.outstanding());
        json.writeNumberField("held", supply.held());
        json.writeNumberField("holders", supply.holders());
        json.writeEndObject();
    }

    static void party(JsonGenerator json, PartyView party) throws IOException {
        json.writeStartObject();
        partyFields(json, party);
        json.writeEndObject();
    }

    /** A party with its keys, for those who may know them. */
    static void party(JsonGenerator json, PartyView party, List<KeyHolder> keys) throws IOException {
        json.writeStartObject();
        partyFields(json, party);
        if (!keys.isEmpty()) {
            json.writeArrayFieldStart("keys");
            for (KeyHolder key : keys) {
                json.writeStartObject();
                json.writeStringField("publicKey", key.key().toString());
                json.writeBooleanField("revoked", key.revoked());
                json.writeNumberField("sinceIndex", key.sinceIndex());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void partyFields(JsonGenerator json, PartyView party) throws IOException {
        json.writeNumberField("party", party.party());
        json.writeStringField("code", party.code());
        json.writeStringField("name", party.name());
        roles(json, party.roles());
        json.writeStringField("jurisdiction", party.jurisdiction());
        json.writeStringField("status", party.status().name());
        json.writeNumberField("threshold", party.threshold());
    }

    static void roles(JsonGenerator json, List<Role> roles) throws IOException {
        json.writeArrayFieldStart("roles");
        for (Role role : roles) {
            json.writeString(role.name());
        }
        json.writeEndArray();
    }

    static void account(JsonGenerator json, AccountView account) throws IOException {
        json.writeStartObject();
        json.writeNumberField("account", account.account());
        json.writeNumberField("party", account.party());
        json.writeStringField("partyCode", account.partyCode());
        json.writeStringField("label", account.label());
        json.writeStringField("status", account.status().name());
        json.writeEndObject();
    }
}
