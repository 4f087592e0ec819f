import { Money } from '#app/ui/money.tsx';
import { SeriesKey } from '#app/ui/series.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import './document.css';
import type { Chapter } from './chapter.server.ts';
import { type Portion, percent } from './chapter.ts';
import { nameOf } from './plan-words.ts';

/** Beside the writer of a theme's chapter: its money then and now, who spends it, and on which measures. */
export function ChapterAside({ chapter }: { chapter: Chapter }) {
  const text = useText();
  const locale = useLocale();
  const { figures, theme, units, measures } = chapter;
  const unitName = (code: string) => {
    const unit = units.find((one) => one.code === code);
    return unit ? nameOf(unit, locale) : code;
  };
  return (
    <>
      <h2>
        <SeriesKey series={theme.series} />
        {text('chapter.figures')}
      </h2>
      {figures.after || figures.before ? (
        <>
          <dl className="chapter-sums">
            <Sum name={text('chapter.now')} portion={figures.after} />
            {figures.before ? <Sum name={text('chapter.then')} portion={figures.before} /> : null}
          </dl>
          <DataTable
            caption={text('chapter.years')}
            note={text('chapter.years.note')}
            columns={[
              ...(figures.before ? [{ key: 'before', head: text('chapter.then') }] : []),
              { key: 'after', head: text('chapter.now') },
            ]}
            rows={figures.years.map((one) => ({
              key: String(one.year),
              head: String(one.year),
              cells: {
                before: <Money value={one.before} unit="keur" />,
                after: <Money value={one.after} unit="keur" />,
              },
            }))}
          />
        </>
      ) : (
        <p className="sub">{text('chapter.no-money')}</p>
      )}
      {figures.units.length > 0 ? (
        <>
          <h3>{text('chapter.units')}</h3>
          <ul className="chapter-list">
            {figures.units.map((one) => (
              <li key={one.unit}>
                <span>{unitName(one.unit)}</span> <Money value={one.cents} unit="eur" />
                <small>
                  {one.share === null ? null : text('chapter.own-share', { share: percent(one.share) })}
                </small>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {measures.length > 0 ? (
        <>
          <h3>{text('plan.measures')}</h3>
          <ul className="chapter-list">
            {measures.map((one) => (
              <li key={`${one.unit?.code ?? ''} ${one.code}`}>
                <span>{one.name}</span>
                {one.unit ? <small>{nameOf(one.unit, locale)}</small> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function Sum({ name, portion }: { name: string; portion: Portion | null }) {
  const text = useText();
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {portion ? (
          <>
            <b>
              <Money value={portion.cents} unit="eur" mark={portion.pm ? 'pm' : null} />
            </b>
            <small>
              {text('chapter.sum', {
                first: String(portion.firstYear),
                last: String(portion.lastYear),
                share: portion.share === null ? -1 : percent(portion.share),
              })}
            </small>
          </>
        ) : (
          text('chapter.nothing')
        )}
      </dd>
    </div>
  );
}
