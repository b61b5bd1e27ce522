package org.tallystick.bench.report;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The figures of one run, printed as they come and kept in a file that all parts of the run add to, so that processes of
 * their own can measure them. What is measured before something else and after it again counts with the mean of both: a
 * machine need not be as fast at the end of a run as at its beginning.
 */
public final class Figures {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final List<Figure> measured;

    private Figures(Path file, List<Figure> measured) {
        this.file = file;
        this.measured = measured;
    }

    /** Those in the file so far, none when it does not exist. */
    public static Figures in(Path file) throws IOException {
        List<Figure> measured = Files.exists(file)
                ? JSON.readValue(file.toFile(), new TypeReference<ArrayList<Figure>>() {})
                : new ArrayList<>();
        return new Figures(file, measured);
    }

    public void add(Named name, double value) throws IOException {
        add(name.of(value));
    }

    /** Prints the figure and writes it down, beside any of the same name. */
    public void add(Figure figure) throws IOException {
        System.out.println(String.format(
                Locale.ROOT, "  %-68s %16s %s", figure.name(), Quantity.text(figure.value()), figure.unit()));
        measured.add(figure);
        Files.createDirectories(file.toAbsolutePath().getParent());
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), measured);
    }

    /** Each once, in the order in which they came first. */
    public List<Figure> all() {
        Map<String, List<Figure>> byName =
                measured.stream().collect(Collectors.groupingBy(Figure::name, LinkedHashMap::new, Collectors.toList()));
        return byName.values().stream().map(Figures::mean).toList();
    }

    private static Figure mean(List<Figure> alike) {
        double mean = alike.stream().mapToDouble(Figure::value).average().orElseThrow();
        return new Figure(alike.getFirst().name(), mean, alike.getFirst().unit());
    }

    public Optional<Figure> find(String name) {
        return all().stream().filter(figure -> figure.name().equals(name)).findFirst();
    }
}
