#!/usr/bin/env python3
"""Shows a settlement, affirms it for a party that gives something in it, prints the receipt.

affirm.py GATEWAY KEYFILE LEDGER PARTY SETTLEMENT
affirm.py http://localhost:8080 bob.pem demo 5 7
"""

import json
import sys

from tallystick import Key, Ledger, Problem, affirm_settlement, envelope, payload


def main(gateway, key_file, name, party, settlement):
    key = Key(key_file)
    ledger = Ledger(gateway, name, key)
    ledger.sign_in()
    for leg in ledger.get(f'/settlements/{settlement}')['legs']:
        print(f"{leg['fromCode']} gives {leg['toCode']} {leg['amount']} minor units of {leg['assetCode']}")
    # Named after what it is for: whoever runs this twice affirms once, and is told so.
    affirmation = payload(name, int(party), f'affirm-{settlement}', [affirm_settlement(int(settlement))])
    print(json.dumps(ledger.submit(envelope(affirmation, key))))
    ledger.sign_out()


if __name__ == '__main__':
    if len(sys.argv) != 6:
        sys.exit(__doc__)
    try:
        main(*sys.argv[1:])
    except (Problem, RuntimeError, OSError) as failed:
        sys.exit(str(failed))
