package org.tallystick.node.cluster;

import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.RecordingLog;
import io.aeron.cluster.service.ClusteredServiceContainer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what a start no longer needs: all snapshots but the last two, and the log before the older of these. So a
 * start that finds the last snapshot damaged still has one to fall back on.
 */
final class LogPurge {

    private static final Logger LOG = LoggerFactory.getLogger(LogPurge.class);
    static final int SNAPSHOTS_KEPT = 2;
    private static final int ALL = Integer.MAX_VALUE;

    private final Path clusterDirectory;
    private final AeronArchive.Context archiveContext;

    LogPurge(Path clusterDirectory, AeronArchive.Context archiveContext) {
        this.clusterDirectory = clusterDirectory;
        this.archiveContext = archiveContext;
    }

    /** Called while no snapshot is being taken. */
    void run() {
        try (RecordingLog recordings = new RecordingLog(clusterDirectory.toFile(), false);
                AeronArchive archive = AeronArchive.connect(archiveContext.clone())) {
            List<RecordingLog.Entry> snapshots = new ArrayList<>();
            TreeSet<Long> positions = new TreeSet<>();
            for (RecordingLog.Entry entry : recordings.entries()) {
                if (entry.type == RecordingLog.ENTRY_TYPE_SNAPSHOT && entry.isValid) {
                    snapshots.add(entry);
                    positions.add(entry.logPosition);
                }
            }
            while (positions.size() > SNAPSHOTS_KEPT) {
                positions.pollFirst();
            }
            if (positions.size() == SNAPSHOTS_KEPT) {
                purgeSnapshots(archive, snapshots, positions.first());
                purgeLog(archive, recordings.findLastTermRecordingId(), positions.first());
            }
        }
    }

    private static void purgeSnapshots(
            AeronArchive archive, List<RecordingLog.Entry> snapshots, long oldestKeptPosition) {
        Set<Long> kept = new HashSet<>();
        long newestKept = 0;
        for (RecordingLog.Entry snapshot : snapshots) {
            if (snapshot.logPosition >= oldestKeptPosition) {
                kept.add(snapshot.recordingId);
                newestKept = Math.max(newestKept, snapshot.recordingId);
            }
        }
        for (Recording recording : recordings(archive)) {
            if (recording.isSnapshot() && recording.id() < newestKept && !kept.contains(recording.id())) {
                archive.purgeRecording(recording.id());
            }
        }
    }

    private static void purgeLog(AeronArchive archive, long logRecordingId, long position) {
        for (Recording log : recordings(archive)) {
            if (log.id() != logRecordingId) {
                continue;
            }
            long newStart = AeronArchive.segmentFileBasePosition(
                    log.startPosition(), position, log.termBytes(), log.segmentBytes());
            if (newStart > log.startPosition()) {
                long files = archive.purgeSegments(logRecordingId, newStart);
                LOG.info("purged {} files of the log, which now begins at position {}", files, newStart);
            }
        }
    }

    private static List<Recording> recordings(AeronArchive archive) {
        List<Recording> found = new ArrayList<>();
        archive.listRecordings(
                0,
                ALL,
                (control,
                        correlation,
                        id,
                        began,
                        ended,
                        start,
                        stop,
                        term,
                        segment,
                        buffer,
                        mtu,
                        session,
                        stream,
                        c,
                        o,
                        s) -> found.add(new Recording(id, start, segment, buffer, stream)));
        return found;
    }

    private record Recording(long id, long startPosition, int segmentBytes, int termBytes, int streamId) {

        boolean isSnapshot() {
            return streamId == ConsensusModule.Configuration.SNAPSHOT_STREAM_ID_DEFAULT
                    || streamId == ClusteredServiceContainer.Configuration.SNAPSHOT_STREAM_ID_DEFAULT;
        }
    }
}
