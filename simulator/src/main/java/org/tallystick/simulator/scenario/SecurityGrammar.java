package org.tallystick.simulator.scenario;

import java.time.LocalDate;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.treasury.Bill;
import org.tallystick.ledger.treasury.Cusip;
import org.tallystick.ledger.treasury.FixedCoupon;
import org.tallystick.ledger.treasury.FloatingRateNote;
import org.tallystick.ledger.treasury.InterestStrip;
import org.tallystick.ledger.treasury.PrincipalStrip;
import org.tallystick.ledger.treasury.Security;
import org.tallystick.ledger.treasury.Tips;
import org.tallystick.simulator.scenario.Directory.DeclaredAsset;

/**
 * Registers a security: its kind, the name it has in the scenario, its CUSIP, its terms, and who issues and pays it. The
 * statement may go on in indented lines.
 */
final class SecurityGrammar {

    /** Cents of par. */
    private static final int SCALE = 2;

    private final Directory directory;
    private final SetupGrammar setup;

    SecurityGrammar(Directory directory, SetupGrammar setup) {
        this.directory = directory;
        this.setup = setup;
    }

    static boolean isKind(String word) {
        return switch (word) {
            case "bill", "note", "bond", "tips", "frn", "interest-strip", "principal-strip" -> true;
            default -> false;
        };
    }

    Step security(String kind, Words words) {
        String name = words.take("a name for the security");
        words.expect("cusip");
        Cusip cusip = cusip(words);
        Security security = terms(kind, cusip, words);
        words.expect("by");
        Directory.DeclaredParty issuer = directory.party(words);
        int scale = words.takeIf("scale") ? words.integer("a number of decimal places") : SCALE;
        long lot = words.takeIf("lot") ? words.amount(scale) : 1;
        DeclaredAsset firstCash = directory.firstAsset();
        int cash =
                words.takeIf("in") || firstCash == null ? directory.asset(words).number() : firstCash.number();
        int paying = words.takeIf("from")
                ? directory.account(words)
                : directory.accountNamed(issuer.code() + ".paying", words);
        int residual = words.takeIf("residual")
                ? directory.account(words)
                : directory.accountNamed(issuer.code() + ".residual", words);
        words.expectEnd();
        return setup.register(
                words.line(),
                new DeclaredAsset(directory.nextAsset(), name, scale),
                cusip.value(),
                issuer.number(),
                lot,
                new AssetTerms.Treasury(security, cash, paying, residual));
    }

    private static Cusip cusip(Words words) {
        String text = words.take("a CUSIP");
        if (!Cusip.isValid(text)) {
            throw words.error("'" + text + "' is not a CUSIP: nine characters, the last a check digit");
        }
        return Cusip.of(text);
    }

    private Security terms(String kind, Cusip cusip, Words words) {
        try {
            return switch (kind) {
                case "bill" -> {
                    words.expect("issued");
                    LocalDate issued = words.date();
                    yield new Bill(cusip, issued, matures(words));
                }
                case "tips" -> tips(cusip, words);
                case "frn" -> {
                    words.expect("spread");
                    long spread = words.decimal("a spread in percent", 9);
                    Dates dates = dates(words);
                    yield new FloatingRateNote(cusip, spread, dates.dated(), dates.first(), matures(words));
                }
                case "interest-strip" -> {
                    words.expect("pays");
                    LocalDate date = words.date();
                    yield new InterestStrip(cusip, date, words.takeIf("indexed"));
                }
                case "principal-strip" -> principalStrip(cusip, words);
                default -> {
                    words.expect("coupon");
                    long coupon = words.decimal("a coupon in percent", 9);
                    Dates dates = dates(words);
                    yield new FixedCoupon(cusip, coupon, dates.dated(), dates.first(), matures(words));
                }
            };
        } catch (IllegalArgumentException contradiction) {
            throw words.error(String.valueOf(contradiction.getMessage()));
        }
    }

    private record Dates(LocalDate dated, LocalDate first) {}

    private static Dates dates(Words words) {
        words.expect("dated");
        LocalDate dated = words.date();
        words.expect("first");
        return new Dates(dated, words.date());
    }

    private static LocalDate matures(Words words) {
        words.expect("matures");
        return words.date();
    }

    private static Security tips(Cusip cusip, Words words) {
        words.expect("coupon");
        long coupon = words.decimal("a coupon in percent", 9);
        Dates dates = dates(words);
        LocalDate maturity = matures(words);
        words.expect("refcpi");
        long refCpi = words.decimal("a reference CPI with at most 5 decimal places", 5);
        return new Tips(cusip, coupon, dates.dated(), dates.first(), maturity, refCpi);
    }

    private Security principalStrip(Cusip cusip, Words words) {
        words.expect("of");
        String stripped = words.take("a security");
        if (!Cusip.isValid(directory.cusip(stripped))) {
            throw words.error("no security is called '" + stripped + "'");
        }
        LocalDate maturity = matures(words);
        long refCpi = words.takeIf("refcpi") ? words.decimal("a reference CPI with at most 5 decimal places", 5) : 0;
        return new PrincipalStrip(cusip, Cusip.of(directory.cusip(stripped)), maturity, refCpi);
    }
}
