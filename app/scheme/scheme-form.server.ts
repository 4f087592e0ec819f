import { z } from 'zod';
import { readForm } from '#app/identity/form.server.ts';
import { readAmount } from '#app/kernel/amount-text.ts';
import { InvalidInput } from '#app/kernel/rejection.ts';
import { readBlock } from './block.input.ts';
import { readSource } from './chain.ts';
import { carryOverRuleInput, kindInput, questionInput, rateInput } from './scheme.input.ts';

/** The unit kinds as people type them: separated by commas. @throws InvalidInput */
export function readKind(form: FormData): z.output<typeof kindInput> {
  return readForm(kindInput, withUnitKinds(form));
}

/** As readKind, for a question. @throws InvalidInput */
export function readQuestion(form: FormData): z.output<typeof questionInput> {
  const typed = withUnitKinds(form);
  // on a form `part` is the row that it is about, here the code of the question
  typed.set('part', String(typed.get('standsIn') ?? 'chapter'));
  typed.delete('standsIn');
  const linesOf = (name: string) => {
    // one field for each line, or all in one
    const keys = [...typed.keys()].filter((key) => key === name || key.startsWith(`${name}.`));
    const value = keys.map((key) => String(typed.get(key))).join('\n');
    for (const key of keys) typed.delete(key);
    return value.split(/[\n;]+/).flatMap((line) => line.trim() || []);
  };
  const blocks = linesOf('blocks').map((line) => ({ line, block: readBlock(line) }));
  const drawsOn = linesOf('drawsOn').map((line) => ({ line, source: readSource(line) }));
  const wrong = [
    ...blocks.filter((one) => one.block === null).map(({ line }) => ({ path: 'blocks', line })),
    ...drawsOn.filter((one) => one.source === null).map(({ line }) => ({ path: 'drawsOn', line })),
  ];
  if (wrong.length > 0) {
    throw new InvalidInput(
      wrong.map(({ path, line }) => ({ path, code: `question.${path}-unread`, params: { line } })),
    );
  }
  return {
    ...readForm(questionInput, typed),
    blocks: blocks.flatMap(({ block }) => block ?? []),
    drawsOn: drawsOn.flatMap(({ source }) => source ?? []),
  };
}

function withUnitKinds(form: FormData): FormData {
  const typed = String(form.get('unitKinds') ?? '');
  form.delete('unitKinds');
  const kinds = typed.split(/[\s,]+/).filter(Boolean);
  for (const kind of kinds) form.append('unitKinds[]', kind);
  return form;
}

/** The rule on carry-overs, its share typed as a percentage. @throws InvalidInput `carry-over-rule.share` */
export function readCarryOverRule(form: FormData): z.output<typeof carryOverRuleInput> {
  const raw = String(form.get('share') ?? '');
  // two decimals of a percentage are basis points
  const share = readAmount(raw, 2);
  const shareBasis = share.kind === 'value' ? share.value : null;
  if (
    (shareBasis === null && share.kind !== 'empty') ||
    (shareBasis ?? 0) < 0 ||
    (shareBasis ?? 0) > 10_000
  ) {
    throw new InvalidInput([{ path: 'share', code: 'carry-over-rule.share', params: { raw } }]);
  }
  return { ...readForm(carryOverRuleInput, form), shareBasis };
}

/** An amount in euros, in Dutch or English notation; one that reads two ways is asked, not guessed. @throws InvalidInput */
export function readRate(form: FormData): { year: number; input: z.output<typeof rateInput> } {
  const amount = readAmount(String(form.get('fte') ?? ''), 2);
  if (amount.kind === 'ambiguous') {
    const params = { thousands: amount.asThousands / 100, decimal: amount.asDecimal / 100 };
    throw new InvalidInput([{ path: 'fte', code: 'rate.ambiguous', params }]);
  }
  if (amount.kind !== 'value' || amount.value <= 0) {
    throw new InvalidInput([{ path: 'fte', code: 'rate.invalid', params: {} }]);
  }
  const rest = rateInput.omit({ fteCents: true }).extend({ fromYear: z.coerce.number().int() });
  const { fromYear, ...input } = readForm(rest, form);
  return { year: fromYear, input: { ...input, fteCents: amount.value } };
}
