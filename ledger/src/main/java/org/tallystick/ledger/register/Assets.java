package org.tallystick.ledger.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tallystick.ledger.asset.AssetTerms;
import org.tallystick.ledger.event.RegisterEvent.AssetRegistered;
import org.tallystick.ledger.store.Numbered;
import org.tallystick.ledger.store.StateSink;
import org.tallystick.ledger.store.StateSource;
import org.tallystick.ledger.store.Table;
import org.tallystick.ledger.store.UndoLog;
import org.tallystick.ledger.treasury.InterestStrip;
import org.tallystick.ledger.treasury.PrincipalStrip;

/** The assets, by number and by code, and the strips by what they are stripped from. */
public final class Assets {

    private final Numbered<Asset> assets;
    private final Table<String, Integer> byCode;

    /** Interest strips by payment date ({@code "2030-02-15"}, or {@code "2030-02-15 indexed"}). */
    private final Table<String, Integer> interestStrips;

    /** Principal strips by the CUSIP of the security they were stripped from. */
    private final Table<String, Integer> principalStrips;

    /** The days on which each security was, or is to be, issued and re-opened. */
    private final Table<Integer, List<LocalDate>> issueDates;

    public Assets(UndoLog undo) {
        this(new Numbered<>(undo), new Table<>(undo), new Table<>(undo), new Table<>(undo), new Table<>(undo));
    }

    private Assets(
            Numbered<Asset> assets,
            Table<String, Integer> byCode,
            Table<String, Integer> interestStrips,
            Table<String, Integer> principalStrips,
            Table<Integer, List<LocalDate>> issueDates) {
        this.assets = assets;
        this.byCode = byCode;
        this.interestStrips = interestStrips;
        this.principalStrips = principalStrips;
        this.issueDates = issueDates;
    }

    public Assets fork(UndoLog undo) {
        return new Assets(
                assets.fork(undo),
                byCode.fork(undo),
                interestStrips.fork(undo),
                principalStrips.fork(undo),
                issueDates.fork(undo));
    }

    public int next() {
        return assets.next();
    }

    public @Nullable Asset find(int number) {
        return assets.find(number);
    }

    /** The asset that must be there. */
    public Asset get(int number) {
        return assets.get(number);
    }

    public List<Asset> all() {
        return assets.all();
    }

    /** Whether some security pays from this account, or leaves there what rounding leaves over. */
    public boolean payFromOrTo(int account) {
        return assets.all().stream()
                .map(Asset::treasury)
                .anyMatch(terms ->
                        terms != null && (terms.payingAccount() == account || terms.residualAccount() == account));
    }

    public boolean codeTaken(String code) {
        return byCode.contains(code);
    }

    /** The number of the asset with this code, or 0. */
    public int numberOf(String code) {
        Integer number = byCode.get(code);
        return number == null ? 0 : number;
    }

    /** The interest strip that pays on this date, or 0. */
    public int interestStrip(LocalDate paymentDate, boolean indexed) {
        Integer number = interestStrips.get(interestKey(paymentDate, indexed));
        return number == null ? 0 : number;
    }

    /** The principal strip of the security with this CUSIP, or 0. */
    public int principalStrip(String cusip) {
        Integer number = principalStrips.get(cusip);
        return number == null ? 0 : number;
    }

    /** The days on which the security was, or is to be, issued and re-opened: those of awarded auctions, in that order. */
    public List<LocalDate> issueDates(int asset) {
        List<LocalDate> dates = issueDates.get(asset);
        return dates == null ? List.of() : dates;
    }

    /** An auction of the security was awarded. One that never is leaves no trace here: its issue date holds no rate still. */
    public void addIssueDate(int asset, LocalDate issueDate) {
        List<LocalDate> dates = new ArrayList<>(issueDates(asset));
        dates.add(issueDate);
        issueDates.put(asset, List.copyOf(dates));
    }

    public void apply(AssetRegistered event) {
        add(new Asset(event.asset(), event.code(), event.issuer(), event.scale(), event.lot(), event.terms(), false));
    }

    /** From here on the asset is redeemed, not traded. */
    public void mature(int asset) {
        assets.set(asset, assets.get(asset).atMaturity());
    }

    private void add(Asset asset) {
        assets.add(asset);
        byCode.put(asset.code(), asset.number());
        if (asset.terms() instanceof AssetTerms.Treasury treasury) {
            if (treasury.security() instanceof InterestStrip strip) {
                interestStrips.put(interestKey(strip.paymentDate(), strip.inflationIndexed()), asset.number());
            } else if (treasury.security() instanceof PrincipalStrip strip) {
                principalStrips.put(strip.stripped().value(), asset.number());
            }
        }
    }

    private static String interestKey(LocalDate paymentDate, boolean indexed) {
        return indexed ? paymentDate + " indexed" : paymentDate.toString();
    }

    public void writeTo(StateSink sink) {
        sink.putLong(assets.size());
        for (Asset asset : assets.all()) {
            sink.putText(asset.code());
            sink.putLong(asset.issuer());
            sink.putLong(asset.scale());
            sink.putLong(asset.lot());
            sink.putLong(asset.matured() ? 1 : 0);
            TermsFormat.write(asset.terms(), sink);
            sink.putLong(issueDates(asset.number()).size());
            issueDates(asset.number()).forEach(date -> sink.putLong(date.toEpochDay()));
        }
    }

    public void readFrom(StateSource source) {
        for (int left = source.getCount(); left > 0; left--) {
            String code = source.getText();
            int issuer = source.getInt();
            int scale = source.getInt();
            long lot = source.getLong();
            boolean matured = source.getLong() == 1;
            Asset asset = new Asset(assets.next(), code, issuer, scale, lot, TermsFormat.read(source), matured);
            add(asset);
            readIssueDates(asset.number(), source);
        }
    }

    private void readIssueDates(int asset, StateSource source) {
        List<LocalDate> dates = new ArrayList<>();
        for (int left = source.getCount(); left > 0; left--) {
            dates.add(LocalDate.ofEpochDay(source.getLong()));
        }
        if (!dates.isEmpty()) {
            issueDates.put(asset, List.copyOf(dates));
        }
    }
}
