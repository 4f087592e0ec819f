import type { ReactNode } from 'react';
import { BackLink } from '#app/ui/back-link.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import './realisation.css';
import './intake.css';
import type { IntakeFrame } from './intake-hub.ts';

export type IntakeStep = 'files' | 'rules' | 'preview';

/** The frame of the intake's pages: whose, which year, and the three steps with how far each is. */
export function IntakeHead(props: { frame: IntakeFrame; step: IntakeStep; children: ReactNode }) {
  const text = useText();
  const { frame, step } = props;
  const report = `/schemes/${frame.scheme.code}/realisation/${frame.unit.code}/${frame.year}`;
  const title = text('intake.title', { unit: frame.unit.name, year: String(frame.year) });
  const { state } = frame;
  const steps: { key: IntakeStep; href: string; state: string; done: boolean }[] = [
    {
      key: 'files',
      href: `${report}/intake`,
      state: text('intake.step.files.state', { files: state.files, waiting: state.waiting }),
      done: state.files > 0 && state.waiting === 0,
    },
    {
      key: 'rules',
      href: `${report}/intake/rules`,
      state: text('intake.step.rules.state', { rules: state.rules, unmapped: state.unmapped.rows }),
      done: state.rules > 0 && state.unmapped.rows === 0,
    },
    {
      key: 'preview',
      href: `${report}/intake/preview`,
      state:
        state.booked === null
          ? text('intake.step.preview.none')
          : text('intake.step.preview.state', { number: state.booked }),
      done: state.booked !== null,
    },
  ];
  return (
    <PageBody>
      <PageTitle page={`${text(`intake.step.${step}`)} · ${title}`} />
      <BackLink href={report}>{text('intake.back')}</BackLink>
      <h2>{title}</h2>
      <nav aria-label={text('intake.steps')}>
        <ol className="intake-steps">
          {steps.map((one, index) => (
            <li key={one.key} className={one.done ? 'intake-done' : undefined}>
              <Link href={one.href} aria-current={one.key === step ? 'step' : undefined}>
                <b>
                  {index + 1}. {text(`intake.step.${one.key}`)}
                </b>
                <small>{one.state}</small>
              </Link>
            </li>
          ))}
        </ol>
      </nav>
      {props.children}
    </PageBody>
  );
}

/** A period as people say it. */
export function usePeriod(): (period: string) => string {
  const text = useText();
  return (period) => {
    const [year = '', part = ''] = period.split('-');
    if (part.startsWith('Q')) return text('intake.quarter', { quarter: part.slice(1), year });
    if (Number(part) > 12) return text('intake.closing', { number: Number(part), year });
    return text('intake.month', { month: part, year });
  };
}
