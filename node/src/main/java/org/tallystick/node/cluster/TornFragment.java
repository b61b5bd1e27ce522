package org.tallystick.node.cluster;

import io.aeron.archive.client.ArchiveException;
import io.aeron.logbuffer.FrameDescriptor;
import io.aeron.protocol.DataHeaderFlyweight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.agrona.BitUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The archive does not open a recording whose last fragment was only half written when the disk was full or the power
 * failed; it asks for the fragment to be cut off. That is safe: a fragment that is not whole was never committed, so
 * nobody has a receipt for it. Were it otherwise, the journal would hold more than the log, and the start would say so.
 */
final class TornFragment {

    private static final Logger LOG = LoggerFactory.getLogger(TornFragment.class);
    private static final Pattern COMPLAINT =
            Pattern.compile("incomplete last fragment straddling page boundary in file: (.+\\.rec)\\b");

    private TornFragment() {}

    /** Cuts the fragment off that the archive complains of; tells whether that was its complaint. */
    static boolean cutOff(ArchiveException complaint) {
        Matcher matcher = COMPLAINT.matcher(String.valueOf(complaint.getMessage()));
        if (!matcher.find()) {
            return false;
        }
        Path segment = Path.of(matcher.group(1));
        try {
            long at = cutLastFragment(segment);
            LOG.info("cut a half written fragment off the log: {}, byte {}", segment.getFileName(), at);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long cutLastFragment(Path segment) throws IOException {
        try (FileChannel file = FileChannel.open(segment, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long length = file.size();
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(length)).order(ByteOrder.LITTLE_ENDIAN);
            while (bytes.hasRemaining() && file.read(bytes, bytes.position()) >= 0) {
                // read on
            }
            int last = lastFragment(bytes.flip());
            file.truncate(last);
            file.write(ByteBuffer.allocate(1), length - 1);
            file.force(true);
            return last;
        }
    }

    private static int lastFragment(ByteBuffer bytes) {
        int last = 0;
        int next = 0;
        while (next + DataHeaderFlyweight.HEADER_LENGTH <= bytes.limit() && bytes.getInt(next) > 0) {
            last = next;
            next += BitUtil.align(bytes.getInt(next), FrameDescriptor.FRAME_ALIGNMENT);
        }
        return last;
    }
}
