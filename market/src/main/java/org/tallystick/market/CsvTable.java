package org.tallystick.market;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tallystick.market.MarketDataException.Fault;

/** A CSV file with a header, read strictly: every record has the fields that the header has. */
record CsvTable(List<String> header, List<CsvTable.Row> rows) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** One record and the line on which it starts. */
    record Row(long line, List<String> fields) {}

    static CsvTable read(Path file) throws MarketDataException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw MarketDataException.ofFile(
                    Fault.UNREADABLE_FILE, "the file " + file + " cannot be read: " + why(file));
        }
        return parse(bytes);
    }

    private static String why(Path file) {
        if (Files.isDirectory(file)) {
            return "it is a directory";
        }
        return Files.exists(file) ? "it is not allowed, or the disk fails" : "there is none";
    }

    static CsvTable parse(byte[] bytes) throws MarketDataException {
        String text = decode(bytes);
        if (text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(1);
        }
        if (text.isBlank()) {
            throw MarketDataException.ofFile(Fault.EMPTY_FILE, "the file is empty");
        }
        requireClosedQuotes(text);
        List<Row> records = records(text);
        Row header = records.removeFirst();
        if (records.isEmpty()) {
            throw MarketDataException.ofFile(Fault.EMPTY_FILE, "the file has a header and no records");
        }
        for (Row row : records) {
            if (row.fields().size() != header.fields().size()) {
                throw MarketDataException.atLine(
                        Fault.WRONG_FIELD_COUNT,
                        row.line(),
                        "the record has " + row.fields().size() + " fields, the header "
                                + header.fields().size());
            }
        }
        return new CsvTable(header.fields(), List.copyOf(records));
    }

    private static List<Row> records(String text) throws MarketDataException {
        List<Row> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                records.add(new Row(
                        record.getStartingLineNumber(),
                        record.getFields().stream().map(String::strip).toList()));
            }
        } catch (CsvParseException e) {
            long line = records.isEmpty() ? 1 : records.getLast().line() + 1;
            throw MarketDataException.atLine(
                    Fault.MALFORMED_QUOTES, line, "the record has text after a closing quote, or is too long");
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        return records;
    }

    private static String decode(byte[] bytes) throws MarketDataException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            long line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw MarketDataException.atLine(Fault.NOT_UTF_8, line, "byte " + in.position() + " is not UTF-8");
        }
        return out.flip().toString();
    }

    /** The CSV library takes the end of the file for a closing quote; a truncated file must not pass for a whole one. */
    private static void requireClosedQuotes(String text) throws MarketDataException {
        long line = 1;
        long openedOn = 0;
        boolean fieldStart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && (openedOn > 0 || fieldStart)) {
                openedOn = openedOn > 0 ? 0 : line;
            } else if (c == '"' && i > 0 && text.charAt(i - 1) == '"') {
                openedOn = line; // a doubled quote inside a quoted field closes and opens it
            }
            fieldStart = openedOn == 0 && (c == ',' || c == '\n' || c == '\r');
            line += c == '\n' ? 1 : 0;
        }
        if (openedOn > 0) {
            throw MarketDataException.atLine(
                    Fault.MALFORMED_QUOTES, openedOn, "a quote is opened and not closed before the file ends");
        }
    }
}
