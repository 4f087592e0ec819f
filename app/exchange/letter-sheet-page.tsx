import { redirect } from 'react-router';
import { fieldWire } from '#app/funding/error-words.tsx';
import { canWriteFunding } from '#app/funding/funding.ts';
import { NameFields } from '#app/funding/name-fields.tsx';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { nameOf } from '#app/kernel/name.ts';
import { forbidden } from '#app/kernel/rejection.ts';
import { useFieldError } from '#app/plan/reason.tsx';
import { getSchemeHead } from '#app/scheme/scheme.server.ts';
import { DateField, TextArea, TextField } from '#app/ui/form.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/letter-sheet-page';
import { FillInHead, FillInPage } from './fill-in-page.tsx';
import { onceSaved, postSheet } from './fill-in-post.server.ts';
import { readLetterSheet, saveLetterSheet } from './letter-sheet.server.ts';

import '#app/funding/funding.css';

export const handle = { ownHead: true };

function addressOf({ request, params }: { request: Request; params: Route.LoaderArgs['params'] }) {
  const query = new URL(request.url).searchParams;
  const [document, kind, unit] = ['document', 'kind', 'unit'].map((name) => query.get(name));
  return { scheme: params.scheme, document, kind, unit };
}

export async function loader(args: Route.LoaderArgs) {
  const at = addressOf(args);
  const today = isoDate(args.context.get(edgeContext).clock());
  return load(args, async (tx, actor) => {
    if (!canWriteFunding(actor)) throw forbidden('funding.write');
    // which letter is chosen where one is recorded
    if (at.document === null && at.kind === null) {
      const { code } = await getSchemeHead(tx, actor.institutionId, at.scheme);
      throw redirect(`/schemes/${code}/funding/letter`);
    }
    const { frame, kind, document, units } = await readLetterSheet(tx, actor, at);
    const funds = frame.funds.map(({ code, nameNl, nameEn }) => ({ code, nameNl, nameEn }));
    const { title, unit } = frame;
    return { ...{ scheme: at.scheme, title, unit, units, kind, document, funds, today } };
  });
}

export async function action(args: Route.ActionArgs) {
  const at = addressOf(args);
  const outcome = await postSheet(args, {
    sheet: async (tx, actor) => (await readLetterSheet(tx, actor, at)).sheet,
    save: (tx, actor, changes, typed) => saveLetterSheet(tx, actor, { ...at, changes, typed }),
  });
  return onceSaved(outcome, `/schemes/${at.scheme}/funding#doc-${at.document ?? outcome.typed.code}`);
}

export default function LetterSheetPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { scheme, title, unit, units, kind, document, funds, today } = loaderData;
  const error = useFieldError(actionData?.problem);
  const wire = fieldWire(actionData?.typed ?? {}, error);
  const base = `/schemes/${scheme}/funding`;
  const started = unit ? `?kind=${kind}&unit=${unit.code}` : `?kind=${kind}`;
  const query = document === null ? started : `?document=${document}`;
  const rowName = ([code = '', beside = '']: readonly string[]) => {
    const fund = funds.find((one) => one.code === code);
    const name = fund ? nameOf(fund, locale) : code;
    return [name, beside && text('funding.row.memo')].filter(Boolean).join(' · ');
  };
  return (
    <>
      <FillInHead
        breadcrumb={[
          { href: base, label: text('funding.title') },
          { href: `${base}/letter${query}`, label: unit ? `${title}, ${nameOf(unit, locale)}` : title },
        ]}
      />
      <PageBody>
        {units.length > 0 ? (
          <WhichUnit here={`${base}/letter/sheet`} kind={kind} units={units} />
        ) : (
          <FillInPage
            outcome={actionData}
            done={(count) => text('fill-in.saved', { count })}
            here={`${base}/letter/sheet`}
            query={query}
            rowName={rowName}
            decimalsOf={() => 2}
            also={
              <>
                {document === null ? <NameFields of="funding" wire={wire} /> : null}
                <DateField
                  {...wire('from', today)}
                  label={text('funding.letter.from')}
                  hint={text('funding.letter.from.hint')}
                />
                <TextArea {...wire('note')} optional label={text('funding.letter.note')} />
                <TextField {...wire('source')} optional label={text('funding.letter.source')} />
              </>
            }
          />
        )}
      </PageBody>
    </>
  );
}

type WhichProps = {
  here: string;
  kind: string;
  units: readonly { code: string; nameNl: string; nameEn: string }[];
};

/** A letter is of one unit: which one, before its table goes out. */
function WhichUnit({ here, kind, units }: WhichProps) {
  const text = useText();
  const locale = useLocale();
  return (
    <section className="fill-in-step">
      <h2>{text('fill-in.letter.which')}</h2>
      <ul className="ruled">
        {units.map((unit) => (
          <li key={unit.code}>
            <Link href={`${here}?kind=${kind}&unit=${unit.code}`}>{nameOf(unit, locale)}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
