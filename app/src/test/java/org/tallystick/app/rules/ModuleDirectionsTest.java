package org.tallystick.app.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which module may use which: the table in docs/ARCHITECTURE.md, as a test. */
class ModuleDirectionsTest {

    private static final String ROOT = "org.tallystick.";

    /** Written by the protobuf compiler, not by us. */
    private static final String GENERATED = ROOT + "wire.proto";

    private static final JavaClasses TALLYSTICK = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.tallystick");

    @Test
    void theLedgerUsesNoOtherModule() {
        assertNeverUses("ledger", "wire", "market", "readmodel", "node", "gateway", "simulator", "client", "app");
    }

    @Test
    void theWireKnowsTheLedgerOnly() {
        assertNeverUses("wire", "market", "readmodel", "node", "gateway", "simulator", "client", "app");
    }

    @Test
    void marketDataKnowTheLedgerOnly() {
        assertNeverUses("market", "wire", "readmodel", "node", "gateway", "simulator", "client", "app");
    }

    @Test
    void theNodeKnowsNeitherMarketsNorSimulations() {
        assertNeverUses("node", "market", "gateway", "simulator", "client", "app");
    }

    @Test
    void theSimulatorRunsLedgersWithoutNodes() {
        assertNeverUses("simulator", "readmodel", "node", "gateway", "market", "client", "app");
    }

    @Test
    void theReadModelKnowsReceiptsAndNotWhereTheyComeFrom() {
        assertNeverUses("readmodel", "market", "node", "gateway", "simulator", "client", "app");
    }

    @Test
    void theGatewayReadsTheReadModelAndReachesNoNode() {
        assertNeverUses("gateway", "market", "node", "simulator", "client", "app");
    }

    @Test
    void theClientKnowsOfTheLedgerWhatGoesOverTheWire() {
        assertNeverUses("client", "market", "readmodel", "node", "gateway", "simulator", "app");
    }

    @Test
    void onlyTheWireSpeaksProtobuf() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "wire..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(GENERATED, "com.google.protobuf..")
                .because("the schema may change its encoding without the rest noticing")
                .check(TALLYSTICK);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(TALLYSTICK).hasSizeGreaterThan(100);
        for (JavaClass type : TALLYSTICK) {
            if (!type.getPackageName().equals(GENERATED)) {
                assertThat(type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                        .as("package-info.java of %s is @NullMarked", type.getPackageName())
                        .isTrue();
            }
        }
    }

    private static void assertNeverUses(String module, String... others) {
        String[] packages =
                List.of(others).stream().map(name -> ROOT + name + "..").toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(ROOT + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .because("arrows between modules point one way")
                .allowEmptyShould(true)
                .check(TALLYSTICK);
    }
}
