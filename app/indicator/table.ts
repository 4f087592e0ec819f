import { current, type Definition, type Indicator } from './definition.ts';
import {
  type IndicatorFigures,
  type IndicatorTable,
  keyOf,
  type Point,
  type Recorded,
  submittedTimes,
  type TableInput,
  type UnitFigures,
} from './figures.ts';
import { alongIn } from './hidden.ts';
import { givenBy, isSmall, printedValue } from './indicator.ts';
import { sumOf } from './sum.ts';

/** The figures of indicators as readers see them: small ones masked, sums made, gaps left open. Pure. */

/** The whole table; units in the order of the organisation, those that give an indicator and have no figure too. */
export function indicatorTable(input: TableInput): IndicatorTable {
  const observed = Map.groupBy(input.observations, (one) => one.indicatorId);
  return {
    years: input.years,
    maskedBelow: input.maskedBelow,
    submissions: [...input.submissions],
    indicators: input.indicators.map((one) => figuresOf(one, observed.get(one.indicatorId) ?? [], input)),
  };
}

function figuresOf(indicator: Indicator, observed: readonly Recorded[], input: TableInput): IndicatorFigures {
  const definition = current(indicator);
  const along = new Map(
    input.years.map((year) => [year, alongIn(indicator, observed, { ...input, year })] as const),
  );
  const at = new Map(observed.map((one) => [keyOf(one), one]));
  const given = new Set(observed.map((one) => one.unit));
  const units = input.units
    .filter((unit) => given.has(unit.code) || givenBy(definition, unit))
    .map((unit): UnitFigures => {
      const splits = splitsOf(
        definition,
        observed.filter((one) => one.unit === unit.code),
      );
      return {
        ...{ code: unit.code, nameNl: unit.nameNl, nameEn: unit.nameEn, kind: unit.kind, sum: false },
        rows: splits.map((split) => ({
          split,
          points: input.years.map((year) =>
            pointOf(at.get(keyOf({ unit: unit.code, year, split })), year, {
              indicator,
              hidden: along.get(year)!,
              input,
            }),
          ),
        })),
        reflections: reflectionsOf(indicator.indicatorId, unit.code, input),
      };
    });
  const { indicatorId, code, revision, lastYear, definitions, breaks } = indicator;
  const sum = sumOf(units, definition, input);
  return {
    ...{ indicatorId, code, revision, lastYear, definition, definitions, breaks },
    units: sum ? [sum, ...units] : units,
  };
}

/** The whole first where it was recorded, then the splits of the definition and any that older figures had. */
function splitsOf({ splits }: Definition, observed: readonly Recorded[]): string[] {
  const seen = new Set(observed.map((one) => one.split));
  const codes = splits.map((one) => one.code);
  const older = [...seen].filter((one) => one !== '' && !codes.includes(one)).sort();
  const whole = codes.length === 0 || seen.has('') ? [''] : [];
  return [...whole, ...codes, ...older];
}

type Seen = { indicator: Indicator; hidden: ReadonlySet<string>; input: TableInput };

function pointOf(one: Recorded | undefined, year: number, { indicator, hidden, input }: Seen): Point {
  const nothing: Point = {
    ...{ year, state: 'missing', printed: null, valueMilli: null },
    ...{ numeratorMilli: null, denominatorMilli: null },
    ...{ spreadMilli: null, respondents: null, lacks: null, caveat: '', source: '', reason: '' },
    ...{ number: 0, definition: null, draft: false },
  };
  if (!one) return nothing;
  const rules = indicator.definitions.find((each) => each.definitionId === one.definitionId)!;
  const submitted = submittedTimes(input.submissions, one);
  const said = {
    ...{ caveat: one.caveat, source: one.source, reason: one.reason, number: one.number },
    ...{ definition: rules.number, draft: submitted <= one.afterSubmission },
  };
  if (one.mark === 'unknown') return { ...nothing, ...said, state: 'unknown' };
  if (isSmall(one, rules, input.maskedBelow)) return { ...nothing, ...said, state: 'masked' };
  if (hidden.has(keyOf(one))) return { ...nothing, ...said, state: 'hidden' };
  const { valueMilli, numeratorMilli, denominatorMilli, spreadMilli, respondents } = one;
  return {
    ...nothing,
    ...said,
    ...{ state: 'value', valueMilli, numeratorMilli, denominatorMilli, spreadMilli, respondents },
    printed: printedValue(one, indicatorRules(indicator, rules)),
  };
}

/** Figures of all versions print with the decimals of the newest, so that a row reads as one. */
function indicatorRules(indicator: Indicator, { kind }: Definition) {
  return { kind, decimals: current(indicator).decimals };
}

function reflectionsOf(indicatorId: string, unit: string, input: TableInput): UnitFigures['reflections'] {
  return input.reflections
    .filter((one) => one.indicatorId === indicatorId && one.unit === unit)
    .map((one) => ({
      ...{ year: one.year, text: one.text, number: one.number },
      draft: submittedTimes(input.submissions, one) <= one.afterSubmission,
    }))
    .sort((a, b) => b.year - a.year);
}
