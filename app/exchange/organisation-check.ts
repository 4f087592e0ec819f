import type { FileCodes } from './file-codes.ts';
import type { FilePath, FileProblems } from './file-problem.ts';
import type { InstitutionFile, UnitEntry } from './institution-file.ts';

type Period = { from: string | null; through: string | null };

/** A period that ends before it begins. */
export function checkPeriod(problems: FileProblems, path: FilePath, period: Period): void {
  if (period.from !== null && period.through !== null && period.through < period.from) {
    problems.add([...path, 'through'], 'ends-before-it-begins', {
      from: period.from,
      through: period.through,
    });
  }
}

/** Of entries about the same thing, the ones whose periods have days in common. */
export function checkOverlaps<T extends Period>(
  problems: FileProblems,
  list: readonly T[],
  { path, code, about }: { path: FilePath; code: string; about(entry: T): string },
): void {
  for (const [index, entry] of list.entries()) {
    checkPeriod(problems, [...path, index], entry);
    const earlier = list.slice(0, index).find((one) => about(one) === about(entry) && overlap(one, entry));
    if (earlier) problems.add([...path, index], code, { value: about(entry) });
  }
}

function overlap(a: Period, b: Period): boolean {
  const startsIn = (x: Period, y: Period) => x.from === null || y.through === null || x.from <= y.through;
  return startsIn(a, b) && startsIn(b, a);
}

/** Units, head counts, people and bodies. */
export function checkOrganisation(file: InstitutionFile, codes: FileCodes): void {
  const { problems } = codes;
  const byCode = { key: 'code', value: (one: { code: string }) => one.code };
  problems.duplicates(file.units, ['units'], byCode);
  problems.duplicates(file.headCountDefinitions, ['headCountDefinitions'], byCode);
  problems.duplicates(file.roles, ['roles'], byCode);
  problems.duplicates(file.bodyKinds, ['bodyKinds'], byCode);
  problems.duplicates(file.bodies, ['bodies'], byCode);
  problems.duplicates(file.accounts, ['accounts'], { key: 'login', value: (one) => one.login });
  checkUnits(file, codes);
  checkHeadCounts(file, codes);
  checkPeople(file, codes);
}

function checkUnits(file: InstitutionFile, codes: FileCodes): void {
  const { problems } = codes;
  const roots = file.units.filter((unit) => unit.placements.length === 0);
  if (roots.length !== 1) {
    problems.add(['units'], 'one-root', { value: roots.map((unit) => unit.code).join(', ') || '-' });
  }
  for (const [u, unit] of file.units.entries()) {
    const path = ['units', u];
    checkPeriod(problems, path, unit);
    checkOverlaps(problems, unit.placements, {
      path: [...path, 'placements'],
      code: 'placements-overlap',
      about: () => unit.code,
    });
    for (const [p, placement] of unit.placements.entries()) {
      codes.refer([...path, 'placements', p, 'parent'], placement.parent, 'unit');
    }
    if (inCircle(unit, file.units))
      problems.add([...path, 'placements'], 'unit-circle', { value: unit.code });
  }
  for (const [s, { predecessor, successor }] of file.successions.entries()) {
    codes.refer(['successions', s, 'predecessor'], predecessor, 'unit');
    codes.refer(['successions', s, 'successor'], successor, 'unit');
  }
}

/** Does the way up from a unit come back to it, at some day on which all those placements hold? */
function inCircle(unit: UnitEntry, units: UnitEntry[]): boolean {
  const all = new Map(units.map((one) => [one.code, one]));
  const days = new Set(units.flatMap((one) => one.placements.map((placement) => placement.from ?? '')));
  return [...days].some((day) => {
    const seen = new Set<string>();
    let at: UnitEntry | undefined = unit;
    while (at && !seen.has(at.code)) {
      seen.add(at.code);
      at = all.get(parentOn(at, day) ?? '');
    }
    return at?.code === unit.code;
  });
}

function parentOn(unit: UnitEntry, day: string): string | undefined {
  return unit.placements.find(
    ({ from, through }) => (from ?? '') <= day && (through === null || day <= through),
  )?.parent;
}

function checkHeadCounts(file: InstitutionFile, codes: FileCodes): void {
  for (const [h, count] of file.headCounts.entries()) {
    const path = ['headCounts', h];
    codes.refer([...path, 'definition'], count.definition, 'definition');
    codes.refer([...path, 'unit'], count.unit, 'unit');
    if ((count.heads === null) === (count.mark === null))
      codes.problems.add([...path, 'heads'], 'heads-or-mark');
  }
  codes.problems.duplicates(file.headCounts, ['headCounts'], {
    key: 'date',
    value: ({ definition, unit, date }) => `${definition}, ${unit}, ${date}`,
  });
}

function checkPeople(file: InstitutionFile, codes: FileCodes): void {
  const { problems } = codes;
  for (const [a, account] of file.accounts.entries()) {
    for (const [m, mandate] of account.mandates.entries()) {
      const path = ['accounts', a, 'mandates', m];
      checkPeriod(problems, path, mandate);
      codes.refer([...path, 'role'], mandate.role, 'role');
      codes.refer([...path, 'unit'], mandate.unit, 'unit');
      codes.refer([...path, 'body'], mandate.body, 'body');
    }
  }
  for (const [i, period] of file.freePeriods.entries()) checkPeriod(problems, ['freePeriods', i], period);
  for (const [r, term] of file.replyTerms.entries())
    codes.refer(['replyTerms', r, 'bodyKind'], term.bodyKind, 'body-kind');
  for (const [b, body] of file.bodies.entries()) {
    const path = ['bodies', b];
    checkPeriod(problems, path, body);
    codes.refer([...path, 'unit'], body.unit, 'unit');
    codes.refer([...path, 'kind'], body.kind, 'body-kind');
    for (const [p, part] of body.parts.entries()) codes.refer([...path, 'parts', p], part, 'body');
    if (body.parts.includes(body.code)) {
      problems.found.push({
        path: [...path, 'parts'],
        code: 'body.part-itself',
        params: { code: body.code },
      });
    }
    checkOverlaps(problems, body.members, {
      path: [...path, 'members'],
      code: 'terms-overlap',
      about: (member) => `${member.name}${member.capacity ? ` (${member.capacity})` : ''}`,
    });
    for (const [m, member] of body.members.entries()) {
      codes.refer([...path, 'members', m, 'account'], member.account, 'account');
    }
  }
}
