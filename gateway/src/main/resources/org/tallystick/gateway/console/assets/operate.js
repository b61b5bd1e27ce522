// What an operator signs on the page of operations.

import { payloadOf, review } from './signing.js'

document.addEventListener('click', async event => {
  const button = event.target.closest('[data-party-status]')
  if (!button) return
  const { partyStatus: status, number } = button.dataset
  const payload = await payloadOf([{ setPartyStatus: { party: Number(number), status } }])
  await review(payload, {
    title: status === 'SUSPENDED' ? 'Suspend this party' : 'Let this party act again',
    done: receipt => receipt && setTimeout(() => location.assign(`/operations?since=${receipt.index}`), 1200),
  })
})
