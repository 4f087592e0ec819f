import type { ReactNode } from 'react';
import { statusTone } from '#app/document/version.ts';
import { isNow, type Moment } from '#app/kernel/moment.ts';
import { nameOf } from '#app/kernel/name.ts';
import { Badge } from '#app/ui/badge.tsx';
import { PageHead, PageTitle } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import './plan.css';
import './step.css';
import type { PlanHead } from './plan.server.ts';
import type { VersionHead } from './plan.ts';
import { planHref } from './plan-words.ts';

type FrameProps = {
  head: PlanHead;
  /** what is done here, when it is not the plan itself */
  title?: string;
  version?: VersionHead;
  /** of which the page speaks; now when left out */
  moment?: Moment;
  lead?: ReactNode;
  actions?: ReactNode;
};

/** The head of every page about one plan: the way up, its title, and the state of the version shown. */
export function PlanFrame({ head, title, version, moment, lead, actions }: FrameProps) {
  const text = useText();
  const locale = useLocale();
  const base = `/schemes/${head.scheme.code}`;
  return (
    <>
      <PageTitle page={title ? `${title} · ${head.title}` : head.title} />
      <PageHead
        breadcrumb={[
          { href: `${base}/plans`, label: text('scheme.tab.plans') },
          ...(title
            ? [{ href: planHref({ scheme: head.scheme.code, document: head.code }), label: head.title }]
            : []),
        ]}
        title={title ?? head.title}
        badge={
          version ? (
            <Badge tone={statusTone[version.status]}>{text(`plan.status.${version.status}`)}</Badge>
          ) : null
        }
        lead={lead ?? (version ? versionLine(text, locale, { head, version, moment }) : undefined)}
        actions={actions}
      />
    </>
  );
}

type Line = { head: PlanHead; version: VersionHead; moment?: Moment };

/** Where a version stands, in one sentence. */
export function versionLine(
  text: ReturnType<typeof useText>,
  locale: 'nl' | 'en',
  { head, version, moment }: Line,
): string {
  const date = version.adoptedAt ?? version.submittedAt;
  return text('plan.line', {
    unit: nameOf(head.unit, locale),
    number: String(version.number),
    status: version.inForce ? (moment && !isNow(moment) ? 'then' : 'force') : version.status,
    date: date ? formatDate(date, locale) : '',
  });
}
