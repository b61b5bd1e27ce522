package org.tallystick.node.cluster;

import io.aeron.Aeron;
import io.aeron.archive.Archive;
import io.aeron.archive.ArchiveThreadingMode;
import io.aeron.archive.checksum.Checksum;
import io.aeron.archive.checksum.Checksums;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.PriorityHeapTimerServiceSupplier;
import io.aeron.cluster.client.AeronCluster;
import io.aeron.cluster.service.ClusteredService;
import io.aeron.cluster.service.ClusteredServiceContainer;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.agrona.IoUtil;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.SleepingIdleStrategy;
import org.tallystick.node.storage.DataDirectory;
import org.tallystick.node.storage.DriverDirectory;

/**
 * How the parts of the log are set up: one member, everything on disk before it is committed, checksums on, and threads
 * that rest when there is nothing to do.
 */
final class LogSetup {

    private static final int MEMBER_ID = 0;
    private static final int ONTO_DISK = 1; // force data; 0 would leave it to the operating system
    private static final int IPC_TERM_BYTES = 1 << 20;
    private static final int IPC_MTU_BYTES = 8 << 10;
    private static final int SMALL_TERM_BYTES = 64 << 10;
    private static final int FRAGMENTS_A_POLL = 256;
    private static final long DRIVER_NAP_NANOS = 500_000; // no entry waits for it while there is room in the terms
    private static final long LIVENESS_MILLIS = 60_000; // a suspended laptop or a long pause is no death
    private static final String IPC = "aeron:ipc?term-length=" + SMALL_TERM_BYTES;
    // One member needs no network; the addresses must be there all the same, and port 0 is always free.
    private static final String NO_ADDRESS = "localhost:0";
    private static final String NO_CHANNEL = "aeron:udp?endpoint=" + NO_ADDRESS;

    private final LogSettings settings;
    private final DataDirectory data;
    private final DriverDirectory driverDirectory;
    private final IntSupplier inFlight;
    private final FailureReport failure;

    LogSetup(
            LogSettings settings,
            DataDirectory data,
            DriverDirectory driverDirectory,
            IntSupplier inFlight,
            FailureReport failure) {
        this.settings = settings;
        this.data = data;
        this.driverDirectory = driverDirectory;
        this.inFlight = inFlight;
        this.failure = failure;
    }

    IdleStrategy idle() {
        return AttentiveIdle.passing(inFlight);
    }

    static ThreadFactory named(String name) {
        return Thread.ofPlatform().name("tallystick-" + name).daemon().factory();
    }

    MediaDriver.Context driver() {
        return new MediaDriver.Context()
                .aeronDirectoryName(directoryName())
                .dirDeleteOnStart(true)
                .dirDeleteOnShutdown(true)
                .warnIfDirectoryExists(false)
                .threadingMode(ThreadingMode.SHARED)
                .sharedThreadFactory(named("driver"))
                .sharedIdleStrategy(new SleepingIdleStrategy(DRIVER_NAP_NANOS))
                .termBufferSparseFile(driverDirectory.inMemory())
                .ipcTermBufferLength(IPC_TERM_BYTES)
                .ipcMtuLength(IPC_MTU_BYTES)
                .publicationTermBufferLength(SMALL_TERM_BYTES)
                .spiesSimulateConnection(true)
                .driverTimeoutMs(LIVENESS_MILLIS)
                .clientLivenessTimeoutNs(TimeUnit.MILLISECONDS.toNanos(LIVENESS_MILLIS))
                .publicationUnblockTimeoutNs(TimeUnit.MILLISECONDS.toNanos(2 * LIVENESS_MILLIS))
                .errorHandler(failure::onLogError);
    }

    Archive.Context archive() {
        Checksum checksum = Checksums.crc32c();
        return new Archive.Context()
                .aeronDirectoryName(directoryName())
                .archiveDir(data.archive().toFile())
                .markFileDir(driverDirectory.marks().toFile())
                .controlChannelEnabled(false)
                .localControlChannel(IPC)
                .archiveClientContext(new AeronArchive.Context().controlResponseChannel(IPC))
                .recordingEventsEnabled(false)
                .replicationChannel(NO_CHANNEL)
                .threadingMode(ArchiveThreadingMode.SHARED)
                .threadFactory(named("archive"))
                .idleStrategySupplier(() -> AttentiveIdle.forcing(inFlight))
                .segmentFileLength(settings.logSegmentBytes())
                .fileSyncLevel(ONTO_DISK)
                .catalogFileSyncLevel(ONTO_DISK)
                .recordChecksum(checksum)
                .replayChecksum(checksum)
                .lowStorageSpaceThreshold(settings.logSegmentBytes())
                .errorHandler(failure::onLogError);
    }

    AeronArchive.Context archiveClient() {
        return new AeronArchive.Context()
                .aeronDirectoryName(directoryName())
                .controlRequestChannel(IPC)
                .controlResponseChannel(IPC)
                .messageTimeoutNs(TimeUnit.MILLISECONDS.toNanos(LIVENESS_MILLIS));
    }

    ConsensusModule.Context consensus() {
        return new ConsensusModule.Context()
                .aeronDirectoryName(directoryName())
                .clusterDir(data.cluster().toFile())
                .markFileDir(driverDirectory.marks().toFile())
                .clusterMemberId(MEMBER_ID)
                .clusterMembers(MEMBER_ID + ("," + NO_ADDRESS).repeat(5))
                .consensusChannel(NO_CHANNEL)
                .ingressChannel(NO_CHANNEL)
                .isIpcIngressAllowed(true)
                .egressChannel(IPC)
                .logChannel("aeron:ipc?term-length=" + settings.logTermBytes())
                .replicationChannel(NO_CHANNEL)
                .archiveContext(archiveClient())
                .fileSyncLevel(ONTO_DISK)
                .sessionTimeoutNs(settings.sessionTimeout().toNanos())
                .clusterClock(new ClusterTime(settings.clock()))
                .timerServiceSupplier(new PriorityHeapTimerServiceSupplier())
                .ingressFragmentLimit(FRAGMENTS_A_POLL)
                .logFragmentLimit(FRAGMENTS_A_POLL)
                .threadFactory(named("consensus"))
                .idleStrategySupplier(this::idle)
                .errorHandler(failure::onLogError)
                .terminationHook(failure::onLogStopped);
    }

    ClusteredServiceContainer.Context service(ClusteredService service) {
        return new ClusteredServiceContainer.Context()
                .aeronDirectoryName(directoryName())
                .clusterDir(data.cluster().toFile())
                .markFileDir(driverDirectory.marks().toFile())
                .archiveContext(archiveClient())
                .clusteredService(service)
                .isRespondingService(false)
                .logFragmentLimit(FRAGMENTS_A_POLL)
                .threadFactory(named("ledger"))
                .idleStrategySupplier(this::idle)
                .errorHandler(failure::onLogError)
                .terminationHook(failure::onLogStopped);
    }

    Aeron.Context client() {
        return new Aeron.Context()
                .aeronDirectoryName(directoryName())
                .driverTimeoutMs(LIVENESS_MILLIS)
                .threadFactory(named("client"))
                .errorHandler(failure::onLogError);
    }

    AeronCluster.Context session(Aeron aeron) {
        return new AeronCluster.Context()
                .aeron(aeron)
                .ownsAeronClient(false)
                .ingressChannel("aeron:ipc?term-length=" + IPC_TERM_BYTES)
                .egressChannel(IPC)
                .idleStrategy(idle())
                .errorHandler(failure::onLogError);
    }

    /** Removes the marks of a launch that failed. */
    void clearMarks() {
        IoUtil.delete(driverDirectory.marks().toFile(), true);
    }

    private String directoryName() {
        return driverDirectory.path().toString();
    }
}
