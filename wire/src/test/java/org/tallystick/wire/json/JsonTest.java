package org.tallystick.wire.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tallystick.ledger.command.AdministrationCommand.OpenBusinessDate;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.BookCommand.IssueCash;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.ledger.event.SettlementEvent.SettlementFailed;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.outcome.Outcome;
import org.tallystick.ledger.outcome.Receipt;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.rejection.Rejection;
import org.tallystick.ledger.rejection.RejectionCode;

/** People write instructions and read receipts. */
final class JsonTest {

    @Test
    void anInstructionIsWrittenByHand() {
        Payload payload = PayloadJson.parse("""
                {"ledger": "main", "party": 3, "instructionId": "dvp-1", "validUntilMillis": "2026-11-23T21:30:00Z",
                 "mode": "ALL_OR_NOTHING",
                 "commands": [
                   {"instructSettlement": {
                     "legs": [
                       {"asset": 7, "fromAccount": 1, "toAccount": 2, "amount": 100000000},
                       {"asset": 1, "fromAccount": 2, "toAccount": 1, "amount": "99057893", "hold": 5}],
                     "valueDate": "2026-11-24",
                     "deadlineMillis": 1795557600000}}]}
                """);

        // 2026-11-23 is day 20,780 since 1970; 21:30 is 77,400,000 ms into it.
        long halfPastNine = 20_780L * 86_400_000 + 77_400_000;
        assertThat(payload)
                .isEqualTo(new Payload(
                        "main",
                        3,
                        "dvp-1",
                        halfPastNine,
                        BatchMode.ALL_OR_NOTHING,
                        List.of(new InstructSettlement(
                                List.of(new Leg(7, 1, 2, 100_000_000), new Leg(1, 2, 1, 99_057_893, 5)),
                                LocalDate.of(2026, 11, 24),
                                1_795_557_600_000L))));
    }

    @Test
    void aModeLeftOutMeansIndependent() {
        assertThat(PayloadJson.parse("{\"commands\": []}").mode()).isEqualTo(BatchMode.INDEPENDENT);
    }

    @Test
    void aCommandIsPrintedInOneLine() {
        assertThat(CommandJson.print(new IssueCash(1, 2, Long.MAX_VALUE)))
                .isEqualTo("{\"issueCash\":{\"asset\":1,\"account\":2,\"amount\":9223372036854775807}}");
        assertThat(CommandJson.print(new OpenBusinessDate(LocalDate.of(2026, 11, 23))))
                .isEqualTo("{\"openBusinessDate\":{\"date\":\"2026-11-23\"}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"issueCash": {"amuont": 1}}                     | there is no "amuont" in issueCash; there are: asset, account, amount
            {"issueMoney": {}}                               | there is no "issueMoney"
            {"issueCash": {"amount": 1.5}}                   | issueCash.amount is 1.5, which is no whole number
            {"issueCash": {"amount": 9223372036854775808}}   | issueCash.amount is 9223372036854775808, which is no whole
            {"issueCash": {"asset": 2147483648}}             | issueCash.asset is 2147483648, which is not between
            {"issueCash": {"amount": "much"}}                | issueCash.amount is "much", which is no whole number
            {"issueCash": 5}                                 | issueCash must be an object
            {"openBusinessDate": {"date": "2026-02-30"}}     | openBusinessDate.date is "2026-02-30", which is no date like
            {"openBusinessDate": {}}                         | date is missing
            {"openBusinessDate": {"date": "1066-10-14"}}     | date is not between 1900-01-01 and 2299-12-31
            {"publishConsumerPrices": {"month": "2026-13"}}  | month is "2026-13", which is no month like 2026-11
            {"setPartyStatus": {"status": "ASLEEP"}}         | setPartyStatus.status is "ASLEEP"; it may be: ACTIVE, SUSPENDED
            {"registerKey": {"key": "xyz"}}                  | registerKey.key must be hexadecimal digits
            {"registerKey": {"key": "00ff"}}                 | key has 2 bytes; a public key has 32
            {"instructSettlement": {"legs": {}}}             | instructSettlement.legs must be a list
            {"instructSettlement": {"legs": [{"to": 1}]}}    | there is no "to" in instructSettlement.legs[0]
            {"instructSettlement": {"deadlineMillis": "25T"}}| deadlineMillis is "25T", which is no time like
            {"issueCash": {}, "redeemCash": {}}              | redeemCash stands beside issueCash
            {"issueCash": {"asset": 1, "asset": 2}}          | not JSON: Duplicate
            {"issueCash":                                    | not JSON: Unexpected end
            {}{}                                             | not JSON: Trailing token
            []                                               | not a JSON object
            {}                                               | a command is empty
            """)
    void whatIsWrongIsSaidWithItsPlace(String json, String sentence) {
        assertThatThrownBy(() -> CommandJson.parse(json))
                .isInstanceOf(BadJson.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void termsThatContradictThemselvesAreRefused() {
        String json = """
                {"registerAsset": {"terms": {"treasury": {"bill":
                  {"cusip": "912796XQ0", "issueDate": "2026-04-03", "maturityDate": "2026-01-02"}}}}}
                """;

        assertThatThrownBy(() -> CommandJson.parse(json))
                .isInstanceOf(BadJson.class)
                .hasMessageContaining("terms: not a CUSIP (9 characters with a check digit): 912796XQ0");
    }

    @Test
    void aReceiptTellsWhyInWords() {
        Rejection rejection = new Rejection(RejectionCode.AVAILABLE_BELOW_DEBIT, 1, 2);
        Receipt receipt = new Receipt(
                42,
                1_000,
                Digest.NONE,
                List.of(new SettlementFailed(9, RejectionCode.ACCOUNT_FROZEN)),
                new Verdict.Decided(3, "dvp-1", List.of(new Outcome.Rejected(rejection))));

        assertThat(ReceiptJson.print(receipt))
                .isEqualTo("{\"index\":42,\"timeMillis\":1000,\"digest\":\"" + "00".repeat(32) + "\","
                        + "\"due\":[{\"settlementFailed\":{\"settlement\":9,\"reason\":\"ACCOUNT_FROZEN\"}}],"
                        + "\"decided\":{\"party\":3,\"instructionId\":\"dvp-1\",\"outcomes\":[{\"rejected\":"
                        + "{\"code\":\"AVAILABLE_BELOW_DEBIT\",\"number\":99,"
                        + "\"sentence\":\"Less is available than is to be given.\",\"mayBeRetried\":true,"
                        + "\"leg\":1,\"subject\":2}}]}}");
    }
}
