package org.tallystick.gateway.console;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.tallystick.wire.json.SchemaJson;

/**
 * Style sheets and scripts. They stand under a path that names the digest of them all, so that a browser may keep them for
 * ever, and modules find each other beside themselves.
 */
final class Assets implements HttpService {

    private static final String WEBJARS = "/META-INF/resources/webjars/";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private static final List<String> OWN = List.of(
            "console.css",
            "theme.js",
            "shell.js",
            "codec.js",
            "keys.js",
            "ledger.js",
            "figures.js",
            "dom.js",
            "names.js",
            "told.js",
            "signing.js",
            "sign-in.js",
            "instruct.js",
            "affirm.js",
            "approvals.js",
            "operate.js",
            "charts.js",
            "favicon.svg");

    private static final Map<String, String> OTHERS = Map.of(
            "htmx.js", WEBJARS + "htmx.org/2.0.10/dist/htmx.min.js",
            "sse.js", WEBJARS + "htmx-ext-sse/2.2.2/sse.js",
            "uplot.js", WEBJARS + "uplot/1.6.30/dist/uPlot.iife.min.js",
            "uplot.css", WEBJARS + "uplot/1.6.30/dist/uPlot.min.css");

    private final Map<String, Asset> assets = new TreeMap<>();
    private final String root;

    /** A file as it is, and compressed. */
    @SuppressWarnings("ArrayRecordComponent") // written out, never compared or changed
    private record Asset(String type, byte[] plain, byte[] compressed) {}

    Assets() {
        for (String name : OWN) {
            add(name, read("assets/" + name));
        }
        OTHERS.forEach((name, path) -> add(name, read(path)));
        add("schema.json", SchemaJson.print().getBytes(StandardCharsets.UTF_8));
        add("advice.json", Advice.json().getBytes(StandardCharsets.UTF_8));
        root = "/assets/" + digest();
    }

    /** Where they stand: {@code /assets/} and a digest. */
    String root() {
        return root;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.get(root + "/{name}", this::serve);
    }

    private void serve(ServerRequest request, ServerResponse response) {
        Asset asset = assets.get(request.path().pathParameters().get("name"));
        if (asset == null) {
            response.status(Status.NOT_FOUND_404).send();
            return;
        }
        response.header(HeaderNames.CONTENT_TYPE, asset.type);
        response.header(HeaderNames.CACHE_CONTROL, FOR_EVER);
        response.header(HeaderNames.VARY, "Accept-Encoding");
        if (request.headers().first(HeaderNames.ACCEPT_ENCODING).orElse("").contains("gzip")) {
            response.header(HeaderNames.CONTENT_ENCODING, "gzip");
            response.send(asset.compressed);
        } else {
            response.send(asset.plain);
        }
    }

    private void add(String name, byte[] bytes) {
        assets.put(name, new Asset(type(name), bytes, compress(bytes)));
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".css" -> "text/css; charset=utf-8";
            case ".js" -> "text/javascript; charset=utf-8";
            case ".json" -> "application/json";
            case ".svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException("no type is known for " + name);
        };
    }

    private static byte[] read(String path) {
        try (InputStream in = Assets.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + path);
            }
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] compress(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return compressed.toByteArray();
    }

    private String digest() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            assets.forEach((name, asset) -> {
                sha256.update(name.getBytes(StandardCharsets.UTF_8));
                sha256.update(asset.plain);
            });
            return HexFormat.of().formatHex(sha256.digest(), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
