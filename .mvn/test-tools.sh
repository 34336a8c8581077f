# What the tests use beside Java: a browser, OCR, an outside PostgreSQL with pgvector. Sourced, not run.
#
# On Debian, as root, what is missing is installed; elsewhere what is missing is named and done without. Sets and
# exports FIELDWRIGHT_TEST_CHROMIUM, FIELDWRIGHT_TEST_TESSERACT and FIELDWRIGHT_TEST_PG_BIN where the tool is there.

find_test_tools() {
  FIELDWRIGHT_TEST_CHROMIUM=${FIELDWRIGHT_TEST_CHROMIUM:-$(first_program chromium chromium-browser google-chrome \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" /Applications/Chromium.app/Contents/MacOS/Chromium)}
  FIELDWRIGHT_TEST_TESSERACT=${FIELDWRIGHT_TEST_TESSERACT:-$(first_program tesseract)}
  FIELDWRIGHT_TEST_PG_BIN=${FIELDWRIGHT_TEST_PG_BIN:-$(postgres_with_pgvector)}
  export FIELDWRIGHT_TEST_CHROMIUM FIELDWRIGHT_TEST_TESSERACT FIELDWRIGHT_TEST_PG_BIN
}

first_program() {
  for program in "$@"; do
    if command -v "$program" 2>/dev/null; then return 0; fi
  done
  return 0
}

# The programs of the newest PostgreSQL of this machine that has pgvector.
postgres_with_pgvector() {
  for bin in /usr/lib/postgresql/*/bin /opt/homebrew/opt/postgresql@*/bin /usr/local/opt/postgresql@*/bin; do
    [ -x "$bin/pg_config" ] || continue
    if [ -f "$("$bin/pg_config" --sharedir)/extension/vector.control" ]; then printf '%s\n' "$bin"; fi
  done | tail -n 1
}

is_debian_root() {
  [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ] && command -v apt-get >/dev/null 2>&1
}

install_test_tools() {
  find_test_tools
  if is_debian_root; then
    [ -n "$FIELDWRIGHT_TEST_CHROMIUM" ] || install_packages "a browser" chromium
    if [ -z "$FIELDWRIGHT_TEST_TESSERACT" ] || ! tesseract --list-langs 2>/dev/null | grep -qx eng; then
      install_packages "text recognition" tesseract-ocr tesseract-ocr-eng
    fi
    [ -n "$FIELDWRIGHT_TEST_PG_BIN" ] || install_postgres_with_pgvector
    find_test_tools
  fi
  without "$FIELDWRIGHT_TEST_CHROMIUM" "Chromium: the browser tests"
  without "$FIELDWRIGHT_TEST_TESSERACT" "Tesseract: the tests that read scanned pages"
  without "$FIELDWRIGHT_TEST_PG_BIN" "PostgreSQL with pgvector: the tests of the outside vector store"
}

without() {
  [ -n "$1" ] || echo "Not on this machine, and so left out: $2."
}

install_packages() {
  echo "Installing $1: ${*:2}"
  if [ -z "${apt_updated:-}" ]; then
    # A source of somebody else's that does not answer is no reason to stop.
    apt-get -qq update >/dev/null 2>&1 || true
    apt_updated=yes
  fi
  if ! DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "${@:2}" >"$tools_log" 2>&1; then
    echo "  did not work:" >&2
    tail -n 5 "$tools_log" >&2
    return 1
  fi
}

install_postgres_with_pgvector() {
  install_packages "PostgreSQL" postgresql || return 0
  major=$(ls /usr/lib/postgresql | sort -n | tail -n 1)
  if apt-cache show "postgresql-$major-pgvector" >/dev/null 2>&1; then
    install_packages "pgvector" "postgresql-$major-pgvector" || true
    return 0
  fi
  install_packages "what pgvector is built with" gcc make libc6-dev "postgresql-server-dev-$major" || return 0
  for suite in sid forky trixie; do
    if build_pgvector "$suite" "/usr/lib/postgresql/$major/bin/pg_config"; then return 0; fi
  done
  echo "  pgvector could not be built; see $tools_log" >&2
}

# Builds pgvector from the source package of a newer Debian. The entry for that suite is made from the machine's own
# and lives in a temporary apt configuration: the sources of the machine stay as they are.
build_pgvector() (
  suite=$1
  pg_config=$2
  archive=$(apt-get indextargets --format '$(ORIGIN) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null \
    | sed -n 's/^Debian \(.*\/debian\/*\)$/\1/p' | head -n 1)
  [ -n "$archive" ] || archive=http://deb.debian.org/debian/
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/source"
  printf 'deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s %s main\n' "$archive" "$suite" \
    >"$work/sources.list"
  # The user that apt downloads as has to get in.
  chmod -R a+rwX "$work"
  apt_here() {
    apt-get -qq -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=/dev/null \
      -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache" "$@"
  }
  cd "$work/source" || exit 1
  apt_here update >>"$tools_log" 2>&1 || exit 1
  apt_here source --download-only pgvector >>"$tools_log" 2>&1 || exit 1
  tar -xzf pgvector_*.orig.tar.gz || exit 1
  cd pgvector-*/ || exit 1
  echo "Building $(basename "$PWD") from Debian $suite"
  # OPTFLAGS is emptied so that the build runs on the next machine too.
  { make -j2 with_llvm=no OPTFLAGS= PG_CONFIG="$pg_config" && make install with_llvm=no PG_CONFIG="$pg_config"; } \
    >>"$tools_log" 2>&1
)

tools_log=${TMPDIR:-/tmp}/fieldwright-test-tools.$$.log
