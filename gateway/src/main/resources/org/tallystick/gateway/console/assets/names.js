// What numbers are called: accounts with their owners, assets with their codes and scales, parties.

import { read } from './ledger.js'

const known = { accounts: new Map(), assets: new Map(), parties: new Map() }

/** Looks up what is not known yet, in one question. */
export async function learn({ accounts = [], assets = [], parties = [] }) {
  const wanted = new URLSearchParams()
  for (const [kind, keys] of Object.entries({ accounts, assets, parties })) {
    for (const key of new Set(keys.map(String))) {
      if (key && key !== '0' && !known[kind].has(key)) wanted.append(kind, key)
    }
  }
  if (wanted.size === 0) return
  const answer = await read('/names?' + wanted)
  for (const kind of Object.keys(known)) {
    for (const [key, value] of Object.entries(answer[kind])) {
      known[kind].set(key, value)
      if (kind === 'assets' && value) known.assets.set(String(value.asset), value)
    }
  }
}

/** Who owns an account, or null: party, code, name. */
export const account = number => known.accounts.get(String(number)) ?? null

/** An asset by number or code, or null: asset, code, scale, lot (text), brief. */
export const asset = key => known.assets.get(String(key)) ?? null

export const party = number => known.parties.get(String(number)) ?? null
