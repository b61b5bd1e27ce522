package org.tallystick.ledger.rejection;

/**
 * Why something was refused. Numbers are stable and never reused. Where several reasons of one check hold, the one that
 * stands first here is told; the reference of commands gives the order of the checks of each command.
 */
public enum RejectionCode {
    // The envelope, before anyone's authority is known.
    MALFORMED(1, false, "The bytes are not a well-formed envelope."),
    TOO_LARGE(2, false, "The envelope is larger than a log entry may be (65,535 bytes)."),
    UNKNOWN_VERSION(3, false, "The envelope's version is not one this ledger knows."),
    BAD_SIGNATURE(4, false, "A signature does not verify over the payload."),
    WRONG_LEDGER(5, false, "The payload is meant for another ledger."),
    BAD_INSTRUCTION_ID(6, false, "An instruction id is 1 to 35 printable ASCII characters."),
    BAD_BATCH_SIZE(7, false, "A payload carries 1 to 4,096 commands."),
    UNKNOWN_PARTY(8, false, "No party has this number."),
    UNKNOWN_KEY(9, false, "A signing key is not registered for any party concerned."),
    REVOKED_KEY(10, false, "A signing key has been revoked."),
    THRESHOLD_NOT_MET(11, true, "Fewer keys have signed than the party's threshold asks."),
    DUPLICATE(12, false, "This instruction has been carried out before; its first receipt stands."),
    INSTRUCTION_ID_REUSED(13, false, "This instruction id was used before for something else."),
    PARTY_SUSPENDED(14, true, "The party is suspended."),
    EXPIRED(15, false, "The time until which the instruction was valid has passed."),
    VALIDITY_TOO_LONG(16, false, "An instruction may be valid for at most 24 hours."),
    ENTRY_FULL(18, true, "So much has come of this entry that its receipt is full; send the command in another."),
    BATCH_NOT_APPLIED(17, true, "Another command of this all-or-nothing batch was rejected."),

    // Authority and form of a command.
    ROLE_REQUIRED(20, false, "The party does not have the role this command asks for."),
    NOT_AUTHORISED(21, false, "The party may not do this with what belongs to another."),
    BAD_TEXT(22, false, "A text is empty, too long, or has characters that are not allowed."),
    BAD_NUMBER(23, false, "The number is not the next free one."),
    BAD_TERMS(24, false, "The terms contradict themselves or are out of range."),
    NOT_POSITIVE(25, false, "An amount must be greater than zero."),
    TOO_MANY_LEGS(26, false, "A settlement has 1 to 2,500 legs."),
    LEG_TO_ITSELF(27, false, "A leg gives to the account it takes from."),
    SUSPENDS_ITSELF(28, false, "A party cannot suspend itself: nobody might be left to lift it."),

    // The register.
    UNKNOWN_ACCOUNT(30, false, "No account has this number."),
    UNKNOWN_ASSET(31, false, "No asset has this number."),
    CODE_TAKEN(32, false, "The code is taken."),
    KEY_TAKEN(33, false, "The key is registered already, or was revoked."),
    THRESHOLD_UNREACHABLE(34, false, "The party would have fewer keys than its threshold."),
    ACCOUNT_NOT_EMPTY(
            35,
            false,
            "An account that holds or is owed something, or that a security pays from or to, cannot be closed."),
    ACCOUNT_FROZEN(36, true, "The account is frozen: nothing leaves it."),
    ACCOUNT_CLOSED(37, false, "The account is closed."),
    WRONG_KIND_OF_ASSET(38, false, "The asset is not of the kind this command is for."),
    ASSET_MATURED(39, false, "The security has matured: it is redeemed, not traded."),
    NOT_A_MULTIPLE(40, false, "The amount is not a multiple of the asset's lot."),
    ALREADY_PUBLISHED(41, false, "A figure was published for this date and is never replaced."),

    // Dates.
    NO_CALENDAR(50, false, "The published calendar does not cover the date."),
    NOT_A_BUSINESS_DAY(51, false, "The date is a weekend or a holiday."),
    DATE_IN_THE_PAST(52, false, "The date is before the current business date, or not after it where it must be."),
    TIME_IN_THE_PAST(53, false, "The time given has passed."),
    TIME_TOO_FAR(54, false, "The time given is more than 400 days ahead."),
    TOO_EARLY(55, true, "The date for this has not come."),

    // Settlement.
    UNKNOWN_SETTLEMENT(60, false, "No settlement has this number."),
    SETTLEMENT_ENDED(61, false, "The settlement is final, cancelled or lapsed."),
    NOT_A_PARTY_TO_IT(62, false, "The party gives nothing in this settlement."),
    ALREADY_AGREED(63, false, "The party has said so already."),

    // Holds.
    UNKNOWN_HOLD(70, false, "No hold has this number, or nothing is left of it."),
    HOLD_EXPIRED(71, false, "The hold has expired."),
    HOLD_MISMATCH(73, false, "The hold is on another account or asset."),
    HOLD_BELOW_DEBIT(72, true, "Less is held than was asked for."),
    TOO_MANY_HOLDS(74, true, "A holding carries at most 1,000 holds."),

    // Auctions and servicing.
    UNKNOWN_AUCTION(80, false, "No auction has this number."),
    AUCTION_AWARDED(81, false, "The auction has been awarded already."),
    AWARDS_ABOVE_LIMIT(82, false, "There are no awards, or more than 1,000."),
    UNKNOWN_OBLIGATION(83, false, "No obligation has this number, or it has been discharged."),
    OBLIGATION_UNFUNDED(84, true, "Cash is still short of the obligation."),
    NOT_STRIPPABLE(85, false, "Only notes, bonds and inflation-protected securities can be stripped."),
    COMPONENT_NOT_REGISTERED(86, true, "A component of the security is not registered on the ledger."),
    NOT_WHOLE_UNITS(87, false, "A component would not come out in whole minor units."),
    INDEX_NOT_PUBLISHED(88, true, "The index this needs has not been published."),

    // What is checked last: it depends on balances.
    AMOUNT_OVERFLOW(98, false, "The amount is larger than the ledger can count."),
    AVAILABLE_BELOW_DEBIT(99, true, "Less is available than is to be given.");

    private final int number;
    private final boolean retryable;
    private final String sentence;

    RejectionCode(int number, boolean retryable, String sentence) {
        this.number = number;
        this.retryable = retryable;
        this.sentence = sentence;
    }

    /** The stable number; 1 to 99, never reused. */
    public int number() {
        return number;
    }

    /** Whether the same request, under a new instruction id, may succeed later. */
    public boolean mayBeRetried() {
        return retryable;
    }

    /** What the number in a rejection with this code is the number of. */
    public Subject subject() {
        return switch (this) {
            case UNKNOWN_PARTY,
                    UNKNOWN_KEY,
                    REVOKED_KEY,
                    THRESHOLD_NOT_MET,
                    INSTRUCTION_ID_REUSED,
                    PARTY_SUSPENDED,
                    ROLE_REQUIRED,
                    NOT_AUTHORISED,
                    SUSPENDS_ITSELF,
                    THRESHOLD_UNREACHABLE -> Subject.PARTY;
            case LEG_TO_ITSELF,
                    UNKNOWN_ACCOUNT,
                    ACCOUNT_NOT_EMPTY,
                    ACCOUNT_FROZEN,
                    ACCOUNT_CLOSED,
                    TOO_MANY_HOLDS,
                    AVAILABLE_BELOW_DEBIT -> Subject.ACCOUNT;
            case NOT_POSITIVE,
                    UNKNOWN_ASSET,
                    CODE_TAKEN,
                    WRONG_KIND_OF_ASSET,
                    ASSET_MATURED,
                    NOT_A_MULTIPLE,
                    NOT_STRIPPABLE,
                    INDEX_NOT_PUBLISHED,
                    AMOUNT_OVERFLOW -> Subject.ASSET;
            case UNKNOWN_HOLD, HOLD_EXPIRED, HOLD_MISMATCH, HOLD_BELOW_DEBIT -> Subject.HOLD;
            case UNKNOWN_SETTLEMENT, SETTLEMENT_ENDED, NOT_A_PARTY_TO_IT, ALREADY_AGREED -> Subject.SETTLEMENT;
            case UNKNOWN_AUCTION, AUCTION_AWARDED, AWARDS_ABOVE_LIMIT, TOO_EARLY -> Subject.AUCTION;
            case UNKNOWN_OBLIGATION, OBLIGATION_UNFUNDED -> Subject.OBLIGATION;
            case NO_CALENDAR, NOT_A_BUSINESS_DAY, DATE_IN_THE_PAST, COMPONENT_NOT_REGISTERED, NOT_WHOLE_UNITS ->
                Subject.DAY;
            case BAD_NUMBER -> Subject.NUMBER;
            case MALFORMED,
                    TOO_LARGE,
                    UNKNOWN_VERSION,
                    BAD_SIGNATURE,
                    WRONG_LEDGER,
                    BAD_INSTRUCTION_ID,
                    BAD_BATCH_SIZE,
                    DUPLICATE,
                    EXPIRED,
                    VALIDITY_TOO_LONG,
                    ENTRY_FULL,
                    BATCH_NOT_APPLIED,
                    BAD_TEXT,
                    BAD_TERMS,
                    TOO_MANY_LEGS,
                    KEY_TAKEN,
                    ALREADY_PUBLISHED,
                    TIME_IN_THE_PAST,
                    TIME_TOO_FAR -> Subject.NONE;
        };
    }

    /** What it means, for people. */
    public String sentence() {
        return sentence;
    }
}
