# Builds what ./run starts, when a source is newer than the last build. Sourced, not run; JAVA_HOME is set.

build_bundle() (
  cd "$1" || exit 1
  built=app-ear/target/fieldwright/.built
  if [ -f "$built" ] && [ -z "$(find pom.xml ./*/pom.xml ./*/src/main -newer "$built" -print 2>/dev/null | head -n 1)" ]; then
    exit 0
  fi
  if [ -f "$built" ]; then
    echo "Building what has changed."
  else
    echo "Building Fieldwright. The first time, Maven fetches its libraries; that takes some minutes."
  fi
  log=${TMPDIR:-/tmp}/fieldwright-build.$$.log
  started=$(mktemp "${TMPDIR:-/tmp}/fieldwright-build.XXXXXX")
  if ./mvnw -B -DskipTests package -pl app-ear -am 2>&1 | tee "$log" | sed -n 's/^\[INFO\] Building Fieldwright: \([^0-9]*\) [0-9][^ ]* *\[\([0-9/]*\)\]$/  \2 \1/p' \
    && grep -q '^\[INFO\] BUILD SUCCESS' "$log"; then
    # As old as the beginning of the build: what was saved meanwhile counts as newer.
    touch -r "$started" "$built"
    rm -f "$log" "$started"
  else
    rm -f "$started"
    echo "The build failed:" >&2
    grep '^\[ERROR\]' "$log" | head -n 20 >&2
    echo "All of it: $log" >&2
    exit 1
  fi
)
