package org.tallystick.ledger.rejection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The published table of rejection codes is the enum, row by row. */
final class RejectionCodesDocTest {

    private static final Path TABLE = Path.of("../docs/reference/rejection-codes.md");

    @Test
    void everyCodeIsPublishedInItsPrecedenceWithItsNumberAndSentence() throws IOException {
        List<String> published = Files.readAllLines(TABLE).stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .toList();

        assertThat(published)
                .isEqualTo(Arrays.stream(RejectionCode.values())
                        .map(RejectionCodesDocTest::row)
                        .toList());
    }

    @Test
    void noNumberIsUsedTwice() {
        List<Integer> numbers =
                Arrays.stream(RejectionCode.values()).map(RejectionCode::number).toList();

        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(numbers).allMatch(number -> number >= 1 && number <= 99);
    }

    private static String row(RejectionCode code) {
        return "| " + code.number() + " | `" + code + "` | " + (code.mayBeRetried() ? "yes" : "no") + " | "
                + subject(code) + " | "
                + code.sentence() + " |";
    }

    private static String subject(RejectionCode code) {
        return switch (code.subject()) {
            case NONE -> "-";
            case NUMBER -> "number given";
            case PARTY, ACCOUNT, ASSET, HOLD, SETTLEMENT, AUCTION, OBLIGATION, DAY ->
                code.subject().name().toLowerCase(Locale.ROOT);
        };
    }
}
