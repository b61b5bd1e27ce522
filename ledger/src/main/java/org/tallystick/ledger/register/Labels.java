package org.tallystick.ledger.register;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The labels of accounts, by row, in UTF-8. They are many and seldom read: as objects of their own, a million of them
 * would be two million things for the collector to follow and to move.
 *
 * <p>They stand in pages. Only the last page is written, so a fork shares the others.
 */
final class Labels {

    private static final int PAGE_BITS = 10;
    private static final int LABELS_A_PAGE = 1 << PAGE_BITS;

    private final List<Page> pages;

    Labels() {
        this(new ArrayList<>());
    }

    private Labels(List<Page> pages) {
        this.pages = pages;
    }

    /**
     * Labels of which neither sees what the other is given.
     *
     * @param count how many rows there are; those before stay what they are
     */
    Labels fork(int count) {
        int full = count >>> PAGE_BITS;
        List<Page> ofFork = new ArrayList<>(pages.subList(0, full));
        pages.subList(full, pages.size()).forEach(page -> ofFork.add(page.copy()));
        return new Labels(ofFork);
    }

    /** Sets the label of the row after the last one. Rows after it, which were undone, are forgotten. */
    void put(int row, String label) {
        int page = row >>> PAGE_BITS;
        if (page == pages.size()) {
            pages.add(new Page());
        }
        pages.get(page).put(row & LABELS_A_PAGE - 1, label.getBytes(StandardCharsets.UTF_8));
    }

    String get(int row) {
        return pages.get(row >>> PAGE_BITS).get(row & LABELS_A_PAGE - 1);
    }

    /** Labels one behind the other, and where each ends. */
    private static final class Page {

        private byte[] utf8;
        private final int[] ends;

        Page() {
            this(new byte[LABELS_A_PAGE], new int[LABELS_A_PAGE]);
        }

        private Page(byte[] utf8, int[] ends) {
            this.utf8 = utf8;
            this.ends = ends;
        }

        Page copy() {
            return new Page(utf8.clone(), ends.clone());
        }

        void put(int at, byte[] label) {
            int start = start(at);
            int end = start + label.length;
            if (end > utf8.length) {
                utf8 = Arrays.copyOf(utf8, 2 * end);
            }
            System.arraycopy(label, 0, utf8, start, label.length);
            ends[at] = end;
        }

        String get(int at) {
            int start = start(at);
            return new String(utf8, start, ends[at] - start, StandardCharsets.UTF_8);
        }

        private int start(int at) {
            return at == 0 ? 0 : ends[at - 1];
        }
    }
}
