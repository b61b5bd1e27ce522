package org.tallystick.ledger.register;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.event.RegisterEvent.KeyRegistered;
import org.tallystick.ledger.event.RegisterEvent.KeyRevoked;
import org.tallystick.ledger.event.RegisterEvent.PartyRegistered;
import org.tallystick.ledger.event.RegisterEvent.PartyStatusSet;
import org.tallystick.ledger.event.RegisterEvent.ThresholdSet;
import org.tallystick.ledger.party.PartyStatus;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.ledger.party.Roles;
import org.tallystick.ledger.store.Numbered;
import org.tallystick.ledger.store.StateSink;
import org.tallystick.ledger.store.StateSource;
import org.tallystick.ledger.store.Table;
import org.tallystick.ledger.store.UndoLog;

/** The parties and their keys. A key belongs to one party, once, for ever. */
public final class Parties {

    /** The owner recorded for a key that was revoked. */
    private static final int REVOKED = 0;

    private final Numbered<Party> parties;
    private final Table<String, Integer> byCode;
    private final Table<PublicKey, Integer> byKey;

    public Parties(UndoLog undo) {
        this(new Numbered<>(undo), new Table<>(undo), new Table<>(undo));
    }

    private Parties(Numbered<Party> parties, Table<String, Integer> byCode, Table<PublicKey, Integer> byKey) {
        this.parties = parties;
        this.byCode = byCode;
        this.byKey = byKey;
    }

    public Parties fork(UndoLog undo) {
        return new Parties(parties.fork(undo), byCode.fork(undo), byKey.fork(undo));
    }

    public int next() {
        return parties.next();
    }

    public @Nullable Party find(int number) {
        return parties.find(number);
    }

    /** The party that must be there. */
    public Party get(int number) {
        return parties.get(number);
    }

    public List<Party> all() {
        return parties.all();
    }

    public boolean codeTaken(String code) {
        return byCode.contains(code);
    }

    /** Whether the key is, or ever was, some party's. */
    public boolean keyTaken(PublicKey key) {
        return byKey.contains(key);
    }

    public boolean isRevoked(PublicKey key) {
        Integer owner = byKey.get(key);
        return owner != null && owner == REVOKED;
    }

    /** The party whose key this is, or null when it is nobody's or was revoked. */
    public @Nullable Party ownerOf(PublicKey key) {
        Integer owner = byKey.get(key);
        return owner == null || owner == REVOKED ? null : parties.get(owner);
    }

    public void apply(PartyRegistered event) {
        parties.add(new Party(
                event.party(),
                event.code(),
                event.name(),
                event.roles(),
                event.jurisdiction(),
                PartyStatus.ACTIVE,
                event.threshold(),
                List.copyOf(event.keys())));
        byCode.put(event.code(), event.party());
        event.keys().forEach(key -> byKey.put(key, event.party()));
    }

    public void apply(PartyStatusSet event) {
        parties.set(event.party(), parties.get(event.party()).withStatus(event.status()));
    }

    public void apply(KeyRegistered event) {
        Party party = parties.get(event.party());
        List<PublicKey> keys = new ArrayList<>(party.keys());
        keys.add(event.key());
        parties.set(event.party(), party.withKeys(List.copyOf(keys)));
        byKey.put(event.key(), event.party());
    }

    public void apply(KeyRevoked event) {
        Party party = parties.get(event.party());
        List<PublicKey> keys = new ArrayList<>(party.keys());
        keys.remove(event.key());
        parties.set(event.party(), party.withKeys(List.copyOf(keys)));
        byKey.put(event.key(), REVOKED);
    }

    public void apply(ThresholdSet event) {
        parties.set(event.party(), parties.get(event.party()).withThreshold(event.threshold()));
    }

    public void writeTo(StateSink sink) {
        sink.putLong(parties.size());
        for (Party party : parties.all()) {
            sink.putText(party.code());
            sink.putText(party.name());
            sink.putLong(party.roles().bits());
            sink.putText(party.jurisdiction());
            sink.putLong(party.status().ordinal());
            sink.putLong(party.threshold());
            sink.putLong(party.keys().size());
            party.keys().forEach(key -> sink.putBytes(key.bytes()));
        }
        sink.putLong(byKey.size());
        byKey.rows().forEach(row -> {
            sink.putBytes(row.getKey().bytes());
            sink.putLong(row.getValue());
        });
    }

    public void readFrom(StateSource source) {
        for (int left = source.getCount(); left > 0; left--) {
            Party party = readParty(source);
            parties.add(party);
            byCode.put(party.code(), party.number());
        }
        for (int left = source.getCount(); left > 0; left--) {
            byKey.put(new PublicKey(source.getBytes()), source.getInt());
        }
    }

    private Party readParty(StateSource source) {
        String code = source.getText();
        String name = source.getText();
        Roles roles = new Roles(source.getInt());
        String jurisdiction = source.getText();
        PartyStatus status = source.getEnum(PartyStatus.values());
        int threshold = source.getInt();
        List<PublicKey> keys = new ArrayList<>();
        for (int left = source.getCount(); left > 0; left--) {
            keys.add(new PublicKey(source.getBytes()));
        }
        return new Party(parties.next(), code, name, roles, jurisdiction, status, threshold, List.copyOf(keys));
    }
}
