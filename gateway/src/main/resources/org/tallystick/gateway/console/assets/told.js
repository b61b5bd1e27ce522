// Tells a decoded payload to the person who is about to sign it: everything in it, with names beside the numbers.

import { element, fact, cell, number, table } from './dom.js'
import { formatAmount, moment, dateOf } from './figures.js'
import * as names from './names.js'
import { toHex } from './keys.js'

const me = Number(document.body.dataset.party)
const ACCOUNTS = new Set(['account', 'fromAccount', 'toAccount', 'payingAccount', 'residualAccount'])
const PARTIES = new Set(['party', 'issuer'])
const AMOUNTS = new Set(['amount', 'par', 'offeringAmount'])

/** All numbers in a message that have a name somewhere. */
function numbersIn(value, found = { accounts: [], assets: [], parties: [] }) {
  for (const [field, content] of Object.entries(value)) {
    if (ACCOUNTS.has(field)) found.accounts.push(content)
    else if (field === 'asset' || field === 'cashAsset') found.assets.push(content)
    else if (PARTIES.has(field)) found.parties.push(content)
    else if (Array.isArray(content)) content.filter(isMessage).forEach(element => numbersIn(element, found))
    else if (isMessage(content)) numbersIn(content, found)
  }
  return found
}

const isMessage = value => typeof value === 'object' && value !== null && !(value instanceof Uint8Array) && !Array.isArray(value)

const words = name => {
  const spaced = name.replace(/(Millis|Micros|PercentNanos)$/, '').replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()
  return spaced[0].toUpperCase() + spaced.slice(1)
}

const accountName = number => {
  const owner = names.account(number)
  return owner ? `${number} of ${owner.code}, ${owner.name}` : `${number}, which nobody has`
}

const amountName = (minor, of) => (of ? `${formatAmount(BigInt(minor), of.scale)} ${of.code}` : `${minor} in minor units`)

function text(field, content, message) {
  if (ACCOUNTS.has(field)) return accountName(content)
  if (field === 'asset' || field === 'cashAsset') return names.asset(content)?.code ?? `${content}, which is not registered`
  if (PARTIES.has(field)) return names.party(content) ? `${names.party(content).code} (${content})` : String(content)
  if (AMOUNTS.has(field)) return amountName(content, names.asset(message.asset))
  if (field.endsWith('Millis')) return moment(content)
  if (field.endsWith('Micros')) return `${formatAmount(BigInt(content), 6)} per 100`
  if (field.endsWith('PercentNanos')) return `${formatAmount(BigInt(content), 9)} %`
  if (content instanceof Uint8Array) return toHex(content)
  return String(content)
}

/** A date says itself in one field. */
const isDate = content => isMessage(content) && Object.keys(content).length === 1 && 'epochDay' in content

function facts(message) {
  const list = element('dl', { class: 'facts' })
  const parts = []
  for (const [field, content] of Object.entries(message)) {
    if (isDate(content)) list.append(...fact(words(field), dateOf(content.epochDay)))
    else if (isMessage(content)) parts.push(part(words(field), content))
    else if (Array.isArray(content)) {
      content.forEach((each, i) => {
        if (isMessage(each)) parts.push(part(`${words(field)} ${i + 1}`, each))
        else list.append(...fact(words(field), text(field, each, message)))
      })
    } else list.append(...fact(words(field), text(field, content, message)))
  }
  return [list, ...parts]
}

const part = (title, message) => element('div', { class: 'told' }, element('h3', {}, title), ...facts(message))

function side(leg) {
  const gives = names.account(leg.fromAccount)?.party === me
  const gets = names.account(leg.toAccount)?.party === me
  if (gives && gets) return element('span', { class: 'muted' }, 'between your accounts')
  if (gives) return element('span', { class: 'give' }, 'you give')
  if (gets) return element('span', { class: 'get' }, 'you get')
  return element('span', { class: 'muted' }, 'not yours')
}

function legRow(leg, i) {
  const of = names.asset(leg.asset)
  return [
    element('th', { scope: 'row', 'data-label': 'Leg' }, String(i + 1)),
    cell('For you', side(leg)),
    cell('From', accountName(leg.fromAccount)),
    cell('To', accountName(leg.toAccount)),
    cell('Asset', element('span', {}, of ? `${of.code}, ${of.brief}` : String(leg.asset))),
    number('Amount', of ? formatAmount(leg.amount, of.scale) : String(leg.amount), of ? of.code : 'minor units'),
    ...leg.hold ? [cell('Draws on', `hold ${leg.hold}`)] : [],
  ]
}

function settlement(message) {
  const drawn = message.legs.some(leg => leg.hold)
  return element('div', { class: 'told' },
    element('h3', {}, 'Instruct a settlement: all of these legs, or none'),
    table(['Leg', 'For you', 'From', 'To', 'Asset', 'Amount', ...drawn ? ['Draws on'] : []], message.legs.map(legRow)),
    element('dl', { class: 'facts' },
      ...fact('Value date', message.valueDate ? dateOf(message.valueDate.epochDay) : 'at once, when all have affirmed'),
      ...fact('Lapses', moment(message.deadlineMillis))))
}

/** The legs of a settlement that is there already, as its page shows them; they are not in the bytes, its number is. */
async function legsOf(settlement) {
  const response = await fetch(`/settlements/${settlement}`, { headers: { 'HX-Request': 'true' } })
  if (!response.ok) return element('p', { class: 'bad' }, 'There is no such settlement, or it is not yours to see.')
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const legs = document.importNode(page.getElementById('legs-table'), true)
  legs.removeAttribute('id')
  return legs
}

const AGREEMENTS = {
  affirmSettlement: ['Affirm settlement', 'What then moves, once all have affirmed'],
  cancelSettlement: ['Cancel settlement', 'What then does not move'],
}

async function agreement(kind, { settlement }) {
  const [name, heading] = AGREEMENTS[kind]
  return element('div', { class: 'told' },
    element('h3', {}, `${name} ${settlement}`), element('p', {}, heading), await legsOf(settlement))
}

/** What a command is, in a few words. */
export const title = choice => words(Object.keys(choice)[0])

function command(choice) {
  const [kind, message] = Object.entries(choice)[0]
  if (kind === 'instructSettlement') return settlement(message)
  return kind in AGREEMENTS ? agreement(kind, message) : part(words(kind), message)
}

/** The payload as elements; learns the names it needs first. */
export async function tell(payload) {
  await names.learn(numbersIn(payload))
  return [
    element('dl', { class: 'facts' },
      ...fact('For', text('party', payload.party, payload)),
      ...fact('On ledger', payload.ledger),
      ...fact('Instruction id', element('span', { class: 'mono' }, payload.instructionId)),
      ...fact('Valid until', moment(payload.validUntilMillis)),
      ...payload.commands.length > 1
        ? fact('Together', payload.mode === 'ALL_OR_NOTHING' ? 'all or nothing' : 'each on its own') : []),
    ...await Promise.all(payload.commands.map(command)),
  ]
}
