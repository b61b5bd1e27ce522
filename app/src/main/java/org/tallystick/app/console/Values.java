package org.tallystick.app.console;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options, and says in words for people what is wrong with one. */
public final class Values {

    private Values() {}

    public static void register(CommandLine command) {
        command.registerConverter(LocalDate.class, converter(LocalDate::parse, "is not a date such as 2020-01-02"));
        command.registerConverter(Integer.class, converter(Integer::valueOf, "is not a whole number, or is too large"));
        command.registerConverter(int.class, converter(Integer::valueOf, "is not a whole number, or is too large"));
        command.registerConverter(Long.class, converter(Long::valueOf, "is not a whole number, or is too large"));
        command.registerConverter(long.class, converter(Long::valueOf, "is not a whole number, or is too large"));
    }

    private static <T> ITypeConverter<T> converter(Function<String, T> parse, String otherwise) {
        return text -> {
            try {
                return parse.apply(text);
            } catch (NumberFormatException | DateTimeException e) {
                throw new TypeConversionException("'" + text + "' " + otherwise);
            }
        };
    }
}
