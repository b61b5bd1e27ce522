package org.tallystick.app.day.plan;

import java.time.LocalDate;
import java.util.List;

/**
 * Entries that are submitted one after the other without waiting, all at one time of the ledger's clock. The next phase begins
 * when every receipt of this one has come.
 */
public record Phase(LocalDate date, Moment moment, long timeMillis, List<PlannedEntry> entries) {}
