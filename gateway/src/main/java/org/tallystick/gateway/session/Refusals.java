package org.tallystick.gateway.session;

import org.tallystick.gateway.http.Problem;

/** Why somebody is not let in, in words. */
final class Refusals {

    private Refusals() {}

    static Problem signInNeeded() {
        return new Problem(
                        401,
                        "SIGN_IN_NEEDED",
                        "This is for those who are signed in.",
                        "Sign in with a key of your party; again, if your session has ended.")
                .withHeader("WWW-Authenticate", "Bearer realm=\"tallystick\"");
    }

    static Problem badChallenge() {
        return new Problem(
                401,
                "CHALLENGE_REFUSED",
                "The challenge does not count.",
                "It was not given for this key at this address, was used before, or is too old. Ask for a new one.");
    }

    static Problem badSignature() {
        return new Problem(
                401,
                "BAD_SIGNATURE",
                "The signature does not verify.",
                "The signature is not this key's over the bytes of the challenge.");
    }

    static Problem unknownKey() {
        return new Problem(
                403,
                "UNKNOWN_KEY",
                "The key is nobody's.",
                "The key is not registered on this ledger, as far as it has been read. An operator registers keys.");
    }

    static Problem revokedKey() {
        return new Problem(403, "REVOKED_KEY", "The key is revoked.", "The ledger has revoked this key for good.");
    }

    static Problem suspendedParty() {
        return new Problem(
                403, "PARTY_SUSPENDED", "The party is suspended.", "The operator has suspended the key's party.");
    }

    static Problem demonstrationKey() {
        return new Problem(
                403,
                "DEMONSTRATION_KEY",
                "The key is for demonstrations only.",
                "Everybody can have this key. It counts only where the ledger is shown with made-up parties.");
    }

    static Problem tooManyTries() {
        return Problem.tooMany(
                "TOO_MANY_TRIES",
                "Too many have tried to sign in from your address, or from everywhere, within a minute.",
                60);
    }

    static Problem tokenInUrl() {
        return new Problem(
                400,
                "TOKEN_IN_URL",
                "A token does not belong in an address.",
                "Addresses are kept in logs and histories. Send the token as \"Authorization: Bearer\"; this one, if it was"
                        + " one, no longer counts.");
    }

    static Problem twoTokens() {
        return new Problem(
                400,
                "BAD_AUTHORIZATION",
                "There is more than one token.",
                "Send one header Authorization: Bearer TOKEN.");
    }

    static Problem crossSite() {
        return new Problem(
                403,
                "CROSS_SITE",
                "The request does not come from a page of this address.",
                "With a session in a cookie, only a page of this address may change anything, and it says so in the header "
                        + SameOrigin.HEADER_NAME + ".");
    }

    static Problem unknownSession() {
        return new Problem(
                404, "UNKNOWN_SESSION", "There is no such session.", "Your party has no open session of this name.");
    }
}
