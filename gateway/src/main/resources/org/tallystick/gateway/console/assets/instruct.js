// The form of a settlement: legs are added, checked while they are typed, and become one payload.

import { payloadOf, review, ledgerNow, newInstructionId } from './signing.js'
import { parseAmount, formatAmount, epochDayOf } from './figures.js'
import * as names from './names.js'
import { read } from './ledger.js'

const form = document.getElementById('instruct')
const legs = document.getElementById('legs')
const template = document.getElementById('leg')
const problem = document.getElementById('problem')
const me = Number(document.body.dataset.party)
let count = 0

function addLeg(values = {}) {
  count += 1
  const leg = template.content.firstElementChild.cloneNode(true)
  for (const field of leg.querySelectorAll('[data-field]')) {
    const name = field.dataset.field
    const id = `leg-${count}-${name}`
    const input = field.querySelector('input')
    input.id = id
    input.value = values[name] ?? ''
    field.querySelector('label').htmlFor = id
    const told = field.querySelector('output')
    told.id = `${id}-told`
    input.setAttribute('aria-describedby', told.id)
    input.setAttribute('data-test', id)
  }
  leg.querySelector('[data-remove]').addEventListener('click', () => {
    leg.remove()
    renumber()
    document.getElementById('add-leg').focus()
  })
  leg.addEventListener('change', () => check(leg))
  leg.addEventListener('input', event => tell(event.target, ''))
  legs.append(leg)
  renumber()
  return leg
}

function renumber() {
  const all = [...legs.children]
  all.forEach((leg, i) => {
    leg.querySelector('legend').textContent = `Leg ${i + 1}`
    const remove = leg.querySelector('[data-remove]')
    remove.hidden = all.length === 1
    remove.setAttribute('aria-label', `Remove leg ${i + 1}`)
    remove.setAttribute('data-test', `remove-leg-${i + 1}`)
  })
}

const input = (leg, name) => leg.querySelector(`[data-field="${name}"] input`)

function tell(field, sentence, wrong = false) {
  const told = field.closest('[data-field]')?.querySelector('output')
  if (!told) return
  told.textContent = sentence
  told.className = wrong ? 'error' : 'hint'
  if (wrong) field.setAttribute('aria-invalid', 'true')
  else field.removeAttribute('aria-invalid')
}

async function checkAccount(field) {
  const number = field.value.trim()
  if (!number) return null
  if (!/^\d{1,9}$/.test(number)) throw new Error('Type the number of an account.')
  await names.learn({ accounts: [number] })
  const owner = names.account(number)
  if (!owner) throw new Error(`No account has the number ${number}. Ask the other side for theirs.`)
  tell(field, owner.party === me ? `yours: ${owner.code}` : `${owner.code}, ${owner.name}`)
  return Number(number)
}

async function checkAsset(field) {
  const code = field.value.trim().toUpperCase()
  if (!code) return null
  await names.learn({ assets: [code] })
  const asset = names.asset(code)
  if (!asset) throw new Error(`No asset has the code ${code}. Look it up under Securities.`)
  tell(field, asset.brief)
  return asset
}

function checkAmount(field, asset) {
  if (!field.value.trim() || !asset) return null
  const minor = parseAmount(field.value, asset.scale, BigInt(asset.lot))
  tell(field, `${formatAmount(minor, asset.scale)} ${asset.code}`)
  return minor
}

async function checked(field, work) {
  try {
    return await work(field)
  } catch (error) {
    tell(field, error.message, true)
    return null
  }
}

/** Beside an amount that is to be given: how much of it there is. The ledger decides; this is to spare a rejection. */
async function tellAvailable(field, account, asset, amount) {
  if (names.account(account)?.party !== me) return
  const { available } = await read(`/api/v1/accounts/${account}/holdings/${asset.asset}`)
  const rest = `${amount > BigInt(available) ? 'only ' : ''}${formatAmount(BigInt(available), asset.scale)} available`
  tell(field, `${formatAmount(amount, asset.scale)} ${asset.code}\n${rest}`)
}

/** The leg as it would be signed, or null where something is missing or wrong, which is told beside the field. */
async function check(leg, complete = false) {
  const from = await checked(input(leg, 'from'), checkAccount)
  const to = await checked(input(leg, 'to'), checkAccount)
  const asset = await checked(input(leg, 'asset'), checkAsset)
  const amount = await checked(input(leg, 'amount'), field => checkAmount(field, asset))
  const hold = input(leg, 'hold').value.trim()
  if (complete) {
    for (const name of ['from', 'to', 'asset', 'amount']) {
      const field = input(leg, name)
      if (!field.value.trim()) tell(field, 'This is needed.', true)
    }
  }
  if (from !== null && asset && amount !== null && !hold) {
    await tellAvailable(input(leg, 'amount'), from, asset, amount).catch(() => {})
  }
  if (from === null || to === null || !asset || amount === null) return null
  return { asset: asset.asset, fromAccount: from, toAccount: to, amount, hold: BigInt(hold || 0) }
}

function complain(sentence) {
  problem.textContent = sentence
  problem.hidden = !sentence
}

async function onSubmit(event) {
  event.preventDefault()
  complain('')
  const all = []
  for (const leg of legs.children) all.push(await check(leg, true))
  if (all.includes(null)) {
    complain('Some of it is missing or wrong: look at the fields that say so.')
    form.querySelector('[aria-invalid="true"]')?.focus()
    return
  }
  const settlement = {
    legs: all,
    deadlineMillis: BigInt(Math.floor(ledgerNow() + Number(form.elements.deadline.value) * 3_600_000)),
  }
  const value = form.elements.value.value
  if (value) settlement.valueDate = { epochDay: epochDayOf(value) }
  const id = form.elements.id.value.trim()
  try {
    const payload = await payloadOf([{ instructSettlement: settlement }], id)
    await review(payload, { title: 'Instruct this settlement', used: () => { form.elements.id.value = newInstructionId() } })
  } catch (error) {
    complain(error.message)
  }
}

document.getElementById('add-leg').addEventListener('click', () => input(addLeg(), 'from').focus())
form.addEventListener('submit', onSubmit)
form.elements.id.value = newInstructionId()
const mine = form.dataset.account
addLeg({ from: mine, asset: new URLSearchParams(location.search).get('asset') ?? '' })
addLeg({ to: mine })
