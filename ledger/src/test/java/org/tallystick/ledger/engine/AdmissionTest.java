package org.tallystick.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tallystick.ledger.engine.Town.ALPHA;
import static org.tallystick.ledger.engine.Town.ALPHA_ACCOUNT;
import static org.tallystick.ledger.engine.Town.BETA;
import static org.tallystick.ledger.engine.Town.BETA_ACCOUNT;
import static org.tallystick.ledger.engine.Town.MINUTE;
import static org.tallystick.ledger.engine.Town.OPS;
import static org.tallystick.ledger.engine.Town.USD;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAccount;
import org.tallystick.ledger.command.AdministrationCommand.RegisterKey;
import org.tallystick.ledger.command.AdministrationCommand.RegisterParty;
import org.tallystick.ledger.command.AdministrationCommand.RevokeKey;
import org.tallystick.ledger.command.AdministrationCommand.SetPartyStatus;
import org.tallystick.ledger.command.AdministrationCommand.SetThreshold;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.command.Payload;
import org.tallystick.ledger.command.SettlementCommand.InstructSettlement;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.outcome.Verdict;
import org.tallystick.ledger.party.PartyStatus;
import org.tallystick.ledger.party.Role;
import org.tallystick.ledger.party.Roles;
import org.tallystick.ledger.rejection.RejectionCode;

/** Who is heard, and how often. */
class AdmissionTest {

    private final Town town = Town.settled().withCash(ALPHA_ACCOUNT, 1_000_00);

    private Command pay(long cents) {
        Leg leg = new Leg(USD, ALPHA_ACCOUNT, BETA_ACCOUNT, cents);
        return new InstructSettlement(List.of(leg), null, town.now + 60 * MINUTE);
    }

    private Payload payment(long cents) {
        return town.payload(ALPHA, BatchMode.INDEPENDENT, pay(cents));
    }

    private static Payload with(Payload p, String ledger, String id, long validUntilMillis) {
        return new Payload(ledger, p.party(), id, validUntilMillis, p.mode(), p.commands());
    }

    @Test
    void anInstructionSentTwiceIsCarriedOutOnceAndPointsToItsFirstReceipt() {
        Payload payment = payment(100_00);
        long first = town.send(payment, Town.key(ALPHA)).index();

        assertThat(town.send(payment, Town.key(ALPHA)).verdict())
                .isEqualTo(new Verdict.Repeated(ALPHA, payment.instructionId(), first));

        assertThat(town.cash(BETA_ACCOUNT)).isEqualTo(100_00);
    }

    @Test
    void anInstructionIdStandsForOneContentOnly() {
        Payload payment = payment(100_00);
        town.send(payment, Town.key(ALPHA));
        Payload other = with(payment(200_00), "town", payment.instructionId(), town.now + MINUTE);

        assertThat(Town.refused(town.send(other, Town.key(ALPHA)))).isEqualTo(RejectionCode.INSTRUCTION_ID_REUSED);
        assertThat(town.cash(BETA_ACCOUNT)).isEqualTo(100_00);
    }

    @Test
    void aCopyThatArrivesAfterItsTimeIsNeverCarriedOutAgain() {
        Payload payment = payment(100_00);
        town.send(payment, Town.key(ALPHA));
        town.now += 6 * MINUTE;
        town.accepted(OPS, new RegisterAccount(5, OPS, "another")); // the expired row is forgotten with this entry

        assertThat(Town.refused(town.send(payment, Town.key(ALPHA)))).isEqualTo(RejectionCode.EXPIRED);
        assertThat(town.cash(BETA_ACCOUNT)).isEqualTo(100_00);
    }

    @Test
    void whatIsMeantForAnotherLedgerOrAnotherTimeIsRefused() {
        Payload payment = payment(1);

        Payload elsewhere = with(payment, "village", "A", town.now + MINUTE);
        assertThat(Town.refused(town.send(elsewhere, Town.key(ALPHA)))).isEqualTo(RejectionCode.WRONG_LEDGER);
        Payload late = with(payment, "town", "B", town.now - 1);
        assertThat(Town.refused(town.send(late, Town.key(ALPHA)))).isEqualTo(RejectionCode.EXPIRED);
        Payload endless = with(payment, "town", "C", town.now + 24 * 60 * MINUTE + 1);
        assertThat(Town.refused(town.send(endless, Town.key(ALPHA)))).isEqualTo(RejectionCode.VALIDITY_TOO_LONG);
        Payload unnamed = with(payment, "town", "", town.now + MINUTE);
        assertThat(Town.refused(town.send(unnamed, Town.key(ALPHA)))).isEqualTo(RejectionCode.BAD_INSTRUCTION_ID);
    }

    @Test
    void onlyThePartysOwnLivingKeysSpeakForIt() {
        assertThat(Town.refused(town.send(payment(1)))).isEqualTo(RejectionCode.THRESHOLD_NOT_MET);
        assertThat(Town.refused(town.send(payment(1), Town.key(BETA)))).isEqualTo(RejectionCode.THRESHOLD_NOT_MET);
        assertThat(Town.refused(town.send(payment(1), Town.key(ALPHA), Town.key(99))))
                .isEqualTo(RejectionCode.UNKNOWN_KEY);

        town.accepted(OPS, new RegisterKey(ALPHA, Town.key(ALPHA, 2)), new RevokeKey(ALPHA, Town.key(ALPHA)));

        assertThat(Town.refused(town.send(payment(1), Town.key(ALPHA)))).isEqualTo(RejectionCode.REVOKED_KEY);
        Town.events(town.send(payment(1), Town.key(ALPHA, 2)));
        assertThat(town.rejected(OPS, new RegisterKey(BETA, Town.key(ALPHA)))).isEqualTo(RejectionCode.KEY_TAKEN);
    }

    @Test
    void fourEyesMeansTwoKeys() {
        town.accepted(OPS, new RegisterKey(ALPHA, Town.key(ALPHA, 2)), new SetThreshold(ALPHA, 2));

        assertThat(Town.refused(town.send(payment(1), Town.key(ALPHA)))).isEqualTo(RejectionCode.THRESHOLD_NOT_MET);
        Town.events(town.send(payment(1), Town.key(ALPHA), Town.key(ALPHA, 2)));
        assertThat(town.rejected(OPS, new RevokeKey(ALPHA, Town.key(ALPHA, 2))))
                .isEqualTo(RejectionCode.THRESHOLD_UNREACHABLE);
    }

    @Test
    void aSuspendedPartySignsNothingAndCanStillBePaid() {
        town.accepted(OPS, new SetPartyStatus(ALPHA, PartyStatus.SUSPENDED));

        assertThat(Town.refused(town.send(payment(1), Town.key(ALPHA)))).isEqualTo(RejectionCode.PARTY_SUSPENDED);
        town.withCash(ALPHA_ACCOUNT, 5);
        assertThat(town.cash(ALPHA_ACCOUNT)).isEqualTo(1_000_05);
    }

    @Test
    void nobodyButTheOperatorKeepsTheRegister() {
        assertThat(town.rejected(ALPHA, new RegisterAccount(5, ALPHA, "mine"))).isEqualTo(RejectionCode.ROLE_REQUIRED);
    }

    @Test
    void aSupervisorWatchesAndMovesNothing() {
        town.accepted(
                OPS,
                new RegisterParty(6, "WATCH", "Supervisor", Roles.of(Role.SUPERVISOR), "US", 1, List.of(Town.key(6))),
                new RegisterAccount(5, 6, "of the supervisor"));
        town.withCash(5, 1_00);
        Leg gift = new Leg(USD, 5, BETA_ACCOUNT, 1_00);

        assertThat(town.rejected(6, new InstructSettlement(List.of(gift), null, town.now + MINUTE)))
                .isEqualTo(RejectionCode.ROLE_REQUIRED);
    }

    @Test
    void aMillionInstructionsLeaveOnlyThoseThatMayStillReturn() {
        Instructions instructions = new Instructions();
        Digest digest = Digest.NONE;
        for (int i = 1; i <= 1_000_000; i++) {
            instructions.forgetExpired(i);
            instructions.admit(InstructionKey.of(1, "I" + i), digest, i, i + 1_000L);
        }

        assertThat(instructions.count()).isBetween(1_000, 2_100);
        assertThat(instructions.firstIndex(InstructionKey.of(1, "I1000000"))).isEqualTo(1_000_000);
        assertThat(instructions.firstIndex(InstructionKey.of(1, "I999000"))).isEqualTo(999_000);
        assertThat(instructions.firstIndex(InstructionKey.of(1, "I500000"))).isZero();
    }
}
