#!/usr/bin/env bash
# Measures, and verifies the end state of everything before it prints a rate. Nothing here passes or fails.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$root/bin/tallystick.sh"

name=${1:-core}
case $name in
  core | ledger) ;;
  *) give_up "there is no benchmark named '$name'; there are: core, ledger." ;;
esac

use_java
use_maven
build_if_stale
cd "$root"
say "building the benchmarks ..."
mvn -q -B -ntp package -pl bench -am -Dmaven.test.skip=true </dev/null >&2
figures=target/bench/figures.json
# bench CLASS [JAVA OPTION ...] -- [ARGUMENT ...]
bench() {
  local class=$1 options=()
  shift
  while [ "$1" != -- ]; do
    options+=("$1")
    shift
  done
  shift
  "$JAVA_HOME/bin/java" @bin/java.options "${options[@]}" ${TMPDIR:+"-Djava.io.tmpdir=$TMPDIR"} \
    -cp "bench/target/classes:bench/target/lib/*" "org.tallystick.bench.$class" "$@"
}

# Large pages and a heap of its full size from the start: what is measured is the ledger, not the growing of the heap.
core() {
  bench CoreBenchmark -XX:+UseTransparentHugePages -Xms3g -Xmx3g --
  bench CoreBenchmark -XX:+UseSerialGC -Xms64m -Xmx400m -- memory
  bench ReadyBenchmark -Xms64m -- "$root/tally"
}

ledger() {
  bench authority.LedgerBenchmark -XX:+UseTransparentHugePages -Xms3g -Xmx3g -- "$figures"
}

"$name"
