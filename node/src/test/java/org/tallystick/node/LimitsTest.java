package org.tallystick.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tallystick.node.Fixture.answer;
import static org.tallystick.node.Fixture.await;
import static org.tallystick.node.Fixture.bytes;
import static org.tallystick.node.Fixture.config;
import static org.tallystick.node.Fixture.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tallystick.node.failure.SubmissionRefused;
import org.tallystick.node.machine.LedgerClock;
import org.tallystick.node.machine.MachineFactory;

/** How a node says no to a submission, and that it goes on after it. */
class LimitsTest {

    @TempDir
    Path directory;

    private NodeConfig.Builder configure() {
        return config(directory.resolve("data"));
    }

    private static void assertRefused(CompletableFuture<byte[]> submission, SubmissionRefused.Code code) {
        assertThatThrownBy(() -> submission.orTimeout(60, TimeUnit.SECONDS).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(SubmissionRefused.class)
                .cause()
                .satisfies(refused ->
                        assertThat(((SubmissionRefused) refused).code()).isEqualTo(code));
    }

    @Test
    void theLongestEnvelopeIsTakenAndALongerOneIsNot() {
        try (Node node = Node.start(configure().build(), new TransferMachine.Factory())) {
            String longest = "pay a b 1" + " ".repeat(65_535 - 9);
            assertThat(answer(node, longest)).endsWith("paid");
            assertRefused(node.submit(bytes(longest + " ")), SubmissionRefused.Code.TOO_LARGE);
            assertThat(answer(node, "pay a b 1")).startsWith("2 ");
        }
    }

    @Test
    void anEmptyEnvelopeIsAnsweredByTheMachine() {
        try (Node node = Node.start(configure().build(), new TransferMachine.Factory())) {
            assertThat(answer(node, "")).endsWith("malformed");
        }
    }

    @Test
    void aFullNodeRefusesAtOnceOrLetsWaitAndForgetsNothingItTook() throws InterruptedException {
        CountDownLatch hold = new CountDownLatch(1);
        MachineFactory slow = ForwardingMachine.factory(() -> new ForwardingMachine() {
            @Override
            public byte[] execute(long timeMillis, byte[] envelope) {
                awaitUninterruptibly(hold);
                return super.execute(timeMillis, envelope);
            }
        });
        try (Node node = Node.start(configure().maxInFlight(10, 1 << 20).build(), slow)) {
            List<CompletableFuture<byte[]>> taken = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                taken.add(node.submit(bytes("pay a b 1")));
            }
            assertRefused(node.submit(bytes("pay a b 1")), SubmissionRefused.Code.BUSY);
            assertRefused(node.submitWithin(bytes("pay a b 1"), Duration.ofMillis(5)), SubmissionRefused.Code.BUSY);
            hold.countDown();
            taken.add(node.submitWithin(bytes("pay a b 1"), Fixture.PATIENCE));
            for (int i = 0; i < 11; i++) {
                assertThat(text(taken.get(i).orTimeout(60, TimeUnit.SECONDS).join()))
                        .startsWith((i + 1) + " ");
            }
        }
    }

    @Test
    void longEnvelopesTakeMoreOfTheRoom() {
        CountDownLatch hold = new CountDownLatch(1);
        MachineFactory slow = ForwardingMachine.factory(() -> new ForwardingMachine() {
            @Override
            public byte[] execute(long timeMillis, byte[] envelope) {
                awaitUninterruptibly(hold);
                return super.execute(timeMillis, envelope);
            }
        });
        // 100 entries or 200,000 bytes: one permit stands for 2,000 bytes, so three envelopes of 60,000 take 90 permits
        try (Node node = Node.start(configure().maxInFlight(100, 200_000).build(), slow)) {
            byte[] large = new byte[60_000];
            for (int i = 0; i < 3; i++) {
                assertThat(node.submit(large)).isNotCompletedExceptionally();
            }
            assertRefused(node.submit(large), SubmissionRefused.Code.BUSY);
            assertThat(node.submit(new byte[20_000])).isNotCompletedExceptionally();
            hold.countDown();
        }
    }

    @Test
    void aClosedNodeRefusesAndACloseWaitsForWhatIsInFlight() {
        List<CompletableFuture<byte[]>> taken = new ArrayList<>();
        Node node = Node.start(configure().build(), new TransferMachine.Factory());
        for (int i = 0; i < 1_000; i++) {
            taken.add(node.submit(bytes("pay a b 1")));
        }
        node.close();
        node.close();
        assertThat(taken).allMatch(receipt -> receipt.isDone() && !receipt.isCompletedExceptionally());
        assertRefused(node.submit(bytes("pay a b 1")), SubmissionRefused.Code.STOPPING);
        assertThatThrownBy(() -> node.snapshot().join()).hasCauseInstanceOf(SubmissionRefused.class);
        assertThatThrownBy(() -> node.inspect(machine -> 1).join()).hasCauseInstanceOf(SubmissionRefused.class);
    }

    @Test
    void theSessionWithTheLogSurvivesIdleTime() {
        try (Node node =
                Node.start(configure().sessionTimeout(Duration.ofSeconds(1)).build(), new TransferMachine.Factory())) {
            // a keep-alive is sent each tenth of the timeout: thirty of them are three timeouts without a submission
            await("thirty keep-alives", () -> node.keepAlivesSent() >= 30);
            assertThat(answer(node, "pay a b 1")).startsWith("1 ");
            assertThat(node.sessionsOpened()).isEqualTo(1);
        }
    }

    @Test
    void aLostSessionIsOpenedAgainAndWhatItLostIsRefusedForCertain() {
        StallingClock clock = new StallingClock();
        try (Node node = Node.start(
                configure().clock(clock).sessionTimeout(Duration.ofSeconds(1)).build(),
                new TransferMachine.Factory())) {
            assertThat(answer(node, "pay a b 1")).startsWith("1 ");
            clock.stall();
            CompletableFuture<byte[]> lost = node.submit(bytes("pay a b 2"));
            long sentBefore = node.keepAlivesSent();
            await("more silence than the session may have", () -> node.keepAlivesSent() >= sentBefore + 15);
            clock.go();

            assertRefused(lost, SubmissionRefused.Code.NOT_ORDERED);
            await("a new session", () -> node.sessionsOpened() == 2);
            assertThat(answer(node, "pay a b 3")).startsWith("2 ");
            assertThat(node.lastIndex()).isEqualTo(2);
        }
    }

    /** Stops the log's consensus thread, which asks it for the time, as a suspended process would be stopped. */
    private static final class StallingClock implements LedgerClock {
        private volatile boolean stalled;

        void stall() {
            stalled = true;
        }

        void go() {
            stalled = false;
        }

        @Override
        public long millis() {
            while (stalled) {
                LockSupport.parkNanos(1_000_000);
            }
            return 1_000;
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
