#!/usr/bin/env python3
"""Pays, prints the receipt, and what is left.

pay.py GATEWAY KEYFILE LEDGER PARTY ASSET FROM TO AMOUNT INSTRUCTION_ID
pay.py http://localhost:8080 alice.pem demo 4 1 3 5 25000 rent-2026-11
"""

import json
import sys
import time

from tallystick import Key, Ledger, Problem, envelope, instruct_settlement, leg, payload


def main(gateway, key_file, name, party, asset, from_account, to_account, amount, instruction_id):
    key = Key(key_file)
    ledger = Ledger(gateway, name, key)
    ledger.sign_in()
    deadline = int((time.time() + 3600) * 1000)
    payment = instruct_settlement([leg(int(asset), int(from_account), int(to_account), int(amount))], deadline)
    signed = envelope(payload(name, int(party), instruction_id, [payment]), key)
    receipt = ledger.submit(signed)
    print(json.dumps(receipt))
    for holding in ledger.pages(f"/holdings?atLeast={receipt['index']}"):
        if holding['account'] == int(from_account) and holding['asset'] == int(asset):
            print(f"left on account {holding['account']}: {holding['available']} minor units of {holding['assetCode']}")
    ledger.sign_out()


if __name__ == '__main__':
    if len(sys.argv) != 10:
        sys.exit(__doc__)
    try:
        main(*sys.argv[1:])
    except (Problem, RuntimeError, OSError) as failed:
        sys.exit(str(failed))
