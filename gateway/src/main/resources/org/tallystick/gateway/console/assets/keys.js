// The keys of this browser: Ed25519, kept in IndexedDB so that they can sign and cannot be read.

const PKCS8_LENGTH = 48

export const toHex = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')

export function fromHex(text) {
  if (!/^([0-9a-f]{2})*$/i.test(text)) throw new Error('these are no hexadecimal digits, two a byte')
  return Uint8Array.from(text.match(/../g) ?? [], pair => parseInt(pair, 16))
}

export const fromBase64 = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0))

export const toBase64 = bytes => btoa(String.fromCharCode(...bytes))

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('tally', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('keys', { keyPath: 'publicKey' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error('this browser does not let the page keep keys; a private window may be why'))
  })
}

async function inStore(mode, work) {
  const database = await open()
  try {
    return await new Promise((resolve, reject) => {
      const request = work(database.transaction('keys', mode).objectStore('keys'))
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  } finally {
    database.close()
  }
}

/** All keys: publicKey (hexadecimal), label, demo, since. */
export const all = () => inStore('readonly', store => store.getAll())

export const remove = publicKey => inStore('readwrite', store => store.delete(publicKey))

async function keep(publicKey, key, label, demo) {
  const record = { publicKey, key, label, demo, since: Date.now() }
  await inStore('readwrite', store => store.put(record))
  return record
}

/** Makes a key that nobody can take out again. */
export async function generate(label) {
  const pair = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])
  const publicKey = toHex(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)))
  return keep(publicKey, pair.privateKey, label, false)
}

/** Takes a key in from its PEM (PKCS#8). */
export async function bring(pem, label, demo = false) {
  const match = /-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END PRIVATE KEY-----/.exec(pem)
  if (!match) throw new Error('the text is no private key: it begins with -----BEGIN PRIVATE KEY-----')
  const bytes = fromBase64(match[1].replace(/\s/g, ''))
  if (bytes.length < PKCS8_LENGTH) throw new Error('the private key is cut short')
  let readable
  try {
    readable = await crypto.subtle.importKey('pkcs8', bytes, 'Ed25519', true, ['sign'])
  } catch {
    throw new Error('the private key is not an Ed25519 key')
  }
  const publicKey = toHex(fromBase64((await crypto.subtle.exportKey('jwk', readable)).x))
  const key = await crypto.subtle.importKey('pkcs8', bytes, 'Ed25519', false, ['sign'])
  return keep(publicKey, key, label, demo)
}

/** Signs bytes with the key of this public key; 64 bytes. */
export async function sign(publicKey, bytes) {
  const record = await inStore('readonly', store => store.get(publicKey))
  if (!record) {
    throw new Error('the key you signed in with is not in this browser any more: sign out, bring it again, sign in')
  }
  return new Uint8Array(await crypto.subtle.sign('Ed25519', record.key, bytes))
}

/** Whether this browser can make and use such keys. */
export async function supported() {
  try {
    await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])
    return true
  } catch {
    return false
  }
}
