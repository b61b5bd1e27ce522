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

    private static final int STATUS_BITS = 2;
    private static final int STATUS_MASK = (1 << STATUS_BITS) - 1;
    private static final AccountStatus[] STATUSES = AccountStatus.values();

    private final UndoLog undo;
    private int count;

    /** Owner and status of an account in one number, so that a leg meets one cache line: {@code owner << 2 | status}. */
    private int[] rows;

    private final Labels labels;

    /** Scratch: the rows that are glanced at. */
    private int[] glanced = new int[0];

    public Accounts(UndoLog undo) {
        this(undo, 0, new int[64], new Labels());
    }

    private Accounts(UndoLog undo, int count, int[] rows, Labels labels) {
        this.undo = undo;
        this.count = count;
        this.rows = rows;
        this.labels = labels;
    }

    public Accounts fork(UndoLog undoOfFork) {
        return new Accounts(undoOfFork, count, rows.clone(), labels.fork(count));
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
        return rows[account - 1] >> STATUS_BITS;
    }

    /** Reads the rows of those that are there, for the sake of having them in the cache; the result has no meaning. */
    public long glance(int[] accounts, int size) {
        if (glanced.length < size) {
            glanced = new int[size];
        }
        for (int i = 0; i < size; i++) {
            glanced[i] = contains(accounts[i]) ? accounts[i] - 1 : 0;
        }
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += rows[glanced[i]];
        }
        return sum;
    }

    public AccountStatus statusOf(int account) {
        return STATUSES[rows[account - 1] & STATUS_MASK];
    }

    public String labelOf(int account) {
        return labels.get(account - 1);
    }

    public void apply(AccountRegistered event) {
        add(event.party(), AccountStatus.OPEN, event.label());
        if (undo.isOpen()) {
            undo.add(() -> count--);
        }
    }

    public void apply(AccountStatusSet event) {
        int row = event.account() - 1;
        int before = rows[row];
        rows[row] = before & ~STATUS_MASK | event.status().ordinal();
        if (undo.isOpen()) {
            undo.add(() -> rows[row] = before);
        }
    }

    private void add(int owner, AccountStatus status, String label) {
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, count + (count >> 1));
        }
        rows[count] = owner << STATUS_BITS | status.ordinal();
        labels.put(count, label);
        count++;
    }

    public void writeTo(StateSink sink) {
        sink.putLong(count);
        for (int row = 0; row < count; row++) {
            sink.putLong(ownerOf(row + 1));
            sink.putLong(statusOf(row + 1).ordinal());
            sink.putText(labels.get(row));
        }
    }

    /** Into a register of none. */
    public void readFrom(StateSource source) {
        int coming = source.getCount();
        rows = new int[Math.max(rows.length, StateSource.room(coming))];
        for (int left = coming; left > 0; left--) {
            add(source.getInt(), source.getEnum(STATUSES), source.getText());
        }
    }
}
