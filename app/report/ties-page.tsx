import { presently } from '#app/document/version-at.server.ts';
import { formAction } from '#app/identity/action.server.ts';
import { readForm } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { may } from '#app/kernel/actor.ts';
import { nameOf } from '#app/kernel/name.ts';
import { forbidden } from '#app/kernel/rejection.ts';
import { revisionInput } from '#app/scheme/scheme.input.ts';
import { getScheme } from '#app/scheme/scheme-read.server.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Link } from '#app/ui/link.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/ties-page';
import { getTieRows } from './check-facts.server.ts';
import { watched } from './open-check.server.ts';
import { putTie, removeTie } from './tie.server.ts';
import { getTieChoices } from './tie-choice.server.ts';
import { readTie } from './tie-form.server.ts';
import { TieSection } from './tie-section.tsx';
import './check.css';

export async function loader(args: Route.LoaderArgs) {
  const now = args.context.get(edgeContext).clock();
  const { scheme: code } = args.params;
  return load(args, async (tx, actor) => {
    if (!may(actor, 'admin.scheme')) throw forbidden('admin.scheme');
    const { revision } = await getScheme(tx, actor.institutionId, code);
    const rows = await getTieRows(tx, actor, code, { ...presently, now });
    const ties = watched(rows, actor.locale).map((tie, i) => ({
      ...tie,
      nameNl: rows[i]!.nameNl,
      nameEn: rows[i]!.nameEn,
    }));
    const choices = await getTieChoices(tx, actor.institutionId, now);
    const elsewhere = Map.groupBy(
      ties.filter((tie) => tie.owner !== code),
      (tie) => tie.owner,
    );
    return {
      code,
      revision,
      choices,
      /** a tie is changed where it was declared; the other scheme only shows it */
      ties: ties.filter((tie) => tie.owner === code),
      elsewhere: choices.schemes.flatMap((scheme) => {
        const count = elsewhere.get(scheme.code)?.length ?? 0;
        return count > 0 ? [{ code: scheme.code, name: nameOf(scheme, actor.locale), count }] : [];
      }),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { scheme } = args.params;
  const at = (form: FormData) => ({
    scheme,
    tie: String(form.get('part') || form.get('code') || ''),
  });
  return formAction(args, {
    tie: (tx, actor, form) => putTie(tx, actor, at(form), readTie(form)),
    'tie.remove': (tx, actor, form) => removeTie(tx, actor, at(form), readForm(revisionInput, form)),
  });
}

export default function TiesPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const { code, elsewhere, ...rest } = loaderData;
  return (
    <PageBody narrow>
      <PageTitle page={text('ties.title')} />
      <BackLink href={`/schemes/${code}/checks`}>{text('ties.back')}</BackLink>
      <h2>{text('ties.title')}</h2>
      <p className="said">{text('ties.lead')}</p>
      {elsewhere.map((one) => (
        <p key={one.code}>
          <Link href={`/schemes/${one.code}/checks/ties`}>
            {text('ties.elsewhere', { count: one.count, scheme: one.name })}
          </Link>
        </p>
      ))}
      <TieSection scheme={code} {...rest} result={actionData} />
    </PageBody>
  );
}
