# What the scripts at the root share: finding Java 25, building when the sources are newer than the build, launching.
# Sourced by bash with `root` set to the project's root.

readonly java_wanted=25
readonly build="$root/app/target/tally"

say() { printf '%s\n' "tallystick: $*" >&2; }

# Exit code 2: what was asked cannot be done on this machine as it is.
give_up() { say "$*"; exit 2; }

# Prints the feature version of the JDK in directory $1 (17, 25, ...), or nothing where there is no whole JDK.
jdk_version() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  local line version=
  if [ -r "$1/release" ]; then
    while IFS= read -r line; do
      case $line in JAVA_VERSION=*) version=${line#JAVA_VERSION=} ;; esac
    done <"$1/release"
  else
    version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version \("[^"]*"\).*/\1/p')
  fi
  version=${version//\"/}
  version=${version%%[!0-9]*}
  printf '%s' "$version"
}

is_wanted_jdk() {
  local version
  version=$(jdk_version "$1")
  [ -n "$version" ] && [ "$version" -ge "$java_wanted" ]
}

# Prints the home of the `java` on PATH, symbolic links followed.
home_of_java_on_path() {
  local java link
  java=$(command -v java) || return 0
  while [ -L "$java" ]; do
    link=$(readlink "$java")
    case $link in
      /*) java=$link ;;
      *) java=$(dirname "$java")/$link ;;
    esac
  done
  dirname "$(dirname "$java")"
}

# Sets JAVA_HOME to a JDK of version 25 or later, or gives up.
use_java() {
  local home
  if [ -n "${JAVA_HOME:-}" ] && is_wanted_jdk "$JAVA_HOME"; then
    return
  fi
  for home in "$(home_of_java_on_path)" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/* \
    /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if is_wanted_jdk "$home"; then
      export JAVA_HOME=$home
      return
    fi
  done
  if [ -x /usr/libexec/java_home ] && home=$(/usr/libexec/java_home -v "$java_wanted+" 2>/dev/null) \
    && is_wanted_jdk "$home"; then
    export JAVA_HOME=$home
    return
  fi
  give_up "this needs a Java Development Kit of version $java_wanted or later;" \
    "none was found by JAVA_HOME, on the PATH or in the usual places (install one, or set JAVA_HOME)."
}

use_maven() {
  command -v mvn >/dev/null || give_up "this needs Apache Maven (the command mvn) to build, and it is not on the PATH."
  # Maven's own libraries make newer Java print warnings about themselves.
  export MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}"
}

is_built() {
  [ -f "$build/tally.jar" ] && [ -f "$build/built" ] \
    && [ -z "$(find "$root"/pom.xml "$root"/*/pom.xml "$root"/*/src/main -newer "$build/built" -print -quit)" ]
}

# Builds without tests and checks, unless the build is newer than every source.
build_if_stale() {
  is_built && return
  use_maven
  mkdir -p "$build"
  exec 8>"$root/app/target/.building"
  if command -v flock >/dev/null; then
    flock 8
    if is_built; then # by somebody else, meanwhile
      exec 8>&-
      return
    fi
  fi
  say "building (first use, or sources have changed); this takes a minute or two ..."
  touch "$build/building"
  if ! (cd "$root" && mvn -q -B -ntp package -pl app -am -Dmaven.test.skip=true) >"$build/build.log" 2>&1 </dev/null; then
    cat "$build/build.log" >&2
    give_up "the build failed; what Maven said stands above."
  fi
  mv "$build/building" "$build/built"
  prepare_quick_starts
  exec 8>&-
}

# Writes down what Java learns while a node starts on a day's entries and replays them, so that later starts take half the
# time (docs/adr/0033). Nothing depends on it.
prepare_quick_starts() {
  [ "$build/tally.aot" -nt "$build/tally.jar" ] && return
  local scratch java=("$JAVA_HOME/bin/java" @"$root/bin/java.options")
  scratch=$(mktemp -d)
  {
    "${java[@]}" -jar "$build/tally.jar" day --trades 300 --data "$scratch/ledger" \
      && "${java[@]}" "-XX:AOTCacheOutput=$build/tally.aot.new" \
        -jar "$build/tally.jar" node --demo --check --port 0 --data "$scratch/ledger"
  } >"$build/quick-starts.log" 2>&1 </dev/null && mv "$build/tally.aot.new" "$build/tally.aot"
  rm -rf "$scratch"
  return 0
}

# Runs the tally command with the arguments given; does not return.
launch() {
  local quick=()
  [ "$build/tally.aot" -nt "$build/tally.jar" ] && quick=("-XX:AOTCache=$build/tally.aot" -Xlog:aot=off -Xlog:cds=off)
  exec "$JAVA_HOME/bin/java" @"$root/bin/java.options" ${quick[@]+"${quick[@]}"} -jar "$build/tally.jar" "$@"
}
