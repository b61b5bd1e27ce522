package org.tallystick.ledger.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tallystick.ledger.money.MulDiv;

/** Binary fractions cannot hold a cent, and their library functions may differ between machines. */
class NoFloatingPointTest {

    @Test
    void noClassOfTheLedgerHasAFloatOrADouble() throws IOException, URISyntaxException {
        Path classes = Path.of(
                MulDiv.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<Path> files;
        try (Stream<Path> all = Files.walk(classes)) {
            files = all.filter(file -> file.toString().endsWith(".class")).toList();
        }
        assertThat(files).as("compiled classes of the ledger").hasSizeGreaterThan(50);
        for (Path file : files) {
            assertThat(FloatingPointFinder.findIn(ClassFile.of().parse(file))).isEmpty();
        }
    }

    @Test
    void aDoubleIsFoundWhereverItHides() throws IOException {
        assertThat(FloatingPointFinder.findIn(parse(Field.class))).anyMatch(line -> line.endsWith("field rate"));
        assertThat(FloatingPointFinder.findIn(parse(Signature.class)))
                .anyMatch(line -> line.endsWith("signature of rates"));
        assertThat(FloatingPointFinder.findIn(parse(Arithmetic.class)))
                .anyMatch(line -> line.endsWith("L2D in half"))
                .anyMatch(line -> line.endsWith("DMUL in half"))
                .anyMatch(line -> line.endsWith("D2L in half"));
        assertThat(FloatingPointFinder.findIn(parse(Call.class)))
                .anyMatch(line -> line.endsWith("INVOKESTATIC in root"));
        assertThat(FloatingPointFinder.findIn(parse(Boxed.class)))
                .anyMatch(line -> line.endsWith("INSTANCEOF in isRate"));
    }

    private static ClassModel parse(Class<?> type) throws IOException {
        String resource = type.getName().replace('.', '/') + ".class";
        try (InputStream bytes = type.getClassLoader().getResourceAsStream(resource)) {
            assertThat(bytes).as(resource).isNotNull();
            return ClassFile.of().parse(bytes.readAllBytes());
        }
    }

    // What a contributor might write by mistake; compiled with the tests only.

    record Field(long amount, float rate) {}

    interface Signature {
        void rates(double[] rates);
    }

    static final class Arithmetic {
        long half(long amount) {
            return (long) (amount * 0.5);
        }
    }

    static final class Call {
        long root(long square) {
            return (long) Math.sqrt((double) square);
        }
    }

    static final class Boxed {
        boolean isRate(Object value) {
            return value instanceof Double;
        }
    }
}
