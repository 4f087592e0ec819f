import { formAction } from '#app/identity/action.server.ts';
import type { Wire } from '#app/identity/action-form.tsx';
import { AdminHead } from '#app/identity/admin-layout.tsx';
import { readForm } from '#app/identity/form.server.ts';
import { load } from '#app/identity/page.server.ts';
import { PartList } from '#app/identity/part-list.tsx';
import { nameOf } from '#app/kernel/name.ts';
import { forbidden } from '#app/kernel/rejection.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { DateField, Select, TextField } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/calendar-page';
import {
  canEditCalendar,
  type KeptPeriod,
  listFreePeriods,
  putFreePeriod,
  removeFreePeriod,
} from './free-period.server.ts';
import { freePeriodInput } from './organisation.input.ts';

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (tx, actor) => {
    if (!canEditCalendar(actor)) throw forbidden('admin.organisation');
    return { periods: await listFreePeriods(tx, actor.institutionId) };
  });
}

export async function action(args: Route.ActionArgs) {
  const part = (form: FormData) => String(form.get('part') ?? '');
  const seen = (form: FormData) => ({ periodId: part(form), revision: Number(form.get('revision')) });
  return formAction(args, {
    period: (tx, actor, form) =>
      putFreePeriod(tx, actor, part(form) ? seen(form) : null, readForm(freePeriodInput, form)),
    'period.remove': (tx, actor, form) => removeFreePeriod(tx, actor, seen(form)),
  });
}

/** The recess periods and free days of the institution, by year. */
export default function CalendarPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { periods } = loaderData;
  return (
    <>
      <PageTitle page={text('admin.calendar')} />
      <AdminHead title={text('admin.calendar')} lead={text('calendar.lead')} />
      <PageBody>
        <p>
          <Link href="/admin/calendar/sheet">{text('fill-in.open')}</Link>
        </p>
        {periods.length === 0 ? (
          <Empty title={text('calendar.none')}>{text('calendar.none.next')}</Empty>
        ) : null}
        <PartList
          intent="period"
          parts={periods}
          partOf={(one) => one.periodId}
          result={actionData}
          hidden={{}}
          revisionOf={(one) => one.revision}
          add={text('calendar.add')}
          openAdd={periods.length === 0}
          fields={(wire, one) => <PeriodFields wire={wire} period={one} />}
        >
          {(one) => (
            <div className="row">
              <b>{nameOf(one, locale)}</b>
              <span>
                {one.from === one.through
                  ? formatDate(one.from, locale, 'weekday')
                  : text('calendar.days', {
                      from: formatDate(one.from, locale),
                      through: formatDate(one.through, locale),
                    })}
              </span>
              <Badge>{text(`calendar.${one.kind}`)}</Badge>
            </div>
          )}
        </PartList>
      </PageBody>
    </>
  );
}

function PeriodFields({ wire, period }: { wire: Wire; period?: KeptPeriod }) {
  const text = useText();
  return (
    <div className="pair">
      <TextField {...wire('nameNl', period?.nameNl)} />
      <TextField {...wire('nameEn', period?.nameEn)} />
      <Select
        {...wire('kind', period?.kind ?? 'recess')}
        label={text('field.periodKind')}
        options={['recess', 'free-day'].map((kind) => ({ value: kind, label: text(`calendar.${kind}`) }))}
      />
      <DateField {...wire('from', period?.from)} />
      <DateField {...wire('through', period?.through)} optional />
    </div>
  );
}
