package org.tallystick.node.storage;

import io.aeron.exceptions.StorageSpaceException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Says in words what is wrong with a disk. */
public final class StorageFault {

    private StorageFault() {}

    /** Whether this, or what caused it, is a disk without room. */
    public static boolean isDiskFull(@Nullable Throwable fault) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            if (StorageSpaceException.isStorageSpaceError(at) || at instanceof StorageSpaceException) {
                return true;
            }
            String message = at.getMessage();
            if (message != null && (message.contains("No space left") || message.contains("Disk quota exceeded"))) {
                return true;
            }
        }
        return false;
    }

    /** What went wrong, without the name of an exception. */
    public static String sentence(IOException fault) {
        if (isDiskFull(fault)) {
            return "the disk is full";
        }
        return switch (fault) {
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case FileSystemException other ->
                (other.getReason() == null ? "the file system failed" : other.getReason()) + " at " + other.getFile();
            default -> fault.getMessage() == null ? "input or output failed" : fault.getMessage();
        };
    }
}
