import { nameOf } from '#app/kernel/name.ts';
import { Money } from '#app/ui/money.tsx';
import { SeriesKey } from '#app/ui/series.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import './document.css';
import type { Chapter } from './chapter.server.ts';
import { type Portion, percent } from './chapter.ts';

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
          <table className="chapter-years">
            <caption>
              {text('chapter.years')}
              <small>{text('chapter.years.note')}</small>
            </caption>
            <thead>
              <tr>
                <td />
                {figures.before ? <th scope="col">{text('chapter.then')}</th> : null}
                <th scope="col">{text('chapter.now')}</th>
              </tr>
            </thead>
            <tbody>
              {figures.years.map((one) => (
                <tr key={one.year}>
                  <th scope="row">{one.year}</th>
                  {figures.before ? (
                    <td>
                      <Money value={one.before} unit="keur" />
                    </td>
                  ) : null}
                  <td>
                    <Money value={one.after} unit="keur" />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
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
                <span>{unitName(one.unit)}</span> {text('chapter.euros', { cents: one.cents, pm: 'false' })}
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
            <b>{text('chapter.euros', { cents: portion.cents, pm: String(portion.pm) })}</b>
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
