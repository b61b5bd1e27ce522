package org.tallystick.app.authority;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.tallystick.app.console.Failure;
import org.tallystick.app.console.JsonFault;
import org.tallystick.ledger.engine.Genesis;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.wire.signature.BadKey;
import org.tallystick.wire.signature.PublicKeys;

/**
 * What a ledger begins with, as a file:
 *
 * <pre>
 * {
 *   "ledger": "example",
 *   "operator": {
 *     "code": "OPERATOR",
 *     "name": "Example Operator",
 *     "jurisdiction": "US",
 *     "threshold": 1,
 *     "keys": ["d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"]
 *   }
 * }
 * </pre>
 *
 * The keys are those that {@code tally key generate} prints. The operator is party 1.
 */
public final class GenesisFile {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final ObjectWriter INDENTED =
            JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private record Content(String ledger, Operator operator) {}

    private record Operator(String code, String name, String jurisdiction, int threshold, List<String> keys) {}

    private GenesisFile() {}

    /**
     * Reads a genesis file.
     *
     * @throws Failure when it is not one, with the line and column where it stops being one
     */
    public static Genesis read(Path file) throws IOException {
        String text = Files.readString(file);
        try {
            Content content = Objects.requireNonNull(JSON.readValue(text, Content.class));
            Operator operator = content.operator;
            List<PublicKey> keys = operator.keys.stream().map(PublicKeys::parse).toList();
            return new Genesis(
                    content.ledger, operator.code, operator.name, operator.jurisdiction, operator.threshold, keys);
        } catch (JsonProcessingException e) {
            throw Failure.badInput("BAD_GENESIS", "%s, %s".formatted(file, JsonFault.sentence(e)));
        } catch (BadKey | IllegalArgumentException e) {
            throw Failure.badInput("BAD_GENESIS", "%s: %s".formatted(file, e.getMessage()));
        }
    }

    /** The text of the file. */
    static String toText(Genesis genesis) throws IOException {
        List<String> keys =
                genesis.operatorKeys().stream().map(PublicKey::toString).toList();
        Operator operator = new Operator(
                genesis.operatorCode(), genesis.operatorName(), genesis.jurisdiction(), genesis.threshold(), keys);
        return INDENTED.writeValueAsString(new Content(genesis.ledger(), operator)) + "\n";
    }
}
