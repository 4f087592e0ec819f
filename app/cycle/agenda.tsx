import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { nameOf } from '#app/kernel/name.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Link } from '#app/ui/link.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import { ActionFields, ItemFields } from './agenda-fields.tsx';
import { documentHref, momentHref } from './cycle-words.ts';
import type { AgendaItem } from './meeting.ts';
import type { MeetingProps } from './meeting-part.tsx';
import { ActionLine } from './standing.tsx';

type ItemProps = MeetingProps & { item: AgendaItem; first: boolean; last: boolean };

/** The agenda of a meeting: each item with what it is about, what came of it, and the actions that were agreed. */
export function Agenda(props: MeetingProps) {
  const text = useText();
  const { meeting, result } = props;
  return (
    <section aria-labelledby="agenda">
      <h2 id="agenda">{text('meeting.agenda')}</h2>
      {meeting.items.length === 0 ? <p className="sub">{text('meeting.agenda.none')}</p> : null}
      <ol className="agenda">
        {meeting.items.map((item, at) => (
          <li key={item.itemId}>
            <Item {...props} item={item} first={at === 0} last={at === meeting.items.length - 1} />
          </li>
        ))}
      </ol>
      {meeting.choices ? (
        <Disclosure summary={text('meeting.item.add')} open={justSent(result, 'item')}>
          <ActionForm intent="item" result={result} submit={text('meeting.item.add')}>
            {(wire) => <ItemFields {...props} wire={wire} />}
          </ActionForm>
        </Disclosure>
      ) : null}
    </section>
  );
}

function Item(props: ItemProps) {
  const text = useText();
  const locale = useLocale();
  const { item, meeting, result, first, last } = props;
  const { itemId } = item;
  const hidden = { item: itemId };
  return (
    <>
      <h3>
        {nameOf({ nameNl: item.titleNl, nameEn: item.titleEn }, locale)}{' '}
        {item.kind === 'point' ? null : (
          <Badge tone={item.kind === 'risk' ? 'warn' : 'neutral'}>{text(`meeting.kind.${item.kind}`)}</Badge>
        )}
      </h3>
      {item.text ? <p>{item.text}</p> : null}
      <About {...props} />
      {item.outcome ? (
        <p className="said agenda-outcome">{item.outcome}</p>
      ) : (
        <p className="sub">{text('meeting.outcome.none')}</p>
      )}
      {item.actions.length > 0 ? (
        <ul className="ruled agenda-actions">
          {item.actions.map((action) => (
            <ActionLine key={action.momentId} action={action} />
          ))}
        </ul>
      ) : null}
      {meeting.choices ? (
        <div className="agenda-acts">
          <Disclosure summary={text('meeting.item.edit')} open={justSent(result, 'item', itemId)}>
            <ActionForm
              key={item.revision}
              intent="item"
              id={itemId}
              result={result}
              hidden={{ ...hidden, revision: String(item.revision) }}
              submit={text('admin.save')}
            >
              {(wire) => <ItemFields {...props} wire={wire} />}
            </ActionForm>
            <div className="row">
              {first ? null : <Act {...props} act="earlier" />}
              {last ? null : <Act {...props} act="later" />}
              {item.outcome === '' && item.actions.length === 0 ? <Act {...props} act="remove" /> : null}
            </div>
          </Disclosure>
          <Disclosure summary={text('meeting.action.add')} open={justSent(result, 'action', itemId)}>
            <ActionForm
              intent="action"
              id={itemId}
              result={result}
              hidden={hidden}
              submit={text('meeting.action.add')}
            >
              {(wire) => <ActionFields {...props} wire={wire} />}
            </ActionForm>
          </Disclosure>
        </div>
      ) : null}
    </>
  );
}

function Act({ item, result, act }: ItemProps & { act: 'earlier' | 'later' | 'remove' }) {
  const text = useText();
  return (
    <ActionForm
      intent="item-act"
      id={`${item.itemId} ${act}`}
      result={result}
      hidden={{ item: item.itemId, act }}
      submit={text(`meeting.item.${act}`)}
      inline
    />
  );
}

/** What an item is about, as a way there. */
function About({ item, moment }: ItemProps) {
  const text = useText();
  const locale = useLocale();
  const base = `/schemes/${moment.scheme}`;
  if (item.document !== null) {
    const href = documentHref(moment.scheme, {
      ...{ document: item.document, stage: item.stage, unit: item.unit ?? moment.unit },
      covered: item.firstYear ?? moment.covered,
    });
    return (
      <p>
        <Link href={href}>
          {item.title}, {text('plan.version', { number: String(item.number) })}
        </Link>
      </p>
    );
  }
  if (item.decisionId !== null) {
    return (
      <p>
        <Link href={`${base}/decisions/${item.decisionId}`}>
          {text('meeting.about.decision', {
            right: item.decisionKind ?? 'none',
            title: item.decisionTitle ?? '',
          })}
        </Link>
      </p>
    );
  }
  if (item.consultationId !== null) {
    return (
      <p>
        <Link href={`${base}/consultations/${item.consultationId}`}>{item.consultation}</Link>
      </p>
    );
  }
  if (item.aboutId === null) return null;
  const named = (nl: string | null, en: string | null) =>
    nameOf({ nameNl: nl ?? '', nameEn: en ?? '' }, locale);
  return (
    <p>
      <Link href={momentHref({ scheme: moment.scheme, momentId: item.aboutId })}>
        {named(item.aboutNl, item.aboutEn)} · {named(item.aboutUnitNl, item.aboutUnitEn)}
      </Link>
    </p>
  );
}
