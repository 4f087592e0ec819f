import { formAction } from '#app/identity/action.server.ts';
import { ActionForm, justSent, type Wire } from '#app/identity/action-form.tsx';
import { readForm } from '#app/identity/form.server.ts';
import { load } from '#app/identity/page.server.ts';
import { may } from '#app/kernel/actor.ts';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { Empty } from '#app/ui/empty.tsx';
import { TextArea, TextField } from '#app/ui/form.tsx';
import { PageBody, PageTitle } from '#app/ui/page.tsx';
import { useText } from '#app/ui/text.tsx';
import type { Route } from './+types/words-page';
import { wordInput } from './council.input.ts';
import { CouncilNav } from './council-nav.tsx';
import { type GlossaryWord, listWords, putWord, removeWord } from './glossary.server.ts';
import { Words } from './words.tsx';

export async function loader(args: Route.LoaderArgs) {
  const { scheme } = args.params;
  return load(args, async (tx, actor) => ({
    scheme,
    words: await listWords(tx, actor, scheme),
    mayWrite: may(actor, 'admin.scheme'),
  }));
}

export async function action(args: Route.ActionArgs) {
  const at = (form: FormData) => ({
    scheme: args.params.scheme,
    word: String(form.get('key') || form.get('code') || ''),
  });
  return formAction(args, {
    put: (tx, actor, form) => putWord(tx, actor, at(form), readForm(wordInput, form)),
    remove: (tx, actor, form) => removeWord(tx, actor, at(form)),
  });
}

/** The scheme's words and what they mean; whoever sets up the scheme explains them here. */
export default function WordsPage({ loaderData, actionData }: Route.ComponentProps) {
  const text = useText();
  const { scheme, words, mayWrite } = loaderData;
  return (
    <PageBody>
      <PageTitle page={text('council.nav.words')} />
      <CouncilNav scheme={scheme} current="words" />
      <div className="lead-row">
        <p className="said">{text('words.lead')}</p>
      </div>
      {words.length === 0 ? <Empty title={text('words.none')} /> : null}
      <Words words={words}>
        {mayWrite
          ? (word) => (
              <Disclosure summary={text('words.change')} open={justSent(actionData, 'put', word.code)}>
                <ActionForm intent="put" id={word.code} result={actionData} submit={text('words.save')}>
                  {(wire) => <WordFields wire={wire} word={word} />}
                </ActionForm>
                <ActionForm
                  intent="remove"
                  id={word.code}
                  result={actionData}
                  submit={text('words.remove')}
                  inline
                />
              </Disclosure>
            )
          : undefined}
      </Words>
      {mayWrite ? (
        <Disclosure summary={text('words.add')} open={justSent(actionData, 'put')}>
          <ActionForm intent="put" result={actionData} submit={text('words.add')}>
            {(wire) => (
              <>
                <TextField {...wire('code')} label={text('words.code')} width="short" />
                <WordFields wire={wire} />
              </>
            )}
          </ActionForm>
        </Disclosure>
      ) : null}
    </PageBody>
  );
}

function WordFields({ wire, word }: { wire: Wire; word?: GlossaryWord }) {
  const text = useText();
  return (
    <>
      <div className="pair">
        <TextField {...wire('wordNl', word?.wordNl)} label={text('words.wordNl')} />
        <TextField {...wire('wordEn', word?.wordEn)} label={text('words.wordEn')} />
      </div>
      <TextArea {...wire('meaningNl', word?.meaningNl)} label={text('words.meaningNl')} rows={2} />
      <TextArea {...wire('meaningEn', word?.meaningEn)} label={text('words.meaningEn')} rows={2} />
      <TextField {...wire('source', word?.source)} optional />
    </>
  );
}
