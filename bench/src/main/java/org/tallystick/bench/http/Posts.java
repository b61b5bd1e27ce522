package org.tallystick.bench.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The request that hands in each of some envelopes, in protobuf, and the receipts that were answered. */
final class Posts {

    private final byte[][] requests;
    private final byte[][] receipts;

    Posts(String host, Sessions sessions, List<byte[]> envelopes) {
        requests = new byte[envelopes.size()][];
        receipts = new byte[envelopes.size()][];
        for (int i = 0; i < requests.length; i++) {
            byte[] envelope = envelopes.get(i);
            byte[] head = head("/api/v1/instructions", host, sessions.of(envelope), envelope.length);
            requests[i] = ByteBuffer.allocate(head.length + envelope.length)
                    .put(head)
                    .put(envelope)
                    .array();
        }
    }

    /** Everything before the body of a request that hands in protobuf and wants protobuf. */
    static byte[] head(String path, String host, String token, long length) {
        return """
                POST %s HTTP/1.1
                Host: %s
                Authorization: Bearer %s
                Content-Type: application/x-protobuf
                Accept: application/x-protobuf
                Content-Length: %d

                """.replace("\n", "\r\n").formatted(path, host, token, length).getBytes(StandardCharsets.US_ASCII);
    }

    int count() {
        return requests.length;
    }

    ByteBuffer request(int number) {
        return ByteBuffer.wrap(requests[number]);
    }

    /**
     * Keeps a receipt.
     *
     * @throws IllegalStateException if there is none
     */
    void take(int number, int status, ByteBuffer body) {
        if (status != 200) {
            throw new IllegalStateException(
                    "an envelope was answered " + status + ": " + StandardCharsets.UTF_8.decode(body));
        }
        byte[] receipt = new byte[body.remaining()];
        body.get(receipt);
        receipts[number] = receipt;
    }

    List<byte[]> receipts() {
        return List.of(receipts);
    }
}
