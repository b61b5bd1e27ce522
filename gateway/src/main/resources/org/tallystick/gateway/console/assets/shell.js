// What every page has: the theme, the menu on narrow screens, shortcuts and their help sheet, signing out.

const GO = {
  o: '/', s: '/securities', a: '/accounts', i: '/instruct', t: '/settlements', p: '/approvals', r: '/receipts', x: '/operations', d: '/api',
}

const dark = () => (document.documentElement.dataset.theme
  ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark'

function toggleTheme() {
  const next = dark() ? 'light' : 'dark'
  document.documentElement.dataset.theme = next
  localStorage.setItem('tally.theme', next)
  nameTheme()
  document.dispatchEvent(new CustomEvent('theme'))
}

function nameTheme() {
  for (const button of document.querySelectorAll('[data-theme-toggle]')) button.textContent = dark() ? 'Light' : 'Dark'
}

function toggleMenu() {
  const rail = document.getElementById('rail')
  const open = rail.classList.toggle('open')
  document.getElementById('menu').setAttribute('aria-expanded', String(open))
}

async function signOut() {
  await fetch('/api/v1/sessions/current', { method: 'DELETE', headers: { 'X-Tallystick-Request': '1' } })
  location.assign('/sign-in')
}

function typing(target) {
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}

let going = false

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector('dialog[open]')) return
  const key = event.key.toLowerCase()
  if (going) {
    going = false
    const link = GO[key] && document.querySelector(`#rail a[href="${GO[key]}"]`)
    if (link) {
      event.preventDefault()
      link.click()
    }
  } else if (key === 'g') {
    going = true
    setTimeout(() => { going = false }, 1500)
  } else if (event.key === '?') {
    help().showModal()
  } else if (key === 't') {
    toggleTheme()
  } else if (key === '/') {
    const search = document.querySelector('[data-search]')
    if (search) {
      event.preventDefault()
      search.focus()
    }
  }
}

const help = () => document.getElementById('help')

for (const button of document.querySelectorAll('[data-theme-toggle]')) button.addEventListener('click', toggleTheme)
for (const button of document.querySelectorAll('[data-close]')) {
  button.addEventListener('click', () => button.closest('dialog').close())
}
document.getElementById('menu')?.addEventListener('click', toggleMenu)
document.getElementById('sign-out')?.addEventListener('click', signOut)
document.getElementById('show-help')?.addEventListener('click', () => help().showModal())
document.addEventListener('keydown', onKey)
// A form with data-auto asks again by itself when one of its choices changes.
document.addEventListener('change', event => {
  if (event.target.matches('form[data-auto] select, form[data-auto] input[type=checkbox]')) event.target.form.requestSubmit()
})
// A session that has ended answers a part of a page with 401: the way on is to sign in.
document.addEventListener('htmx:responseError', event => {
  if (event.detail.xhr.status === 401) location.assign('/sign-in?then=' + encodeURIComponent(location.pathname + location.search))
})
// Whoever has chosen nothing here follows the system, also when that changes.
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
  nameTheme()
  document.dispatchEvent(new CustomEvent('theme'))
})
nameTheme()
