package org.tallystick.gateway.api;

import java.util.ArrayList;
import java.util.List;
import org.tallystick.gateway.Limits;
import org.tallystick.gateway.Ordering;
import org.tallystick.gateway.Submission;
import org.tallystick.gateway.http.Body;
import org.tallystick.gateway.http.Endpoint;
import org.tallystick.gateway.http.Meters;
import org.tallystick.readmodel.Projection;
import org.tallystick.readmodel.ReadModel;
import org.tallystick.readmodel.ReceiptSource;
import org.tallystick.readmodel.Views;

/** Everything under {@code /api/v1} that reads the ledger or hands something in. */
public final class Api {

    private final List<Endpoint> endpoints = new ArrayList<>();

    public Api(
            ReadModel model,
            ReceiptSource log,
            Projection projection,
            Ordering ordering,
            Admission admission,
            Limits limits,
            Meters meters) {
        Views views = model.views();
        Reading reading = new Reading(projection);
        Body body = new Body(limits.bodyTimeout());
        Submission submission = new Submission(ordering, limits.receiptTimeout());
        endpoints.addAll(new RegisterApi(views).endpoints(reading));
        endpoints.addAll(new HoldingApi(views).endpoints(reading));
        endpoints.addAll(new StatementApi(views).endpoints(reading));
        endpoints.addAll(new InstrumentApi(views, model.cashFlows()).endpoints(reading));
        endpoints.addAll(new SettlementApi(views).endpoints(reading));
        endpoints.addAll(new ReceiptApi(views, log).endpoints(reading));
        endpoints.addAll(new InstructionApi(submission, views, log, body, meters).endpoints());
        endpoints.addAll(new BulkApi(admission, ordering, views, log, limits, meters).endpoints());
        endpoints.addAll(new PayloadApi(body).endpoints());
    }

    /** What it answers on. */
    public List<Endpoint> endpoints() {
        return List.copyOf(endpoints);
    }
}
