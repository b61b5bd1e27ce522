// Signing an instruction: its bytes are made here, read back, shown, and only then signed.

import { Codec } from './codec.js'
import * as keys from './keys.js'
import { read, postBytes, post } from './ledger.js'
import { element, notice } from './dom.js'
import { tell } from './told.js'

const PREFIX = new TextEncoder().encode('tallystick/payload/v1\0')
const HOUR_MILLIS = 3_600_000
const NONCE_LENGTH = 16
const { ledger, assets, party, key, threshold, now } = document.body.dataset
/** How far the ledger's clock is ahead of this computer's. */
const ahead = Number(now) - Date.now()
/** Colleagues need time to sign, too. */
const validMillis = Number(threshold) > 1 ? 12 * HOUR_MILLIS : HOUR_MILLIS

const sheet = document.getElementById('sheet')
const at = id => document.getElementById(id)

let loaded = null
export const codec = () => loaded ??= read(`${assets}/schema.json`).then(schema => new Codec(schema))
const advice = code => read(`${assets}/advice.json`).then(all => all[code])

/** Ledger time, as well as this page knows it. */
export const ledgerNow = () => Date.now() + ahead

export const newInstructionId = () => 'web-' + Date.now().toString(36) + '-' + keys.toHex(crypto.getRandomValues(new Uint8Array(4)))

/** The bytes of a payload of this party with these commands. */
export async function payloadOf(commands, instructionId = newInstructionId()) {
  return (await codec()).encode('Payload', {
    ledger,
    party: Number(party),
    instructionId,
    validUntilMillis: BigInt(ledgerNow() + validMillis),
    mode: commands.length > 1 ? 'ALL_OR_NOTHING' : 'INDEPENDENT',
    nonce: crypto.getRandomValues(new Uint8Array(NONCE_LENGTH)),
    commands,
  })
}

async function signature(payload) {
  const signed = new Uint8Array(PREFIX.length + payload.length)
  signed.set(PREFIX)
  signed.set(payload, PREFIX.length)
  return { publicKey: keys.fromHex(key), signature: await keys.sign(key, signed) }
}

async function submit(payload) {
  const signatures = [await signature(payload)]
  if (Number(threshold) > 1) {
    return post('/api/v1/approvals', {
      payload: keys.toBase64(payload),
      publicKey: key,
      signature: keys.toBase64(signatures[0].signature),
    }).then(outcome)
  }
  const envelope = (await codec()).encode('Envelope', { version: 1, payload, signatures })
  return { receipt: receiptIn(await postBytes('/api/v1/instructions', envelope)) }
}

/** What came of a signature: a receipt, or a payload that waits for more keys. */
const outcome = answer => (answer.receipt ? { receipt: answer.receipt } : { approval: answer })

/** The receipt itself; the gateway tells beside it how much of it is withheld. */
const receiptIn = answer => answer.receipt ?? answer

/** The first rejection in a receipt, or null. */
export function rejectionIn(receipt) {
  return receipt.refused ?? receipt.decided?.outcomes.find(outcome => outcome.rejected)?.rejected ?? null
}

/** The settlement that a receipt is about, or null. */
export function settlementIn(receipt) {
  const events = receipt.decided?.outcomes.flatMap(outcome => outcome.accepted?.events ?? []) ?? []
  for (const event of events) {
    const number = Object.values(event)[0].settlement
    if (number) return number
  }
  return null
}

const receiptLink = receipt => element('a', { href: `/receipts/${receipt.index}?since=${receipt.index}` }, `receipt of entry ${receipt.index}`)

async function showReceipt(receipt) {
  const rejection = rejectionIn(receipt)
  if (rejection) {
    await showRejection(rejection.code, rejection.sentence, receiptLink(receipt), rejection.leg)
    return false
  }
  const settlement = settlementIn(receipt)
  const links = [receiptLink(receipt)]
  if (settlement) links.unshift(element('a', { href: `/settlements/${settlement}?since=${receipt.index}`, 'data-test': 'settlement-link' }, `settlement ${settlement}`), ', ')
  at('sheet-outcome').replaceChildren(notice('good', 'Accepted', ['The ledger has decided: see ', ...links, '.']))
  return true
}

async function showRejection(code, sentence, link, leg) {
  const known = await advice(code).catch(() => null)
  const where = leg === undefined || leg < 0 ? '' : ` It concerns leg ${leg + 1}.`
  const lines = [(sentence ?? known?.sentence ?? '') + where]
  if (known) lines.push(known.next)
  if (link) lines.push(['Nothing moved: see the ', link, '.'])
  at('sheet-outcome').replaceChildren(notice('bad', known ? `${code} (${known.number})` : code, ...lines))
}

/** What the ledger rejected has a receipt; everything else was not put in its log. */
async function showFailure(error) {
  const { receipt, leg } = error.problem ?? {}
  if (receipt) await showRejection(error.code, null, receiptLink(receipt), leg)
  else if (await advice(error.code).catch(() => null)) await showRejection(error.code, error.message, null, leg)
  else at('sheet-outcome').replaceChildren(notice('bad', 'Not submitted', error.message))
}

function showApproval(approval) {
  const missing = approval.threshold - approval.signatures.length
  at('sheet-outcome').replaceChildren(notice('good', 'Signed by you',
    ['It waits under ', element('a', { href: '/approvals' }, 'Approvals'),
      ` for ${missing === 1 ? 'one more key' : `${missing} more keys`} of your party.`]))
  return true
}

async function attempt(work, { done, used }) {
  const button = at('sheet-sign')
  button.disabled = true
  sheet.setAttribute('aria-busy', 'true')
  try {
    const { receipt, approval } = await work()
    const accepted = approval ? showApproval(approval) : await showReceipt(receipt)
    button.hidden = true
    at('sheet-leave').textContent = 'Done'
    used?.()
    if (accepted) done?.(receipt)
  } catch (error) {
    await showFailure(error)
    button.disabled = false
    if (error.problem?.receipt) {
      button.hidden = true
      at('sheet-leave').textContent = 'Go back and correct it'
      used?.()
    }
  } finally {
    sheet.removeAttribute('aria-busy')
  }
}

/**
 * Shows what these bytes say; if the person agrees, does the work, which signs and sends them. Then calls `used`, because
 * the instruction id is used up, and `done` with the receipt if it was accepted.
 */
async function show(payload, { title, sign = 'Sign and submit', work, done, used }) {
  const said = (await codec()).decode('Payload', payload)
  if (said.ledger !== ledger) throw new Error('This is meant for another ledger; do not sign it.')
  if (said.party !== Number(party)) throw new Error('This speaks for another party; do not sign it.')
  at('sheet-title').textContent = title
  at('sheet-said').replaceChildren(...await tell(said))
  at('sheet-bytes').textContent = keys.toHex(payload)
  at('sheet-digest').textContent = keys.toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', payload)))
  at('sheet-outcome').replaceChildren()
  const button = at('sheet-sign')
  button.hidden = false
  button.disabled = false
  button.textContent = sign
  at('sheet-leave').textContent = 'Do not sign'
  button.onclick = () => attempt(work, { done, used })
  sheet.showModal()
}

/** Shows a new payload of this party, signs it when told to, and submits it. */
export const review = (payload, how) => show(payload, { ...how, work: () => submit(payload) })

/** Shows a payload that a colleague has signed, and adds this key's signature when told to. */
export const countersign = (payload, approval, how) => show(payload, {
  ...how,
  sign: 'Sign as second key',
  work: async () => {
    const second = await signature(payload)
    return outcome(await post(`/api/v1/approvals/${approval}/signatures`, {
      publicKey: key, signature: keys.toBase64(second.signature),
    }))
  },
})
