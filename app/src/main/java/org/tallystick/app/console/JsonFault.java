package org.tallystick.app.console;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;

/** Says what is wrong with a text that should be JSON, and where. */
public final class JsonFault {

    private JsonFault() {}

    /** "line 3, column 14: ...", without the names of classes. */
    public static String sentence(JsonProcessingException fault) {
        String words = fault.getOriginalMessage()
                .replaceAll("\\(class [^)]*\\)", "")
                .replaceAll("`[a-z]+(\\.[a-z]+)*\\.([^`]*)`", "$2")
                .replaceAll("\\s+", " ")
                .strip();
        JsonLocation at = fault.getLocation();
        return at == null ? words : "line %d, column %d: %s".formatted(at.getLineNr(), at.getColumnNr(), words);
    }
}
