#!/usr/bin/env bash
# Measures; nothing here passes or fails.
#   ./bench.sh core    the ledger alone: one thread, decoded commands; its memory; the time until a node is ready
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$root/bin/tallystick.sh"

name=${1:-core}
case $name in
  core) ;;
  *) give_up "there is no benchmark named '$name'; there is: core." ;;
esac

use_java
use_maven
build_if_stale
cd "$root"
say "building the benchmarks ..."
mvn -q -B -ntp package -pl bench -am -Dmaven.test.skip=true </dev/null >&2
bench() { "$JAVA_HOME/bin/java" "${@:2}" -cp bench/target/classes:ledger/target/classes "org.tallystick.bench.$1" ${arguments[@]+"${arguments[@]}"}; }

# Large pages and a heap of its full size from the start: what is measured is the ledger, not the growing of the heap.
arguments=()
bench CoreBenchmark -XX:+UseParallelGC -XX:+UseTransparentHugePages -Xms3g -Xmx3g
arguments=(memory)
bench CoreBenchmark -XX:+UseSerialGC -Xmx400m
arguments=("$root/tally")
bench ReadyBenchmark
