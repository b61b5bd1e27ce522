// Protobuf, as far as Tally's schema needs it, driven by the description that the ledger's own schema gives (schema.json).
// It writes the one canonical form (see the head of tally.proto): fields in the order of their numbers, nothing that is
// at its default except in a choice, shortest numbers. Reading is strict: it accepts only bytes that would be written
// so, because what is shown must be all that is signed. 64-bit numbers are BigInt.

const VARINT = 0
const BYTES = 2
const UTF8 = new TextEncoder()
const TEXT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const WIDE = new Set(['int64', 'sint64', 'uint64'])
const NUMBERS = new Set(['int32', 'int64', 'uint32', 'sint32', 'sint64', 'bool', 'enum'])

export class Codec {
  constructor(schema) {
    this.messages = schema.messages
    this.enums = schema.enums
  }

  /** The bytes of a message given as an object; enums by name, bytes as Uint8Array. */
  encode(name, value) {
    const known = new Set(this.messages[name].map(field => field.name))
    for (const key of Object.keys(value)) {
      if (!known.has(key)) throw new Error(`${name} has no field ${key}`)
    }
    const out = []
    for (const field of this.messages[name]) {
      const content = value[field.name]
      if (content === undefined || content === null) continue
      if (field.repeated) this.#writeList(out, field, content)
      else if (field.choice || field.type === 'message' || !isDefault(this.#plain(field, content))) {
        this.#write(out, field, content)
      }
    }
    return Uint8Array.from(out)
  }

  /** The object that bytes say; throws unless they are exactly what encode gives for it. */
  decode(name, bytes) {
    const value = this.#read(name, bytes)
    const again = this.encode(name, value)
    if (again.length !== bytes.length || again.some((byte, i) => byte !== bytes[i])) {
      throw new Error(`these bytes are not the one form of a ${name}`)
    }
    return value
  }

  #writeList(out, field, list) {
    if (list.length === 0) return
    if (NUMBERS.has(field.type)) {
      const packed = []
      for (const element of list) varint(packed, this.#number(field, element))
      lengthPrefixed(out, field.number, packed)
    } else {
      for (const element of list) this.#write(out, field, element)
    }
  }

  #write(out, field, content) {
    if (NUMBERS.has(field.type)) {
      varint(out, BigInt(field.number << 3 | VARINT))
      varint(out, this.#number(field, content))
    } else {
      const plain = this.#plain(field, content)
      lengthPrefixed(out, field.number, plain)
    }
  }

  #plain(field, content) {
    switch (field.type) {
      case 'message': return this.encode(field.of, content)
      case 'string': return UTF8.encode(content)
      case 'bytes': return content
      default: return this.#number(field, content)
    }
  }

  /** What is written for a number: never negative, at most 64 bits. */
  #number(field, content) {
    if (field.type === 'enum') {
      const number = this.enums[field.of][content]
      if (number === undefined) throw new Error(`${field.name} cannot be ${content}`)
      return BigInt(number)
    }
    if (field.type === 'bool') return content ? 1n : 0n
    const number = BigInt(content)
    const bits = WIDE.has(field.type) ? 64 : 32
    const fits = field.type === 'uint32' ? BigInt.asUintN(32, number) : BigInt.asIntN(bits, number)
    if (fits !== number) throw new Error(`${field.name} is out of range: ${content}`)
    if (field.type.startsWith('sint')) return BigInt.asUintN(64, number << 1n ^ number >> 63n)
    return BigInt.asUintN(64, number)
  }

  #read(name, bytes) {
    const fields = new Map(this.messages[name].map(field => [field.number, field]))
    const value = {}
    for (const field of fields.values()) {
      if (field.repeated) value[field.name] = []
      else if (!field.choice && field.type !== 'message') value[field.name] = this.#default(field)
    }
    const reader = new Reader(bytes)
    while (!reader.atEnd()) {
      const tag = Number(reader.varint())
      const field = fields.get(tag >>> 3)
      const packed = field && field.repeated && NUMBERS.has(field.type)
      const expected = field && NUMBERS.has(field.type) && !packed ? VARINT : BYTES
      if (!field || (tag & 7) !== expected) throw new Error(`${name} has a field that is not known`)
      if (packed) {
        const inner = new Reader(reader.bytes())
        while (!inner.atEnd()) value[field.name].push(this.#said(field, inner.varint()))
      } else {
        const content = expected === VARINT ? this.#said(field, reader.varint()) : this.#content(field, reader.bytes())
        if (field.repeated) value[field.name].push(content)
        else value[field.name] = content
      }
    }
    return value
  }

  #content(field, bytes) {
    if (field.type === 'message') return this.#read(field.of, bytes)
    return field.type === 'string' ? TEXT.decode(bytes) : bytes
  }

  #said(field, number) {
    switch (field.type) {
      case 'enum': return this.#nameOf(field.of, number)
      case 'bool': return number !== 0n
      case 'sint32': return Number(BigInt.asIntN(32, number >> 1n ^ -(number & 1n)))
      case 'sint64': return BigInt.asIntN(64, number >> 1n ^ -(number & 1n))
      case 'int64': return BigInt.asIntN(64, number)
      case 'uint32': return Number(BigInt.asUintN(32, number))
      default: return Number(BigInt.asIntN(32, number))
    }
  }

  #nameOf(choices, number) {
    const found = Object.entries(this.enums[choices]).find(([, known]) => BigInt(known) === number)
    if (!found) throw new Error(`${choices} has no number ${number}`)
    return found[0]
  }

  #default(field) {
    if (field.type === 'enum') return this.#nameOf(field.of, 0n)
    if (field.type === 'bool') return false
    if (field.type === 'string') return ''
    if (field.type === 'bytes') return new Uint8Array()
    return WIDE.has(field.type) ? 0n : 0
  }
}

class Reader {
  constructor(bytes) {
    this.buffer = bytes
    this.at = 0
  }

  atEnd() {
    return this.at === this.buffer.length
  }

  varint() {
    let number = 0n
    for (let shift = 0n; shift < 70n; shift += 7n) {
      if (this.atEnd()) throw new Error('the bytes end in the middle of a number')
      const byte = this.buffer[this.at++]
      number |= BigInt(byte & 127) << shift
      if (byte < 128) return BigInt.asUintN(64, number)
    }
    throw new Error('a number is too long')
  }

  bytes() {
    const length = Number(this.varint())
    if (length > this.buffer.length - this.at) throw new Error('the bytes end in the middle of a field')
    this.at += length
    return this.buffer.subarray(this.at - length, this.at)
  }
}

function varint(out, number) {
  while (number > 127n) {
    out.push(Number(number & 127n) | 128)
    number >>= 7n
  }
  out.push(Number(number))
}

function lengthPrefixed(out, number, bytes) {
  varint(out, BigInt(number << 3 | BYTES))
  varint(out, BigInt(bytes.length))
  for (const byte of bytes) out.push(byte)
}

function isDefault(plain) {
  return typeof plain === 'bigint' ? plain === 0n : plain.length === 0
}
