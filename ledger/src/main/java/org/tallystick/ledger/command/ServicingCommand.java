package org.tallystick.ledger.command;

/** What holders, issuers and paying agents ask about a security in life. */
public sealed interface ServicingCommand extends Command {

    /** Tries a recorded obligation again now. The debtor, the creditor's agent (the issuer) or the operator may. */
    record RetryObligation(long obligation) implements ServicingCommand {}

    /**
     * Exchanges par of a security for its remaining payments, each a security of its own. The holder asks.
     *
     * @param par in the security's minor units; each component must come out in whole minor units
     */
    record StripSecurity(int account, int asset, long par) implements ServicingCommand {}

    /** Exchanges the remaining payments of a security, all of them, for the security itself. */
    record ReconstituteSecurity(int account, int asset, long par) implements ServicingCommand {}
}
