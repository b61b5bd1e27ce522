package org.tallystick.gateway.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** What is measured, in the text form of Prometheus. For any number of threads. */
public final class Meters {

    private record Kind(String route, String method, int status) {}

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ConcurrentHashMap<Kind, Timer> requests = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Counter> submissions = new ConcurrentHashMap<>();
    private final AtomicInteger inFlight = new AtomicInteger();

    public Meters() {
        gauge("tallystick_http_in_flight", "Requests being answered, event streams aside", inFlight::get);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** Requests being answered now. */
    AtomicInteger inFlight() {
        return inFlight;
    }

    void answered(String route, String method, int status, long nanos) {
        Kind kind = new Kind(route, method, status);
        Timer known = requests.get(kind); // locks nothing, as computeIfAbsent may
        Timer timer = known != null ? known : requests.computeIfAbsent(kind, this::timer);
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Kind kind) {
        return Timer.builder("tallystick_http_requests")
                .description("Requests answered, and how long that took")
                .tag("route", kind.route())
                .tag("method", kind.method())
                .tag("status", Integer.toString(kind.status()))
                .register(registry);
    }

    /** Counts an envelope handed in, by what became of it. */
    public void submitted(String verdict) {
        submissions
                .computeIfAbsent(
                        verdict,
                        name -> Counter.builder("tallystick_submissions")
                                .description("Envelopes handed in, by what became of them")
                                .tag("verdict", name)
                                .register(registry))
                .increment();
    }

    /** Shows a number that changes. */
    public void gauge(String name, String description, LongSupplier value) {
        Gauge.builder(name, value, LongSupplier::getAsLong)
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    /** Everything, as Prometheus reads it. */
    public String text() {
        return registry.scrape();
    }
}
