package org.tallystick.wire.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.wire.codec.TermsCodec;

/** The terms of an asset as JSON, as a command that registers it says them. */
public final class TermsJson {

    private TermsJson() {}

    /** Terms as a JSON tree. */
    public static ObjectNode tree(AssetTerms terms) {
        return MessageWriter.write(TermsCodec.encode(terms));
    }
}
