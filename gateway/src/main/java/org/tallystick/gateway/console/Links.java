package org.tallystick.gateway.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of pages that are named by a text. */
public final class Links {

    private Links() {}

    /** The page of a security or of money; a CUSIP may hold characters that mean something else in an address. */
    public static String security(String code) {
        return "/securities/" + encode(code);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
