package org.tallystick.wire.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tallystick.ledger.party.PublicKey;
import org.tallystick.wire.signature.Curve.Point;

/**
 * Every authority must decide alike on every signature, crafted ones too. The crafted ones are made here, from points of
 * small order, as in Chalkias, Garillot, Nikolaenko, "Taming the many EdDSAs" (2020).
 */
final class SignatureAgreementTest {

    private static final byte[] MESSAGE = "sell 100 par".getBytes(StandardCharsets.US_ASCII);
    private static final SigningKey KEY = SigningKey.fromSeed(new byte[32]);
    private static final BigInteger SECRET = BigInteger.valueOf(123_456_789);
    private static final BigInteger NONCE = BigInteger.valueOf(987_654_321);

    @SuppressWarnings("ArrayRecordComponent")
    private record Crafted(String name, byte[] key, byte[] signature, byte[] message) {}

    @Test
    void rfc8032TestOneIsSignedAsPublished() {
        SigningKey key = SigningKey.fromSeed(
                HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));

        assertThat(key.publicKey()).hasToString("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        assertThat(HexFormat.of().formatHex(key.sign(new byte[0]).bytes()))
                .isEqualTo("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555f"
                        + "b8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    }

    @ParameterizedTest
    @EnumSource(SignatureProvider.class)
    void honestSignaturesVerifyOverTheirMessageOnly(SignatureProvider provider) {
        SignatureCheck check = check(provider);
        for (int i = 0; i < 50; i++) {
            SigningKey key = SigningKey.fromSeed(seed(i));
            Signature signature = key.sign(MESSAGE);

            assertThat(check.verifies(signature, MESSAGE)).isTrue();
            assertThat(check.verifies(signature, new byte[] {(byte) i})).isFalse();
            assertThat(check.verifies(new Signature(KEY.publicKey(), signature.bytes()), MESSAGE))
                    .isEqualTo(i == 0);
        }
    }

    @ParameterizedTest
    @EnumSource(SignatureProvider.class)
    void aSignatureWithAnyBitFlippedIsRefused(SignatureProvider provider) {
        SignatureCheck check = check(provider);
        byte[] signature = KEY.sign(MESSAGE).bytes();
        for (int bit = 0; bit < 8 * Signature.LENGTH; bit++) {
            byte[] flipped = signature.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);

            assertThat(check.verifies(new Signature(KEY.publicKey(), flipped), MESSAGE))
                    .as("bit %d", bit)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(SignatureProvider.class)
    void craftedSignaturesAreRefusedByAll(SignatureProvider provider) {
        SignatureCheck check = check(provider);
        for (Crafted crafted : crafted()) {
            Signature signature = new Signature(new PublicKey(crafted.key()), crafted.signature());

            assertThat(check.verifies(signature, crafted.message()))
                    .as(crafted.name())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(SignatureProvider.class)
    void keysThatAreNoKeysVerifyNothing(SignatureProvider provider) {
        SignatureCheck check = check(provider);
        byte[] signature = KEY.sign(MESSAGE).bytes();
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            byte[] key = new byte[PublicKey.LENGTH];
            random.nextBytes(key);

            assertThat(check.verifies(new Signature(new PublicKey(key), signature), MESSAGE))
                    .isFalse();
        }
    }

    @Test
    void aLibraryAloneWouldAcceptWhatItsNeighbourRefuses() {
        Crafted mixed = mixedNoncePoint();

        boolean byBouncyCastleAlone =
                Ed25519.verify(mixed.signature(), 0, mixed.key(), 0, mixed.message(), 0, mixed.message().length);

        assertThat(byBouncyCastleAlone).as("it multiplies the equation by 8").isTrue();
    }

    private static List<Crafted> crafted() {
        byte[] honest = KEY.sign(MESSAGE).bytes();
        byte[] honestKey = KEY.publicKey().bytes();
        BigInteger s = Curve.scalar(Arrays.copyOfRange(honest, 32, 64));
        byte[] sPlusL = concat(Arrays.copyOf(honest, 32), Curve.encode(s.add(Curve.L)));
        byte[] noPoint = honest.clone();
        Arrays.fill(noPoint, 0, 32, (byte) 0);
        noPoint[0] = 2;
        return Stream.of(
                        Stream.of(
                                new Crafted("S + L for S", honestKey, sPlusL, MESSAGE),
                                new Crafted("all zero", honestKey, new byte[64], MESSAGE),
                                new Crafted("all zero by the key of zeros", new byte[32], new byte[64], MESSAGE),
                                new Crafted("R with y = 2", honestKey, noPoint, MESSAGE)),
                        smallOrderKeys(),
                        neutralNoncePoints(),
                        Stream.of(mixedNoncePoint(), mixedKey()))
                .flatMap(stream -> stream)
                .toList();
    }

    /** A key of order 8, 4, 2 or 1 "signs" anything: R = rB - hA, S = r. */
    private static Stream<Crafted> smallOrderKeys() {
        return Stream.iterate(0, n -> n < 8, n -> n + 1).map(n -> {
            Point key = Curve.torsion().times(BigInteger.valueOf(n));
            // h depends on R, which depends on h modulo 8 only: try the eight.
            for (int guess = 0; guess < 8; guess++) {
                Point r = Curve.BASE.times(NONCE).plus(key.times(BigInteger.valueOf(8L - guess)));
                BigInteger h = Curve.challenge(r.encoded(), key.encoded(), MESSAGE);
                if (h.mod(BigInteger.valueOf(8)).intValue() == guess) {
                    return new Crafted(
                            n + "T as key", key.encoded(), concat(r.encoded(), Curve.encode(NONCE)), MESSAGE);
                }
            }
            return new Crafted(n + "T as key, by chance", key.encoded(), new byte[64], MESSAGE);
        });
    }

    /** r = 0: R is the neutral element, in its three encodings, and S = ha. */
    private static Stream<Crafted> neutralNoncePoints() {
        byte[] key = Curve.BASE.times(SECRET).encoded();
        byte[] one = Curve.encode(BigInteger.ONE);
        byte[] minusZero = one.clone();
        minusZero[31] |= (byte) 0x80;
        byte[] onePlusP = Curve.encode(BigInteger.ONE.add(Curve.P));
        return Stream.of(one, minusZero, onePlusP).map(r -> {
            BigInteger h = Curve.challenge(r, key, MESSAGE);
            byte[] s = Curve.encode(h.multiply(SECRET).mod(Curve.L));
            return new Crafted("neutral R as " + HexFormat.of().formatHex(r), key, concat(r, s), MESSAGE);
        });
    }

    /** R = rB + T: 8SB = 8R + 8hA holds, SB = R + hA does not. */
    private static Crafted mixedNoncePoint() {
        byte[] key = Curve.BASE.times(SECRET).encoded();
        byte[] r = Curve.BASE.times(NONCE).plus(Curve.torsion()).encoded();
        BigInteger h = Curve.challenge(r, key, MESSAGE);
        byte[] s = Curve.encode(NONCE.add(h.multiply(SECRET)).mod(Curve.L));
        return new Crafted("R outside the group", key, concat(r, s), MESSAGE);
    }

    /** A = aB + T with a message for which 8 divides h: both equations hold, but not for every message. */
    private static Crafted mixedKey() {
        byte[] key = Curve.BASE.times(SECRET).plus(Curve.torsion()).encoded();
        byte[] r = Curve.BASE.times(NONCE).encoded();
        for (byte i = 0; ; i++) {
            byte[] message = {i};
            BigInteger h = Curve.challenge(r, key, message);
            if (h.mod(BigInteger.valueOf(8)).signum() == 0) {
                byte[] s = Curve.encode(NONCE.add(h.multiply(SECRET)).mod(Curve.L));
                return new Crafted("A outside the group", key, concat(r, s), message);
            }
        }
    }

    private static SignatureCheck check(SignatureProvider provider) {
        var check = SignatureCheck.by(provider);
        assumeThat(check).as(provider.title() + " works on this machine").isPresent();
        return check.orElseThrow();
    }

    private static byte[] seed(int n) {
        byte[] seed = new byte[32];
        seed[0] = (byte) n;
        return seed;
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
