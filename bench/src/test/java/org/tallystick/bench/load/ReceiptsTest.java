package org.tallystick.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReceiptsTest {

    private static byte[] receipt(int length, int filling) {
        byte[] receipt = new byte[length];
        Arrays.fill(receipt, (byte) filling);
        return receipt;
    }

    @Test
    void whatCameForARequestIsFoundInWhateverOrderItCame() {
        Receipts receipts = new Receipts(3, 100);

        receipts.keep(2, receipt(5, 2));
        receipts.keep(0, receipt(0, 0));
        receipts.keep(1, null);

        assertThat(receipts.of(0)).isEmpty();
        assertThat(receipts.of(1)).isNull();
        assertThat(receipts.has(1)).isFalse();
        assertThat(receipts.of(2)).isEqualTo(receipt(5, 2));
    }

    @Test
    void thereIsRoomForMoreThanWasExpectedAndNoReceiptIsCut() {
        int length = 9 << 20; // three find room in a slab, and some is left
        Receipts receipts = new Receipts(7, 10);

        for (int request = 0; request < 7; request++) {
            receipts.keep(request, receipt(length, request));
        }

        for (int request = 0; request < 7; request++) {
            assertThat(receipts.of(request)).isEqualTo(receipt(length, request));
        }
    }
}
