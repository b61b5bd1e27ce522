package org.tallystick.app.console;

import picocli.CommandLine.IVersionProvider;

/** The version from the manifest of the jar. */
public final class VersionText implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = VersionText.class.getPackage().getImplementationVersion();
        return new String[] {
            "tally " + (version == null ? "(not packaged)" : version), "Java " + Runtime.version(),
        };
    }
}
