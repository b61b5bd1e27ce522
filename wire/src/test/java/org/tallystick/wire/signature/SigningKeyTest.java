package org.tallystick.wire.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

/** A party makes a key, keeps it in a file, and tells the public half. */
final class SigningKeyTest {

    /** The private key of RFC 8410, 10.3, and the public key of 10.1 that belongs to it. */
    private static final String RFC_8410 = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
            -----END PRIVATE KEY-----
            """;

    private static final String RFC_8410_PUBLIC = "19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1";

    @Test
    void aKeyMadeElsewhereIsRead() {
        SigningKey key = SigningKey.fromPem(RFC_8410);

        assertThat(key.publicKey()).hasToString(RFC_8410_PUBLIC);
        assertThat(key.toPem()).isEqualTo(RFC_8410);
    }

    @Test
    void aNewKeyComesBackFromItsFile() {
        SigningKey key = SigningKey.generate(new SecureRandom());

        assertThat(SigningKey.fromPem(key.toPem()).publicKey()).isEqualTo(key.publicKey());
        assertThat(PublicKeys.parse(key.publicKey() + "\n")).isEqualTo(key.publicKey());
    }

    @Test
    void aKeyNeverPrintsItsSecret() {
        assertThat(SigningKey.fromPem(RFC_8410)).hasToString("SigningKey[" + RFC_8410_PUBLIC + "]");
    }

    @Test
    void aFileThatIsNoKeyIsRefusedInASentence() {
        assertThatThrownBy(() -> SigningKey.fromPem("hello"))
                .isInstanceOf(BadKey.class)
                .hasMessageContaining("begins with");
        assertThatThrownBy(() -> SigningKey.fromPem(RFC_8410.replace("MC4C", "MC4D")))
                .isInstanceOf(BadKey.class)
                .hasMessageContaining("no private key");
        // An X25519 key: 1.3.101.110 where Ed25519 has 1.3.101.112.
        assertThatThrownBy(() -> SigningKey.fromPem(RFC_8410.replace("K2Vw", "K2Vu")))
                .isInstanceOf(BadKey.class)
                .hasMessageContaining("not an Ed25519 key");
    }

    @Test
    void aTextThatIsNoPublicKeyIsRefusedInASentence() {
        assertThatThrownBy(() -> PublicKeys.parse("abc"))
                .isInstanceOf(BadKey.class)
                .hasMessageContaining("64 hexadecimal digits, not 3");
        assertThatThrownBy(() -> PublicKeys.parse("x".repeat(64)))
                .isInstanceOf(BadKey.class)
                .hasMessageContaining("0 to 9 and a to f");
        assertThatThrownBy(() -> PublicKeys.parse("0".repeat(64)))
                .isInstanceOf(BadKey.class)
                .hasMessageContaining("no Ed25519 public key");
    }
}
