package org.tallystick.wire.codec;

import java.util.ArrayList;
import java.util.List;
import org.tallystick.ledger.party.AccountStatus;
import org.tallystick.ledger.party.PartyStatus;
import org.tallystick.ledger.party.Role;
import org.tallystick.ledger.party.Roles;
import org.tallystick.wire.proto.Tally;

/** Roles and statuses. The numbers of the schema are its own, apart from the order of the ledger's enumerations. */
final class PartyValues {

    private PartyValues() {}

    static List<Tally.RegisterParty.Role> encode(Roles roles) {
        List<Role> list = roles.list();
        if (!Roles.of(list.toArray(Role[]::new)).equals(roles)) {
            throw new IllegalArgumentException("the roles " + roles.bits() + " include one that does not exist");
        }
        List<Tally.RegisterParty.Role> messages = new ArrayList<>(list.size());
        for (Role role : list) {
            messages.add(encode(role));
        }
        return messages;
    }

    private static Tally.RegisterParty.Role encode(Role role) {
        return switch (role) {
            case OPERATOR -> Tally.RegisterParty.Role.OPERATOR;
            case ISSUER -> Tally.RegisterParty.Role.ISSUER;
            case CASH_ISSUER -> Tally.RegisterParty.Role.CASH_ISSUER;
            case PARTICIPANT -> Tally.RegisterParty.Role.PARTICIPANT;
            case SUPERVISOR -> Tally.RegisterParty.Role.SUPERVISOR;
        };
    }

    static Roles decode(List<Tally.RegisterParty.Role> messages) {
        Roles roles = new Roles(0);
        int last = 0;
        for (Tally.RegisterParty.Role message : messages) {
            Role role = decode(message);
            if (message.getNumber() <= last) {
                throw new MalformedMessage("roles are not in ascending order, each once");
            }
            last = message.getNumber();
            roles = new Roles(roles.bits() | Roles.of(role).bits());
        }
        return roles;
    }

    private static Role decode(Tally.RegisterParty.Role role) {
        return switch (role) {
            case OPERATOR -> Role.OPERATOR;
            case ISSUER -> Role.ISSUER;
            case CASH_ISSUER -> Role.CASH_ISSUER;
            case PARTICIPANT -> Role.PARTICIPANT;
            case SUPERVISOR -> Role.SUPERVISOR;
            case ROLE_UNSPECIFIED, UNRECOGNIZED -> throw Values.unknown("roles");
        };
    }

    static Tally.SetPartyStatus.Status encode(PartyStatus status) {
        return switch (status) {
            case ACTIVE -> Tally.SetPartyStatus.Status.ACTIVE;
            case SUSPENDED -> Tally.SetPartyStatus.Status.SUSPENDED;
        };
    }

    static PartyStatus decode(Tally.SetPartyStatus.Status status) {
        return switch (status) {
            case ACTIVE -> PartyStatus.ACTIVE;
            case SUSPENDED -> PartyStatus.SUSPENDED;
            case STATUS_UNSPECIFIED, UNRECOGNIZED -> throw Values.unknown("status");
        };
    }

    static Tally.SetAccountStatus.Status encode(AccountStatus status) {
        return switch (status) {
            case OPEN -> Tally.SetAccountStatus.Status.OPEN;
            case FROZEN -> Tally.SetAccountStatus.Status.FROZEN;
            case CLOSED -> Tally.SetAccountStatus.Status.CLOSED;
        };
    }

    static AccountStatus decode(Tally.SetAccountStatus.Status status) {
        return switch (status) {
            case OPEN -> AccountStatus.OPEN;
            case FROZEN -> AccountStatus.FROZEN;
            case CLOSED -> AccountStatus.CLOSED;
            case STATUS_UNSPECIFIED, UNRECOGNIZED -> throw Values.unknown("status");
        };
    }
}
