package org.tallystick.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.treasury.Cusip;

/**
 * One auction as the official record tells it. What the record leaves empty is null: older records leave much empty, and an
 * announced auction has no results yet.
 *
 * @param line the line of the file it starts on, from 1
 * @param term as published, such as "9-Year 10-Month"
 * @param reopening whether more of an existing security was sold
 * @param cashManagementBill whether it is a bill outside the regular calendar
 * @param singlePrice whether all paid the price of the highest accepted rate; false for the multiple-price auctions of old
 * @param bidDecimals the decimals of competitive bids, and so of published rates: 2 or 3
 */
public record Auction(
        long line,
        Cusip cusip,
        Type type,
        String term,
        boolean reopening,
        boolean cashManagementBill,
        boolean singlePrice,
        @Nullable Integer bidDecimals,
        Dates dates,
        Terms terms,
        Rates rates,
        Figures figures,
        Awards awards) {

    /** What was sold. The record calls TIPS and floating rate notes notes or bonds first, and what they are second. */
    public enum Type {
        BILL("Bill"),
        NOTE("Note"),
        BOND("Bond"),
        TIPS("TIPS"),
        FRN("FRN");

        private final String label;

        Type(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * @param dated as published: for a re-opening usually the last interest date, not the original dated date
     * @param firstInterest the first interest date after issue; for old re-openings it may be the security's very first
     * @param call the first day on which a callable bond could be called
     * @param frnIndex the 13-week auction whose rate is the index on the issue date
     */
    public record Dates(
            @Nullable LocalDate announcement,
            @Nullable LocalDate auction,
            LocalDate issue,
            LocalDate maturity,
            @Nullable LocalDate dated,
            @Nullable LocalDate originalDated,
            @Nullable LocalDate originalIssue,
            @Nullable LocalDate firstInterest,
            @Nullable LocalDate call,
            @Nullable LocalDate frnIndex) {
        /** The auction date, or where it is not published the issue date, to tell the practice of the time by. */
        LocalDate auctionOrIssue() {
            return auction == null ? issue : auction;
        }
    }

    /**
     * @param couponPercentNanos annual, in billionths of a percent
     * @param spreadPercentNanos of a floating rate note, in billionths of a percent
     * @param regularFirstPeriod whether the record calls the first interest period normal, or says nothing
     * @param tints CUSIPs of interest strips first created by this security, if any
     */
    public record Terms(
            @Nullable Long couponPercentNanos,
            @Nullable Long spreadPercentNanos,
            boolean regularFirstPeriod,
            boolean callable,
            boolean strippable,
            @Nullable Cusip corpus,
            List<Cusip> tints) {}

    /** What the bids were in: billionths of a percent. The average is a median in single-price auctions. */
    public record Rates(
            @Nullable Long highDiscountRate,
            @Nullable Long averageDiscountRate,
            @Nullable Long lowDiscountRate,
            @Nullable Long highYield,
            @Nullable Long averageYield,
            @Nullable Long lowYield,
            @Nullable Long highDiscountMargin,
            @Nullable Long frnIndexDiscountRate) {}

    /** Published results of arithmetic, with the decimals they were published in; rates in percent, prices per 100. */
    public record Figures(
            @Nullable BigDecimal price,
            @Nullable BigDecimal highPrice,
            @Nullable BigDecimal averagePrice,
            @Nullable BigDecimal lowPrice,
            @Nullable BigDecimal highInvestmentRate,
            @Nullable BigDecimal averageInvestmentRate,
            @Nullable BigDecimal lowInvestmentRate,
            @Nullable BigDecimal accruedPer1000,
            @Nullable BigDecimal accruedPer100,
            @Nullable BigDecimal unadjustedPrice,
            @Nullable BigDecimal adjustedPrice,
            @Nullable BigDecimal unadjustedAccruedPer1000,
            @Nullable BigDecimal adjustedAccruedPer1000,
            @Nullable BigDecimal refCpiOnIssueDate,
            @Nullable BigDecimal refCpiOnDatedDate,
            @Nullable BigDecimal indexRatio) {}

    /**
     * Par amounts in cents, zero where not published. The total is the sum of primary dealers, direct and indirect bidders,
     * non-competitive, FIMA and SOMA; what small investors bought through TreasuryDirect is within the non-competitive.
     */
    public record Awards(
            long offeringCents,
            long primaryDealerCents,
            long directCents,
            long indirectCents,
            long noncompetitiveCents,
            long treasuryDirectCents,
            long fimaCents,
            long somaCents,
            long totalCents) {
        /** What of the total the record does not ascribe to a class of bidder: all of it before 2008. */
        public long unclassifiedCents() {
            return totalCents
                    - primaryDealerCents
                    - directCents
                    - indirectCents
                    - noncompetitiveCents
                    - fimaCents
                    - somaCents;
        }
    }
}
