package org.tallystick.ledger.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tallystick.ledger.book.Book;
import org.tallystick.ledger.register.Accounts;

/** What is made of a state that is damaged. */
class StateSourceTest {

    /** Room is made for what is to come, and for no more than can be believed before it has come. */
    @Test
    void aCountThatLiesExhaustsNoMemory() {
        UndoLog undo = new UndoLog();

        assertThatThrownBy(() -> new Accounts(undo).readFrom(new CountAlone()))
                .isInstanceOf(BadSnapshot.class)
                .hasMessage("nothing follows");
        assertThatThrownBy(() -> new Book(new Agenda(undo), undo).readFrom(new CountAlone()))
                .isInstanceOf(BadSnapshot.class)
                .hasMessage("nothing follows");
    }

    /** The largest count there can be, and nothing behind it. */
    private static final class CountAlone implements StateSource {

        private boolean counted;

        @Override
        public long getLong() {
            if (counted) {
                throw new BadSnapshot("nothing follows");
            }
            counted = true;
            return Integer.MAX_VALUE;
        }

        @Override
        public String getText() {
            throw new BadSnapshot("nothing follows");
        }

        @Override
        public byte[] getBytes() {
            throw new BadSnapshot("nothing follows");
        }
    }
}
