package org.tallystick.simulator.scenario;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.command.AdministrationCommand;
import org.tallystick.ledger.command.BatchMode;
import org.tallystick.ledger.party.Role;
import org.tallystick.ledger.party.Roles;
import org.tallystick.ledger.treasury.BusinessCalendar;
import org.tallystick.ledger.treasury.SifmaCalendar;
import org.tallystick.simulator.scenario.Directory.DeclaredAsset;
import org.tallystick.simulator.scenario.Directory.DeclaredParty;
import org.tallystick.simulator.scenario.Step.Request;
import org.tallystick.simulator.scenario.Step.Wording;

/** What the operator registers and publishes before and between the dealings of others. */
final class SetupGrammar {

    private final Directory directory;

    SetupGrammar(Directory directory) {
        this.directory = directory;
    }

    /** As the operator, with its own key. */
    private static Step send(Line line, Expected expected, Wording... wordings) {
        List<Request> requests = new ArrayList<>();
        for (Wording wording : wordings) {
            requests.add(new Request(line, wording, null, expected));
        }
        return new Step.Send(line, ScenarioParser.OPERATOR, BatchMode.ALL_OR_NOTHING, requests);
    }

    /** {@code calendar 2025 to 2026}, with the days on which SIFMA recommends a close, or {@code closed} days. */
    Step calendar(Words words) {
        int first = words.integer("a year");
        words.expect("to");
        int last = words.integer("a year");
        List<LocalDate> closed = new ArrayList<>();
        if (words.takeIf("closed")) {
            while (!words.isAtEnd()) {
                closed.add(words.date());
            }
        } else {
            closed.addAll(recommended(first, last, words));
        }
        words.expectEnd();
        return send(
                words.line(),
                Expected.read(words.line()),
                b -> new AdministrationCommand.PublishCalendar(first, last, List.copyOf(closed)));
    }

    private static List<LocalDate> recommended(int first, int last, Words words) {
        try {
            BusinessCalendar calendar = SifmaCalendar.ofYears(first, last);
            return LocalDate.of(first, 1, 1)
                    .datesUntil(LocalDate.of(last + 1, 1, 1))
                    .filter(day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
                    .filter(day -> !calendar.isBusinessDay(day))
                    .toList();
        } catch (IllegalArgumentException outOfRange) {
            throw words.error(String.valueOf(outOfRange.getMessage()));
        }
    }

    /** {@code date 2025-01-15}: the business date opens. */
    Step date(Words words) {
        LocalDate date = words.date();
        words.expectEnd();
        return send(words.line(), Expected.read(words.line()), b -> new AdministrationCommand.OpenBusinessDate(date));
    }

    /** {@code party ALPHA participant keys 3 threshold 2}. */
    Step party(Words words) {
        Expected expected = Expected.read(words.line());
        String code = words.take("a party's code");
        List<Role> roles = new ArrayList<>();
        String jurisdiction = "US";
        int keys = 1;
        int threshold = 1;
        while (!words.isAtEnd()) {
            String word = words.take("a role");
            switch (word) {
                case "operator" -> roles.add(Role.OPERATOR);
                case "issuer" -> roles.add(Role.ISSUER);
                case "cash-issuer" -> roles.add(Role.CASH_ISSUER);
                case "participant" -> roles.add(Role.PARTICIPANT);
                case "supervisor" -> roles.add(Role.SUPERVISOR);
                case "in" -> jurisdiction = words.take("a country");
                case "keys" -> keys = words.integer("a number of keys");
                case "threshold" -> threshold = words.integer("a number of keys");
                default ->
                    throw words.error("'" + word + "' is no role; there are operator, issuer, cash-issuer, participant"
                            + " and supervisor, and then 'in COUNTRY', 'keys N' and 'threshold N'");
            }
        }
        DeclaredParty party = new DeclaredParty(directory.nextParty(), code, keys, threshold);
        if (expected.happens()) {
            directory.declare(party);
        }
        String country = jurisdiction;
        Roles held = Roles.of(roles.toArray(Role[]::new));
        return send(
                words.line(),
                expected,
                b -> new AdministrationCommand.RegisterParty(
                        party.number(),
                        code,
                        code,
                        held,
                        country,
                        party.threshold(),
                        IntStream.rangeClosed(1, party.keys())
                                .mapToObj(n -> b.key(code + "/" + n))
                                .toList()));
    }

    /** {@code account ALPHA.main BETA.main}: what stands before the dot is the owner. */
    Step accounts(Words words) {
        Expected expected = Expected.read(words.line());
        List<Wording> wordings = new ArrayList<>();
        int number = directory.nextAccount();
        do {
            String name = words.take("an account such as ALPHA.main");
            int dot = name.indexOf('.');
            if (dot < 1 || !directory.isParty(name.substring(0, dot))) {
                throw words.error("'" + name + "' does not begin with the party it belongs to, as ALPHA.main does");
            }
            int party = directory.partyNamed(name.substring(0, dot)).number();
            int account = number++;
            if (expected.happens()) {
                directory.declareAccount(name, account);
            }
            wordings.add(b -> new AdministrationCommand.RegisterAccount(account, party, name));
        } while (!words.isAtEnd());
        return send(words.line(), expected, wordings.toArray(Wording[]::new));
    }

    /** {@code cash USD by FED}. */
    Step cash(Words words) {
        Expected expected = Expected.read(words.line());
        String name = words.take("a currency");
        words.expect("by");
        int issuer = directory.party(words).number();
        int scale = words.takeIf("scale") ? words.integer("a number of decimal places") : 2;
        long lot = words.takeIf("lot") ? words.amount(scale) : 1;
        String currency = words.takeIf("currency") ? words.take("a currency") : name;
        words.expectEnd();
        DeclaredAsset asset = new DeclaredAsset(directory.nextAsset(), name, scale);
        if (expected.happens()) {
            directory.declare(asset, "");
        }
        return send(
                words.line(),
                expected,
                b -> new AdministrationCommand.RegisterAsset(
                        asset.number(), name, issuer, scale, lot, new AssetTerms.Cash(currency)));
    }

    /** {@code cpi 2025-01 317.671}. */
    Step consumerPrices(Words words) {
        YearMonth month = words.month();
        long thousandths = words.decimal("an index with at most 3 decimal places", 3);
        words.expectEnd();
        return send(
                words.line(),
                Expected.read(words.line()),
                b -> new AdministrationCommand.PublishConsumerPrices(month, thousandths));
    }

    /** {@code bill-rate 2025-01-13 4.225% 91 days}. */
    Step billRate(Words words) {
        LocalDate date = words.date();
        long rate = words.decimal("a discount rate in percent", 9);
        int days = words.integer("a number of days");
        words.expect("days");
        words.expectEnd();
        return send(
                words.line(),
                Expected.read(words.line()),
                b -> new AdministrationCommand.PublishBillRate(date, rate, days));
    }

    /** {@code price NOTE27 99.50 on 2025-01-15 by "Closing prices"}. */
    Step price(Words words) {
        int asset = directory.asset(words).number();
        long price = words.decimal("a price per 100 with at most 6 decimal places", 6);
        words.expect("on");
        LocalDate date = words.date();
        words.expect("by");
        String source = words.take("a source");
        words.expectEnd();
        return send(
                words.line(),
                Expected.read(words.line()),
                b -> new AdministrationCommand.PublishPrice(asset, date, price, source));
    }

    Step register(Line line, DeclaredAsset asset, String cusip, int issuer, long lot, AssetTerms terms) {
        Expected expected = Expected.read(line);
        if (expected.happens()) {
            directory.declare(asset, cusip);
        }
        return send(
                line,
                expected,
                b -> new AdministrationCommand.RegisterAsset(asset.number(), cusip, issuer, asset.scale(), lot, terms));
    }
}
