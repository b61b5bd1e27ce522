package org.tallystick.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.gateway.TownLedger.ALICE;
import static org.tallystick.gateway.TownLedger.ALICES;
import static org.tallystick.gateway.TownLedger.BOB;
import static org.tallystick.gateway.TownLedger.BOBS;
import static org.tallystick.gateway.TownLedger.CUSIP;
import static org.tallystick.gateway.TownLedger.DOLLARS;
import static org.tallystick.gateway.TownLedger.OPERATOR;
import static org.tallystick.gateway.TownLedger.WATCH;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.BookCommand.PlaceHold;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;

/** What parties read of the town, and what they do not. */
class ReadingTest {

    private static TownGateway gateway;

    /** Alice gives Bob 250.00, promises him 100.00 more, and keeps 5.00 aside for him. */
    @BeforeAll
    static void aliceTrades() {
        gateway = TownGateway.open();
        long later = System.currentTimeMillis() + 3_000_000;
        gateway.town()
                .done(ALICE, new InstructSettlement(List.of(new Leg(DOLLARS, ALICES, BOBS, 25_000, 0)), null, later));
        gateway.town()
                .done(BOB, new InstructSettlement(List.of(new Leg(DOLLARS, ALICES, BOBS, 10_000, 0)), null, later));
        gateway.town().done(ALICE, new PlaceHold(ALICES, DOLLARS, 500, new Beneficiary.Party(BOB), later, "deposit"));
    }

    @AfterAll
    static void close() {
        gateway.close();
    }

    @Test
    void whoeverIsNotSignedInReadsNothing() {
        for (String path : List.of("/overview", "/parties", "/accounts/2/holdings/1", "/receipts", "/instruments")) {
            TownGateway.Answer answer = gateway.get(0, "/api/v1" + path);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.problem()).isEqualTo("SIGN_IN_NEEDED");
        }
    }

    @Test
    void aBalanceIsReadByItsAccountAndAsset() {
        JsonNode purse = gateway.read(ALICE, "/api/v1/accounts/2/holdings/1");
        assertThat(purse.path("available").asLong()).isEqualTo(74_500);
        assertThat(purse.path("held").asLong()).isEqualTo(500);
        assertThat(purse.path("total").asLong()).isEqualTo(75_000);
        assertThat(purse.path("scale").asInt()).isEqualTo(2);
        assertThat(purse.path("assetCode").asText()).isEqualTo("USD");
        assertThat(gateway.read(BOB, "/api/v1/accounts/3/holdings/2")
                        .path("total")
                        .asLong())
                .isZero();
    }

    @Test
    void whatBelongsToOthersIsNotThere() {
        for (String path :
                List.of("/accounts/2", "/accounts/2/holdings", "/accounts/2/holdings/1", "/accounts/2/statement")) {
            TownGateway.Answer answer = gateway.get(BOB, "/api/v1" + path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.problem()).isEqualTo("NOT_FOUND");
            assertThat(gateway.read(WATCH, "/api/v1" + path)).as(path).isNotNull();
        }
        assertThat(gateway.read(BOB, "/api/v1/accounts").path("items")).hasSize(1);
        assertThat(gateway.read(OPERATOR, "/api/v1/accounts").path("items")).hasSize(5);
    }

    @Test
    void whoeverPaysMayAskWhoseAnAccountIs() {
        JsonNode owner = gateway.read(BOB, "/api/v1/accounts/2/owner");
        assertThat(owner.path("code").asText()).isEqualTo("ALICE");
        assertThat(owner.has("keys")).isFalse();
    }

    @Test
    void keysAreForThePartyItselfAndForThoseWhoSeeEverything() {
        assertThat(gateway.read(ALICE, "/api/v1/parties/3").path("keys")).hasSize(1);
        assertThat(gateway.read(OPERATOR, "/api/v1/parties/3").path("keys")).hasSize(1);
        assertThat(gateway.read(BOB, "/api/v1/parties/3").has("keys")).isFalse();
    }

    @Test
    void listsAreToldInPages() {
        JsonNode first = gateway.read(ALICE, "/api/v1/parties?limit=4");
        assertThat(first.path("items")).hasSize(4);
        JsonNode second = gateway.read(
                ALICE, "/api/v1/parties?limit=4&after=" + first.path("next").asText());
        assertThat(second.path("items")).hasSize(2);
        assertThat(second.has("next")).isFalse();
        assertThat(gateway.get(ALICE, "/api/v1/parties?after=elsewhere").problem())
                .isEqualTo("BAD_CURSOR");
    }

    @Test
    void aStatementIsToldInPagesOrAsOneFile() {
        JsonNode lines = gateway.read(ALICE, "/api/v1/accounts/2/statement").path("items");
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1).path("cause").asText()).isEqualTo("SETTLEMENT");
        assertThat(lines.get(1).path("available").asLong()).isEqualTo(-25_000);
        assertThat(lines.get(1).path("counterpartyCode").asText()).isEqualTo("BOB");

        TownGateway.Answer csv = gateway.send(
                gateway.request(ALICE, "/api/v1/accounts/2/statement?atLeast=6").header("Accept", "text/csv"));
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.text().lines()).hasSize(4);
        assertThat(csv.text()).contains("SETTLEMENT,1,3,BOB,-250.00,0.00,750.00,0.00");
    }

    @Test
    void instrumentsAreFoundByNumberAndByCusip() {
        for (String name : List.of("2", CUSIP, CUSIP.toLowerCase(java.util.Locale.ROOT))) {
            JsonNode note = gateway.read(ALICE, "/api/v1/instruments/" + name);
            assertThat(note.path("kind").asText()).isEqualTo("NOTE");
            assertThat(note.path("maturity").asText()).isEqualTo("2028-11-15");
            assertThat(note.path("terms").path("treasury").path("cashAsset").asInt())
                    .isEqualTo(1);
        }
        JsonNode flows = gateway.read(ALICE, "/api/v1/instruments/2/cash-flows").path("items");
        assertThat(flows).hasSize(5);
        assertThat(flows.get(0).path("per100Nanos").asLong()).isEqualTo(2_000_000_000L);
        assertThat(gateway.read(ALICE, "/api/v1/instruments?kind=NOTE").path("items"))
                .hasSize(1);
        assertThat(gateway.read(ALICE, "/api/v1/instruments/2/prices")
                        .path("items")
                        .get(0)
                        .path("priceMicros")
                        .asLong())
                .isEqualTo(99_500_000);
        assertThat(gateway.get(ALICE, "/api/v1/instruments/NONE").status()).isEqualTo(404);
    }

    @Test
    void aSettlementIsSeenByWhoeverIsPartOfIt() {
        assertThat(gateway.read(BOB, "/api/v1/settlements/1").path("state").asText())
                .isEqualTo("FINAL");
        assertThat(gateway.read(ALICE, "/api/v1/settlements?awaiting=3").path("items"))
                .hasSize(1);
        assertThat(gateway.get(TownLedger.BANK, "/api/v1/settlements/1").status())
                .isEqualTo(404);
        assertThat(gateway.read(BOB, "/api/v1/holds")
                        .path("items")
                        .get(0)
                        .path("reference")
                        .asText())
                .isEqualTo("deposit");
    }

    @Test
    void aReceiptShowsWhatWasSignedToWhoeverSignedIt() {
        JsonNode own = gateway.read(ALICE, "/api/v1/receipts/4");
        assertThat(own.path("signed").path("content").path("party").asInt()).isEqualTo(ALICE);
        assertThat(own.path("signed")
                        .path("signatures")
                        .get(0)
                        .path("publicKey")
                        .asText())
                .isEqualTo(TownLedger.key(ALICE).publicKey().toString());
        JsonNode bobs = gateway.read(BOB, "/api/v1/receipts/4");
        assertThat(bobs.has("signed")).isFalse();
        assertThat(bobs.path("receipt").path("decided").path("outcomes")).isNotEmpty();
        assertThat(gateway.get(TownLedger.BANK, "/api/v1/receipts/4").status()).isEqualTo(404);
        assertThat(gateway.get(ALICE, "/api/v1/receipts/999").status()).isEqualTo(404);
    }

    @Test
    void whatIsNotYetReadIsWaitedForAndThenRefused() {
        TownGateway.Answer answer = gateway.get(ALICE, "/api/v1/overview?atLeast=1000000");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("NOT_YET_READ");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void whatTheQueryDoesNotKnowIsNamed() {
        TownGateway.Answer answer = gateway.get(ALICE, "/api/v1/parties?limit=4&sort=name");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("UNKNOWN_PARAMETER");
        assertThat(answer.json().path("unknown").asText()).isEqualTo("sort");
        for (String bad : List.of(
                "/parties?limit=0",
                "/parties?limit=1001",
                "/parties?limit=2&limit=3",
                "/settlements?state=MAYBE",
                "/settlements?from=yesterday",
                "/receipts?code=NONE",
                "/obligations?openOnly=perhaps",
                "/accounts/x",
                "/accounts/99999999999",
                "/parties/-1")) {
            TownGateway.Answer refused = gateway.get(ALICE, "/api/v1" + bad);
            assertThat(refused.status()).as(bad).isEqualTo(400);
            assertThat(refused.problem()).as(bad).isEqualTo("BAD_PARAMETER");
        }
    }

    @Test
    void everyOtherListAnswers() {
        for (String path : List.of(
                "/overview",
                "/supply",
                "/holdings",
                "/obligations",
                "/flow",
                "/receipts",
                "/instruments/2/auctions",
                "/instruments/2/distributions",
                "/instruments/1/holders",
                "/receipts/by-instruction/3/I4")) {
            assertThat(gateway.read(ALICE, "/api/v1" + path)).as(path).isNotNull();
        }
    }
}
