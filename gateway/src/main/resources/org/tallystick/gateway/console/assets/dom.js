// Elements made by hand: text stays text, whatever it holds.

export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'class') made.className = value
    else if (name.includes('-')) made.setAttribute(name, value)
    else made[name] = value
  }
  made.append(...children)
  return made
}

export const fact = (term, ...what) => [element('dt', {}, term), element('dd', {}, ...what)]

export const cell = (label, ...what) => element('td', { 'data-label': label }, ...what)

export const number = (label, text, unit) => element('td', { 'data-label': label, class: 'num' }, text,
  ...unit ? [element('span', { class: 'unit' }, unit)] : [])

export function table(heads, rows) {
  return element('table', { class: 'stack' },
    element('thead', {}, element('tr', {}, ...heads.map(head => element('th', { scope: 'col', class: head === 'Amount' ? 'num' : '' }, head)))),
    element('tbody', {}, ...rows.map(cells => element('tr', {}, ...cells))))
}

export const notice = (tone, title, ...sentences) => element('div', { class: `notice ${tone}`, 'data-test': `notice-${tone}` },
  ...title ? [element('h3', {}, title)] : [], ...sentences.map(sentence => element('p', {}, ...[].concat(sentence))))
