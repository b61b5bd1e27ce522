package org.tallystick.readmodel.security;

import java.time.LocalDate;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.event.ServicingEvent;

/**
 * One payment of a security.
 *
 * @param date as the terms say
 * @param paid the business day on which it is made; null where the published calendar does not reach
 * @param per100Nanos dollars on 100 of par (of an indexed interest strip, on 100 of its adjusted value), in billionths; empty
 *     while it depends on an index that has not been published
 */
public record CashFlow(LocalDate date, @Nullable LocalDate paid, ServicingEvent.Kind kind, OptionalLong per100Nanos) {}
