package org.tallystick.app.day.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.command.AdministrationCommand.PublishCalendar;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAccount;
import org.tallystick.ledger.command.AdministrationCommand.RegisterAsset;
import org.tallystick.ledger.command.AdministrationCommand.RegisterKey;
import org.tallystick.ledger.command.AdministrationCommand.RegisterParty;
import org.tallystick.ledger.command.AdministrationCommand.RevokeKey;
import org.tallystick.ledger.command.AdministrationCommand.SetAccountStatus;
import org.tallystick.ledger.command.AdministrationCommand.SetPartyStatus;
import org.tallystick.ledger.command.BookCommand.IssueCash;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.party.AccountStatus;
import org.tallystick.ledger.party.PartyStatus;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.ledger.party.Roles;

/** What the operator registers before the first business date, and the money everyone begins with. */
final class Founding {

    private static final int COMMANDS_TOGETHER = 200;
    private static final long DOLLARS_EACH = 500 * Numbers.MILLION;
    private static final long EUROS_EACH = 100 * Numbers.MILLION;

    private final Desk desk;
    private final Cast cast;

    Founding(Desk desk, Cast cast) {
        this.desk = desk;
        this.cast = cast;
    }

    void take(Programme programme) {
        List<Command> register = new ArrayList<>();
        for (Actor actor : cast.all()) {
            if (!actor.equals(cast.operator)) {
                register.add(party(actor));
            }
            register.add(new RegisterAccount(actor.number(), actor.number(), actor.code()));
        }
        register.add(cash(Numbers.USD, "USD", cast.reserveBank));
        register.add(cash(Numbers.EUR, "EUR", cast.euroIssuer));
        register.add(calendar(programme));
        inParts("register the parties, the money and the calendar", cast.operator, register);
        inParts("bring dollars into being", cast.reserveBank, money(Numbers.USD, DOLLARS_EACH));
        inParts("bring euros into being", cast.euroIssuer, money(Numbers.EUR, EUROS_EACH));
        restrain();
    }

    private Command party(Actor actor) {
        List<PublicKey> keys = actor.equals(cast.fourEyes)
                ? List.of(actor.key().publicKey(), cast.secondKey.publicKey())
                : List.of(actor.key().publicKey());
        return new RegisterParty(
                actor.number(), actor.code(), actor.name(), Roles.of(actor.role()), "US", keys.size(), keys);
    }

    private static Command cash(int asset, String currency, Actor issuer) {
        return new RegisterAsset(asset, currency, issuer.number(), 2, 1, new AssetTerms.Cash(currency));
    }

    private static Command calendar(Programme programme) {
        int firstYear = programme.first().getYear() - 1;
        int lastYear = programme.last().getYear() + 1;
        List<LocalDate> closed = programme.calendar().closedDays().stream()
                .filter(day -> day.getYear() >= firstYear && day.getYear() <= lastYear)
                .toList();
        return new PublishCalendar(firstYear, lastYear, closed);
    }

    private List<Command> money(int asset, long each) {
        List<Command> issues = new ArrayList<>();
        for (Actor participant : cast.participants()) {
            issues.add(new IssueCash(asset, participant.number(), each));
        }
        issues.add(new IssueCash(asset, cast.fourEyes.number(), each));
        issues.add(new IssueCash(asset, cast.frozen.number(), Numbers.MILLION));
        issues.add(new IssueCash(asset, cast.suspended.number(), Numbers.MILLION));
        return issues;
    }

    private void restrain() {
        Actor owner = cast.participants().getFirst();
        desk.accepted(
                "suspend a party, freeze an account, revoke a key",
                cast.operator,
                new SetPartyStatus(cast.suspended.number(), PartyStatus.SUSPENDED),
                new SetAccountStatus(cast.frozen.number(), AccountStatus.FROZEN),
                new RegisterKey(owner.number(), cast.revokedKey.publicKey()),
                new RevokeKey(owner.number(), cast.revokedKey.publicKey()));
    }

    private void inParts(String what, Actor actor, List<Command> commands) {
        for (int from = 0; from < commands.size(); from += COMMANDS_TOGETHER) {
            desk.accepted(what, actor, commands.subList(from, Math.min(commands.size(), from + COMMANDS_TOGETHER)));
        }
    }
}
