#!/usr/bin/env bash
# Installs what the tests need, builds everything, runs every test. The last line is "N passed, N failed"; the exit code tells the same.
# Real servers are used when their URL is in the environment: RUMPORTAL_TEST_LOKI; a PostgreSQL of one's own by a connection string in
# RUMPORTAL_TEST_POSTGRES, else the tests start one from Debian's binaries.
set -euo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
results=artifacts/test-results
projects=(RumPortal.UnitTests RumPortal.IntegrationTests RumPortal.EndToEndTests)

# Debian packages by the file that shows their presence. Their services stay stopped: the tests start servers of their own.
declare -A packages=(
  [chromium]=/usr/bin/chromium
  [prometheus]=/usr/bin/prometheus
  [postgresql]=/usr/lib/postgresql/15/bin/initdb
  [fonts-noto-cjk]=/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc
)

install_packages() {
  local missing=() name
  for name in "${!packages[@]}"; do [ -e "${packages[$name]}" ] || missing+=("$name"); done
  [ ${#missing[@]} -gt 0 ] || return 0
  local sudo=()
  [ "$(id -u)" = 0 ] || sudo=(sudo -n)
  if ! command -v apt-get >/dev/null || { [ ${#sudo[@]} -gt 0 ] && ! sudo -n true 2>/dev/null; }; then
    echo "Please install: ${missing[*]} (packages of Debian 12; the tests look for ${packages[*]})." >&2
    exit 2
  fi
  echo "Installing ${missing[*]}"
  local policy=/usr/sbin/policy-rc.d made=
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' | "${sudo[@]}" tee "$policy" >/dev/null
    "${sudo[@]}" chmod +x "$policy"
    made=yes
  fi
  "${sudo[@]}" apt-get update -qq
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  [ -z "$made" ] || "${sudo[@]}" rm -f "$policy"
}

# Adds up the counters of the result files; a project that wrote none did not run, which counts as a failure.
sum_results() {
  node -e '
    const fs = require("fs");
    let passed = 0, failed = 0, skipped = 0;
    for (const project of process.argv.slice(2)) {
      const file = `${process.argv[1]}/${project}.trx`;
      const counters = fs.existsSync(file) && /<Counters ([^>]*)\/>/.exec(fs.readFileSync(file, "utf8"))?.[1];
      if (!counters) { console.log(`${project} did not run to its end`); failed++; continue; }
      const count = name => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(counters)?.[1] ?? 0);
      passed += count("passed");
      failed += count("failed") + count("error") + count("timeout") + count("aborted");
      skipped += count("notExecuted") || count("total") - count("executed");
    }
    if (skipped > 0) console.log(`${skipped} skipped, each with its reason above`);
    console.log(`${passed} passed, ${failed} failed`);
    process.exit(failed === 0 && passed > 0 ? 0 : 1);
  ' "$results" "$@"
}

install_packages
rm -rf "$results"
dotnet build RumPortal.sln --nologo --verbosity quiet
for project in "${projects[@]}"; do
  echo "== $project"
  dotnet test "tests/$project" --no-build --nologo --results-directory "$results" --logger "trx;LogFileName=$project.trx" \
    --logger "console;verbosity=minimal" || true
done
sum_results "${projects[@]}"
