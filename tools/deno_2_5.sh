#!/bin/sh
# Checks and tests the server on Deno 2.5, the version that Deno Deploy runs (from npm: deno@2.5).
# DENO_2_5_BIN names another binary of it.
set -eu
cd "$(dirname "$0")/.."
deno="${DENO_2_5_BIN:-npx -y deno@2.5}"
export DENO_TLS_CA_STORE="${DENO_TLS_CA_STORE:-system}" DENO_NO_UPDATE_CHECK=1

$deno --version | head -1
$deno check --unstable-kv server/mod.ts server/main.ts server/deploy.ts
# The test options of deno.json are younger than 2.5, so the tests run without it.
$deno test -A --no-config --no-check --quiet --unstable-kv --import-map=tools/offline/import_map.json \
  server/store server/jobs server/http server/validate server/search server/services tests/trust/deploy_test.ts "$@"
