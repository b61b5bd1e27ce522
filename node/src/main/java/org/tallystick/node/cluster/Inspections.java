package org.tallystick.node.cluster;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.tallystick.node.machine.Machine;

/** Looks at the machine between two entries, on the service thread, on behalf of other threads. */
final class Inspections {

    private final Queue<Inspection<?>> waiting = new ConcurrentLinkedQueue<>();

    <T> CompletableFuture<T> ask(Function<? super Machine, ? extends T> question) {
        Inspection<T> inspection = new Inspection<>(question, new CompletableFuture<>());
        waiting.add(inspection);
        return inspection.answer;
    }

    /** Answers all who wait. A question that fails harms nobody but who asked it. */
    int run(Machine machine) {
        int work = 0;
        for (Inspection<?> next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run(machine);
            work++;
        }
        return work;
    }

    void refuseAll(RuntimeException reason) {
        for (Inspection<?> next = waiting.poll(); next != null; next = waiting.poll()) {
            next.answer.completeExceptionally(reason);
        }
    }

    private record Inspection<T>(Function<? super Machine, ? extends T> question, CompletableFuture<T> answer) {

        void run(Machine machine) {
            try {
                T found = question.apply(machine);
                answer.completeAsync(() -> found);
            } catch (RuntimeException failed) {
                answer.completeExceptionally(failed);
            }
        }
    }
}
