package org.tallystick.bench.report;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The figures of one run, printed as they come and kept in a file that all parts of the run add to, so that processes of
 * their own can measure them.
 */
public final class Figures {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final List<Figure> figures;

    private Figures(Path file, List<Figure> figures) {
        this.file = file;
        this.figures = figures;
    }

    /** Those in the file so far, none when it does not exist. */
    public static Figures in(Path file) throws IOException {
        List<Figure> figures = Files.exists(file)
                ? JSON.readValue(file.toFile(), new TypeReference<ArrayList<Figure>>() {})
                : new ArrayList<>();
        return new Figures(file, figures);
    }

    public void add(Named name, double value) throws IOException {
        add(name.of(value));
    }

    /** Prints the figure and writes it down; it takes the place of one of the same name. */
    public void add(Figure figure) throws IOException {
        System.out.println(String.format(
                Locale.ROOT, "  %-68s %16s %s", figure.name(), Quantity.text(figure.value()), figure.unit()));
        figures.removeIf(former -> former.name().equals(figure.name()));
        figures.add(figure);
        Files.createDirectories(file.toAbsolutePath().getParent());
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), figures);
    }

    public List<Figure> all() {
        return List.copyOf(figures);
    }

    public Optional<Figure> find(String name) {
        return figures.stream().filter(figure -> figure.name().equals(name)).findFirst();
    }
}
