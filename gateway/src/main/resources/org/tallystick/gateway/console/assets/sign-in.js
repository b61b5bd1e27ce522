// Signing in: the ledger gives a challenge, a key of this browser signs it.

import * as keys from './keys.js'
import { read, post } from './ledger.js'

/**
 * What a challenge must begin with: that it is one, for this ledger, at this address, for this key. So what is signed can be
 * taken neither for an instruction nor to another ledger or site.
 */
function expectedHead(publicKey) {
  const text = `tallystick/session/v1\0${page.dataset.ledger}\0${location.host.toLowerCase()}\0`
  return keys.toHex(new TextEncoder().encode(text)) + publicKey
}

const page = document.getElementById('sign-in')
const problem = document.getElementById('problem')

function tell(error) {
  problem.textContent = ''
  const sentence = document.createElement('p')
  sentence.textContent = error.message
  problem.append(sentence)
  problem.hidden = false
  problem.scrollIntoView({ block: 'nearest' })
}

async function attempt(work) {
  problem.hidden = true
  page.setAttribute('aria-busy', 'true')
  try {
    await work()
  } catch (error) {
    tell(error)
  } finally {
    page.removeAttribute('aria-busy')
  }
}

async function signIn(publicKey) {
  const { challenge } = await post('/api/v1/sessions/challenges', { publicKey })
  const bytes = keys.fromBase64(challenge)
  if (!keys.toHex(bytes).startsWith(expectedHead(publicKey))) {
    throw new Error('The challenge is not one for signing in here; nothing was signed. Tell the operator.')
  }
  const signature = await keys.sign(publicKey, bytes)
  await post('/api/v1/sessions', { publicKey, challenge, signature: keys.toBase64(signature), cookie: true })
  location.assign(page.dataset.then)
}

function choice(title, detail, test, chosen) {
  const button = document.createElement('button')
  button.type = 'button'
  button.dataset.test = test
  const text = document.createElement('span')
  const name = document.createElement('b')
  name.textContent = title
  const more = document.createElement('span')
  more.className = 'muted small'
  more.textContent = detail
  text.append(name, document.createElement('br'), more)
  const go = document.createElement('span')
  go.textContent = 'Sign in'
  button.append(text, go)
  button.addEventListener('click', () => attempt(chosen))
  return button
}

async function showKeys() {
  const own = (await keys.all()).filter(key => !key.demo || page.dataset.demo === 'true')
  const list = document.getElementById('keys')
  list.replaceChildren(...own.map(key => choice(key.label, key.publicKey, 'key', () => signIn(key.publicKey))))
  list.hidden = own.length === 0
  document.getElementById('no-keys').hidden = own.length > 0
}

async function showIdentities() {
  const list = document.getElementById('identities')
  if (!list) return
  const { items } = await read('/api/v1/demo/identities')
  const seen = new Map()
  /** A party may have several keys: the second of ALPHA is ALPHA-2. */
  const nth = code => {
    seen.set(code, (seen.get(code) ?? 0) + 1)
    return seen.get(code) === 1 ? code : `${code}-${seen.get(code)}`
  }
  list.replaceChildren(...items.map(identity => choice(
    identity.partyCode,
    `${identity.name}, ${identity.words || identity.roles.join(', ').toLowerCase().replaceAll('_', ' ')}`,
    `identity-${nth(identity.partyCode)}`,
    async () => {
      const key = await keys.bring(identity.privateKeyPem, `${identity.partyCode}, demonstration`, true)
      await signIn(key.publicKey)
    },
  )))
}

document.getElementById('generate').addEventListener('submit', event => {
  event.preventDefault()
  attempt(async () => {
    const key = await keys.generate(new FormData(event.target).get('label'))
    document.getElementById('made-key').textContent = key.publicKey
    document.getElementById('made').hidden = false
    await showKeys()
  })
})

document.getElementById('import').addEventListener('submit', event => {
  event.preventDefault()
  attempt(async () => {
    const form = new FormData(event.target)
    const file = form.get('file')
    const pem = file && file.size > 0 ? await file.text() : form.get('pem')
    await keys.bring(pem, form.get('label'))
    event.target.reset()
    await showKeys()
  })
})

await attempt(async () => {
  if (!await keys.supported()) {
    throw new Error('This browser cannot sign with Ed25519, or the page is not served over HTTPS or from localhost. '
      + 'Use a current Chrome, Edge, Firefox or Safari.')
  }
  await showKeys()
  await showIdentities()
})
