package org.tallystick.app.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tallystick.app.authority.AuthorityDirectory;
import org.tallystick.app.key.KeyFile;
import org.tallystick.gateway.session.DemoIdentity;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.wire.signature.SigningKey;

/**
 * The keys that lie in a ledger's own directory, for whoever wants to try it out: everyone who can read the directory, or
 * knows the seed, has them. They open sessions in demonstrations only.
 *
 * @param keys by what a person would call them: a party's code, a second key's with a number behind it
 */
public record Demonstration(Map<String, SigningKey> keys) {

    private static final String FOLDER = "keys";
    private static final String SUFFIX = ".pem";

    /** Puts keys into a directory; those that are there already stay. */
    public static Path write(AuthorityDirectory directory, Map<String, SigningKey> keys) throws IOException {
        Path folder = Files.createDirectories(directory.root().resolve(FOLDER));
        for (Map.Entry<String, SigningKey> key : keys.entrySet()) {
            Path file = folder.resolve(key.getKey() + SUFFIX);
            if (!Files.exists(file)) {
                KeyFile.write(file, key.getValue());
            }
        }
        return folder;
    }

    /** Those of a directory; none where it has none. */
    public static Demonstration of(AuthorityDirectory directory) throws IOException {
        Path folder = directory.root().resolve(FOLDER);
        Map<String, SigningKey> keys = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(SUFFIX)) {
                        keys.put(name.substring(0, name.length() - SUFFIX.length()), KeyFile.read(file));
                    }
                }
            }
        }
        return new Demonstration(keys);
    }

    Set<PublicKey> publicKeys() {
        Set<PublicKey> publicKeys = new HashSet<>();
        keys.values().forEach(key -> publicKeys.add(key.publicKey()));
        return publicKeys;
    }

    /** As whom one may sign in; a second key of a party comes with its party's code. */
    List<DemoIdentity> identities() {
        List<DemoIdentity> identities = new ArrayList<>();
        keys.forEach((name, key) -> {
            String code = name.replaceFirst("-\\d$", "");
            identities.add(new DemoIdentity(code, code.equals(name) ? "" : "its second key", key.toPem()));
        });
        return identities;
    }
}
