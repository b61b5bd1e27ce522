package org.tallystick.ledger.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which package of the ledger may use which: the drawing in docs/ARCHITECTURE.md, as a test. */
class PackageDirectionsTest {

    private static final String ROOT = "org.tallystick.ledger";

    /** A package uses those of earlier lines only, never those beside it on its line or below. */
    private static final List<List<String>> LINES = List.of(
            List.of("money"),
            List.of("treasury"),
            List.of("party", "asset"),
            List.of("command"),
            List.of("rejection"),
            List.of("event"),
            List.of("outcome"),
            List.of("store"),
            List.of("register"),
            List.of("book"),
            List.of("contract.."),
            List.of("engine.."));

    private static final JavaClasses LEDGER = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void aPackageUsesOnlyPackagesAboveIt() {
        for (int line = 0; line < LINES.size(); line++) {
            for (String user : LINES.get(line)) {
                List<String> forbidden = new ArrayList<>(LINES.get(line));
                forbidden.remove(user);
                LINES.subList(line + 1, LINES.size()).forEach(forbidden::addAll);
                if (forbidden.isEmpty()) {
                    continue;
                }
                noClasses()
                        .that()
                        .resideInAPackage(inLedger(user))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(forbidden.stream()
                                .map(PackageDirectionsTest::inLedger)
                                .toArray(String[]::new))
                        .because("arrows point one way: what is below may change without touching what is above")
                        .check(LEDGER);
            }
        }
    }

    @Test
    void contractsNeverUseEachOther() {
        slices().matching(ROOT + ".contract.(*)..")
                .should()
                .notDependOnEachOther()
                .because("what contracts share is in the book")
                .check(LEDGER);
    }

    @Test
    void theLedgerUsesNothingButItselfAndTheDataTypesOfTheLanguage() {
        classes()
                .that()
                .resideInAPackage(ROOT + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "..",
                        "java.lang",
                        "java.lang.annotation",
                        "java.lang.invoke", // behind lambdas and the methods of records
                        "java.lang.runtime", // behind switches over patterns
                        "java.math",
                        "java.nio",
                        "java.nio.charset",
                        "java.security",
                        "java.time",
                        "java.time.chrono",
                        "java.time.temporal",
                        "java.util",
                        "java.util.function",
                        "java.util.stream",
                        "org.jspecify.annotations")
                .because("the ledger is a function of its log: no input, output, threads, clocks or libraries")
                .check(LEDGER);
    }

    @Test
    void everyPackageHasItsPlaceInTheDrawing() {
        List<String> places = LINES.stream()
                .flatMap(List::stream)
                .map(name -> name.replace("..", ""))
                .toList();
        for (JavaClass type : LEDGER) {
            String place = type.getPackageName().substring(ROOT.length() + 1).split("\\.", 2)[0];
            assertThat(places).as("the place of %s", type.getName()).contains(place);
        }
    }

    @Test
    void everyPackageIsNullMarked() {
        for (JavaClass type : LEDGER) {
            assertThat(type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                    .as("package-info.java of %s is @NullMarked", type.getPackageName())
                    .isTrue();
        }
    }

    private static String inLedger(String name) {
        return ROOT + "." + name;
    }
}
