import type { Wire } from '#app/identity/action-form.tsx';
import { nameOf } from '#app/kernel/name.ts';
import { TextField } from '#app/ui/form.tsx';
import { type Text, useLocale, useText } from '#app/ui/text.tsx';
import type { BlockSpec } from './block.input.ts';
import { printBlock, sliceRows } from './block.ts';
import { printSource } from './chain.ts';
import type { Scheme } from './scheme-read.server.ts';

/* What a question draws on and prints: typed as codes, chosen from what there is, read back in words. */

type Named = { code: string; nameNl: string; nameEn: string };
type Question = Scheme['kinds'][number]['questions'][number];

const sourceList = 'template-sources';
const blockList = 'template-blocks';

/** A block in words: what it prints, of what, of which years. */
export function blockWords(text: Text, spec: BlockSpec, table: (code: string) => string): string {
  switch (spec.kind) {
    case 'table':
      return text('block.table', { name: table(spec.code) });
    case 'money':
    case 'chart': {
      const stages = spec.stages.map((stage) => text(`stage.${stage}`)).join(', ');
      return text('block.slice', { kind: spec.kind, rows: spec.rows, years: spec.years, stages });
    }
    case 'indicators':
      return text('block.indicators', { count: spec.codes.length, list: spec.codes.join(', ') });
    default:
      return text(`block.${spec.kind}`);
  }
}

/** What every template of the scheme may draw on and print, once for all its forms. */
export function TemplateChoices({ scheme, tables }: { scheme: Scheme; tables: readonly Named[] }) {
  const text = useText();
  const locale = useLocale();
  const reports = scheme.kinds.filter((kind) => kind.stage === null);
  const sources = reports.flatMap((kind) =>
    kind.questions.flatMap((one) =>
      [0, 1].map((yearsBefore) => ({
        value: printSource({ kind: kind.code, question: one.code, yearsBefore }),
        words: text('question.source', {
          kind: nameOf(kind, locale),
          question: locale === 'en' ? one.textEn : one.textNl,
          yearsBefore,
        }),
      })),
    ),
  );
  const stages = ['budgeted', 'realised'] as const;
  const specs: BlockSpec[] = [
    ...(['guide', 'progress', 'lower'] as const).map((kind) => ({ kind })),
    { kind: 'indicators', codes: [] },
    ...tables.map(({ code }): BlockSpec => ({ kind: 'table', code })),
    ...(['money', 'chart'] as const).flatMap((kind) =>
      sliceRows.flatMap((rows) =>
        (['own', 'all'] as const).map((years): BlockSpec => ({ kind, rows, years, stages: [...stages] })),
      ),
    ),
  ];
  const tableName = (code: string) =>
    nameOf(tables.find((one) => one.code === code) ?? { nameNl: code, nameEn: code }, locale);
  return (
    <>
      <datalist id={sourceList}>
        {sources.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </datalist>
      <datalist id={blockList}>
        {specs.map((spec) => (
          <option key={printBlock(spec)} value={printBlock(spec)}>
            {blockWords(text, spec, tableName)}
          </option>
        ))}
      </datalist>
    </>
  );
}

/** What a question draws on and what is printed with its answer: a line each, and two to add. */
export function TemplateFields({ wire, question }: { wire: Wire; question?: Question | undefined }) {
  const text = useText();
  return (
    <>
      <Lines
        wire={wire}
        name="drawsOn"
        list={sourceList}
        stands={question?.drawsOn.map(printSource) ?? []}
        hint={text('question.draws-on.hint')}
      />
      <Lines
        wire={wire}
        name="blocks"
        list={blockList}
        stands={question?.blocks.map(printBlock) ?? []}
        hint={text('question.blocks.hint')}
      />
    </>
  );
}

type LinesProps = { wire: Wire; name: string; list: string; stands: readonly string[]; hint: string };

function Lines({ wire, name, list, stands, hint }: LinesProps) {
  const text = useText();
  return [...stands, '', ''].map((line, i) => {
    const wired = wire(i === 0 ? name : `${name}.${i}`, line);
    return (
      <TextField
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
        key={i}
        {...wired}
        label={text('question.line', { name: text(`field.${name}`), number: i + 1 })}
        hint={i === 0 ? hint : undefined}
        list={list}
        autoComplete="off"
        optional
      />
    );
  });
}
