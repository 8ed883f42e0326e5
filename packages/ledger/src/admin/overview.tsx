import { Fragment, h, type VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Chart } from './chart.tsx'
import { Choice, Message } from './controls.tsx'
import { Export } from './export.tsx'
import { type Fault, faultOf, type LedgerClient, type Period, type Stats } from './ledger-client.ts'
import { MissingTexts } from './missing-texts.tsx'
import { byAnswer, byEvent, byLanguage, daysOf, valuesOf } from './series.ts'
import type { Words } from './words.ts'

export interface OverviewProps {
  readonly client: LedgerClient
  /** What was loaded to sign in. */
  readonly first: Stats
  readonly words: Words
  readonly onFault: (fault: Fault) => void
}

/** Charts of choices over a period, and its records as a file. */
export function Overview({ client, first, words, onFault }: OverviewProps): VNode {
  const [period, setPeriod] = useState<Period>({ from: first.from, to: first.to })
  const [language, setLanguage] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  // The form that had the keyboard is gone.
  useEffect(() => heading.current?.focus(), [])
  const { stats, fault } = useStats(client, period, first)
  useEffect(() => {
    if (fault) onFault(fault)
  }, [fault])
  const { say } = words
  // Of all sites, though the counts are of one.
  const known = [...first.choices, ...(stats?.choices ?? [])]
  const sites = [...new Set([...valuesOf(known, 'site'), ...(period.site ? [period.site] : [])])]
  const languages = valuesOf(stats?.choices ?? [], 'language')
  const chosen = languages.includes(language) ? language : ''
  const day = (name: 'from' | 'to') => (
    <label>
      {say(`admin.${name}`)}
      <input
        type="date"
        required
        value={period[name]}
        onChange={({ currentTarget: { value } }) => setPeriod({ ...period, [name]: value })}
      />
    </label>
  )
  return (
    <section aria-labelledby="choices">
      <h2 id="choices" ref={heading} tabIndex={-1}>
        {say('admin.choices')}
      </h2>
      <fieldset class="filters">
        <legend class="unseen">{say('admin.period')}</legend>
        {day('from')}
        {day('to')}
        {sites.length > 1 && (
          <Choice
            label={say('admin.site')}
            all={say('admin.sites')}
            values={sites}
            value={period.site ?? ''}
            onChoose={(site) => setPeriod({ ...period, site })}
          />
        )}
        <Choice
          label={say('admin.language')}
          all={say('admin.languages')}
          values={languages}
          value={chosen}
          nameOf={(id) => words.nameOf('language', id)}
          onChoose={setLanguage}
        />
      </fieldset>
      <p class="muted">{say('admin.days')}</p>
      <Message text={fault ? say(`admin.fault.${fault}`) : stats ? '' : say('admin.loading')} />
      {stats && !fault && <Charts stats={stats} language={chosen} words={words} />}
      {stats && !fault && <MissingTexts texts={stats.missingTexts} words={words} />}
      <Export client={client} period={period} words={words} />
    </section>
  )
}

interface ChartsProps {
  readonly stats: Stats
  readonly language: string
  readonly words: Words
}

function Charts({ stats, language, words }: ChartsProps): VNode {
  const { say } = words
  const days = daysOf(stats)
  const events = byEvent(stats, language)
  if (events.length === 0) return <p>{say('admin.none')}</p>
  const answerName = (id: string) => say(id === 'allowed' ? 'receipt.allowed' : 'admin.refused')
  return (
    <Fragment>
      <dl class="totals">
        {events.map(([event, count]) => (
          <div key={event}>
            <dt>{words.nameOf('receipt.event', event)}</dt>
            <dd>{words.number(count)}</dd>
          </div>
        ))}
      </dl>
      <div class="charts">
        <Chart
          title={say('admin.byLanguage')}
          days={days}
          series={byLanguage(stats).filter(({ id }) => !language || id === language)}
          labelOf={(id) => words.nameOf('language', id)}
          words={words}
        />
        {valuesOf(stats.categories, 'category').map((category) => (
          <Chart
            key={category}
            title={words.nameOf('category', category)}
            days={days}
            series={byAnswer(stats, category, language)}
            labelOf={answerName}
            words={words}
          />
        ))}
      </div>
    </Fragment>
  )
}

/** Loads the counts of a period; an answer that comes too late is dropped. */
function useStats(
  client: LedgerClient,
  period: Period,
  first: Stats,
): { stats?: Stats; fault?: Fault } {
  const [state, setState] = useState<{ stats?: Stats; fault?: Fault }>({ stats: first })
  const isFirst = !period.site && period.from === first.from && period.to === first.to
  useEffect(() => {
    if (isFirst) return setState({ stats: first })
    let isCurrent = true
    const show = (next: typeof state) => isCurrent && setState(next)
    setState({})
    client.stats(period).then(
      (stats) => show({ stats }),
      (error: unknown) => show({ fault: faultOf(error) }),
    )
    return () => {
      isCurrent = false
    }
  }, [client, period])
  return state
}
