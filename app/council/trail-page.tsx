import { listConsultations } from '#app/consultation/consultation.server.ts';
import { ConsultationList } from '#app/consultation/consultation-list.tsx';
import { authorInput } from '#app/document/author.input.ts';
import { listAuthors, removeAuthor, saveAuthor } from '#app/document/author.server.ts';
import { type Author, authorParts, canNameAuthors } from '#app/document/author.ts';
import { formAction } from '#app/identity/action.server.ts';
import { readForm } from '#app/identity/form.server.ts';
import { load } from '#app/identity/page.server.ts';
import { PartList } from '#app/identity/part-list.tsx';
import { listPlaces } from '#app/identity/place.server.ts';
import { nameOf } from '#app/kernel/name.ts';
import { listDecisions } from '#app/participation/decision.server.ts';
import { getPlanHead } from '#app/plan/plan.server.ts';
import { documentHref } from '#app/plan/plan-words.ts';
import { Select, TextField } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/trail-page';
import { listVoices } from './follow-up.server.ts';
import { VoiceList } from './voice-list.tsx';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const { scheme, document } = args.params;
  return load(args, async (tx, actor) => {
    const head = await getPlanHead(tx, actor, { scheme, document });
    const mayName = canNameAuthors(actor, head);
    const voices = await listVoices(tx, actor, { documentId: head.documentId });
    return {
      ...{ head, mayName },
      authors: await listAuthors(tx, actor, head.documentId),
      bodies: mayName ? (await listPlaces(tx, actor.institutionId)).bodies : [],
      consultations: (await listConsultations(tx, actor, { scheme, document })).toReversed(),
      decisions: (await listDecisions(tx, actor, { scheme, document })).toReversed(),
      voices: voices.filter((one) => one.kind === 'topic').toReversed(),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { scheme, document } = args.params;
  return formAction(args, {
    author: async (tx, actor, form) => {
      const head = await getPlanHead(tx, actor, { scheme, document });
      const author = String(form.get('author') ?? '') || null;
      // the list says by `part` which of its forms it is
      form.set('part', String(form.get('role') ?? ''));
      return saveAuthor(tx, actor, { ...head, author }, readForm(authorInput, form));
    },
    'author.remove': async (tx, actor, form) => {
      const head = await getPlanHead(tx, actor, { scheme, document });
      return removeAuthor(tx, actor, { ...head, author: String(form.get('part')) });
    },
  });
}

/** How a document came about: who wrote it, whom was asked in which round, what was done with it, who decided. */
export default function TrailPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { head, authors, consultations, decisions, voices, mayName, bodies } = loaderData;
  const adopted = head.versions.filter((one) => one.adoptedAt !== null);
  const base = `/schemes/${head.scheme.code}`;
  return (
    <>
      <PageTitle page={text('trail.title')} />
      <PageHead
        breadcrumb={[{ href: documentHref(head), label: head.title }]}
        title={text('trail.title')}
        lead={text('trail.lead', { title: head.title })}
      />
      <PageBody narrow>
        <h2>{text('trail.authors')}</h2>
        {authors.length === 0 ? <p>{text('trail.authors.none')}</p> : null}
        {mayName ? (
          <PartList
            intent="author"
            parts={authors}
            partOf={(one) => one.authorId}
            result={actionData}
            hidden={{}}
            add={text('trail.author.add')}
            fields={(wire, one) => (
              <>
                <input type="hidden" name="revision" value={one?.revision ?? 0} />
                <input type="hidden" name="author" value={one?.authorId ?? ''} />
                <Select
                  {...wire('body', one?.body)}
                  none={text('consultation.body.none')}
                  options={bodies.map((body) => ({ value: body.code, label: nameOf(body, locale) }))}
                  optional
                />
                <div className="pair">
                  <TextField
                    {...wire('nameNl', one?.nameNl)}
                    label={text('trail.name')}
                    hint={text('trail.name.hint')}
                    optional
                  />
                  <TextField {...wire('nameEn', one?.nameEn)} label={text('trail.name-en')} optional />
                </div>
                <div className="pair">
                  <Select
                    {...wire('role', one?.part ?? 'author')}
                    name="role"
                    label={text('trail.part')}
                    options={authorParts.map((each) => ({ value: each, label: text(`trail.part.${each}`) }))}
                  />
                  <TextField {...wire('source', one?.source)} optional />
                  <TextField
                    {...wire('sort', one?.sort ?? authors.length)}
                    width="short"
                    inputMode="numeric"
                  />
                </div>
              </>
            )}
          >
            {(one) => <AuthorLine author={one} />}
          </PartList>
        ) : (
          <ul className="ruled">
            {authors.map((one) => (
              <li key={one.authorId}>
                <AuthorLine author={one} />
              </li>
            ))}
          </ul>
        )}
        <h2>{text('trail.consulted')}</h2>
        {consultations.length === 0 ? <p>{text('trail.consulted.none')}</p> : null}
        <ConsultationList scheme={head.scheme.code} consultations={consultations} />
        {voices.length > 0 ? (
          <>
            <h2>{text('council.nav.follow-up')}</h2>
            <VoiceList voices={voices} />
          </>
        ) : null}
        <h2>{text('trail.decided')}</h2>
        {decisions.length === 0 && adopted.length === 0 ? <p>{text('trail.decided.none')}</p> : null}
        <ul className="ruled">
          {decisions.map((one) => (
            <li key={one.decisionId}>
              <Link href={`${base}/decisions/${one.decisionId}`}>
                {text('trail.decision', {
                  body: nameOf({ nameNl: one.bodyNl, nameEn: one.bodyEn }, locale),
                  right: text(`right.${one.kind}`),
                  outcome: one.outcome ? text(`outcome.${one.outcome}`) : 'none',
                })}
              </Link>
              <small>
                {text('trail.decision.when', {
                  number: String(one.versionNumber),
                  date: formatDate(one.decidedOn ?? one.askedOn, locale),
                  open: String(one.outcome === null),
                })}
              </small>
            </li>
          ))}
          {adopted.map((version) => (
            <li key={version.versionId}>
              {text('trail.adopted', {
                number: String(version.number),
                date: formatDate(version.adoptedAt!, locale),
              })}
              {version.note ? <small>{version.note}</small> : null}
            </li>
          ))}
        </ul>
      </PageBody>
    </>
  );
}

function AuthorLine({ author }: { author: Author }) {
  const text = useText();
  const locale = useLocale();
  const { bodyNl, bodyEn, nameNl, nameEn, part, source } = author;
  const name = [
    bodyNl && bodyEn ? nameOf({ nameNl: bodyNl, nameEn: bodyEn }, locale) : '',
    nameOf({ nameNl, nameEn }, locale),
  ];
  return (
    <>
      <b>{name.filter(Boolean).join(', ')}</b>
      <small> {[text(`trail.part.${part}`), source].filter(Boolean).join(' · ')}</small>
    </>
  );
}
