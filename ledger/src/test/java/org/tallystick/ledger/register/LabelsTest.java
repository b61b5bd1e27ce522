package org.tallystick.ledger.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tallystick.ledger.event.RegisterEvent.AccountRegistered;
import org.tallystick.ledger.store.UndoLog;

/** The labels of accounts keep what they were given: over pages, forks and batches that are undone. */
class LabelsTest {

    /** So many that the last page is begun and others are full. */
    private static final int MANY = 2_500;

    private final UndoLog undo = new UndoLog();
    private final Accounts accounts = new Accounts(undo);

    private void register(Accounts register, int upTo, String prefix) {
        for (int account = register.next(); account <= upTo; account++) {
            register.apply(new AccountRegistered(account, 1, prefix + account));
        }
    }

    @Test
    void everyLabelIsWhatItWasGivenAs() {
        register(accounts, MANY, "Müller & Søn №");

        for (int account = 1; account <= MANY; account++) {
            assertThat(accounts.labelOf(account)).isEqualTo("Müller & Søn №" + account);
        }
    }

    @Test
    void aForkAndWhatItIsForkedFromGoOnApart() {
        register(accounts, MANY, "before ");

        Accounts fork = accounts.fork(new UndoLog());
        register(accounts, 2 * MANY, "here ");
        register(fork, 2 * MANY, "there ");

        assertThat(accounts.labelOf(MANY)).isEqualTo(fork.labelOf(MANY)).isEqualTo("before " + MANY);
        for (int account = MANY + 1; account <= 2 * MANY; account++) {
            assertThat(accounts.labelOf(account)).isEqualTo("here " + account);
            assertThat(fork.labelOf(account)).isEqualTo("there " + account);
        }
    }

    /** Undone over the beginning of a page, and forked after that. */
    @Test
    void whatWasUndoneIsForgotten() {
        register(accounts, 1_000, "kept ");
        undo.open();
        register(accounts, MANY, "undone, and longer than what comes in its place ");
        undo.rollback();

        Accounts fork = accounts.fork(new UndoLog());
        register(accounts, MANY, "new ");
        register(fork, MANY, "of the fork ");

        assertThat(accounts.labelOf(1_000)).isEqualTo(fork.labelOf(1_000)).isEqualTo("kept 1000");
        for (int account = 1_001; account <= MANY; account++) {
            assertThat(accounts.labelOf(account)).isEqualTo("new " + account);
            assertThat(fork.labelOf(account)).isEqualTo("of the fork " + account);
        }
    }
}
