package org.tallystick.readmodel.view;

/**
 * How much of an asset is outstanding.
 *
 * @param code currency code or CUSIP
 * @param kind see {@link InstrumentView.Kind}
 * @param outstanding issued less redeemed
 * @param held of it, set aside by holds
 * @param holders accounts with any of it
 */
public record SupplyView(
        int asset, String code, InstrumentView.Kind kind, int scale, long outstanding, long held, long holders) {}
