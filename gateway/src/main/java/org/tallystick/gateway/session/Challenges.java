package org.tallystick.gateway.session;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tallystick.ledger.outcome.Digest;
import org.tallystick.ledger.outcome.Sha256;
import org.tallystick.ledger.party.PublicKey;

/**
 * Challenges to be signed:
 *
 * <pre>{@code
 * "tallystick/session/v1" 00  ledger 00  address 00  key (32)  expires (8)  random (32)  seal (32)
 * }</pre>
 *
 * <p>The address is the host and port that the client asked for, in lower case: a client signs only a challenge for the
 * address it means to sign in at. {@code expires} is in milliseconds since the epoch, the highest byte first. The seal is
 * HMAC-SHA-256 over all before it, with a key that lives as long as this object; so a challenge that is given out takes no
 * memory, and nobody can use it up for others. Only those that were answered are remembered, until they expire.
 */
final class Challenges {

    static final String DOMAIN = "tallystick/session/v1";

    private static final int RANDOM_LENGTH = 32;
    private static final int SEAL_LENGTH = 32;
    private static final String SEAL = "HmacSHA256";

    private final String ledger;
    private final long lifeMillis;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec sealingKey;
    private final Map<Digest, Long> answered = new ConcurrentHashMap<>();

    Challenges(String ledger, long lifeMillis, InstantSource clock) {
        this.ledger = ledger;
        this.lifeMillis = lifeMillis;
        this.clock = clock;
        this.sealingKey = new SecretKeySpec(random(SEAL_LENGTH), SEAL);
    }

    /** The bytes to sign, and until when. */
    record Challenge(byte[] bytes, long expiresMillis) {}

    Challenge give(PublicKey key, String address) {
        long expires = clock.millis() + lifeMillis;
        byte[] head = head(key, address);
        byte[] body = ByteBuffer.allocate(head.length + Long.BYTES + RANDOM_LENGTH)
                .put(head)
                .putLong(expires)
                .put(random(RANDOM_LENGTH))
                .array();
        byte[] whole = Arrays.copyOf(body, body.length + SEAL_LENGTH);
        System.arraycopy(seal(body), 0, whole, body.length, SEAL_LENGTH);
        return new Challenge(whole, expires);
    }

    /** Whether these are the bytes of a challenge that was given for this key at this address, and is still good. */
    boolean isGood(byte[] challenge, PublicKey key, String address) {
        byte[] head = head(key, address);
        int sealed = head.length + Long.BYTES + RANDOM_LENGTH;
        if (challenge.length != sealed + SEAL_LENGTH || !Arrays.equals(head, Arrays.copyOf(challenge, head.length))) {
            return false;
        }
        byte[] seal = Arrays.copyOfRange(challenge, sealed, challenge.length);
        return MessageDigest.isEqual(seal, seal(Arrays.copyOf(challenge, sealed)))
                && clock.millis() < expiresMillis(challenge, head.length)
                && !answered.containsKey(Sha256.of(challenge));
    }

    /** Uses up a good challenge; false if someone was quicker. */
    boolean useUp(byte[] challenge, PublicKey key, String address) {
        long now = clock.millis();
        answered.values().removeIf(expires -> expires <= now);
        long expires = expiresMillis(challenge, head(key, address).length);
        return answered.putIfAbsent(Sha256.of(challenge), expires) == null;
    }

    private static long expiresMillis(byte[] challenge, int offset) {
        return ByteBuffer.wrap(challenge).getLong(offset);
    }

    private byte[] head(PublicKey key, String address) {
        byte[] text = (DOMAIN + "\0" + ledger + "\0" + address.toLowerCase(Locale.ROOT) + "\0")
                .getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(text.length + PublicKey.LENGTH)
                .put(text)
                .put(key.bytes())
                .array();
    }

    private byte[] seal(byte[] body) {
        try {
            Mac mac = Mac.getInstance(SEAL);
            mac.init(sealingKey);
            return mac.doFinal(body);
        } catch (NoSuchAlgorithmException | InvalidKeyException missing) {
            throw new IllegalStateException("every Java platform has " + SEAL, missing);
        }
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
