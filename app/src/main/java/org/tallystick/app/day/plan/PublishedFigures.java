package org.tallystick.app.day.plan;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.tallystick.ledger.command.AdministrationCommand.PublishConsumerPrices;
import org.tallystick.ledger.command.Command;
import org.tallystick.ledger.treasury.CpiTable;

/** The price index and the bill rates, each published when it has become known. */
final class PublishedFigures {

    /** A month's index is released about the middle of the next; it is first used on the first of the month after that. */
    private static final int RELEASE_DAY = 15;

    /** The reference index of a day comes from the third and second month before. */
    private static final int MONTHS_BEFORE_FIRST_USE = 3;

    private final Programme programme;
    private final CpiTable prices;
    private YearMonth nextMonth;
    private LocalDate ratesHeldFrom = LocalDate.of(1900, 1, 1);

    PublishedFigures(Programme programme) {
        this.programme = programme;
        this.prices = programme.consumerPrices();
        YearMonth firstUsed = firstUsed(programme.first());
        this.nextMonth = firstUsed.isBefore(prices.firstMonth()) ? prices.firstMonth() : firstUsed;
    }

    private static YearMonth firstUsed(LocalDate date) {
        return YearMonth.from(date).minusMonths(MONTHS_BEFORE_FIRST_USE);
    }

    /** The last month whose index may be needed on a date. */
    static YearMonth lastUsed(LocalDate date) {
        return firstUsed(date).plusMonths(1);
    }

    /** What is published on the morning of a business date. */
    List<Command> knownOn(LocalDate date) {
        List<Command> commands = new ArrayList<>();
        while (!date.isBefore(nextMonth.plusMonths(1).atDay(RELEASE_DAY))) {
            OptionalLong index = prices.cpiThousandths(nextMonth);
            if (index.isEmpty()) {
                break;
            }
            commands.add(new PublishConsumerPrices(nextMonth, index.getAsLong()));
            nextMonth = nextMonth.plusMonths(1);
        }
        commands.addAll(programme.billRates().heldFrom(ratesHeldFrom, date));
        ratesHeldFrom = date;
        return commands;
    }
}
