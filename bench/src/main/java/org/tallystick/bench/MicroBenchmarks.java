package org.tallystick.bench;

import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks written for JMH, each in a process of its own. */
public final class MicroBenchmarks {

    private MicroBenchmarks() {}

    /**
     * @param args the file that takes the results as JSON
     */
    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(CoreMicroBenchmark.class.getName())
                        .include(CodecMicroBenchmark.class.getName())
                        .shouldFailOnError(true)
                        .resultFormat(ResultFormatType.JSON)
                        .result(args[0])
                        .build())
                .run();
    }
}
