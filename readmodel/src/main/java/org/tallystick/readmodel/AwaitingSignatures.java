package org.tallystick.readmodel;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.readmodel.schema.Database;
import org.tallystick.wire.signature.Signature;

/**
 * Payloads that wait for more of a party's keys. Nothing is judged here: whoever puts something in has verified it, and
 * nothing is found for another party than the one it is of. For any number of threads.
 */
public final class AwaitingSignatures {

    private static final Table<Record> PAYLOAD = DSL.table(DSL.name("awaiting_payload"));
    private static final Field<String> DIGEST = DSL.field(DSL.name("awaiting_payload", "digest"), String.class);
    private static final Field<Integer> PARTY = DSL.field(DSL.name("awaiting_payload", "party"), Integer.class);
    private static final Field<String> INSTRUCTION_ID =
            DSL.field(DSL.name("awaiting_payload", "instruction_id"), String.class);
    private static final Field<Long> VALID_UNTIL_MILLIS =
            DSL.field(DSL.name("awaiting_payload", "valid_until_millis"), Long.class);
    private static final Field<Long> SINCE_MILLIS = DSL.field(DSL.name("awaiting_payload", "since_millis"), Long.class);
    private static final Field<byte[]> BYTES = DSL.field(DSL.name("awaiting_payload", "payload"), byte[].class);

    private static final Table<Record> SIGNATURE = DSL.table(DSL.name("awaiting_signature"));
    private static final Field<String> SIGNED = DSL.field(DSL.name("awaiting_signature", "digest"), String.class);
    private static final Field<String> PUBLIC_KEY =
            DSL.field(DSL.name("awaiting_signature", "public_key"), String.class);
    private static final Field<byte[]> SIGNATURE_BYTES =
            DSL.field(DSL.name("awaiting_signature", "signature"), byte[].class);
    private static final Field<Long> SIGNED_MILLIS =
            DSL.field(DSL.name("awaiting_signature", "since_millis"), Long.class);

    /**
     * What waits.
     *
     * @param digest SHA-256 of the payload's bytes
     * @param validUntilMillis ledger time after which it cannot be acted on
     * @param sinceMillis when it was put in
     * @param signatures each by another key, in the order in which they came
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared or changed
    public record Waiting(
            Digest digest,
            int party,
            String instructionId,
            long validUntilMillis,
            long sinceMillis,
            byte[] payload,
            List<Signature> signatures) {}

    private final Database database;

    AwaitingSignatures(Database database) {
        this.database = database;
    }

    /** Keeps a payload; one that is kept already stays as it was. Its signatures are added. */
    public void put(Waiting waiting) {
        write(sql -> {
            if (!sql.fetchExists(PAYLOAD, isOf(waiting.party(), waiting.digest()))) {
                sql.insertInto(PAYLOAD)
                        .columns(DIGEST, PARTY, INSTRUCTION_ID, VALID_UNTIL_MILLIS, SINCE_MILLIS, BYTES)
                        .values(
                                waiting.digest().toString(),
                                waiting.party(),
                                waiting.instructionId(),
                                waiting.validUntilMillis(),
                                waiting.sinceMillis(),
                                waiting.payload())
                        .execute();
            }
            waiting.signatures().forEach(signature -> add(sql, waiting.digest(), signature, waiting.sinceMillis()));
        });
    }

    /**
     * Adds a signature; one by the same key takes the place of the one before.
     *
     * @return whether there is such a payload of this party
     */
    public boolean addSignature(int party, Digest digest, Signature signature, long nowMillis) {
        boolean[] found = new boolean[1];
        write(sql -> {
            found[0] = sql.fetchExists(PAYLOAD, isOf(party, digest));
            if (found[0]) {
                add(sql, digest, signature, nowMillis);
            }
        });
        return found[0];
    }

    private static void add(DSLContext sql, Digest digest, Signature signature, long nowMillis) {
        sql.deleteFrom(SIGNATURE)
                .where(SIGNED.eq(digest.toString()))
                .and(PUBLIC_KEY.eq(signature.key().toString()))
                .execute();
        sql.insertInto(SIGNATURE)
                .columns(SIGNED, PUBLIC_KEY, SIGNATURE_BYTES, SIGNED_MILLIS)
                .values(digest.toString(), signature.key().toString(), signature.bytes(), nowMillis)
                .execute();
    }

    /** The one of a party with this digest. */
    public Optional<Waiting> find(int party, Digest digest) {
        return read(isOf(party, digest)).stream().findFirst();
    }

    /** Those of a party, the oldest first. */
    public List<Waiting> ofParty(int party) {
        return read(PARTY.eq(party));
    }

    /** How many wait, of all parties. */
    public int count() {
        return database.reading().fetchCount(PAYLOAD);
    }

    /** @return whether it was there */
    public boolean remove(int party, Digest digest) {
        int[] removed = new int[1];
        write(sql ->
                removed[0] = sql.deleteFrom(PAYLOAD).where(isOf(party, digest)).execute());
        return removed[0] > 0;
    }

    /**
     * Lets go of what can no longer be acted on.
     *
     * @return how many those were
     */
    public int expire(long nowMillis) {
        int[] removed = new int[1];
        write(sql -> removed[0] =
                sql.deleteFrom(PAYLOAD).where(VALID_UNTIL_MILLIS.lt(nowMillis)).execute());
        return removed[0];
    }

    private static Condition isOf(int party, Digest digest) {
        return DIGEST.eq(digest.toString()).and(PARTY.eq(party));
    }

    private List<Waiting> read(Condition which) {
        return database.reading()
                .transactionResult(inside -> DSL.using(inside)
                        .select(DIGEST, PARTY, INSTRUCTION_ID, VALID_UNTIL_MILLIS, SINCE_MILLIS, BYTES)
                        .from(PAYLOAD)
                        .where(which)
                        .orderBy(SINCE_MILLIS, DIGEST)
                        .fetch(row -> new Waiting(
                                new Digest(HexFormat.of().parseHex(row.get(DIGEST))),
                                row.get(PARTY),
                                row.get(INSTRUCTION_ID),
                                row.get(VALID_UNTIL_MILLIS),
                                row.get(SINCE_MILLIS),
                                row.get(BYTES),
                                signatures(DSL.using(inside), row.get(DIGEST)))));
    }

    private static List<Signature> signatures(DSLContext sql, String digest) {
        return sql.select(PUBLIC_KEY, SIGNATURE_BYTES)
                .from(SIGNATURE)
                .where(SIGNED.eq(digest))
                .orderBy(SIGNED_MILLIS, PUBLIC_KEY)
                .fetch(row -> new Signature(
                        new PublicKey(HexFormat.of().parseHex(row.get(PUBLIC_KEY))), row.get(SIGNATURE_BYTES)));
    }

    private interface Change {
        void make(DSLContext sql);
    }

    private synchronized void write(Change change) {
        try (Connection connection = database.connect()) {
            database.writing(connection).transaction(inside -> change.make(DSL.using(inside)));
        } catch (SQLException failed) {
            throw new UnusableDatabase("cannot keep what waits for signatures: " + failed.getMessage(), failed);
        }
    }
}
