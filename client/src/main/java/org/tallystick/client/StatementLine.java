package org.tallystick.client;

import org.jspecify.annotations.Nullable;

/**
 * One change of one holding, in the asset's minor units.
 *
 * @param index the entry of the log
 * @param sequence its place among the changes of that entry, from 0
 * @param timeMillis ledger time, since 1970
 * @param scale so many decimal places an amount has
 * @param cause what it was part of: {@code SETTLEMENT}, {@code INTEREST}, ...
 * @param reference number of that; 0 where the cause has none
 * @param counterparty the account at the other end; 0 where there is none
 * @param counterpartyCode code of the party whose account that is; null where there is none
 * @param available change of what is available, negative for less
 * @param held change of what is held
 * @param availableAfter what was available after it
 * @param heldAfter what was held after it
 */
public record StatementLine(
        long index,
        int sequence,
        long timeMillis,
        int account,
        int asset,
        String assetCode,
        int scale,
        String cause,
        long reference,
        int counterparty,
        @Nullable String counterpartyCode,
        long available,
        long held,
        long availableAfter,
        long heldAfter) {}
