package org.tallystick.app.key;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tallystick.app.console.Conventions;
import org.tallystick.wire.signature.SigningKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tally key}: signing keys. */
@Command(
        name = "key",
        synopsisSubcommandLabel = "COMMAND",
        header = "Make signing keys, and tell their public halves.",
        descriptionHeading = "%n",
        description = {
            "Keys are the only credential: whoever holds enough of a party's keys acts for it. A key file is an "
                    + "Ed25519 private key as PKCS#8 PEM (openssl reads it, too) that only its owner may open."
        },
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n")
public final class KeyCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    @SuppressWarnings("unused") // picocli writes it
    private Conventions conventions = new Conventions();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing: generate or show");
    }

    @Command(
            name = "generate",
            header = "Make a signing key.",
            descriptionHeading = "%n",
            description = {
                "Writes the private key to a new file with mode 0600 and prints the public key, which is what a "
                        + "genesis file or RegisterParty asks for. A file that exists is never written over."
            },
            parameterListHeading = "%n",
            optionListHeading = "%nOptions:%n",
            footerHeading = "%nExample:%n",
            footer = "  tally key generate --out alice.pem")
    int generate(
            @Mixin Conventions output,
            @Option(
                            names = "--out",
                            paramLabel = "FILE",
                            defaultValue = "tally-key.pem",
                            description = "Where the private key goes; by default ${DEFAULT-VALUE}.")
                    Path file)
            throws IOException {
        SigningKey key = SigningKey.generate(new SecureRandom());
        KeyFile.write(file, key);
        tell(output, file, key, "Wrote the private key to %s. Its public key:%n%s%n");
        return 0;
    }

    @Command(
            name = "show",
            header = "Print the public key of a key file.",
            parameterListHeading = "%n",
            optionListHeading = "%nOptions:%n")
    int show(
            @Mixin Conventions output,
            @Parameters(paramLabel = "FILE", description = "A private key, PKCS#8 PEM.") Path file)
            throws IOException {
        tell(output, file, KeyFile.read(file), null);
        return 0;
    }

    private static void tell(Conventions output, Path file, SigningKey key, @Nullable String sentence) {
        if (output.json()) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("publicKey", key.publicKey().toString());
            result.put("file", file.toString());
            output.printJson(result);
        } else if (sentence == null) {
            output.out().println(key.publicKey());
        } else {
            output.out().printf(sentence, file, key.publicKey());
        }
    }
}
