import { parseInput } from '#app/identity/form.server.ts';
import type { Actor } from '#app/kernel/actor.ts';
import type { Tx } from '#app/kernel/db.server.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import type { BenchState } from './bench-form.ts';
import { ownMoney, readTotals } from './own-totals.ts';
import { readRules } from './rule-read.ts';
import { saveScenarioInput } from './scenario.input.ts';
import { createScenario, saveScenario } from './scenario.server.ts';

type Keeping = {
  scheme: string;
  state: BenchState;
  typed: Record<string, string>;
  form: [string, FormDataEntryValue][];
  isNew: boolean;
};

/** Keeps the open allocation as a scenario. @throws as createScenario and saveScenario */
export async function keepOpen(tx: Tx, actor: Actor, { scheme, state, typed, form, isNew }: Keeping) {
  const column = state.columns[state.open];
  const read = readRules(column?.rules ?? []);
  const own = readTotals(form);
  const errors = [...read.errors, ...(state.basis === 'own' ? own.errors : [])];
  if (errors.length > 0) throw new InvalidInput(errors);
  const input = parseInput(saveScenarioInput, {
    ...{ name: typed.name ?? '', description: typed.description ?? '', shared: typed.shared === 'true' },
    ...{ fund: state.fund, basis: state.basis, ...(state.basis === 'own' && ownMoney(own)) },
    ...{ rules: read.rules, revision: column?.revision ?? 0 },
  });
  const code = column?.from.startsWith('scenario:') ? column.from.slice('scenario:'.length) : null;
  const done =
    isNew || code === null
      ? await createScenario(tx, actor, { scheme, ...input })
      : await saveScenario(tx, actor, { scheme, scenario: code, ...input });
  return { ...done, name: input.name };
}

/** The bench with the open allocation as the scenario it was just kept as. */
export function withKept(
  state: BenchState,
  { scenario, revision, name }: { scenario: string; revision: number; name: string },
): BenchState {
  const columns = state.columns.map((one, i) =>
    i === state.open ? { ...one, from: `scenario:${scenario}`, name, revision } : one,
  );
  return { ...state, columns };
}
