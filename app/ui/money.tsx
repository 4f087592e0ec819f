import { Fragment, type ReactNode } from 'react';
import { type AmountUnit, formatAmount } from '#app/kernel/amount-format.ts';
import { Link } from './link.tsx';
import { NoteMark } from './note-mark.tsx';
import { useLocale, useText } from './text.tsx';

/**
 * Why there is no plain number, or what to know about it. Unknown is not zero: each prints as itself.
 * `none` is a cell where nothing was ever meant to stand; `masked` hides a group that is too small.
 */
export type AmountMark = 'pm' | 'unknown' | 'masked' | 'provisional' | 'none';

/** What a sum holds besides numbers: a provisional part, or parts without one. */
export type AmountSign = 'provisional' | 'pm' | 'masked';

export type MoneyProps = {
  /** Whole cents, thousandths of FTE or basis points, by unit; null when there is none. */
  value: number | null;
  unit: AmountUnit;
  mark?: AmountMark | null;
  /** Several at once, where a mark can only be one. */
  signs?: readonly AmountSign[];
  /** Opens the lines and documents behind the figure. */
  href?: string;
  /** The figure whose trace is shown beside the table. */
  selected?: boolean;
  /** A note under the table: its letter hangs outside the column and links to `#note-<check>`. */
  check?: string;
  /** Prints a plus before positive differences. */
  sign?: boolean;
  /** Said to those who hear the page, for a figure that links: `2023, Intensiever onderwijs, begroot`. */
  label?: string;
};

/** One figure, wherever it stands: in a table cell, a sentence or a chart's key. */
export function Money(props: MoneyProps) {
  const words = <MoneyWords {...props} />;
  const figure = props.href ? (
    <Link href={props.href} aria-current={props.selected ? 'true' : undefined} className="money-link">
      {words}
      {props.label ? <span className="visually-hidden"> {props.label}</span> : null}
    </Link>
  ) : (
    words
  );
  return (
    <span className={props.selected ? 'money money-selected' : 'money'}>
      {figure}
      {props.check ? <NoteMark mark={props.check} /> : null}
    </span>
  );
}

function MoneyWords({ value, unit, mark, signs = [], sign }: MoneyProps): ReactNode {
  const text = useText();
  const locale = useLocale();
  const [one, another] = signs;
  if (another !== undefined) {
    return (
      <>
        <MoneyWords value={value} unit={unit} sign={sign} mark={one} />
        {signs.slice(1).map((more) => (
          <Fragment key={more}>
            {' + '}
            <abbr title={text(`ui.amount.${more}`)}>
              {more === 'pm' ? 'pm' : text('ui.amount.masked-sign')}
            </abbr>
          </Fragment>
        ))}
      </>
    );
  }
  if (one !== undefined) return <MoneyWords value={value} unit={unit} sign={sign} mark={one} />;
  const number = value === null ? null : formatAmount(value, unit, locale, sign);
  if (mark === 'masked') return <abbr title={text('ui.amount.masked')}>{text('ui.amount.masked-sign')}</abbr>;
  if (mark === 'pm') {
    const pm = <abbr title={text('ui.amount.pm')}>pm</abbr>;
    return number === null || value === 0 ? pm : [number, ' + ', <span key="pm">{pm}</span>];
  }
  if (mark === 'unknown') return <span className="money-none">{text('ui.amount.unknown')}</span>;
  if (number === null) {
    return (
      <span className="money-none">
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{text('ui.amount.none')}</span>
      </span>
    );
  }
  if (mark === 'provisional') {
    return (
      <span className="money-provisional">
        {number}
        <abbr title={text('ui.amount.provisional')}>*</abbr>
      </span>
    );
  }
  return number;
}

/** Notes under a table: the letters that hang beside figures point here. */
export function Notes(props: {
  notes: readonly { mark?: string; text: ReactNode }[];
  /** tells the notes of two tables on one page apart in their addresses */
  anchor?: string;
}) {
  if (props.notes.length === 0) return null;
  return (
    <ul className="notes">
      {props.notes.map((note, index) => (
        <li key={note.mark ?? index} id={note.mark ? `note-${props.anchor ?? ''}${note.mark}` : undefined}>
          {note.mark ? <b>{note.mark}</b> : null}
          <span>{note.text}</span>
        </li>
      ))}
    </ul>
  );
}
