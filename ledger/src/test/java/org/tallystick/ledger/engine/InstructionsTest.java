package org.tallystick.ledger.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.tallystick.ledger.outcome.Digest;

/** What counts once, beside a map that says the same slowly; also in forks, which share what was admitted before. */
class InstructionsTest {

    private static final int STEPS = 30_000;
    private static final Digest OTHER =
            new Digest("another digest, of 32 bytes also".getBytes(StandardCharsets.US_ASCII));

    /** Instructions, and the index and validity of each by its name, oldest first. */
    private record Pair(Instructions instructions, Map<String, long[]> expected) {

        Pair fork() {
            return new Pair(instructions.fork(), new LinkedHashMap<>(expected));
        }

        void admit(String id, long index, long validUntilMillis) {
            assertThat(instructions.firstIndex(key(id))).isZero();
            instructions.admit(key(id), Digest.NONE, index, validUntilMillis);
            expected.put(id, new long[] {index, validUntilMillis});
        }

        void forget(long nowMillis) {
            instructions.forgetExpired(nowMillis);
            for (int looked = 0; looked < 2 && !expected.isEmpty(); looked++) {
                String oldest = expected.keySet().iterator().next();
                long[] row = Objects.requireNonNull(expected.get(oldest));
                if (row[1] >= nowMillis && looked > 0) {
                    return;
                }
                expected.remove(oldest);
                if (row[1] >= nowMillis) {
                    expected.put(oldest, row);
                }
            }
        }

        void check(int steps) {
            checkWritten();
            assertThat(instructions.count()).isEqualTo(expected.size());
            for (int step = 0; step <= steps; step++) {
                long[] row = expected.get("I" + step);
                InstructionKey key = key("I" + step);
                assertThat(instructions.firstIndex(key)).isEqualTo(row == null ? 0 : row[0]);
                assertThat(instructions.hadContent(key, Digest.NONE)).isEqualTo(row != null);
                assertThat(instructions.hadContent(key, OTHER)).isFalse();
            }
        }

        /** Before anything is looked for: a fork that is only written down has no index. */
        private void checkWritten() {
            RecordedState state = new RecordedState();
            instructions.writeTo(state);
            assertThat(state.getLong()).isEqualTo(expected.size());
            expected.forEach((id, row) -> {
                assertThat(state.getLong()).isEqualTo(key(id).high());
                assertThat(state.getLong()).isEqualTo(key(id).low());
                assertThat(state.getLong()).isZero();
                assertThat(state.getLong()).as(id).isEqualTo(row[0]);
                assertThat(state.getLong()).isEqualTo(row[1]);
            });
        }

        private static InstructionKey key(String id) {
            return InstructionKey.of(1, id);
        }
    }

    @RepeatedTest(4)
    void forksRunOnAloneAndForgetNothingTooEarly(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        List<Pair> pairs = new ArrayList<>();
        pairs.add(new Pair(new Instructions(), new LinkedHashMap<>()));
        int longest = 1 << random.nextInt(4, 14);
        for (int step = 1; step <= STEPS; step++) {
            Pair pair = pairs.get(random.nextInt(pairs.size()));
            pair.forget(step);
            if (random.nextInt(10) < 8) {
                pair.admit("I" + step, step, step + random.nextLong(longest));
            }
            if (pairs.size() < 6 && random.nextInt(STEPS / 10) == 0) {
                pairs.add(pair.fork());
            }
        }
        assertThat(pairs).as("forks were made").hasSizeGreaterThan(1);
        pairs.forEach(pair -> pair.check(STEPS));
    }

    @RepeatedTest(4)
    void aForkThatIsOnlyWrittenDownSaysWhatWasThereWhenItWasMade(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        Pair pair = new Pair(new Instructions(), new LinkedHashMap<>());
        int step = 0;
        for (int until = random.nextInt(10_000); step < until; step++) {
            pair.forget(step);
            pair.admit("I" + step, step + 1L, step + 4_000);
        }
        Pair frozen = pair.fork();
        for (int until = step + 20_000; step < until; step++) {
            pair.forget(step);
            pair.admit("I" + step, step + 1L, step + 4_000);
        }
        frozen.check(step);
        pair.check(step);
    }
}
