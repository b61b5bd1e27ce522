package org.tallystick.app.programs;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.tallystick.app.TownLedger;
import org.tallystick.app.authority.EmbeddedAuthority;
import org.tallystick.app.service.DatabaseOptions;
import org.tallystick.app.service.HttpOptions;
import org.tallystick.app.service.Service;
import picocli.CommandLine;

/** The town, open for business: an authority with its node on disk, its tables and its gateway. */
final class LiveTown implements AutoCloseable {

    private final TownLedger town;
    private final EmbeddedAuthority authority;
    private final Service service;
    private final HttpClient http = HttpClient.newHttpClient();

    private LiveTown(TownLedger town, EmbeddedAuthority authority, Service service) {
        this.town = town;
        this.authority = authority;
        this.service = service;
    }

    static LiveTown open(Path root) throws IOException {
        TownLedger town = TownLedger.create(root);
        EmbeddedAuthority authority = EmbeddedAuthority.start(town.directory());
        town.settle(authority);
        HttpOptions http = new HttpOptions();
        new CommandLine(http).parseArgs("--port", "0", "--host", "localhost");
        Service.Offer offer = new Service.Offer(http, new DatabaseOptions(), false);
        return new LiveTown(town, authority, Service.start(authority, town.directory(), offer));
    }

    TownLedger town() {
        return town;
    }

    EmbeddedAuthority authority() {
        return authority;
    }

    /** Where the gateway is, without a slash at the end. */
    URI uri() {
        String url = service.url();
        return URI.create(url.substring(0, url.length() - 1));
    }

    /** Waits until everything that is in the log can be read. */
    void awaitRead() throws IOException, InterruptedException {
        long last = authority.node().lastIndex();
        while (position() < last) {
            Thread.sleep(10);
        }
    }

    private long position() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri().resolve("/metrics")).build();
        String metrics = http.send(request, BodyHandlers.ofString()).body();
        return metrics.lines()
                .filter(line -> line.startsWith("tallystick_position "))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        http.close();
        service.close();
        authority.close();
    }
}
