// What colleagues have signed and the party's threshold keeps waiting: shown from its bytes, signed as a further key.

import { codec, countersign } from './signing.js'
import { fromBase64 } from './keys.js'
import { read, withdraw } from './ledger.js'
import { element, cell, table } from './dom.js'
import { moment } from './figures.js'
import { title } from './told.js'

const list = document.getElementById('waiting')
const problem = document.getElementById('problem')
const { key } = document.body.dataset

function complain(error) {
  problem.textContent = error.message
  problem.hidden = false
}

const attempt = work => async () => {
  problem.hidden = true
  try {
    await work()
  } catch (error) {
    complain(error)
  }
}

function button(text, test, work, style = '') {
  const made = element('button', { type: 'button', class: style, 'data-test': test }, text)
  made.addEventListener('click', attempt(work))
  return made
}

async function row(approval) {
  const payload = fromBase64(approval.payload)
  const said = (await codec()).decode('Payload', payload)
  const mine = approval.signatures.some(signature => signature.publicKey === key)
  const actions = element('div', { class: 'row' })
  if (!mine) {
    actions.append(button('Review and sign…', 'countersign', () => countersign(payload, approval.digest, {
      title: 'What a colleague has signed', done: show,
    }), 'primary'))
  }
  actions.append(button('Withdraw', 'withdraw', async () => {
    await withdraw(`/api/v1/approvals/${approval.digest}`)
    await show()
  }))
  return [
    element('th', { scope: 'row', 'data-label': 'What' }, said.commands.map(title).join(', ')),
    cell('Instruction', element('span', { class: 'mono' }, said.instructionId)),
    cell('Signed', `${approval.signatures.length} of ${approval.threshold}${mine ? ', you among them' : ''}`),
    cell('Since', moment(approval.sinceMillis)),
    cell('Valid until', moment(said.validUntilMillis)),
    cell('Do', actions),
  ]
}

async function show() {
  const { items } = await read('/api/v1/approvals')
  if (items.length === 0) {
    list.replaceChildren(element('div', { class: 'empty', 'data-test': 'nothing' }, element('p', {},
      'Nothing waits. What one key of your party signs appears here when the party asks for more than one.')))
    return
  }
  const rows = await Promise.all(items.map(row))
  const shown = table(['What', 'Instruction', 'Signed', 'Since', 'Valid until', 'Do'], rows)
  shown.setAttribute('data-test', 'approvals')
  list.replaceChildren(shown)
}

await attempt(show)()
setInterval(() => {
  if (!document.hidden && !document.querySelector('dialog[open]')) attempt(show)()
}, 10_000)
