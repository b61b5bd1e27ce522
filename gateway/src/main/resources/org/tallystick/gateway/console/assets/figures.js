// Amounts and times as people type and read them. Amounts are BigInt, in minor units; nothing is ever a float.

const SHORT = { k: 3, m: 6, b: 9 }
const MINUS = '\u2212'

/** What was typed, in units, as minor units: 1,234.56, or 10m for ten million; throws an Error that says what is wrong. */
export function parseAmount(text, scale, lot = 1n) {
  const match = /^(\d[\d,' ]*)?(?:\.(\d*))?\s*([kmb])?$/i.exec(text.trim())
  if (!match || (!match[1] && !match[2])) throw new Error('Type an amount like 1,000,000 or 10m.')
  const whole = (match[1] ?? '').replace(/[,' ]/g, '')
  const fraction = (match[2] ?? '').replace(/0+$/, '')
  const places = scale + (match[3] ? SHORT[match[3].toLowerCase()] : 0)
  if (fraction.length > places) {
    throw new Error(scale === 0 ? 'This asset has no decimals.' : `This asset has ${scale} decimals at most.`)
  }
  const minor = BigInt(whole + fraction.padEnd(places, '0'))
  if (minor <= 0n) throw new Error('An amount is greater than zero.')
  if (minor > 9223372036854775807n) throw new Error('That is more than the ledger can count.')
  if (minor % lot !== 0n) throw new Error(`The amount must be a multiple of ${formatAmount(lot, scale)}.`)
  return minor
}

export function formatAmount(minor, scale) {
  const negative = minor < 0n
  const digits = (negative ? -minor : minor).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale).replace(/\B(?=(\d{3})+$)/g, ',')
  return (negative ? MINUS : '') + whole + (scale > 0 ? '.' + digits.slice(-scale) : '')
}

export function moment(millis) {
  const date = new Date(Number(millis))
  const there = new Intl.DateTimeFormat('en-GB', { timeZone: 'America/New_York', hour: '2-digit', minute: '2-digit', second: '2-digit' })
  return `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC (${there.format(date)} New York)`
}

export const dateOf = epochDay => new Date(epochDay * 86_400_000).toISOString().slice(0, 10)

export const epochDayOf = text => Math.round(Date.parse(text + 'T00:00:00Z') / 86_400_000)
