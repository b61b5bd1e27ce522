// Affirming and cancelling a settlement.

import { payloadOf, review } from './signing.js'

const TITLES = { affirmSettlement: 'Affirm this settlement', cancelSettlement: 'Cancel this settlement' }

document.addEventListener('click', async event => {
  const button = event.target.closest('[data-sign]')
  if (!button) return
  const kind = button.dataset.sign
  const settlement = BigInt(document.getElementById('settlement').dataset.settlement)
  await review(await payloadOf([{ [kind]: { settlement } }]), {
    title: TITLES[kind],
    sign: kind === 'affirmSettlement' ? 'Sign and affirm' : 'Sign and cancel',
    done: receipt => receipt && refresh(receipt),
  })
})

/** The part of the page that shows the settlement asks for itself again, as it stands after that entry. */
function refresh(receipt) {
  const part = document.getElementById('settlement')
  htmx.ajax('GET', `${location.pathname}?since=${receipt.index}`, { source: part, target: part, select: '#settlement', swap: 'outerHTML' })
}
