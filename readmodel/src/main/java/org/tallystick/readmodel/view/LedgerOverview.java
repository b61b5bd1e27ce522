package org.tallystick.readmodel.view;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger is at.
 *
 * @param ledger its name
 * @param position the last entry read
 * @param timeMillis its time
 * @param businessDate the date that is open; null before the first
 * @param parties how many are registered
 * @param accounts how many the scope sees
 * @param instruments how many assets are registered
 * @param settlementsPending of the scope: instructed, neither final nor withdrawn nor lapsed
 * @param settlementsFinal of the scope
 * @param obligationsOpen of the scope
 * @param rejections of the scope: instructions of which at least one command was rejected, or refused as a whole
 * @param medianSettleMillis of the scope's last 1,000 final settlements: from instruction to finality; 0 if there are none
 */
public record LedgerOverview(
        String ledger,
        long position,
        long timeMillis,
        @Nullable LocalDate businessDate,
        long parties,
        long accounts,
        long instruments,
        long settlementsPending,
        long settlementsFinal,
        long obligationsOpen,
        long rejections,
        long medianSettleMillis) {}
