# shellcheck shell=bash
# What the scripts share: speaking, finding JDKs and Maven, counting tests. Sourced, never run.

# Tells what happens now.
step() {
  printf '\n==> %s\n' "$*"
}

# Says why the script stops, and stops it.
die() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

# Prints the comment at the top of the calling script, which is its help.
print_help() {
  awk 'NR > 1 && !/^#/ { exit } NR > 1 { sub(/^# ?/, ""); print }' "$0"
}

# Prints the feature release of the JDK at $1, such as 17.
jdk_release() {
  local version=""
  if [[ -r "$1/release" ]]; then
    version=$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$1/release")
  fi
  if [[ -z "$version" ]]; then
    version=$("$1/bin/java" -version 2>&1 | sed -n '1s/.*version "\([^"]*\)".*/\1/p')
  fi
  version=${version#1.}
  printf '%s\n' "${version%%[!0-9]*}"
}

# Prints "release home" for each JDK with a compiler that can be found, oldest first.
jdks() {
  local home java candidates=()
  [[ -n "${JAVA_HOME:-}" ]] && candidates+=("$JAVA_HOME")
  if java=$(command -v javac); then
    # On macOS this is a stub that has no JDK around it; such a candidate is dropped below.
    while [[ -L "$java" ]]; do
      local target
      target=$(readlink "$java")
      [[ "$target" == /* ]] || target="$(dirname "$java")/$target"
      java=$target
    done
    candidates+=("$(dirname "$(dirname "$java")")")
  fi
  local at=${HOME:-/nonexistent}
  candidates+=(
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk*
    "${SDKMAN_DIR:-$at/.sdkman}"/candidates/java/* "$at"/.jdks/*
    /Library/Java/JavaVirtualMachines/*/Contents/Home
    "$at"/Library/Java/JavaVirtualMachines/*/Contents/Home
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
  )
  for home in "${candidates[@]}"; do
    # It is started, because one for another architecture, to pack charms for it, is of no use here.
    if [[ -x "$home/bin/java" && -x "$home/bin/javac" ]] && "$home/bin/java" -version > /dev/null 2>&1; then
      home=$(cd "$home" && pwd -P)
      printf '%s %s\n' "$(jdk_release "$home")" "$home"
    fi
  done | sort -k1,1n -k2 -u
}

# Prints the home of the JDK to build with: a 17, or the oldest that is newer.
build_jdk() {
  local home
  home=$(jdks | awk '$1 >= 17 { sub(/^[0-9]+ /, ""); print; exit }')
  [[ -n "$home" ]] || die "no JDK 17 or newer found (a JRE is not enough).
  Debian, Ubuntu: apt-get install openjdk-17-jdk-headless
  Fedora:         dnf install java-17-openjdk-devel
  macOS:          brew install openjdk@17
  anywhere:       sdk install java (SDKMAN), or unpack a JDK and set JAVA_HOME to it"
  printf '%s\n' "$home"
}

# Prints the home of the newest JDK.
newest_jdk() {
  jdks | awk '$1 >= 17 { sub(/^[0-9]+ /, ""); home = $0 } END { print home }'
}

# Stops unless Maven is there; its version is checked by the build itself.
need_maven() {
  command -v mvn > /dev/null || die "Maven (mvn) is missing; 3.8 or newer is needed.
  Debian, Ubuntu: apt-get install maven
  Fedora:         dnf install maven
  macOS:          brew install maven
  anywhere:       sdk install maven (SDKMAN)"
}

# Stops unless perl is there; $1 says what for.
need_perl() {
  command -v perl > /dev/null || die "perl is missing; $1.
  Debian, Ubuntu: apt-get install perl
  Fedora:         dnf install perl-interpreter
  macOS:          it is part of the system"
}

# Runs Maven on the JDK at $1, without progress bars.
maven_on() {
  local home=$1
  shift
  JAVA_HOME=$home mvn --batch-mode --no-transfer-progress "$@"
}

# Prints the text of the version that the parent POM declares.
project_version() {
  awk '/<artifactId>signals-parent</ { found = 1 }
    found && /<version>/ { gsub(/.*<version>|<\/version>.*/, ""); print; exit }' pom.xml
}

# Builds the examples unless nothing has changed since; prints nothing but what goes wrong.
# build_examples <jdk to build with> [<module, such as benchmarks>]
build_examples() {
  local module=${2:-together} newer="" reference
  local built=examples/$module/target/$module.jar marker=examples/$module/target/built
  for reference in "$built" "$marker"; do
    if [[ -e "$reference" ]]; then
      newer=$(find pom.xml signals-*/pom.xml signals-*/src examples/pom.xml examples/*/pom.xml \
        examples/*/charmcraft.yaml examples/*/src -newer "$reference" -print -quit)
      [[ -n "$newer" ]] || return 0
    fi
  done
  step "Building the examples; on a machine that never did, Maven downloads for a while"
  maven_on "$1" --quiet -Dmaven.test.skip --projects "examples/$module" --also-make package
  touch "$marker"
}

# Runs a main class of the examples: run_example <jdk> <class> <arguments>
run_example() {
  local home=$1 class=$2
  shift 2
  # The processes of the charms find java on PATH, as they would on a Juju machine.
  PATH="$home/bin:$PATH" "$home/bin/java" \
    -cp 'examples/together/target/together.jar:examples/together/target/lib/*' \
    "dev.charmsignals.examples.together.$class" examples "$@"
}

# Builds and runs a main class of the benchmarks: run_benchmark <jdk> <class> <arguments>
run_benchmark() {
  local home=$1 class=$2
  shift 2
  build_examples "$home" benchmarks
  "$home/bin/java" \
    -cp 'examples/benchmarks/target/benchmarks.jar:examples/benchmarks/target/lib/*' \
    "dev.charmsignals.examples.benchmarks.$class" "$@"
}
