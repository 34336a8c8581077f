# Finds a JDK for the scripts at the root. Sourced, not run; plain enough for the bash 3.2 of macOS.
#
# find_jdk prints the home of a JDK of version 21 or newer: JAVA_HOME when it is one; otherwise, of those in the usual
# folders and on the PATH, one of version 25, else of 21 (both have long-term support), else the newest.

# The feature version of the JDK in $1, from the file that describes it; nothing when it is no JDK.
jdk_version() {
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] || return 0
  if [ -f "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\(1\.\)\{0,1\}\([0-9][0-9]*\).*/\2/p' "$1/release" | head -n 1
  else
    "$1/bin/java" -version 2>&1 | sed -n 's/.*version "\(1\.\)\{0,1\}\([0-9][0-9]*\).*/\2/p' | head -n 1
  fi
}

# The home behind the javac on the PATH, links followed.
jdk_on_path() {
  jdk_link=$(command -v javac 2>/dev/null) || return 0
  while [ -L "$jdk_link" ]; do
    jdk_target=$(readlink "$jdk_link")
    case "$jdk_target" in
      /*) jdk_link=$jdk_target ;;
      *) jdk_link=$(dirname "$jdk_link")/$jdk_target ;;
    esac
  done
  (cd "$(dirname "$jdk_link")/.." 2>/dev/null && pwd -P)
}

find_jdk() {
  if [ -n "${JAVA_HOME:-}" ]; then
    jdk_found=$(jdk_version "$JAVA_HOME")
    if [ "${jdk_found:-0}" -ge 21 ]; then
      printf '%s\n' "$JAVA_HOME"
      return 0
    fi
  fi
  jdk_best=
  jdk_best_rank=0
  # FIELDWRIGHT_JDK_FOLDERS replaces the usual folders; the tests use it.
  jdk_folders=${FIELDWRIGHT_JDK_FOLDERS:-/usr/lib/jvm:/usr/java:/usr/local:/opt:/opt/java:$HOME/.sdkman/candidates/java:$HOME/.jdks:$HOME/.asdf/installs/java:$HOME/.local/share/mise/installs/java:/Library/Java/JavaVirtualMachines:$HOME/Library/Java/JavaVirtualMachines:/opt/homebrew/opt:/usr/local/opt}
  while IFS= read -r jdk_home; do
    jdk_found=$(jdk_version "$jdk_home")
    [ "${jdk_found:-0}" -ge 21 ] || continue
    case "$jdk_found" in
      25) jdk_rank=10025 ;;
      21) jdk_rank=10021 ;;
      *) jdk_rank=$jdk_found ;;
    esac
    if [ "$jdk_rank" -gt "$jdk_best_rank" ]; then
      jdk_best=$jdk_home
      jdk_best_rank=$jdk_rank
    fi
  done <<EOF
$(printf '%s\n' "$jdk_folders" | tr ':' '\n' | while IFS= read -r jdk_folder; do
    for jdk_candidate in "$jdk_folder"/* "$jdk_folder"/*/Contents/Home "$jdk_folder"/*/libexec/openjdk.jdk/Contents/Home; do
      if [ -d "$jdk_candidate/bin" ]; then printf '%s\n' "$jdk_candidate"; fi
    done
  done)
$(jdk_on_path)
EOF
  if [ -z "$jdk_best" ]; then
    echo "Fieldwright needs a JDK, version 21 or newer, and found none: not in JAVA_HOME (${JAVA_HOME:-not set}), not in" >&2
    echo "the usual folders, not on the PATH. Install one (Debian, Ubuntu: apt install openjdk-21-jdk-headless; macOS:" >&2
    echo "brew install openjdk@21; or from https://adoptium.net) or point JAVA_HOME to it, and start again." >&2
    return 1
  fi
  printf '%s\n' "$jdk_best"
}
