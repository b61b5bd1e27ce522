#!/usr/bin/env python3
"""Prints what happens on a ledger as it happens, a line of JSON each, until it is interrupted.

follow.py GATEWAY KEYFILE LEDGER TOPIC [AFTER]
follow.py http://localhost:8080 alice.pem demo settlements 16

TOPIC is receipts, accounts, settlements or overview. AFTER is the id of the last event you have dealt with; you miss none.
"""

import json
import sys

from tallystick import Key, Ledger, Problem


def main(gateway, key_file, name, topic, after=''):
    ledger = Ledger(gateway, name, Key(key_file))
    ledger.sign_in()
    for event_id, kind, data in ledger.events(topic, after):
        print(json.dumps({'id': event_id, 'event': kind, 'data': data}), flush=True)


if __name__ == '__main__':
    if len(sys.argv) not in (5, 6):
        sys.exit(__doc__)
    try:
        main(*sys.argv[1:])
    except (Problem, RuntimeError, OSError) as failed:
        sys.exit(str(failed))
    except KeyboardInterrupt:
        pass
