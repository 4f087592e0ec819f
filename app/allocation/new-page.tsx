import { Form, redirect } from 'react-router';
import { fieldErrors, fieldWire, RefusalSummary, useErrorWords } from '#app/funding/error-words.tsx';
import { NameFields } from '#app/funding/name-fields.tsx';
import { codeOptions } from '#app/identity/choice.ts';
import { parseInput } from '#app/identity/form.server.ts';
import { act, load } from '#app/identity/page.server.ts';
import { textsOf } from '#app/kernel/form-text.ts';
import { forbidden } from '#app/kernel/rejection.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Radios } from '#app/ui/choice.tsx';
import { FormActions, Select } from '#app/ui/form.tsx';
import { PageBody, PageHead, PageTitle } from '#app/ui/page.tsx';
import { useLocale, useText } from '#app/ui/text.tsx';
import type { Route } from './+types/new-page';
import { listAllocations } from './allocation-list.server.ts';
import { startAllocationInput } from './draft.input.ts';
import { startAllocation } from './draft.server.ts';
import { totalsBases } from './run.ts';
import { getSetting } from './setting.server.ts';
import { canWriteAllocation } from './version.ts';

export const handle = { ownHead: true };

export async function loader(args: Route.LoaderArgs) {
  return load(args, async (tx, actor) => {
    if (!canWriteAllocation(actor)) throw forbidden('allocation.write');
    const { schemeId, code, kinds, funds } = await getSetting(tx, actor, args.params.scheme);
    const documents = await listAllocations(tx, actor, schemeId);
    return {
      scheme: code,
      kinds: kinds.map(({ code, nameNl, nameEn }) => ({ code, nameNl, nameEn })),
      funds: funds.map(({ code, nameNl, nameEn }) => ({ code, nameNl, nameEn })),
      versions: documents.flatMap(({ code, title, versions }) =>
        versions.map(({ number }) => ({ document: code, title, number })),
      ),
    };
  });
}

export async function action(args: Route.ActionArgs) {
  const form = await args.request.formData();
  const typed = textsOf(form);
  const { scheme } = args.params;
  const result = await act(args, (tx, actor) => {
    const [, document, version] = typed.copy?.match(/^(.+)~(\d+)$/) ?? [];
    const given = { ...typed, copy: document ? { document, version: Number(version) } : null };
    return startAllocation(tx, actor, { scheme, ...parseInput(startAllocationInput, given) });
  });
  if ('problem' in result) return { problem: result.problem, typed };
  throw redirect(`/schemes/${scheme}/allocation/${result.done.document}/rules`);
}

export default function NewPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const locale = useLocale();
  const words = useErrorWords();
  const { scheme, kinds, funds, versions } = loaderData;
  const home = `/schemes/${scheme}/allocation`;
  const problem = actionData?.problem;
  const wire = fieldWire(actionData?.typed ?? {}, fieldErrors(problem, words));
  return (
    <>
      <PageHead
        breadcrumb={[{ href: home, label: text('scheme.tab.allocation') }]}
        title={text('allocation.new')}
        lead={text('allocation.new.lead')}
      />
      <PageBody narrow>
        <PageTitle page={text('allocation.new')} />
        <Form method="post" noValidate>
          <RefusalSummary problem={problem} words={words} />
          <NameFields of="allocation" wire={wire} />
          <Select
            {...wire('kind')}
            label={text('allocation.new.kind')}
            options={codeOptions(locale, kinds)}
          />
          <Select {...wire('fund')} label={text('allocation.fund')} options={codeOptions(locale, funds)} />
          <Radios
            {...wire('basis', 'granted')}
            label={text('allocation.basis.question')}
            options={totalsBases.map((value) => ({
              value,
              label: text(`allocation.basis.${value}`),
              hint: text(`allocation.basis.${value}.hint`),
            }))}
          />
          <Select
            {...wire('copy')}
            optional
            label={text('allocation.new.copy')}
            none={text('allocation.new.copy.in-force')}
            options={versions.map((one) => ({
              value: `${one.document}~${one.number}`,
              label: text('allocation.document.version', { title: one.title, number: one.number }),
            }))}
          />
          <FormActions>
            <Button kind="primary">{text('allocation.new.start')}</Button>
            <ButtonLink href={home} kind="quiet">
              {text('allocation.back')}
            </ButtonLink>
          </FormActions>
        </Form>
      </PageBody>
    </>
  );
}
