import type { PlaceMarks } from '#app/ledger/place-total.server.ts';
import type { TracedLine } from '#app/participation/trace.ts';
import type { Sign } from '#app/render/report.ts';
import { noSigns, signsOfSum } from './figure-sign.ts';
import type { TraceView } from './trace-view.server.ts';

export type NamedLine = Pick<TracedLine, 'lineId' | 'stage' | 'year' | 'cents' | 'class' | 'reasons'> & {
  what: string;
  unit: string;
  document: string;
  /** what the lines of this place say besides their number */
  signs: Sign[];
};

/** Lines with the names that people know them by. */
export function namedLines(
  lines: readonly TracedLine[],
  { frame, facts }: Pick<TraceView, 'frame' | 'facts'>,
  marks: ReadonlyMap<string, PlaceMarks>,
): NamedLine[] {
  const versions = new Map(facts.versions.map((version) => [version.versionId, version]));
  const measures = new Map(
    facts.versions.flatMap((version) => version.measures.map((one) => [one.measureId, one.name])),
  );
  const name = (list: { code: string; name: string }[], code: string | null) =>
    list.find((one) => one.code === code)?.name ?? code ?? '';
  return lines.map((line) => {
    const version = versions.get(line.versionId);
    return {
      ...{ lineId: line.lineId, stage: line.stage, year: line.year, cents: line.cents },
      ...{ class: line.class, reasons: line.reasons },
      signs: signsOfSum(marks.get(line.lineId) ?? noSigns),
      what:
        measures.get(line.measureId ?? '') ??
        (line.node ? name(frame.themes, line.node) : name(frame.funds, line.fund)),
      unit: name([...frame.units, ...frame.others], line.unit),
      document: version ? `${version.title}, v${version.number}` : '',
    };
  });
}
