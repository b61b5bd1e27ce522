#!/usr/bin/env bash
# Measures; nothing here passes or fails.
#   ./bench.sh core    the ledger alone, one thread, decoded commands
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$root/bin/tallystick.sh"

name=${1:-core}
case $name in
  core) main=org.tallystick.bench.CoreBenchmark ;;
  *) give_up "there is no benchmark named '$name'; there is: core." ;;
esac
shift || true

use_java
use_maven
cd "$root"
say "building ..."
mvn -q -B -ntp package -pl bench -am -Dmaven.test.skip=true </dev/null >&2
exec "$JAVA_HOME/bin/java" @"$root/bin/java.options" -cp bench/target/classes:ledger/target/classes "$main" "$@"
