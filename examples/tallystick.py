"""Talks to a ledger from Python's standard library. Ed25519 is openssl's (3.0 or later)."""

import base64
import json
import secrets
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

INDEPENDENT, ALL_OR_NOTHING = 1, 2


# ---- protobuf: fields in the order of their numbers, none that is zero or empty. A message is a list of fields.

def varint(n):
    out = bytearray()
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    return bytes(out + bytes([n]))


def number(field, value):
    return varint(field << 3) + varint(value) if value else b''


def content(field, value):
    data = value.encode() if isinstance(value, str) else value
    return varint(field << 3 | 2) + varint(len(data)) + data if data else b''


def leg(asset, from_account, to_account, amount):
    return number(1, asset) + number(2, from_account) + number(3, to_account) + number(4, amount)


def instruct_settlement(legs, deadline_millis):
    return content(6, b''.join(content(1, each) for each in legs) + number(3, deadline_millis))


def affirm_settlement(settlement):
    return content(7, number(1, settlement))


def payload(ledger, party, instruction_id, commands, mode=ALL_OR_NOTHING, valid_seconds=3600):
    """The bytes to sign. Keep them, or the envelope, until there is a receipt: made anew they would be another."""
    until = int((time.time() + valid_seconds) * 1000)
    return (content(1, ledger) + number(2, party) + content(3, instruction_id) + number(4, until) + number(5, mode)
            + content(6, secrets.token_bytes(16)) + b''.join(content(7, each) for each in commands))


def envelope(payload_bytes, *keys):
    signed = b'tallystick/payload/v1\0' + payload_bytes
    return number(1, 1) + content(2, payload_bytes) + b''.join(
        content(3, content(1, key.public) + content(2, key.sign(signed))) for key in keys)


class Key:
    """An Ed25519 key in a PKCS#8 PEM file, used by openssl: it is never read here."""

    def __init__(self, file):
        self.file = str(file)
        self.public = self._openssl('pkey', '-in', self.file, '-pubout', '-outform', 'DER')[-32:]

    def sign(self, data):
        with tempfile.NamedTemporaryFile() as message:
            message.write(data)
            message.flush()
            return self._openssl('pkeyutl', '-sign', '-rawin', '-inkey', self.file, '-in', message.name)

    @staticmethod
    def _openssl(*arguments):
        done = subprocess.run(('openssl', *arguments), capture_output=True)
        if done.returncode:
            raise RuntimeError('openssl says: ' + done.stderr.decode().strip().splitlines()[0])
        return done.stdout


class Problem(Exception):
    """The gateway declined: problem details (RFC 9457). `code` is stable."""

    def __init__(self, status, said):
        super().__init__(f"{status} {said.get('code', '')}: {said.get('detail') or said.get('title')}")
        self.status, self.code = status, said.get('code')


class Ledger:
    """One party's session."""

    def __init__(self, gateway, ledger, key):
        self.gateway, self.ledger, self.key = gateway.rstrip('/'), ledger, key
        self.token = None

    def sign_in(self):
        public = self.key.public.hex()
        challenge = self._json('POST', '/sessions/challenges', {'publicKey': public})['challenge']
        data = base64.b64decode(challenge)
        address = urllib.parse.urlsplit(self.gateway).netloc.lower()
        # A key signs a challenge for itself, at the address we asked, and nothing that could be anything else.
        if not data.startswith(f'tallystick/session/v1\0{self.ledger}\0{address}\0'.encode() + self.key.public):
            raise RuntimeError(f'the challenge is not one for this key at {address}; nothing was signed')
        signature = base64.b64encode(self.key.sign(data)).decode()
        opened = {'publicKey': public, 'challenge': challenge, 'signature': signature}
        self.token = self._json('POST', '/sessions', opened)['token']

    def sign_out(self):
        self._send('DELETE', '/sessions/current').close()

    def submit(self, envelope_bytes):
        """The receipt. The same bytes may be submitted again; the ledger carries them out once."""
        with self._send('POST', '/instructions', envelope_bytes, 'application/x-protobuf') as answer:
            return json.load(answer)['receipt']

    def get(self, path):
        """What there is at an address of the ledger."""
        return self._json('GET', path)

    def pages(self, path):
        """Every item of a list, page by page."""
        after = ''
        while after is not None:
            query = ('&' if '?' in path else '?') + 'after=' + urllib.parse.quote(after) if after else ''
            page = self.get(path + query)
            yield from page['items']
            after = page.get('next')

    def events(self, topic, last_id=''):
        """Events of a topic after an id, for ever, as (id, type, data); connects and signs in again where it ended."""
        while True:
            headers = {'Last-Event-ID': last_id} if last_id else {}
            try:
                with self._send('GET', '/events/' + topic, headers=headers, accept='text/event-stream') as stream:
                    kind, data = 'message', []
                    for line in stream:
                        name, colon, value = line.decode().rstrip('\r\n').partition(':')
                        value = value.removeprefix(' ')
                        if name == 'id':
                            last_id = value
                        elif name == 'event':
                            kind = value
                        elif name == 'data':
                            data.append(value)
                        elif not colon and not name and data:
                            if kind != 'ended':
                                yield last_id, kind, json.loads('\n'.join(data))
                            kind, data = 'message', []
            except Problem as problem:
                if problem.code != 'SIGN_IN_NEEDED':
                    raise
                self.sign_in()
                continue
            except OSError:
                pass
            time.sleep(1)

    def _json(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        with self._send(method, path, data, 'application/json') as answer:
            return json.load(answer)

    def _send(self, method, path, body=None, kind=None, headers=None, accept='application/json'):
        """Sends; what is lost, too much (429) or not possible now (503) is sent again, after Retry-After."""
        for attempt in range(5):
            request = urllib.request.Request(self.gateway + '/api/v1' + path, body, headers or {}, method=method)
            request.add_header('Accept', accept)
            if kind:
                request.add_header('Content-Type', kind)
            if self.token:
                request.add_header('Authorization', 'Bearer ' + self.token)
            try:
                return urllib.request.urlopen(request, timeout=60)
            except urllib.error.HTTPError as refused:
                if refused.code not in (429, 503) or attempt == 4:
                    raise Problem(refused.code, _json_or_nothing(refused)) from None
                time.sleep(float(refused.headers.get('Retry-After') or 1))
            except OSError:  # No answer: it may have been carried out, and the same bytes are carried out once.
                if attempt == 4:
                    raise
                time.sleep(2 ** attempt / 5)


def _json_or_nothing(answer):
    try:
        return json.load(answer)
    except ValueError:
        return {'title': 'what answered gave no reason'}
