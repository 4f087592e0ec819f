import { Fragment } from 'react';
import { useParams } from 'react-router';
import { nameOf } from '#app/kernel/name.ts';
import type { RichDocument } from '#app/kernel/rich-text.ts';
import { Link } from '#app/ui/link.tsx';
import { RichTextView } from '#app/ui/rich-text-view.tsx';
import { SeriesKey } from '#app/ui/series.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { AskedPlace } from './place.ts';
import { Remarks } from './place-remarks.tsx';
import type { Plan } from './plan.server.ts';
import type { PlanQuestion } from './plan-part.server.ts';
import { remarkQuery, sectionAnchor, sectionHref } from './plan-words.ts';
import type { Quote } from './quote.server.ts';
import { QuoteList } from './quote-list.tsx';

/** One question in one place of a plan; `body` is null when nothing was answered. */
export type PlanTextPart = {
  question: Omit<PlanQuestion, 'answers'>;
  place: AskedPlace;
  body: RichDocument | null;
  quotes?: Quote[];
};

/** The questions asked per unit, each with its parts. */
export function unitQuestions(parts: readonly PlanTextPart[]): [PlanTextPart, ...PlanTextPart[]][] {
  const perUnit = parts.filter((part) => part.question.per === 'unit');
  return [...Map.groupBy(perUnit, (part) => part.question.code).values()] as [
    PlanTextPart,
    ...PlanTextPart[],
  ][];
}

/** What a plan says: the questions asked once, then theme by theme, then unit by unit. `edit` is the plan's address in a draft. */
export function PlanText(props: {
  themes: Plan['themes'];
  parts: readonly PlanTextPart[];
  edit: string | null;
}) {
  const locale = useLocale();
  const { themes, parts, edit } = props;
  const shown = (part: PlanTextPart) =>
    edit !== null || part.body !== null || part.question.required || (part.quotes?.length ?? 0) > 0;
  return (
    <>
      {parts
        .filter((part) => part.place.name === null && shown(part))
        .map((part) => (
          <Answer key={part.question.code} part={part} edit={edit} level={2} />
        ))}
      {themes.map((theme) => {
        const here = parts.filter((part) => part.place.node === theme.code && shown(part));
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
      {unitQuestions(parts.filter(shown)).map((of) => (
        <PerUnit key={of[0].question.code} parts={of} edit={edit} />
      ))}
    </>
  );
}

/** A question asked per unit: its words once, then each unit; one below another a level deeper. */
function PerUnit({ parts, edit }: { parts: [PlanTextPart, ...PlanTextPart[]]; edit: string | null }) {
  const locale = useLocale();
  const { question } = parts[0];
  return (
    <section className="answer">
      <h2 id={`q-${question.code}`}>{locale === 'en' ? question.textEn : question.textNl}</h2>
      {parts.map((part) => (
        <Answer key={part.place.unit} part={part} edit={edit} level={part.place.depth > 1 ? 4 : 3} />
      ))}
    </section>
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

function Answer({ part, edit, level }: { part: PlanTextPart; edit: string | null; level: 2 | 3 | 4 }) {
  const text = useText();
  const locale = useLocale();
  const { question, place, body, quotes = [] } = part;
  const { scheme = '' } = useParams();
  const Heading = `h${level}` as const;
  const asked = locale === 'en' ? question.textEn : question.textNl;
  const title = place.unit !== null && place.name ? nameOf(place.name, locale) : asked;
  return (
    <section id={sectionAnchor(question.code, place)} className="answer">
      <Heading>{title}</Heading>
      {body ? (
        <RichTextView document={body} level={level} />
      ) : quotes.length > 0 ? null : (
        <p className="answer-none">{text(question.required ? 'plan.unanswered' : 'plan.unanswered-free')}</p>
      )}
      <QuoteList scheme={scheme} quotes={quotes} />
      {body ? (
        <Remarks
          place={sectionAnchor(question.code, place)}
          about={remarkQuery({
            kind: 'paragraph',
            question: question.code,
            node: place.node,
            unit: place.unit,
          })}
          title={title}
        />
      ) : null}
      {edit === null ? null : (
        <p className="answer-edit">
          <Link href={sectionHref(edit, question.code, place)}>
            {text(body ? 'plan.section.edit' : 'plan.section.write')}
            <span className="visually-hidden">: {title}</span>
          </Link>
        </p>
      )}
    </section>
  );
}
