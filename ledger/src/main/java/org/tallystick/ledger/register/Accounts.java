package org.tallystick.ledger.register;

import java.util.Arrays;
import org.tallystick.ledger.event.RegisterEvent.AccountRegistered;
import org.tallystick.ledger.event.RegisterEvent.AccountStatusSet;
import org.tallystick.ledger.party.AccountStatus;
import org.tallystick.ledger.store.StateSink;
import org.tallystick.ledger.store.StateSource;
import org.tallystick.ledger.store.UndoLog;

/** The accounts, numbered from 1. Kept in arrays: every leg of every settlement looks two of them up. */
public final class Accounts {

    private static final AccountStatus[] STATUSES = AccountStatus.values();

    private final UndoLog undo;
    private int count;
    private int[] owners;
    private byte[] statuses;
    private String[] labels;

    public Accounts(UndoLog undo) {
        this(undo, 0, new int[64], new byte[64], new String[64]);
    }

    private Accounts(UndoLog undo, int count, int[] owners, byte[] statuses, String[] labels) {
        this.undo = undo;
        this.count = count;
        this.owners = owners;
        this.statuses = statuses;
        this.labels = labels;
    }

    public Accounts fork(UndoLog undoOfFork) {
        return new Accounts(undoOfFork, count, owners.clone(), statuses.clone(), labels.clone());
    }

    public int count() {
        return count;
    }

    public int next() {
        return count + 1;
    }

    public boolean contains(int account) {
        return account >= 1 && account <= count;
    }

    /** The number of the party that owns an account that must be there. */
    public int ownerOf(int account) {
        return owners[account - 1];
    }

    public AccountStatus statusOf(int account) {
        return STATUSES[statuses[account - 1]];
    }

    public String labelOf(int account) {
        return labels[account - 1];
    }

    public void apply(AccountRegistered event) {
        add(event.party(), AccountStatus.OPEN, event.label());
        if (undo.isOpen()) {
            undo.add(() -> count--);
        }
    }

    public void apply(AccountStatusSet event) {
        int row = event.account() - 1;
        byte before = statuses[row];
        statuses[row] = (byte) event.status().ordinal();
        if (undo.isOpen()) {
            undo.add(() -> statuses[row] = before);
        }
    }

    private void add(int owner, AccountStatus status, String label) {
        if (count == owners.length) {
            int room = count + (count >> 1);
            owners = Arrays.copyOf(owners, room);
            statuses = Arrays.copyOf(statuses, room);
            labels = Arrays.copyOf(labels, room);
        }
        owners[count] = owner;
        statuses[count] = (byte) status.ordinal();
        labels[count] = label;
        count++;
    }

    public void writeTo(StateSink sink) {
        sink.putLong(count);
        for (int row = 0; row < count; row++) {
            sink.putLong(owners[row]);
            sink.putLong(statuses[row]);
            sink.putText(labels[row]);
        }
    }

    public void readFrom(StateSource source) {
        for (int left = source.getCount(); left > 0; left--) {
            add(source.getInt(), source.getEnum(STATUSES), source.getText());
        }
    }
}
