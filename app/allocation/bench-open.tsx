import type { ErrorWords } from '#app/funding/error-words.tsx';
import type { FieldError } from '#app/kernel/rejection.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/choice.tsx';
import { Disclosure } from '#app/ui/disclosure.tsx';
import { TextArea, TextField } from '#app/ui/form.tsx';
import { useText } from '#app/ui/text.tsx';
import type { BenchView } from './bench.server.ts';
import { type BenchState, letterOf, most } from './bench-form.ts';
import type { Names } from './names.tsx';
import { RuleList } from './rule-list.tsx';
import { RulesSaid } from './rules-said.tsx';

type Props = {
  view: BenchView;
  state: BenchState;
  names: Names;
  errors: readonly FieldError[];
  words: ErrorWords;
  typed: Readonly<Record<string, string>>;
};

/** The allocation that is open: its rules to change, or as they were decided; and what one does with it. */
export function BenchOpen({ view, state, names, errors, words, typed }: Props) {
  const text = useText();
  const column = state.columns[state.open];
  if (!column) return null;
  const { scheme, years, vocabulary, fixed } = view;
  const full = state.columns.length >= most;
  const [, document, version] = column.from.match(/^(.+)~(\d+)$/) ?? [];
  const home = `/schemes/${scheme}/allocation`;
  const href = document
    ? `${home}/${document}?version=${version}`
    : column.from.startsWith('scenario:')
      ? `${home}/scenarios/${column.from.slice('scenario:'.length)}`
      : null;
  const known = fixed[column.from]?.rules;
  return (
    <section className="bench-open" aria-labelledby="bench-open">
      <div className="row">
        <h2 id="bench-open">
          <span className="bench-letter">{letterOf(state.open)}</span> {column.name}
        </h2>
      </div>
      <p className="row">
        {href ? (
          <ButtonLink small href={href}>
            {text('allocation.bench.page')}
          </ButtonLink>
        ) : null}
        {full || (!column.rules && !known) ? null : (
          <Button small name="intent" value={`copy.${state.open}`}>
            {text(column.rules ? 'allocation.bench.copy' : 'allocation.bench.take')}
          </Button>
        )}
        {state.columns.length > 1 ? (
          <Button small kind="quiet" name="intent" value={`drop.${state.open}`}>
            {text('allocation.bench.drop')}
          </Button>
        ) : null}
      </p>
      {column.rules ? (
        <>
          <RuleList {...{ rules: column.rules, vocabulary, names, years, errors, words }} />
          {view.mayWrite ? <Keep {...{ view, state, errors, words, typed }} /> : null}
        </>
      ) : (
        <>
          <p className="sub">{text('allocation.bench.decided')}</p>
          {known ? <RulesSaid rules={known} names={names} /> : <p>{text('allocation.rules.unknown')}</p>}
        </>
      )}
    </section>
  );
}

function Keep({ view, state, errors, words, typed }: Omit<Props, 'names'>) {
  const text = useText();
  const column = state.columns[state.open]!;
  const own = view.described[column.from];
  const wrong = errors.find((one) => one.path === 'name');
  return (
    <Disclosure summary={text('allocation.bench.keep')} open={Boolean(wrong) || 'name' in typed}>
      <p className="sub">{text('allocation.bench.keep.hint')}</p>
      <TextField
        id="name"
        name="name"
        label={text('allocation.scenario.name')}
        defaultValue={typed.name ?? column.name}
        error={wrong ? words(wrong) : null}
      />
      <TextArea
        id="description"
        name="description"
        optional
        rows={3}
        label={text('allocation.scenario.description')}
        hint={text('allocation.scenario.description.hint')}
        defaultValue={typed.description ?? own?.description ?? ''}
      />
      <Checkbox
        id="shared"
        name="shared"
        value="true"
        label={text('allocation.scenario.share')}
        hint={text('allocation.scenario.share.hint')}
        defaultChecked={typed.name === undefined ? (own?.shared ?? false) : typed.shared === 'true'}
      />
      <div className="form-actions">
        {own && !own.settled ? (
          <Button kind="primary" name="intent" value="keep">
            {text('allocation.bench.keep-in', { name: own.name })}
          </Button>
        ) : null}
        <Button kind={own && !own.settled ? 'secondary' : 'primary'} name="intent" value="save">
          {text('allocation.bench.keep-new')}
        </Button>
      </div>
    </Disclosure>
  );
}
