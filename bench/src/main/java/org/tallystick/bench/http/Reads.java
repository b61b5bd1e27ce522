package org.tallystick.bench.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.tallystick.bench.authority.Founding;
import org.tallystick.bench.authority.World;

/**
 * The request for each balance there is, one account and one asset, in the session of the custodian that owns the account:
 * written once.
 */
final class Reads {

    /** Each account holds dollars and a note. */
    private static final int ASSETS = World.NOTE;

    private static final byte[] AVAILABLE = "\"available\":".getBytes(StandardCharsets.US_ASCII);

    private final byte[][] requests;

    Reads(String host, Sessions sessions, int accounts) {
        requests = new byte[accounts * ASSETS][];
        for (int balance = 0; balance < requests.length; balance++) {
            String token = balance < requests.length / 2 ? sessions.alpha() : sessions.beta();
            requests[balance] = """
                    GET /api/v1/accounts/%d/holdings/%d HTTP/1.1
                    Host: %s
                    Authorization: Bearer %s

                    """.replace("\n", "\r\n")
                    .formatted(account(balance), asset(balance), host, token)
                    .getBytes(StandardCharsets.US_ASCII);
        }
    }

    int count() {
        return requests.length;
    }

    ByteBuffer request(int balance) {
        return ByteBuffer.wrap(requests[balance]);
    }

    static int account(int balance) {
        return Founding.FIRST_ACCOUNT + balance / ASSETS;
    }

    static int asset(int balance) {
        return 1 + balance % ASSETS;
    }

    /** The number of a balance. */
    static int balance(int account, int asset) {
        return (account - Founding.FIRST_ACCOUNT) * ASSETS + asset - 1;
    }

    /**
     * What an answer says is available.
     *
     * @throws IllegalStateException if it is no answer to the request for this balance
     */
    static long available(int balance, int status, ByteBuffer body) {
        byte[] begin = "{\"account\":%d,\"asset\":%d,"
                .formatted(account(balance), asset(balance))
                .getBytes(StandardCharsets.US_ASCII);
        int at = find(AVAILABLE, body);
        if (status != 200 || find(begin, body) != begin.length || at < 0) {
            throw new IllegalStateException("balance %d of account %d was answered %d: %s"
                    .formatted(asset(balance), account(balance), status, StandardCharsets.UTF_8.decode(body)));
        }
        return number(at, body);
    }

    /** Where the bytes after the first of these are; -1 if they are not there. */
    static int find(byte[] what, ByteBuffer in) {
        for (int at = 0; at + what.length <= in.limit(); at++) {
            int same = 0;
            while (same < what.length && in.get(at + same) == what[same]) {
                same++;
            }
            if (same == what.length) {
                return at + same;
            }
        }
        return -1;
    }

    private static long number(int at, ByteBuffer in) {
        long number = 0;
        for (int i = at; in.get(i) >= '0' && in.get(i) <= '9'; i++) {
            number = number * 10 + in.get(i) - '0';
        }
        return number;
    }
}
