// Settlements by the minute, drawn with uPlot and drawn again when the ledger goes on.

const place = document.getElementById('flow')
const note = document.getElementById('flow-note')
const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim()
const HEIGHT = 208
const MINUTE = 60
const HALF_AN_HOUR = 30 * MINUTE
const A_DAY = 86_400
let chart = null
let asked = false

const utc = (second, from, to) => new Date(second * 1000).toISOString().slice(from, to).replace('T', ' ')

/** Minutes without any settlement are zero where they are few, and a gap in the line where they are many. */
function filled({ seconds, instructed, settled, ended }) {
  const rows = [[], [], [], []]
  const add = (...values) => values.forEach((value, i) => rows[i].push(value))
  const start = Math.min(seconds[0], seconds.at(-1) - HALF_AN_HOUR)
  if (start < seconds[0]) add(start, 0, 0, 0)
  seconds.forEach((second, i) => {
    const before = i > 0 ? seconds[i - 1] : start
    if (second - before > HALF_AN_HOUR) add(before + MINUTE, null, null, null) // the line rests
    else for (let idle = before + MINUTE; idle < second; idle += MINUTE) add(idle, 0, 0, 0)
    add(second, instructed[i], settled[i], ended[i])
  })
  return rows
}

function options() {
  const line = (label, name) => ({
    label, stroke: colour(name), width: 1.75, points: { show: true, size: 5, fill: colour('--surface'), stroke: colour(name) },
  })
  const axis = { stroke: colour('--muted'), grid: { stroke: colour('--line'), width: 1 }, ticks: { stroke: colour('--line') }, font: '12px system-ui' }
  return {
    width: place.clientWidth,
    height: HEIGHT,
    tzDate: second => uPlot.tzDate(new Date(second * 1000), 'Etc/UTC'),
    legend: { show: false },
    cursor: { drag: { x: false, y: false } },
    scales: {
      x: { time: true },
      y: { range: (_, least, most) => [0, Math.max(4, most * 1.1)] },
    },
    axes: [
      { ...axis, size: 32, values: (_, at) => at.map(second => (at.at(-1) - at[0] > A_DAY ? utc(second, 5, 10) : utc(second, 11, 16))) },
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
  note.textContent = `Ledger time, UTC: ${utc(first, 0, 16)} to ${utc(last, 0, 16)}`
  const data = filled(flow)
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
