package org.tallystick.gateway.console;

import java.util.List;
import java.util.Optional;
import org.tallystick.readmodel.Page;
import org.tallystick.readmodel.Views;
import org.tallystick.readmodel.view.InstrumentView;
import org.tallystick.readmodel.view.PartyView;

/** Finds parties and assets by what people call them: a code or a number. */
final class Register {

    private final Views views;

    Register(Views views) {
        this.views = views;
    }

    /** The number of a party. */
    int party(String codeOrNumber) {
        if (isNumber(codeOrNumber)) {
            return Integer.parseInt(codeOrNumber);
        }
        Page<PartyView> page = views.parties(Page.Request.first(Page.Request.MOST));
        while (true) {
            for (PartyView party : page.items()) {
                if (party.code().equalsIgnoreCase(codeOrNumber)) {
                    return party.party();
                }
            }
            if (page.next() == null) {
                throw NotShown.unreadable("No party is called “" + codeOrNumber + "”. Type its code or its number.");
            }
            page = views.parties(new Page.Request(Page.Request.MOST, page.next()));
        }
    }

    /** The number of an asset. */
    int asset(String codeOrNumber) {
        return views.instrument(codeOrNumber)
                .map(InstrumentView::asset)
                .or(() -> isNumber(codeOrNumber)
                        ? views.instrument(Integer.parseInt(codeOrNumber)).map(InstrumentView::asset)
                        : Optional.empty())
                .orElseThrow(() -> NotShown.unreadable(
                        "No asset is called “" + codeOrNumber + "”. Type its CUSIP, its code or its number."));
    }

    /** Every party, for lists to choose from; the first thousand. */
    List<PartyView> parties() {
        return views.parties(Page.Request.first(Page.Request.MOST)).items();
    }

    private static boolean isNumber(String text) {
        return text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
