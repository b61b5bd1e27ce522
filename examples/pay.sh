#!/usr/bin/env bash
# Pays with bash, curl and openssl (3.0 or later) alone: signs in, signs one instruction, submits it, prints the receipt.
#
#   pay.sh GATEWAY KEYFILE LEDGER PARTY ASSET FROM TO AMOUNT INSTRUCTION_ID
#   pay.sh http://localhost:8080 alice.pem demo 4 1 3 5 25000 rent-2026-11
#
# AMOUNT is in minor units: 25000 are 250.00 dollars. Run it again with the same INSTRUCTION_ID while the first is valid,
# and nothing is paid twice: see "Once" in README.md.
set -euo pipefail
if [ $# -ne 9 ]; then
  sed -n '4,5s/^# *//p' "$0" >&2
  exit 2
fi
gateway=$1 key=$2 ledger=$3 party=$4 asset=$5 from=$6 to=$7 amount=$8 id=$9
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# ---- bytes, as hexadecimal digits

hex() { od -An -v -tx1 | tr -d ' \n'; }
unhex() { printf '%b' "$(printf %s "$1" | sed 's/../\\x&/g')"; }
sign() { openssl pkeyutl -sign -rawin -inkey "$key" -in "$1"; } # Ed25519 over the bytes of a file

# ---- protobuf: fields in the order of their numbers, none that is zero or empty

varint() {
  local n=$1
  while ((n > 127)); do
    printf %02x $((n & 127 | 128))
    n=$((n >> 7))
  done
  printf %02x "$n"
}
number() { if (($2 != 0)); then varint $(($1 << 3)) && varint "$2"; fi; }
bytes() { varint $(($1 << 3 | 2)) && varint $((${#2} / 2)) && printf %s "$2"; }
text() { bytes "$1" "$(printf %s "$2" | hex)"; }

# ---- HTTP: what is lost, too much or not possible now is sent again, after Retry-After; a refusal is told and ends this

ask() {
  local status
  status=$(curl -sS --retry 5 --retry-all-errors -o "$work/answer" -w '%{http_code}' "$@") || exit 1
  if ((status >= 300)); then
    cat "$work/answer" >&2
    exit 1
  fi
  cat "$work/answer"
}
field() { sed -n "s/.*\"$1\" *: *\"\([^\"]*\)\".*/\1/p"; }

# ---- sign in: the gateway gives a challenge, the key signs it, the gateway gives a token

public=$(openssl pkey -in "$key" -pubout -outform DER | tail -c 32 | hex)
challenge=$(ask -H 'Content-Type: application/json' -d "{\"publicKey\": \"$public\"}" \
  "$gateway/api/v1/sessions/challenges" | field challenge)
printf %s "$challenge" | openssl base64 -d -A > "$work/challenge"
address=${gateway#*://}
ours=$({ printf 'tallystick/session/v1\0%s\0%s\0' "$ledger" "$address" && unhex "$public"; } | hex)
if [ "$(head -c $((${#ours} / 2)) "$work/challenge" | hex)" != "$ours" ]; then
  echo "The challenge is not one for this key at $address on the ledger $ledger; nothing was signed." >&2
  exit 1
fi
signature=$(sign "$work/challenge" | openssl base64 -A)
token=$(ask -H 'Content-Type: application/json' \
  -d "{\"publicKey\": \"$public\", \"challenge\": \"$challenge\", \"signature\": \"$signature\"}" \
  "$gateway/api/v1/sessions" | field token)

# ---- the instruction: an hour valid, one settlement of one leg, to settle within the hour

until=$((($(date +%s) + 3600) * 1000))
leg=$(number 1 "$asset" && number 2 "$from" && number 3 "$to" && number 4 "$amount")
instruct=$(bytes 1 "$leg" && number 3 "$until")
command=$(bytes 6 "$instruct")
payload=$(text 1 "$ledger" && number 2 "$party" && text 3 "$id" && number 4 "$until" && number 5 1 \
  && bytes 6 "$(openssl rand -hex 16)" && bytes 7 "$command")

# ---- the envelope: what is signed is the payload after a prefix

{ printf 'tallystick/payload/v1\0' && unhex "$payload"; } > "$work/signed"
seal=$(bytes 1 "$public" && bytes 2 "$(sign "$work/signed" | hex)")
unhex "$(number 1 1 && bytes 2 "$payload" && bytes 3 "$seal")" > "$work/envelope"

ask -H "Authorization: Bearer $token" -H 'Content-Type: application/x-protobuf' -H 'Accept: application/json' \
  --data-binary @"$work/envelope" "$gateway/api/v1/instructions"
echo
ask -X DELETE -H "Authorization: Bearer $token" "$gateway/api/v1/sessions/current"
