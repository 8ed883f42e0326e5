import { h, type VNode } from 'preact'
import { type Series, total } from './series.ts'
import type { Words } from './words.ts'

/** What a chart shows. */
export interface ChartProps {
  readonly title: string
  readonly days: readonly string[]
  readonly series: readonly Series[]
  readonly labelOf: (id: string) => string
  readonly words: Words
}

/** Draws stacked bars, one per day; the same figures are in a table below them. */
export function Chart(props: ChartProps): VNode {
  const { title, days, series, labelOf, words } = props
  const sums = days.map((_, day) => total(series.map(({ values }) => values[day] ?? 0)))
  const highest = Math.max(1, ...sums)
  const legend = series.map(({ id, values }) => `${labelOf(id)}: ${words.number(total(values))}`)
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <ul class="legend">
        {legend.map((text, index) => (
          <li key={text} class={`series-${index}`}>
            {text}
          </li>
        ))}
      </ul>
      <div class="plot">
        <span class="highest">{words.number(highest)}</span>
        <svg
          viewBox={`0 0 ${days.length} ${highest}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={`${title}. ${legend.join('. ')}`}
        >
          {days.map((day, index) => bars(props, day, index, highest))}
        </svg>
        <span class="first-day">{days[0]}</span>
        <span class="last-day">{days.at(-1)}</span>
      </div>
      <details>
        <summary>{words.say('admin.table')}</summary>
        <Table {...props} />
      </details>
    </figure>
  )
}

function bars({ series }: ChartProps, day: string, index: number, highest: number): VNode {
  let top = highest
  const rects = series.map(({ id, values }, order) => {
    const height = values[index] ?? 0
    top -= height
    const place = { x: index + 0.1, y: top, width: 0.8, height }
    return height > 0 ? <rect key={id} class={`series-${order}`} {...place} /> : null
  })
  return <g key={day}>{rects}</g>
}

/** Days on which nothing happened are left out. */
function Table({ title, days, series, labelOf, words }: ChartProps): VNode {
  const rows = days.flatMap((day, index) => {
    const values = series.map((each) => each.values[index] ?? 0)
    return total(values) > 0 ? [{ day, values }] : []
  })
  return (
    <table>
      <caption class="unseen">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.say('admin.day')}</th>
          {series.map(({ id }) => (
            <th key={id} scope="col">
              {labelOf(id)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ day, values }) => (
          <tr key={day}>
            <th scope="row">{day}</th>
            {values.map((value, index) => (
              <td key={series[index]?.id}>{words.number(value)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
