package org.tallystick.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tallystick.gateway.fixture.Client;
import org.tallystick.gateway.fixture.Client.Answer;
import org.tallystick.gateway.fixture.RunningGateway;
import org.tallystick.gateway.fixture.Town;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.command.AdministrationCommand;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.BookCommand;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.ledger.party.AccountStatus;
import org.tallystick.ledger.party.PartyStatus;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.ledger.party.Role;
import org.tallystick.ledger.party.Roles;
import org.tallystick.readmodel.Scope;
import org.tallystick.wire.signature.SigningKey;

/** Instructions that nobody, the wrong one, or somebody without the right has signed; and texts that are programs. */
class InstructionAttackTest {

    private static final String INSTRUCTIONS = "/api/v1/instructions";
    private static final String PROTOBUF = "application/x-protobuf";

    private RunningGateway gateway;
    private Client alpha;

    @BeforeEach
    void start() {
        gateway = RunningGateway.start();
        alpha = gateway.visitor().signedIn(Town.ALPHA);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void an_envelope_that_nobody_signed_or_somebody_else_did_moves_nothing() {
        Payload theft = Town.payload(Town.BETA, payment(Town.BETA_ACCOUNT));

        assertThat(submit(Town.envelope(theft)).code()).isEqualTo("THRESHOLD_NOT_MET");
        assertThat(submit(Town.envelope(theft, Town.key("alpha"))).code()).isEqualTo("THRESHOLD_NOT_MET");
        assertThat(submit(Town.envelope(theft, Town.key("nobody"))).code()).isEqualTo("UNKNOWN_KEY");
        assertThat(submit(Town.envelope(Town.payload(Town.DELTA, payment(Town.DELTA_ACCOUNT)), Town.key("delta-1")))
                        .code())
                .isEqualTo("THRESHOLD_NOT_MET");
        Answer proposed =
                submit(Town.envelope(Town.payload(Town.ALPHA, payment(Town.BETA_ACCOUNT)), Town.key("alpha")));

        assertThat(proposed.status())
                .as("a settlement can be proposed; it waits for BETA's own word")
                .isEqualTo(200);
        assertThat(cash(Town.BETA_ACCOUNT)).isEqualTo(Town.CASH);
        assertThat(cash(Town.DELTA_ACCOUNT)).isEqualTo(Town.CASH);
    }

    @Test
    void an_envelope_changed_anywhere_after_it_was_signed_moves_nothing() {
        byte[] signed = Town.envelope(Town.payload(Town.ALPHA, payment(Town.ALPHA_ACCOUNT)), Town.key("alpha"));
        for (int i = 0; i < signed.length; i += 3) {
            byte[] changed = signed.clone();
            changed[i] ^= 1;
            assertThat(submit(changed).status()).as("byte %s changed", i).isGreaterThanOrEqualTo(400);
        }
        assertThat(cash(Town.ALPHA_ACCOUNT)).isEqualTo(Town.CASH);
    }

    @Test
    void an_envelope_that_was_listened_to_and_sent_again_counts_once() {
        byte[] signed = Town.envelope(Town.payload(Town.ALPHA, payment(Town.ALPHA_ACCOUNT)), Town.key("alpha"));

        assertThat(submit(signed).status()).isEqualTo(200);
        Client thief = gateway.visitor().signedIn(Town.BETA);
        thief.send("POST", INSTRUCTIONS, PROTOBUF, signed);
        submit(signed);

        assertThat(cash(Town.ALPHA_ACCOUNT)).isEqualTo(Town.CASH - 100);
    }

    @Test
    void a_participant_and_a_supervisor_can_do_nothing_that_the_operator_can() {
        PublicKey key = Town.key("intruder").publicKey();
        List<Command> commands = List.of(
                new AdministrationCommand.RegisterParty(
                        9, "EVIL", "Evil", Roles.of(Role.OPERATOR), "US", 1, List.of(key)),
                new AdministrationCommand.SetPartyStatus(Town.BETA, PartyStatus.SUSPENDED),
                new AdministrationCommand.RegisterKey(Town.BETA, key),
                new AdministrationCommand.RevokeKey(Town.BETA, Town.key("beta").publicKey()),
                new AdministrationCommand.SetThreshold(Town.DELTA, 1),
                new AdministrationCommand.RegisterAccount(7, Town.ALPHA, "more"),
                new AdministrationCommand.SetAccountStatus(Town.BETA_ACCOUNT, AccountStatus.FROZEN),
                new AdministrationCommand.RegisterAsset(2, "EUR", Town.ALPHA, 2, 1, new AssetTerms.Cash("EUR")),
                new AdministrationCommand.PublishCalendar(2026, 2030, List.of()),
                new AdministrationCommand.PublishPrice(Town.USD, LocalDate.of(2026, 11, 23), 1, "me"),
                new AdministrationCommand.PublishConsumerPrices(YearMonth.of(2026, 10), 300_000),
                new AdministrationCommand.PublishBillRate(LocalDate.of(2026, 11, 23), 1, 91),
                new AdministrationCommand.OpenBusinessDate(LocalDate.of(2026, 11, 24)),
                new AdministrationCommand.RunDueActions(1),
                new BookCommand.IssueCash(Town.USD, Town.ALPHA_ACCOUNT, 1_000_000));
        for (int party : new int[] {Town.ALPHA, Town.SUPERVISOR}) {
            Client intruder = gateway.visitor().signedIn(party);
            for (Command command : commands) {
                Answer answer = intruder.send(
                        "POST", INSTRUCTIONS, PROTOBUF, Town.envelope(Town.payload(party, command), Town.key(party)));
                assertThat(answer.code()).as("party %s: %s", party, command).isIn("ROLE_REQUIRED", "NOT_AUTHORISED");
                assertThat(answer.status()).isEqualTo(403);
            }
        }
        assertThat(cash(Town.ALPHA_ACCOUNT)).isEqualTo(Town.CASH);
    }

    @Test
    void a_key_that_everybody_can_have_signs_nothing_outside_a_demonstration() {
        SigningKey key = Town.key("gamma");
        byte[] signed = Town.envelope(Town.payload(Town.GAMMA, payment(Town.GAMMA_ACCOUNT)), key);
        try (RunningGateway real =
                RunningGateway.start(config -> config.knowingDemonstrationKeys(Set.of(key.publicKey())))) {
            Answer answer = real.visitor().signedIn(Town.ALPHA).send("POST", INSTRUCTIONS, PROTOBUF, signed);

            assertThat(answer.code()).isEqualTo("DEMONSTRATION_KEY");
            assertThat(real.ledger().lastIndex()).as("nothing was logged").isEqualTo(2);
        }
    }

    @Test
    void an_instruction_in_json_that_says_something_twice_or_is_a_bomb_is_refused() {
        for (String bad : List.of(
                "{\"payload\":\"\",\"payload\":\"\",\"signatures\":[]}",
                "{\"payload\":\"\",\"signatures\":" + "[".repeat(5_000),
                "{\"payload\":\"" + "A".repeat(140_000) + "\",\"signatures\":[]}",
                "{\"payload\":\"****\",\"signatures\":[]}",
                "[]",
                "",
                "{\"payload\":{\"party\":1},\"signatures\":[]}")) {
            Answer answer = alpha.post(INSTRUCTIONS, bad);
            assertThat(answer.status()).isIn(400, 413);
            assertThat(answer.text()).doesNotContain("Exception", "jackson");
        }
    }

    @Test
    void a_payload_in_json_nested_without_end_does_not_exhaust_the_stack() {
        for (String open : List.of("[", "{\"a\":")) {
            Answer answer = alpha.send(
                    "POST",
                    "/api/v1/payloads",
                    "application/json",
                    ("{\"commands\":" + open.repeat(100_000)).getBytes(StandardCharsets.UTF_8));
            assertThat(answer.status()).isEqualTo(400);
        }
        assertThat(alpha.get("/api/v1/overview").status()).isEqualTo(200);
    }

    @Test
    void a_name_a_label_and_a_memo_that_are_programs_are_shown_as_text() {
        String script = "<script>alert(1)</script>";
        String image = "\"><img src=x onerror=a()>";
        gateway.happens(
                Town.OPERATOR,
                new AdministrationCommand.RegisterParty(
                        9,
                        "EVIL",
                        script + "' onmouseover='alert(2)",
                        Roles.of(Role.PARTICIPANT),
                        "US",
                        1,
                        List.of(Town.key("evil").publicKey())),
                new AdministrationCommand.RegisterAccount(7, 9, image),
                new AdministrationCommand.RegisterAccount(8, Town.ALPHA, image));
        long later = System.currentTimeMillis() + 3_600_000;
        gateway.happens(
                Town.ALPHA, new BookCommand.PlaceHold(8 - 5, Town.USD, 5, new Beneficiary.Party(9), later, image));
        gateway.happens(
                Town.ALPHA, new InstructSettlement(List.of(new Leg(Town.USD, Town.ALPHA_ACCOUNT, 7, 10)), null, later));
        int met = 0;
        for (int party : new int[] {Town.ALPHA, Town.OPERATOR}) {
            Client browser = gateway.visitor().signedInByCookie(party).with("Accept", "text/html");
            for (String page : List.of(
                    "/",
                    "/securities",
                    "/securities/USD",
                    "/accounts",
                    "/accounts/3",
                    "/accounts/8",
                    "/settlements",
                    "/settlements/1",
                    "/receipts",
                    "/receipts/3",
                    "/receipts/4",
                    "/receipts/5",
                    "/instruct",
                    "/approvals",
                    "/operations",
                    "/accounts/%3Cscript%3Ealert(1)%3C/script%3E",
                    "/settlements?state=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                    "/receipts?instructionId=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")) {
                Answer answer = browser.get(page);
                assertThat(answer.status()).as(page).isLessThan(500);
                assertThat(answer.text())
                        .as(page)
                        .doesNotContain("<script>alert", "<img src=x")
                        .doesNotContainPattern("<[^<>]*' onmouseover='alert[^<>]*>");
                assertThat(answer.header("Content-Security-Policy")).as(page).contains("default-src 'self'");
                met += answer.text().contains("&lt;script&gt;alert")
                                || answer.text().contains("&lt;img src=x")
                        ? 1
                        : 0;
            }
        }
        assertThat(met).as("pages on which such a text is shown").isGreaterThanOrEqualTo(3);
        Answer names = alpha.get("/api/v1/parties");
        assertThat(names.header("Content-Type")).startsWith("application/json");
        assertThat(names.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    private Answer submit(byte[] envelope) {
        return alpha.send("POST", INSTRUCTIONS, PROTOBUF, envelope);
    }

    /** A dollar from this account to one of another party. */
    private static InstructSettlement payment(int from) {
        int to = from == Town.ALPHA_ACCOUNT ? Town.BETA_ACCOUNT : Town.ALPHA_ACCOUNT;
        return new InstructSettlement(
                List.of(new Leg(Town.USD, from, to, 100)), null, System.currentTimeMillis() + 3_600_000);
    }

    private long cash(int account) {
        gateway.awaitRead();
        return gateway.views()
                .holding(Scope.everything(), account, Town.USD)
                .orElseThrow()
                .available();
    }
}
