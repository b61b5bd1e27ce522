package org.tallystick.gateway.console;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tallystick.ledger.rejection.RejectionCode;

/** What to do after a rejection, for whoever sits at the desk. */
public final class Advice {

    private Advice() {}

    /** Every code with its number, what it means, and the next step, by its name. */
    static String json() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (RejectionCode code : RejectionCode.values()) {
            all.putObject(code.name())
                    .put("number", code.number())
                    .put("sentence", code.sentence())
                    .put("next", next(code));
        }
        return all.toString();
    }

    /** The next step, in a sentence or two. */
    public static String next(RejectionCode code) {
        return switch (code) {
            case MALFORMED, UNKNOWN_VERSION ->
                "Reload the page and make the instruction anew; if it happens again, tell the operator.";
            case TOO_LARGE, BAD_BATCH_SIZE, TOO_MANY_LEGS -> "Split it into several instructions.";
            case BAD_SIGNATURE -> "Sign it again. If it happens again, bring your key into this browser anew.";
            case WRONG_LEDGER -> "You are signed in to another ledger than the one it was made for. Make it here anew.";
            case BAD_INSTRUCTION_ID -> "Choose another instruction id: 1 to 35 plain characters.";
            case UNKNOWN_PARTY, UNKNOWN_KEY -> "Ask the operator to register the key for your party.";
            case REVOKED_KEY -> "Sign with another key of your party, or ask the operator for one.";
            case THRESHOLD_NOT_MET -> "Have a colleague sign too: it waits under Approvals.";
            case DUPLICATE -> "Nothing is to be done: look at the first receipt.";
            case INSTRUCTION_ID_REUSED -> "Choose an instruction id that you have not used.";
            case PARTY_SUSPENDED -> "Ask the operator why, and until when.";
            case EXPIRED, VALIDITY_TOO_LONG -> "Make it anew and submit it at once; look at this computer's clock.";
            case ENTRY_FULL -> "Submit what was put off in another instruction.";
            case BATCH_NOT_APPLIED -> "Correct the command that was rejected and submit all of them again.";
            case SUSPENDS_ITSELF -> "Have another operator do it.";
            case ROLE_REQUIRED, NOT_AUTHORISED -> "Only a party with that right can ask for it; ask them to.";
            case BAD_TEXT, BAD_TERMS, NOT_POSITIVE, LEG_TO_ITSELF, WRONG_KIND_OF_ASSET ->
                "Correct it and submit it again.";
            case BAD_NUMBER -> "Somebody registered something in between. Make it anew with the next number.";
            case UNKNOWN_ACCOUNT, ACCOUNT_CLOSED -> "Ask the other side which account to use.";
            case UNKNOWN_ASSET -> "Look the asset up by its CUSIP or code.";
            case CODE_TAKEN, KEY_TAKEN -> "Use another.";
            case THRESHOLD_UNREACHABLE -> "Register another key first, or lower the threshold.";
            case ACCOUNT_NOT_EMPTY -> "Move what is on it first.";
            case ACCOUNT_FROZEN -> "Use another account, or ask the operator why it is frozen.";
            case ASSET_MATURED -> "It is paid out, not traded: look at its page for the redemption.";
            case NOT_A_MULTIPLE -> "Use a multiple of the smallest amount, which the security's page tells.";
            case ALREADY_PUBLISHED -> "What is published stands.";
            case NO_CALENDAR -> "Ask the operator to publish the calendar of that year.";
            case NOT_A_BUSINESS_DAY -> "Choose a business day.";
            case DATE_IN_THE_PAST -> "Choose the current business date or a later one.";
            case TIME_IN_THE_PAST, TIME_TOO_FAR -> "Choose a later time, at most 400 days ahead.";
            case TOO_EARLY -> "Try again when its date has come.";
            case UNKNOWN_SETTLEMENT -> "Look it up under Settlements.";
            case SETTLEMENT_ENDED -> "Its page tells how it ended. If it is still wanted, instruct it anew.";
            case NOT_A_PARTY_TO_IT -> "Only those who give something in it affirm it or cancel it.";
            case ALREADY_AGREED -> "Nothing is to be done: wait for the others.";
            case UNKNOWN_HOLD, HOLD_EXPIRED, HOLD_MISMATCH, HOLD_BELOW_DEBIT ->
                "Look at the holds of the account, and have one placed that fits.";
            case TOO_MANY_HOLDS -> "Release holds that are not needed any more.";
            case UNKNOWN_AUCTION, AUCTION_AWARDED, AWARDS_ABOVE_LIMIT -> "Look at the auctions on the security's page.";
            case UNKNOWN_OBLIGATION -> "It may have been paid: look at Operations.";
            case OBLIGATION_UNFUNDED -> "Bring cash to the account that owes, then try again.";
            case NOT_STRIPPABLE, NOT_WHOLE_UNITS -> "Choose another security or amount.";
            case COMPONENT_NOT_REGISTERED -> "Ask the operator to register the strips.";
            case INDEX_NOT_PUBLISHED -> "Ask the operator to publish it, then try again.";
            case AMOUNT_OVERFLOW -> "Use a smaller amount.";
            case AVAILABLE_BELOW_DEBIT ->
                "Bring more to the account it is taken from, or give less; then submit it again.";
        };
    }
}
