package org.tallystick.market;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of an auction record that are read; the publisher's others are passed over. TreasuryDirect writes a name in one
 * style (issueDate), the Fiscal Data service of the same publisher in another (issue_date) and shortens some: names are
 * compared by letters and digits alone, and the shortened ones are listed.
 */
enum AuctionColumn {
    CUSIP("cusip"),
    SECURITY_TYPE("securityType"),
    TYPE("type"),
    SECURITY_TERM("securityTerm"),
    REOPENING("reopening"),
    CASH_MANAGEMENT_BILL("cashManagementBillCMB"),
    TIPS("tips"),
    INFLATION_INDEX_SECURITY("inflationIndexSecurity"),
    FLOATING_RATE("floatingRate"),
    AUCTION_FORMAT("auctionFormat"),
    COMPETITIVE_BID_DECIMALS("competitiveBidDecimals", "compBidDecimals"),
    STRIPPABLE("strippable"),
    CORPUS_CUSIP("corpusCusip"),
    TINT_CUSIP_1("tintCusip1"),
    TINT_CUSIP_2("tintCusip2"),

    ANNOUNCEMENT_DATE("announcementDate", "announcemtDate"),
    AUCTION_DATE("auctionDate"),
    ISSUE_DATE("issueDate"),
    MATURITY_DATE("maturityDate"),
    DATED_DATE("datedDate"),
    BACK_DATED_DATE("backDatedDate"),
    ORIGINAL_DATED_DATE("originalDatedDate"),
    ORIGINAL_ISSUE_DATE("originalIssueDate"),
    FIRST_INTEREST_DATE("firstInterestPaymentDate", "firstIntPaymentDate"),
    FIRST_INTEREST_PERIOD("firstInterestPeriod", "firstIntPeriod"),
    CALLABLE("callable"),
    CALL_DATE("callDate"),
    FRN_INDEX_DATE("frnIndexDeterminationDate"),

    INTEREST_RATE("interestRate", "intRate"),
    SPREAD("spread"),
    HIGH_DISCOUNT_RATE("highDiscountRate", "highDiscntRate"),
    AVERAGE_DISCOUNT_RATE("averageMedianDiscountRate", "avgMedDiscntRate"),
    LOW_DISCOUNT_RATE("lowDiscountRate", "lowDiscntRate"),
    HIGH_YIELD("highYield"),
    AVERAGE_YIELD("averageMedianYield", "avgMedYield"),
    LOW_YIELD("lowYield"),
    HIGH_DISCOUNT_MARGIN("highDiscountMargin", "highDiscntMargin"),
    FRN_INDEX_RATE("frnIndexDeterminationRate"),

    PRICE("pricePer100"),
    HIGH_PRICE("highPrice"),
    AVERAGE_PRICE("averageMedianPrice", "avgMedPrice"),
    LOW_PRICE("lowPrice"),
    HIGH_INVESTMENT_RATE("highInvestmentRate"),
    AVERAGE_INVESTMENT_RATE("averageMedianInvestmentRate", "avgMedInvestmentRate"),
    LOW_INVESTMENT_RATE("lowInvestmentRate"),
    ACCRUED_PER_1000("accruedInterestPer1000", "accruedIntPer1000"),
    ACCRUED_PER_100("accruedInterestPer100", "accruedIntPer100"),
    UNADJUSTED_PRICE("unadjustedPrice", "unadjPrice"),
    ADJUSTED_PRICE("adjustedPrice", "adjPrice"),
    UNADJUSTED_ACCRUED_PER_1000("unadjustedAccruedInterestPer1000", "unadjAccruedIntPer1000"),
    ADJUSTED_ACCRUED_PER_1000("adjustedAccruedInterestPer1000", "adjAccruedIntPer1000"),
    REF_CPI_ON_ISSUE_DATE("refCpiOnIssueDate"),
    REF_CPI_ON_DATED_DATE("refCpiOnDatedDate"),
    INDEX_RATIO("indexRatioOnIssueDate"),

    OFFERING_AMOUNT("offeringAmount", "offeringAmt"),
    PRIMARY_DEALER_ACCEPTED("primaryDealerAccepted"),
    DIRECT_BIDDER_ACCEPTED("directBidderAccepted"),
    INDIRECT_BIDDER_ACCEPTED("indirectBidderAccepted"),
    NONCOMPETITIVE_ACCEPTED("noncompetitiveAccepted", "noncompAccepted"),
    TREASURY_DIRECT_ACCEPTED("treasuryDirectAccepted", "treasuryRetailAccepted", "treasRetailAccepted"),
    FIMA_ACCEPTED("fimaNoncompetitiveAccepted", "fimaNoncompAccepted"),
    SOMA_ACCEPTED("somaAccepted"),
    TOTAL_ACCEPTED("totalAccepted");

    private static final Map<String, AuctionColumn> BY_BARE_NAME = Arrays.stream(values())
            .flatMap(column -> column.names.stream().map(name -> Map.entry(bare(name), column)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** Never changed: a list of {@link List#of}. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> names;

    AuctionColumn(String... names) {
        this.names = List.of(names);
    }

    /** The name in TreasuryDirect's files. */
    String publishedName() {
        return names.getFirst();
    }

    /** The column that a cell of the header names, or null. */
    static @Nullable AuctionColumn named(String headerCell) {
        return BY_BARE_NAME.get(bare(headerCell));
    }

    static String bare(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
