package org.tallystick.wire.codec;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.command.Award;
import org.tallystick.ledger.command.Beneficiary;
import org.tallystick.ledger.command.Leg;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.wire.proto.Tally;

/** The values that several families share: dates, months, keys, legs, awards, beneficiaries. */
final class Values {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2299;
    private static final long FIRST_DAY = LocalDate.of(FIRST_YEAR, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(LAST_YEAR, 12, 31).toEpochDay();

    private Values() {}

    static Tally.Date encode(LocalDate date) {
        return Tally.Date.newBuilder()
                .setEpochDay(Math.toIntExact(date.toEpochDay()))
                .build();
    }

    /** A date that must be there. */
    static LocalDate decode(String field, boolean present, Tally.Date date) {
        if (!present) {
            throw new MalformedMessage(field + " is missing");
        }
        return decode(field, date);
    }

    static @Nullable LocalDate decodeIfPresent(String field, boolean present, Tally.Date date) {
        return present ? decode(field, date) : null;
    }

    static LocalDate decode(String field, Tally.Date date) {
        if (date.getEpochDay() < FIRST_DAY || date.getEpochDay() > LAST_DAY) {
            throw new MalformedMessage(field + " is not between " + FIRST_YEAR + "-01-01 and " + LAST_YEAR + "-12-31");
        }
        return LocalDate.ofEpochDay(date.getEpochDay());
    }

    static Tally.Month encode(YearMonth month) {
        return Tally.Month.newBuilder()
                .setYear(month.getYear())
                .setMonth(month.getMonthValue())
                .build();
    }

    static YearMonth decode(String field, boolean present, Tally.Month month) {
        if (!present) {
            throw new MalformedMessage(field + " is missing");
        }
        if (month.getYear() < FIRST_YEAR
                || month.getYear() > LAST_YEAR
                || month.getMonth() < 1
                || month.getMonth() > 12) {
            throw new MalformedMessage(field + " is not a month between " + FIRST_YEAR + " and " + LAST_YEAR);
        }
        return YearMonth.of(month.getYear(), month.getMonth());
    }

    static ByteString encode(PublicKey key) {
        return ByteString.copyFrom(key.bytes());
    }

    static PublicKey decodeKey(String field, ByteString key) {
        if (key.size() != PublicKey.LENGTH) {
            throw new MalformedMessage(field + " has " + key.size() + " bytes; a public key has " + PublicKey.LENGTH);
        }
        return new PublicKey(key.toByteArray());
    }

    static ByteString encode(Digest digest) {
        return UnsafeByteOperations.unsafeWrap(digest.bytes()); // a copy of its own already
    }

    static Digest decodeDigest(String field, ByteString digest) {
        if (digest.size() != Digest.LENGTH) {
            throw new MalformedMessage(field + " has " + digest.size() + " bytes; a digest has " + Digest.LENGTH);
        }
        return new Digest(digest.toByteArray());
    }

    static Tally.Leg encode(Leg leg) {
        return Tally.Leg.newBuilder()
                .setAsset(leg.asset())
                .setFromAccount(leg.fromAccount())
                .setToAccount(leg.toAccount())
                .setAmount(leg.amount())
                .setHold(leg.hold())
                .build();
    }

    static Leg decode(Tally.Leg leg) {
        return new Leg(leg.getAsset(), leg.getFromAccount(), leg.getToAccount(), leg.getAmount(), leg.getHold());
    }

    static Tally.Award encode(Award award) {
        return Tally.Award.newBuilder()
                .setAccount(award.account())
                .setPar(award.par())
                .build();
    }

    static Award decode(Tally.Award award) {
        return new Award(award.getAccount(), award.getPar());
    }

    static Tally.Beneficiary encode(Beneficiary beneficiary) {
        Tally.Beneficiary.Builder message = Tally.Beneficiary.newBuilder();
        switch (beneficiary) {
            case Beneficiary.Party party -> message.setParty(party.party());
            case Beneficiary.Auction auction -> message.setAuction(auction.auction());
            case Beneficiary.Distribution distribution -> message.setDistribution(distribution.distribution());
        }
        return message.build();
    }

    static Beneficiary decode(Tally.Beneficiary beneficiary) {
        return switch (beneficiary.getKindCase()) {
            case PARTY -> new Beneficiary.Party(beneficiary.getParty());
            case AUCTION -> new Beneficiary.Auction(beneficiary.getAuction());
            case DISTRIBUTION -> new Beneficiary.Distribution(beneficiary.getDistribution());
            case KIND_NOT_SET -> throw new MalformedMessage("beneficiary is missing");
        };
    }

    /** Each message turned into its record, in a list that nobody can change. */
    static <M, R> List<R> each(List<M> messages, Function<M, R> decode) {
        List<R> records = new ArrayList<>(messages.size());
        for (M message : messages) {
            records.add(decode.apply(message));
        }
        return Collections.unmodifiableList(records);
    }

    static MalformedMessage unknown(String field) {
        return new MalformedMessage(field + " is missing or not one of the values known");
    }
}
