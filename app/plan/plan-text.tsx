import { Fragment } from 'react';
import type { RichDocument } from '#app/kernel/rich-text.ts';
import { Link } from '#app/ui/link.tsx';
import { RichTextView } from '#app/ui/rich-text-view.tsx';
import { SeriesKey } from '#app/ui/series.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Plan } from './plan.server.ts';
import type { PlanQuestion } from './plan-part.server.ts';
import { nameOf, sectionAnchor } from './plan-words.ts';

/** One question in one place of a plan; `body` is null when nothing was answered. */
export type PlanTextPart = {
  question: Omit<PlanQuestion, 'answers'>;
  theme: string | null;
  body: RichDocument | null;
};

/** What a plan says: the questions asked once, then theme by theme. `edit` is the plan's address in a draft. */
export function PlanText(props: { plan: Plan; parts: readonly PlanTextPart[]; edit: string | null }) {
  const locale = useLocale();
  const { plan, parts, edit } = props;
  const shown = (part: PlanTextPart) => edit !== null || part.body !== null || part.question.required;
  return (
    <>
      {parts
        .filter((part) => part.theme === null && shown(part))
        .map((part) => (
          <Answer key={part.question.code} part={part} edit={edit} level={2} />
        ))}
      {plan.themes.map((theme) => {
        const here = parts.filter((part) => part.theme === theme.code && shown(part));
        if (here.length === 0 && theme.excludedReason === null) return null;
        return (
          <Fragment key={theme.code}>
            <h2 id={`theme-${theme.code}`} className="theme-head">
              <SeriesKey series={theme.series} />
              {nameOf(theme, locale)}
            </h2>
            {theme.excludedReason === null ? null : <Excluded theme={theme} />}
            {here.map((part) => (
              <Answer key={part.question.code} part={part} edit={edit} level={3} />
            ))}
          </Fragment>
        );
      })}
    </>
  );
}

function Excluded({ theme }: { theme: Plan['themes'][number] }) {
  const text = useText();
  return (
    <p className="sub">
      {text('plan.excluded', { reason: theme.excludedReason ?? '' })}
      {theme.coveredBy ? ` ${text('plan.excluded.by', { fund: theme.coveredBy })}` : null}
    </p>
  );
}

function Answer({ part, edit, level }: { part: PlanTextPart; edit: string | null; level: 2 | 3 }) {
  const text = useText();
  const locale = useLocale();
  const { question, theme, body } = part;
  const Heading = level === 2 ? 'h2' : 'h3';
  const title = locale === 'en' ? question.textEn : question.textNl;
  return (
    <section id={sectionAnchor(question.code, theme)} className="answer">
      <Heading>{title}</Heading>
      {body ? (
        <RichTextView document={body} level={level} />
      ) : (
        <p className="answer-none">{text(question.required ? 'plan.unanswered' : 'plan.unanswered-free')}</p>
      )}
      {edit === null ? null : (
        <p className="answer-edit">
          <Link href={`${edit}/sections/${question.code}${theme === null ? '' : `/${theme}`}`}>
            {text(body ? 'plan.section.edit' : 'plan.section.write')}
            <span className="visually-hidden">: {title}</span>
          </Link>
        </p>
      )}
    </section>
  );
}
