// Talking to the ledger's gateway. A refusal becomes an Error with the sentence, the code and what the server said.

export class Refused extends Error {
  constructor(sentence, code, status, problem) {
    super(sentence)
    this.code = code
    this.status = status
    this.problem = problem
  }
}

async function answer(response, reading) {
  if (response.status === 204) return null
  const text = await response.text()
  let body = null
  try {
    body = text ? JSON.parse(text) : null
  } catch {
    body = null
  }
  if (response.ok) return body
  // What is being written is not thrown away: whoever signs in again in another tab goes on here.
  if (response.status === 401 && reading && !location.pathname.startsWith('/sign-in')) {
    location.assign('/sign-in?then=' + encodeURIComponent(location.pathname + location.search))
  }
  throw new Refused(sentenceOf(response, body), body?.code ?? String(response.status), response.status, body)
}

function sentenceOf(response, body) {
  if (response.status === 401 && !location.pathname.startsWith('/sign-in')) {
    return 'Your session has ended. Sign in again in another tab, then go on here.'
  }
  const said = [body?.title, body?.detail].filter((sentence, i, all) => sentence && all.indexOf(sentence) === i)
  if (said.length > 0) return said.join(' ')
  if (response.status === 429 || response.status === 503) return 'The ledger is busy. Wait a moment and try again.'
  return `The gateway answered ${response.status}. Try again; if it stays so, tell the operator.`
}

async function ask(path, options) {
  let response
  try {
    response = await fetch(path, options)
  } catch {
    throw new Refused('The gateway cannot be reached. Look at your connection and try again.', 'UNREACHABLE', 0, null)
  }
  return answer(response, options.method === undefined)
}

export const read = path => ask(path, { headers: { Accept: 'application/json' } })

export const post = (path, body) => ask(path, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-Tallystick-Request': '1' },
  body: JSON.stringify(body),
})

export const postBytes = (path, bytes) => ask(path, {
  method: 'POST',
  headers: { 'Content-Type': 'application/x-protobuf', Accept: 'application/json', 'X-Tallystick-Request': '1' },
  body: bytes,
})

export const withdraw = path => ask(path, { method: 'DELETE', headers: { 'X-Tallystick-Request': '1' } })
