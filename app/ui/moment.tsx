import type { ReactNode } from 'react';
import { type AskedMoment, isNow } from '#app/kernel/moment.ts';
import { Link } from './link.tsx';
import { Notice } from './notice.tsx';
import { Control, Controls } from './page.tsx';
import { formatDate, useLocale, useText } from './text.tsx';

type MomentProps = { moment: AskedMoment };

/** The two days of the moment, among the other filters of a page: `asOf` and `knownOn`. */
export function MomentFields({ moment }: MomentProps) {
  const text = useText();
  return (['asOf', 'knownOn'] as const).map((name) => (
    <Control key={name} label={text(`ui.moment.${name}`)}>
      <input
        type="date"
        name={name}
        defaultValue={moment[name] ?? moment.today}
        key={moment[name]}
        {...(name === 'knownOn' && { max: moment.today })}
      />
    </Control>
  ));
}

/**
 * The moment of a page that has no other filters, or whose filters are links: a plain GET form that works
 * without script.
 * @param keep what else the address says
 */
export function MomentForm(
  props: MomentProps & { keep?: Record<string, string | null>; children?: ReactNode },
) {
  const text = useText();
  return (
    <Controls show={text('ui.moment.show')}>
      {Object.entries(props.keep ?? {}).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <MomentFields moment={props.moment} />
      {props.children}
    </Controls>
  );
}

/**
 * Says that a page does not show now, with the way back to now; and which day of the address could not be taken.
 * @param now the address of the same page at this moment
 */
export function MomentNotice({ moment, now }: MomentProps & { now: string }) {
  const text = useText();
  const locale = useLocale();
  const shown = (day: string | null) => (day ? formatDate(day, locale) : 'none');
  return (
    <>
      {moment.faults.map(({ field, code, value }) => (
        <Notice
          key={field}
          tone="warn"
          title={text(`ui.moment.fault.${field}.${code}`, {
            value: code === 'future' ? formatDate(value, locale) : value,
          })}
        />
      ))}
      {isNow(moment) ? null : (
        <Notice
          tone="accent"
          title={text('ui.moment.notice', { asOf: shown(moment.asOf), knownOn: shown(moment.knownOn) })}
        >
          <p>
            {text('ui.moment.closed')} <Link href={now}>{text('ui.moment.now')}</Link>
          </p>
        </Notice>
      )}
    </>
  );
}
