import { formAction } from '#app/identity/action.server.ts';
import { ActionForm, justSent } from '#app/identity/action-form.tsx';
import { readForm, rowId } from '#app/identity/form.server.ts';
import { edgeContext, load } from '#app/identity/page.server.ts';
import { isoDate } from '#app/kernel/clock.ts';
import { nameOf } from '#app/kernel/name.ts';
import { memberOf } from '#app/participation/work.server.ts';
import { shortHash } from '#app/plan/plan.ts';
import { getSchemeHead } from '#app/scheme/scheme.server.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { Select, TextArea, TextField } from '#app/ui/form.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { formatDate, useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/reflections-page';
import { givenInput, reflectionInput } from './council.input.ts';
import { CouncilNav } from './council-nav.tsx';
import { getCouncilFrame } from './frame.server.ts';
import { speaksFor } from './proposal.ts';
import { giveReflection, listReflections, type Reflection, writeReflection } from './reflection.server.ts';

export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  const today = isoDate(args.context.get(edgeContext).clock());
  return load(args, async (tx, actor) => {
    await getSchemeHead(tx, actor.institutionId, scheme);
    const reflections = await listReflections(tx, actor, { scheme });
    const mine = await memberOf(tx, actor);
    const { bodies } = mine.length > 0 ? await getCouncilFrame(tx, actor, scheme) : { bodies: [] };
    const own = bodies.filter((one) => speaksFor(actor, one.bodyId, mine));
    return {
      ...{ scheme, reflections },
      lastYear: Number(today.slice(0, 4)) - 1,
      own: own.map(({ code, nameNl, nameEn }) => ({ code, nameNl, nameEn })),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const { scheme } = args.params;
  const now = args.context.get(edgeContext).clock();
  return formAction(args, {
    write: (tx, actor, form) => writeReflection(tx, actor, scheme, readForm(reflectionInput, form)),
    give: (tx, actor, form) =>
      giveReflection(tx, actor, { scheme, reflection: rowId(form), now }, readForm(givenInput, form)),
  });
}

/** What councils themselves write about each year; the council's own form where the reader is of one. */
export default function ReflectionsPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const { scheme, reflections, own, lastYear } = loaderData;
  const byYear = [...Map.groupBy(reflections, (one) => one.year)];
  return (
    <PageBody>
      <PageTitle page={text('council.nav.reflections')} />
      <CouncilNav scheme={scheme} current="reflections" />
      <div className="lead-row">
        <p className="said">{text('reflection.lead')}</p>
      </div>
      {reflections.length === 0 ? (
        <Empty title={text('reflection.none')}>{text('reflection.none.next')}</Empty>
      ) : null}
      {byYear.map(([year, ones]) => (
        <section key={year} aria-labelledby={`reflections-${year}`}>
          <h2 id={`reflections-${year}`}>{year}</h2>
          {ones.map((one) => (
            <One key={one.reflectionId} one={one} result={actionData} />
          ))}
        </section>
      ))}
      {own.length > 0 ? (
        <Disclosure summary={text('reflection.write')} open={justSent(actionData, 'write')}>
          <ActionForm
            intent="write"
            result={actionData}
            hidden={{ revision: '0' }}
            submit={text('reflection.save')}
          >
            {(wire) => (
              <>
                <div className="pair">
                  <Select
                    {...wire('body', own[0]?.code)}
                    label={text('reflection.body')}
                    options={own.map((one) => ({ value: one.code, label: nameOf(one, locale) }))}
                  />
                  <TextField
                    {...wire('year', lastYear)}
                    label={text('reflection.year')}
                    inputMode="numeric"
                    width="short"
                  />
                </div>
                <TextArea
                  {...wire('text')}
                  label={text('reflection.text')}
                  hint={text('reflection.text.hint')}
                  rows={10}
                />
              </>
            )}
          </ActionForm>
        </Disclosure>
      ) : null}
    </PageBody>
  );
}

function One({ one, result }: { one: Reflection; result: Route.ComponentProps['actionData'] }) {
  const text = useText();
  const locale = useLocale();
  const body = nameOf({ nameNl: one.bodyNl, nameEn: one.bodyEn }, locale);
  return (
    <article className="reflections">
      <h3>{one.number > 1 ? text('reflection.number', { body, number: one.number }) : body}</h3>
      {one.givenOn && one.textHash ? (
        <>
          <p className="said">{one.text}</p>
          <small>
            {text('reflection.given', {
              date: formatDate(one.givenOn, locale),
              hash: shortHash(one.textHash),
            })}
          </small>
        </>
      ) : (
        <>
          <Badge tone="accent">{text('reflection.draft')}</Badge>
          <ActionForm
            intent="write"
            id={one.reflectionId}
            result={result}
            hidden={{ body: one.body, year: String(one.year), revision: String(one.revision) }}
            submit={text('reflection.save')}
            kind="secondary"
          >
            {(wire) => <TextArea {...wire('text', one.text)} label={text('reflection.text')} rows={10} />}
          </ActionForm>
          <p className="sub">{text('reflection.give.hint')}</p>
          <ActionForm
            intent="give"
            id={one.reflectionId}
            result={result}
            hidden={{ revision: String(one.revision) }}
            submit={text('reflection.give')}
            inline
          />
        </>
      )}
    </article>
  );
}
