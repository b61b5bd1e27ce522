// Settlements by the minute, drawn with uPlot and drawn again when the ledger goes on.

const place = document.getElementById('flow')
const note = document.getElementById('flow-note')
const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim()
const clock = second => new Date(second * 1000).toISOString().slice(11, 16)
const HEIGHT = 208
let chart = null
let asked = false

function options() {
  const line = (label, name) => ({
    label, stroke: colour(name), width: 1.75, points: { show: true, size: 5, fill: colour('--surface'), stroke: colour(name) },
  })
  const axis = { stroke: colour('--muted'), grid: { stroke: colour('--line'), width: 1 }, ticks: { stroke: colour('--line') }, font: '12px system-ui' }
  return {
    width: place.clientWidth,
    height: HEIGHT,
    legend: { show: false },
    cursor: { drag: { x: false, y: false } },
    scales: { y: { range: (_, least, most) => [0, Math.max(4, most * 1.1)] } },
    axes: [
      { ...axis, values: (_, seconds) => seconds.map(clock) },
      { ...axis, size: 44, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 100000] },
    ],
    series: [{}, line('instructed', '--accent'), line('final', '--good'), line('ended', '--bad')],
  }
}

async function draw() {
  asked = false
  const response = await fetch(place.dataset.source, { headers: { 'HX-Request': 'true' } })
  if (!response.ok) return
  const flow = await response.json()
  if (flow.seconds.length === 0) {
    note.textContent = 'No settlements yet. They appear here, minute by minute of ledger time, as they are instructed.'
    return
  }
  const first = flow.seconds[0]
  const last = flow.seconds.at(-1)
  note.textContent = `Ledger time, UTC: ${new Date(first * 1000).toISOString().slice(0, 16).replace('T', ' ')} to `
    + new Date(last * 1000).toISOString().slice(0, 16).replace('T', ' ')
  const data = [flow.seconds, flow.instructed, flow.settled, flow.ended]
  if (chart) chart.setData(data)
  else chart = new uPlot(options(), data, place)
}

function drawSoon() {
  if (!asked) {
    asked = true
    setTimeout(draw, 1000)
  }
}

function drawAnew() {
  chart?.destroy()
  chart = null
  draw()
}

document.addEventListener('htmx:sseMessage', drawSoon)
document.addEventListener('theme', drawAnew)
addEventListener('resize', () => chart?.setSize({ width: place.clientWidth, height: HEIGHT }))
draw()
