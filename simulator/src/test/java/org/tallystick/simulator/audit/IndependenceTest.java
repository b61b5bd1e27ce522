package org.tallystick.simulator.audit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The auditor must not be wrong in the same way as the ledger: it reads its words and uses none of its reasoning. */
class IndependenceTest {

    private static final Set<String> VOCABULARY = Set.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.runtime",
            "java.math",
            "java.time",
            "java.time.chrono",
            "java.time.temporal",
            "java.util",
            "java.util.concurrent",
            "java.util.function",
            "java.util.stream",
            "org.jspecify.annotations",
            "org.tallystick.ledger.asset",
            "org.tallystick.ledger.command",
            "org.tallystick.ledger.event",
            "org.tallystick.ledger.outcome",
            "org.tallystick.ledger.party",
            "org.tallystick.ledger.rejection",
            "org.tallystick.simulator.audit");

    /** The terms of securities as announced, without what is computed from them. */
    private static final Set<String> TERMS = Set.of(
            "Bill",
            "CouponSecurity",
            "Cusip",
            "FixedCoupon",
            "FloatingRateNote",
            "InterestStrip",
            "PrincipalStrip",
            "Security",
            "Tips");

    private static final DescribedPredicate<JavaClass> WORDS_ALONE =
            DescribedPredicate.describe("the ledger's vocabulary and the platform", IndependenceTest::isWord);

    private static boolean isWord(JavaClass used) {
        JavaClass element = used.getBaseComponentType();
        return element.isPrimitive()
                || VOCABULARY.contains(element.getPackageName())
                || element.getPackageName().equals("org.tallystick.ledger.treasury")
                        && TERMS.contains(element.getSimpleName());
    }

    @Test
    void the_auditor_uses_the_vocabulary_of_the_ledger_and_none_of_its_logic() {
        classes()
                .that()
                .resideInAPackage("org.tallystick.simulator.audit")
                .should()
                .onlyDependOnClassesThat(WORDS_ALONE)
                .because("a second opinion that borrows the first one's arithmetic is no second opinion")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.tallystick.simulator.audit"));
    }
}
