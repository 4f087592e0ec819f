import { redirect } from 'react-router';
import { act, edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { years } from '#app/kernel/period.ts';
import { forbidden, InvalidInput, Missing } from '#app/kernel/rejection.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/letter-page';
import { getFunding } from './funding.server.ts';
import { canWriteFunding } from './funding.ts';
import { recordLetter } from './letter.server.ts';
import { LetterFields } from './letter-fields.tsx';
import { readLetterAmounts, settled } from './letter-form.ts';
import { readLetterPost } from './letter-post.server.ts';

import './funding.css';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  const query = new URL(args.request.url).searchParams;
  const today = isoDate(args.context.get(edgeContext).clock());
  return load(args, async (tx, actor) => {
    if (!canWriteFunding(actor)) throw forbidden('funding.write');
    const { funds, kinds, documents, ...scheme } = await getFunding(tx, actor, {
      scheme: args.params.scheme,
    });
    const document = documents.find((one) => one.code === query.get('document')) ?? null;
    const kind = kinds.find((one) => one.code === (document?.kind.code ?? query.get('kind'))) ?? null;
    if (query.has('document') && !document) throw new Missing('document');
    const unit =
      document?.unit ?? kind?.units.find((one) => one.code === query.get('unit')) ?? kind?.units[0];
    return {
      ...{
        code: scheme.code,
        firstYear: scheme.firstYear,
        lastYear: scheme.lastYear,
        today,
        funds,
        kinds,
        kind,
        unit: unit ?? null,
      },
      document: document && {
        code: document.code,
        title: document.title,
        last: document.versions.at(-1) ?? null,
      },
      documents: documents.map(({ code, title }) => ({ code, title })),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { scheme } = args.params;
  const post = await readLetterPost(args.request);
  if ('problem' in post) return { problem: post.problem, typed: {} };
  const { files } = post;
  const typed = settled(post.typed);
  const result = await act(args, async (tx, actor) => {
    if (!canWriteFunding(actor)) throw forbidden('funding.write');
    const funding = await getFunding(tx, actor, { scheme });
    const document = funding.documents.find((one) => one.code === typed.document);
    const read = readLetterAmounts(typed, {
      funds: funding.funds.map((fund) => fund.code),
      years: years(funding.firstYear, funding.lastYear),
      current: document?.versions.at(-1)?.lines ?? [],
    });
    if (!/^\d{4}-\d{2}-\d{2}$/.test(typed.from ?? '')) {
      read.errors.push({ path: 'from', code: 'field.required', params: {} });
    }
    if (read.errors.length > 0) throw new InvalidInput(read.errors);
    return recordLetter(tx, actor, {
      ...{ scheme, files, amounts: read.amounts, from: typed.from!, note: typed.note ?? '' },
      ...{ source: typed.source ?? '', document: typed.document, kind: typed.kind },
      ...{
        unit: typed.unit || undefined,
        code: typed.code?.trim() || undefined,
        title: typed.title?.trim() || undefined,
      },
      seen: typed.seen ? Number(typed.seen) : undefined,
    });
  });
  if ('problem' in result) return { problem: result.problem, typed };
  throw redirect(`/schemes/${scheme}/funding#doc-${result.done.document}`);
}

export default function LetterPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const { code, document, kind, unit } = loaderData;
  const locale = useLocale();
  const here = `/schemes/${code}/funding`;
  const title = document
    ? text('funding.letter.renew', { title: document.title })
    : text('funding.letter.title');
  return (
    <>
      <PageHead
        breadcrumb={[{ href: here, label: text('funding.title') }]}
        title={title}
        lead={[
          kind && unit && kind.units.length > 1
            ? text('funding.letter.of', { unit: locale === 'en' ? unit.nameEn : unit.nameNl })
            : '',
          text('funding.letter.lead'),
        ]
          .filter(Boolean)
          .join(' ')}
      />
      <PageBody>
        <PageTitle page={title} />
        {kind ? (
          <p>
            <Link
              href={`${here}/letter/sheet?${document ? `document=${document.code}` : `kind=${kind.code}${unit ? `&unit=${unit.code}` : ''}`}`}
            >
              {text('fill-in.open')}
            </Link>
          </p>
        ) : null}
        {kind ? (
          <LetterFields {...loaderData} kind={kind} problem={actionData?.problem} typed={actionData?.typed} />
        ) : (
          <Which {...loaderData} />
        )}
        <p>
          <ButtonLink href={here} kind="quiet">
            {text('funding.letter.cancel')}
          </ButtonLink>
        </p>
      </PageBody>
    </>
  );
}

/** Which document the letter renews, or of which kind it begins one. */
function Which({ documents, kinds }: Pick<Route.ComponentProps['loaderData'], 'documents' | 'kinds'>) {
  const text = useText();
  const locale = useLocale();
  const nameOf = (one: { nameNl: string; nameEn: string }) => (locale === 'en' ? one.nameEn : one.nameNl);
  return (
    <>
      <h2>{text('funding.letter.which')}</h2>
      <ul className="ruled">
        {documents.map((document) => (
          <li key={document.code}>
            <a href={`?document=${document.code}`}>{document.title}</a>
          </li>
        ))}
        {kinds.flatMap((kind) =>
          (kind.units.length > 1 ? kind.units : [null]).map((unit) => (
            <li key={`${kind.code} ${unit?.code}`}>
              <a href={`?kind=${kind.code}${unit ? `&unit=${unit.code}` : ''}`}>
                {[text('funding.letter.new', { kind: nameOf(kind) }), unit && nameOf(unit)]
                  .filter(Boolean)
                  .join(', ')}
              </a>
            </li>
          )),
        )}
      </ul>
    </>
  );
}
