#!/usr/bin/env bash
# Measures, and verifies the end state of everything before it prints a rate. Nothing here passes or fails.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$root/bin/tallystick.sh"

usage() {
  cat <<'END'
Usage: ./bench.sh [PART ...]

Measures the ledger beside what people would use instead, on this machine, in one run. Without a part, all of them but the
last, in about 25 minutes. At the end stands one table, ratios first; the same is in target/bench.json. What is named twice
is measured twice, and the mean counts: without a part, PostgreSQL before the ledger and after it.

  limits     signatures verified a second; a block forced to disk; sequential writing             (1 minute)
  postgres   the same settlements by PostgreSQL, unsigned: three ways, 1 to 16 clients            (3 minutes)
  ledger     a node under load: signed settlements, single and in batches; latency               (4 minutes)
  http       a gateway under load: balances read, settlements handed in                          (3 minutes)
  readmodel  tables on a PostgreSQL server: filled anew, and following receipts                  (3 minutes)
  core       the ledger alone: one thread, decoded commands; its memory; the start of a node     (3 minutes)
  scale      the ledger alone, large: 10,000,000 holdings in 4 GB of heap; a fork of 1,000,000   (2 minutes)
  restart    kill -9 to the first receipt, with 1,000,000 accounts and 1,000,000 entries of tail (4 minutes)
  jmh        the core and the codecs, one by one, with JMH; only when it is named                (2 minutes)

Run it on a quiet machine. What is durable is written where Java keeps temporary files; with TMPDIR set, there. It must be on
a disk. Where no PostgreSQL is installed, that part says so and is passed over. docs/PERFORMANCE.md says how to read the table.
END
}

parts=()
[ $# -gt 0 ] || set -- all
for part in "$@"; do
  case $part in
    -h | --help | help) usage; exit 0 ;;
    all) parts+=(limits postgres ledger postgres http readmodel core scale restart) ;;
    limits | postgres | ledger | http | readmodel | core | scale | restart | jmh) parts+=("$part") ;;
    *) give_up "there is no benchmark named '$part'; there are: limits, postgres, ledger, http, readmodel, core, scale, restart, jmh, all (./bench.sh --help)." ;;
  esac
done

use_java
use_maven
build_if_stale
cd "$root"
say "building the benchmarks ..."
mvn -q -B -ntp package -pl bench -am -Dmaven.test.skip=true -Dspotless.check.skip=true </dev/null >&2
figures=target/bench/figures.json
mkdir -p target/bench
rm -f "$figures"

# measure CLASS [JAVA OPTION ...] -- [ARGUMENT ...]
measure() {
  local class=$1 options=()
  shift
  while [ "$1" != -- ]; do
    options+=("$1")
    shift
  done
  shift
  "$JAVA_HOME/bin/java" @bin/java.options ${options[@]+"${options[@]}"} ${TMPDIR:+"-Djava.io.tmpdir=$TMPDIR"} \
    -cp "bench/target/bench.jar:bench/target/lib/*" "org.tallystick.bench.$class" "$@"
}

# Large pages and a heap of its full size from the start: what is measured is the ledger, not the growing of the heap.
large=(-XX:+UseTransparentHugePages -Xms3g -Xmx3g)

limits() {
  measure limits.LimitsBenchmark -- "$figures"
}

postgres() {
  measure postgres.PostgresBenchmark -- "$figures"
}

ledger() {
  measure authority.LedgerBenchmark "${large[@]}" -- "$figures"
}

# The small young generation of a node, for its pauses, is not for what runs without one.
core() {
  measure CoreBenchmark "${large[@]}" -XX:MaxNewSize=1g --
  measure CoreBenchmark -Xms64m -Xmx400m -- memory
  measure ReadyBenchmark -Xms64m -- "$root/tally"
}

scale() {
  measure ScaleBenchmark -XX:+UseTransparentHugePages -Xms4g -Xmx4g -XX:MaxNewSize=512m -- "$figures"
}

restart() {
  measure authority.RestartBenchmark "${large[@]}" -- "$figures"
}

# With the options of an operator, for the authority and for whoever asks it.
http() {
  measure http.HttpBenchmark -- "$figures"
}

# A process of its own for each of them; the results are also in target/jmh.json.
jmh() {
  measure MicroBenchmarks "${large[@]}" -- target/jmh.json
}

# The log and a ledger of a million receipts are in memory, beside what is measured.
readmodel() {
  measure readmodel.ReadModelBenchmark -Xms3g -Xmx4g -- "$figures"
}

number=0
for part in "${parts[@]}"; do
  number=$((number + 1))
  SECONDS=0
  say "$number of ${#parts[@]}: $part ..."
  "$part"
  say "$part took $((SECONDS / 60)) min $((SECONDS % 60)) s."
done
printf '\n'
measure report.Report -Xms64m -- "$figures" target/bench.json
say "the same is in target/bench.json."
