package org.tallystick.app.authority;

import java.io.IOException;
import java.util.Optional;

/** Finds the authority of a directory. */
public final class Authorities {

    private Authorities() {}

    /** The node that runs on the directory, or, when none does, one started in this process until it is closed. */
    public static Authority open(AuthorityDirectory directory) throws IOException {
        directory.genesis();
        Optional<Authority> running = RemoteAuthority.connect(directory.socket());
        return running.isPresent() ? running.get() : EmbeddedAuthority.start(directory);
    }
}
