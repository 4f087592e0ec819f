import { checkTrail, readTrail } from '#app/audit/audit.server.ts';
import type { Json } from '#app/kernel/hash.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Options } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Control, Controls, PageBody, PageTitle } from '#app/ui/page.tsx';
import { DateText, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/audit-page';
import { AdminHead } from './admin-layout.tsx';
import { auditNames } from './audit-name.server.ts';
import { useAuditWords } from './audit-words.tsx';
import { changes } from './change.ts';
import { load } from './page.server.ts';

export async function loader(args: Route.LoaderArgs) {
  const query = new URL(args.request.url).searchParams;
  const before = Number(query.get('before') ?? '');
  const day = (name: string) => query.get(name)?.match(/^\d{4}-\d{2}-\d{2}$/)?.[0];
  const filter = {
    action: query.get('action') || undefined,
    subject: query.get('subject') || undefined,
    person: query.get('person') || undefined,
    from: day('from'),
    through: day('through'),
    before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
  };
  return load(args, async (tx, actor) => {
    const trail = await readTrail(tx, actor, filter);
    return {
      filter,
      ...trail,
      names: await auditNames(tx, actor, trail.entries),
      check: query.has('check') ? await checkTrail(tx, actor) : null,
    };
  });
}

export default function AuditPage({ loaderData }: Route.ComponentProps) {
  const text = useText();
  const { entries, next, actions, subjects, people, names, filter, check } = loaderData;
  const words = useAuditWords(names);
  const query = (extra: Record<string, string | undefined>) =>
    `?${new URLSearchParams(Object.entries({ ...filter, before: undefined, ...extra }).filter((pair): pair is [string, string] => Boolean(pair[1])))}`;
  return (
    <>
      <PageTitle page={text('admin.audit')} />
      <AdminHead
        title={text('admin.audit')}
        lead={text('audit.lead')}
        actions={<ButtonLink href={query({ check: '1' })}>{text('audit.check')}</ButtonLink>}
      />
      <PageBody>
        {check ? (
          <Notice
            tone={check.brokenAt === null ? 'ok' : 'error'}
            live
            title={
              check.brokenAt === null
                ? text('audit.whole', { count: check.entries })
                : text('audit.broken', { seq: check.brokenAt })
            }
          />
        ) : null}
        <Controls>
          <Control label={text('audit.subject')}>
            <Choice name="subject" value={filter.subject} options={subjects} words={words.subject} />
          </Control>
          <Control label={text('audit.action')}>
            <Choice name="action" value={filter.action} options={actions} words={words.action} />
          </Control>
          <Control label={text('audit.person')}>
            <Choice name="person" value={filter.person} options={people} words={(one) => one} />
          </Control>
          <Control label={text('audit.from')}>
            <input type="date" name="from" defaultValue={filter.from} />
          </Control>
          <Control label={text('audit.through')}>
            <input type="date" name="through" defaultValue={filter.through} />
          </Control>
          <Button small>{text('admin.show')}</Button>
        </Controls>
        {entries.length === 0 ? <Empty title={text('audit.none')} /> : null}
        <ul className="rows">
          {entries.map((entry) => (
            <Entry key={entry.seq} entry={entry} names={names} />
          ))}
        </ul>
        <nav className="pages" aria-label={text('audit.pages')}>
          {filter.before ? <ButtonLink href={query({})}>{text('audit.newest')}</ButtonLink> : null}
          {next ? (
            <ButtonLink href={query({ before: String(next) })}>{text('audit.older')}</ButtonLink>
          ) : null}
        </nav>
      </PageBody>
    </>
  );
}

function Choice(props: {
  name: string;
  value: string | undefined;
  options: readonly string[];
  words: (value: string) => string;
}) {
  const text = useText();
  return (
    <select name={props.name} defaultValue={props.value ?? ''} key={props.value}>
      <option value="">{text('audit.all')}</option>
      <Options options={props.options.map((one) => ({ value: one, label: props.words(one) }))} />
    </select>
  );
}

type Data = Route.ComponentProps['loaderData'];

function Entry({ entry, names }: { entry: Data['entries'][number]; names: Data['names'] }) {
  const text = useText();
  const words = useAuditWords(names);
  const about = entry.subjectId === null ? undefined : names[entry.subjectId];
  const list = changes(entry.before as Json, entry.after as Json);
  return (
    <li>
      <div className="row">
        <span className="code">{entry.seq}</span>
        <b>{words.action(entry.action)}</b>
        {about?.href ? (
          <Link href={about.href}>{words.named(about.key)}</Link>
        ) : about ? (
          <span>{words.named(about.key)}</span>
        ) : null}
        <span>{text('audit.by', { name: entry.actorName, kind: entry.actorKind })}</span>
        <span className="end">
          <DateText iso={entry.at} form="moment" />
        </span>
      </div>
      {list.length > 0 ? (
        <dl className="change">
          {list.map((one) =>
            one.count ? (
              <div key={one.path} className="change-row">
                <dt>{words.list(one.path)}</dt>
                <dd className="change-count">{text('audit.many', { count: one.count })}</dd>
              </div>
            ) : (
              <div key={one.path} className="change-row">
                <dt>{words.field(one.path)}</dt>
                <dd>{one.before === null ? '–' : <del>{words.value(one.path, one.before)}</del>}</dd>
                <dd>{one.after === null ? '–' : <ins>{words.value(one.path, one.after)}</ins>}</dd>
              </div>
            ),
          )}
        </dl>
      ) : null}
    </li>
  );
}
