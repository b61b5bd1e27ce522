package org.tallystick.bench.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that is written by hand reads what a server may send, however it comes in pieces. */
class HttpLoadTest {

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /** Answers each request of one connection with these pieces, one after another. */
    private void answer(String... pieces) {
        Thread.ofPlatform().daemon().start(() -> {
            try (Socket socket = server.accept()) {
                OutputStream out = socket.getOutputStream();
                while (socket.getInputStream().read(new byte[1_024]) > 0) {
                    for (String piece : pieces) {
                        out.write(piece.getBytes(StandardCharsets.US_ASCII));
                        out.flush();
                        Thread.sleep(5);
                    }
                }
            } catch (IOException | InterruptedException over) {
                // the test is over
            }
        });
    }

    private List<String> ask(int requests) throws IOException {
        List<String> answers = new ArrayList<>();
        HttpLoad.flood(
                (InetSocketAddress) server.getLocalSocketAddress(),
                1,
                requests,
                request -> ByteBuffer.wrap("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII)),
                (request, status, body) -> answers.add(status + " " + StandardCharsets.US_ASCII.decode(body)));
        return answers;
    }

    @Test
    void anAnswerInPiecesIsOne() throws Exception {
        answer("HTTP/1.1 200 OK\r\nContent-Le", "ngth: 10\r\nX-Other: 99\r\n\r", "\n01234", "56789");

        assertThat(ask(2)).containsExactly("200 0123456789", "200 0123456789");
    }

    @Test
    void theStatusIsTold() throws Exception {
        answer("HTTP/1.1 429 Too Many Requests\r\ncontent-length:2\r\n\r\n{}");

        assertThat(ask(1)).containsExactly("429 {}");
    }

    @Test
    void anAnswerThatNeverEndsIsNoAnswer() {
        answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");

        assertThatThrownBy(() -> ask(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("an answer without a length");
    }

    @Test
    void aConnectionThatClosesIsNoAnswer() throws Exception {
        Thread.ofPlatform().daemon().start(() -> {
            try (Socket socket = server.accept()) {
                var unused = socket.getInputStream().read(new byte[1_024]);
            } catch (IOException over) {
                // the test is over
            }
        });

        assertThatThrownBy(() -> ask(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed a connection");
    }
}
