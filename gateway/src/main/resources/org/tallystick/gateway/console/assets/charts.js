// How many settlements were instructed, became final and ended, drawn with uPlot and drawn again when the ledger goes on.

const place = document.getElementById('flow')
const note = document.getElementById('flow-note')
const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim()
const HEIGHT = 208
const A_DAY = 86_400
const MOST_BARS = 60
const FEWEST_BARS = 12
/** What was before a rest of so many seconds is another story, and left out. */
const A_REST = 91 * A_DAY
/** What one bar may stand for, in seconds. */
const SPANS = [
  [60, 'minute'], [300, '5 minutes'], [900, 'quarter of an hour'], [3_600, 'hour'], [6 * 3_600, '6 hours'],
  [A_DAY, 'day'], [7 * A_DAY, 'week'], [28 * A_DAY, '4 weeks'], [364 * A_DAY, '52 weeks'],
]
let chart = null
let asked = false

const utc = (second, from, to) => new Date(second * 1000).toISOString().slice(from, to).replace('T', ' ')

const total = counts => counts.reduce((sum, count) => sum + count, 0)

/** The minutes since the last long rest. */
function lately(flow) {
  const begin = flow.seconds.findLastIndex((second, i) => i === 0 || second - flow.seconds[i - 1] > A_REST)
  return Object.fromEntries(Object.entries(flow).map(([name, values]) => [name, values.slice(begin)]))
}

/** The minutes put together into bars of one span, so few that each can be seen; without gaps. */
function bars({ seconds, instructed, settled, ended }) {
  const reach = seconds.at(-1) - seconds[0]
  const [span, called] = SPANS.find(([width]) => reach / width < MOST_BARS) ?? SPANS.at(-1)
  const last = Math.floor(seconds.at(-1) / span)
  const first = Math.min(Math.floor(seconds[0] / span), last - FEWEST_BARS + 1)
  const times = Array.from({ length: last - first + 1 }, (_, i) => (first + i) * span)
  const sums = counts => {
    const sum = times.map(() => 0)
    counts.forEach((count, i) => { sum[Math.floor(seconds[i] / span) - first] += count })
    return sum
  }
  return { span, called, data: [times, sums(instructed), sums(settled), sums(ended)] }
}

function options(span) {
  const bar = (label, name, share, align) => ({
    label, stroke: colour(name), fill: colour(name), width: 0, points: { show: false },
    paths: uPlot.paths.bars({ size: [share, 28], align }),
  })
  const axis = { stroke: colour('--muted'), grid: { stroke: colour('--line'), width: 1 }, ticks: { stroke: colour('--line') }, font: '12px system-ui' }
  return {
    width: place.clientWidth,
    height: HEIGHT,
    tzDate: second => uPlot.tzDate(new Date(second * 1000), 'Etc/UTC'),
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: true, range: (_, least, most) => [least - span / 2, most + span / 2] },
      y: { range: (_, least, most) => [0, Math.max(4, most * 1.1)] },
    },
    axes: [
      { ...axis, grid: { show: false }, size: 32, values: (_, at) => at.map(second => (at.at(-1) - at[0] > A_DAY ? utc(second, 5, 10) : utc(second, 11, 16))) },
      { ...axis, size: 44, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 100000] },
    ],
    series: [{}, bar('instructed', '--accent', 0.4, -1), bar('final', '--good', 0.4, 1), bar('ended', '--bad', 0.2, 0)],
  }
}

async function draw() {
  asked = false
  const response = await fetch(place.dataset.source, { headers: { 'HX-Request': 'true' } })
  if (!response.ok) return
  const whole = await response.json()
  if (whole.seconds.length === 0) {
    note.textContent = 'No settlements yet. They appear here as they are instructed.'
    return
  }
  const flow = lately(whole)
  const { span, called, data } = bars(flow)
  note.textContent = `Each ${called} of ledger time from ${utc(flow.seconds[0], 0, 16)} to ${utc(flow.seconds.at(-1), 0, 16)} UTC: `
    + `${total(data[1])} instructed, ${total(data[2])} final, ${total(data[3])} cancelled or lapsed.`
  chart?.destroy()
  chart = new uPlot(options(span), data, place)
}

function drawSoon() {
  if (!asked) {
    asked = true
    setTimeout(draw, 1000)
  }
}

document.addEventListener('htmx:sseMessage', drawSoon)
document.addEventListener('theme', draw)
addEventListener('resize', () => chart?.setSize({ width: place.clientWidth, height: HEIGHT }))
draw()
