package org.tallystick.gateway.console;

import java.util.List;
import java.util.stream.Collectors;
import org.tallystick.ledger.event.ServicingEvent;
import org.tallystick.ledger.party.AccountStatus;
import org.tallystick.ledger.party.PartyStatus;
import org.tallystick.ledger.party.Role;
import org.tallystick.readmodel.view.AuctionView;
import org.tallystick.readmodel.view.DistributionView;
import org.tallystick.readmodel.view.HoldView;
import org.tallystick.readmodel.view.InstrumentView;
import org.tallystick.readmodel.view.ObligationView;
import org.tallystick.readmodel.view.ReceiptView;
import org.tallystick.readmodel.view.SettlementView;
import org.tallystick.readmodel.view.StatementLine;

/** What the ledger's names are called on a page. */
public final class Words {

    private Words() {}

    public static String roles(List<Role> roles) {
        return roles.stream().map(Words::role).collect(Collectors.joining(", "));
    }

    public static String role(Role role) {
        return switch (role) {
            case OPERATOR -> "operator";
            case ISSUER -> "issuer";
            case CASH_ISSUER -> "cash issuer";
            case PARTICIPANT -> "participant";
            case SUPERVISOR -> "supervisor";
        };
    }

    public static String kind(InstrumentView.Kind kind) {
        return switch (kind) {
            case CASH -> "Cash";
            case BILL -> "Bill";
            case NOTE -> "Note";
            case BOND -> "Bond";
            case TIPS -> "TIPS";
            case FRN -> "Floating rate note";
            case INTEREST_STRIP -> "Interest strip";
            case PRINCIPAL_STRIP -> "Principal strip";
        };
    }

    /** The same of several. */
    public static String kinds(InstrumentView.Kind kind) {
        return switch (kind) {
            case CASH -> "Cash";
            case BILL -> "Bills";
            case NOTE -> "Notes";
            case BOND -> "Bonds";
            case TIPS -> "Inflation-protected (TIPS)";
            case FRN -> "Floating rate notes";
            case INTEREST_STRIP -> "Interest strips";
            case PRINCIPAL_STRIP -> "Principal strips";
        };
    }

    public static String state(SettlementView.State state) {
        return switch (state) {
            case PENDING -> "Pending";
            case FINAL -> "Final";
            case CANCELLED -> "Cancelled";
            case LAPSED -> "Lapsed";
        };
    }

    public static String verdict(ReceiptView.Verdict verdict) {
        return switch (verdict) {
            case DECIDED -> "Decided";
            case REPEATED -> "Repeated";
            case REFUSED -> "Refused";
            case TICKED -> "Timer";
        };
    }

    /** What became of an entry: accepted or rejected, where the ledger decided its commands. */
    public static String verdict(ReceiptView receipt) {
        if (receipt.verdict() != ReceiptView.Verdict.DECIDED) {
            return verdict(receipt.verdict());
        }
        if (receipt.rejected() == 0) {
            return "Accepted";
        }
        return receipt.rejected() == receipt.commands()
                ? "Rejected"
                : receipt.rejected() + " of " + receipt.commands() + " rejected";
    }

    public static String state(AuctionView.State state) {
        return switch (state) {
            case ANNOUNCED -> "Announced";
            case AWARDED -> "Awarded";
            case COMPLETED -> "Issued";
        };
    }

    public static String state(DistributionView.State state) {
        return switch (state) {
            case OPENED -> "Opened";
            case FUNDED -> "Being paid";
            case CLOSED -> "Paid";
        };
    }

    public static String cause(StatementLine.Cause cause) {
        return switch (cause) {
            case ISSUE -> "Issue";
            case REDEMPTION -> "Redemption";
            case SETTLEMENT -> "Settlement";
            case HOLD_PLACED -> "Hold placed";
            case HOLD_RELEASED -> "Hold released";
            case HOLD_DELIVERED -> "Hold delivered";
            case AUCTION -> "Auction";
            case INTEREST -> "Interest";
            case MATURITY -> "Maturity";
            case STRIPPING -> "Stripping";
            case OTHER -> "Other";
        };
    }

    public static String beneficiary(HoldView.BeneficiaryKind kind) {
        return switch (kind) {
            case PARTY -> "party";
            case AUCTION -> "auction";
            case DISTRIBUTION -> "distribution";
        };
    }

    /** What somebody owes for: a payment of a security, or an award of an auction. */
    public static String obligation(ObligationView owed) {
        return switch (owed.kind()) {
            case DISTRIBUTION -> "payment " + owed.reference() + " of a security";
            case AWARD -> "award " + owed.reference() % 1_000 + " of auction " + owed.reference() / 1_000;
        };
    }

    /** The class that colours a state. */
    public static String tone(SettlementView.State state) {
        return switch (state) {
            case PENDING -> "wait";
            case FINAL -> "good";
            case CANCELLED, LAPSED -> "still";
        };
    }

    /** The class that colours what became of an entry. */
    public static String tone(ReceiptView receipt) {
        return switch (receipt.verdict()) {
            case DECIDED -> receipt.rejected() == 0 ? "good" : "bad";
            case REPEATED, TICKED -> "still";
            case REFUSED -> "bad";
        };
    }

    public static String status(AccountStatus status) {
        return switch (status) {
            case OPEN -> "Open";
            case FROZEN -> "Frozen";
            case CLOSED -> "Closed";
        };
    }

    public static String tone(AccountStatus status) {
        return switch (status) {
            case OPEN -> "good";
            case FROZEN -> "wait";
            case CLOSED -> "still";
        };
    }

    public static String status(PartyStatus status) {
        return switch (status) {
            case ACTIVE -> "Active";
            case SUSPENDED -> "Suspended";
        };
    }

    public static String kind(ServicingEvent.Kind kind) {
        return switch (kind) {
            case INTEREST -> "Interest";
            case REDEMPTION -> "Redemption";
        };
    }
}
