// Affirming and cancelling a settlement: the page's legs stand beside what is signed.

import { payloadOf, review } from './signing.js'
import { element } from './dom.js'

const TITLES = { affirmSettlement: 'Affirm this settlement', cancelSettlement: 'Cancel this settlement' }

function legs(kind) {
  const copy = document.getElementById('legs-table').cloneNode(true)
  copy.removeAttribute('id')
  const heading = kind === 'affirmSettlement' ? 'What then moves' : 'What then does not move'
  return element('div', { class: 'told' }, element('h3', {}, heading), copy)
}

document.addEventListener('click', async event => {
  const button = event.target.closest('[data-sign]')
  if (!button) return
  const kind = button.dataset.sign
  const settlement = BigInt(document.getElementById('settlement').dataset.settlement)
  const payload = await payloadOf([{ [kind]: { settlement } }])
  await review(payload, {
    title: TITLES[kind],
    extra: [legs(kind)],
    sign: kind === 'affirmSettlement' ? 'Sign and affirm' : 'Sign and cancel',
    done: receipt => receipt && refresh(receipt),
  })
})

/** The part of the page that shows the settlement asks for itself again, as it stands after that entry. */
function refresh(receipt) {
  const part = document.getElementById('settlement')
  htmx.ajax('GET', `${location.pathname}?since=${receipt.index}`, { source: part, target: part, select: '#settlement', swap: 'outerHTML' })
}
