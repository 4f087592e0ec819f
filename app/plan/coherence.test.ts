import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bundleState, type CoherentMeasure, sharedGoals } from './coherence.ts';

const goals = ['A1', 'A2', 'A3'].map((code) => ({ key: `ambities/${code}` }));
const measure = fc
  .record({
    unit: fc.constantFrom('recht', 'beta', 'zorg'),
    joint: fc.boolean(),
    serves: fc.uniqueArray(fc.constantFrom(...goals.map(({ key }) => key))),
    cents: fc.option(fc.integer({ min: 0, max: 1e9 }), { nil: null }),
  })
  .map(
    ({ unit, joint, serves, cents }): CoherentMeasure => ({
      ...{ measureId: '', document: `plan-${unit}`, code: 'm', name: 'M', node: 'T1' },
      ...{ firstYear: 2022, lastYear: 2024, targetGroup: '', cents, serves, joint },
      unitId: joint ? 'root' : unit,
      unit: { code: unit, nameNl: unit, nameEn: unit },
    }),
  );

test('a goal is shared when two units or more serve it in plans of their own; every measure stands there once', () => {
  fc.assert(
    fc.property(fc.array(measure, { maxLength: 12 }), (all) => {
      const found = sharedGoals(goals, all);
      for (const goal of goals) {
        const serving = all.filter((one) => one.serves.includes(goal.key));
        const units = new Set(serving.filter((one) => !one.joint).map((one) => one.unitId));
        const shared = found.find((one) => one.goal === goal);
        expect(shared !== undefined).toBe(units.size > 1);
        if (!shared) continue;
        expect(shared.units.length).toBe(units.size);
        const listed = [...shared.units.flatMap(({ measures }) => measures), ...shared.joint];
        expect(new Set(listed)).toEqual(new Set(serving));
        expect(listed.length).toBe(serving.length);
      }
      const sizes = found.map(({ units }) => units.length);
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    }),
  );
});

test('a proposal is ready when all have answered and two agree', () => {
  const answer = fc.constantFrom('agreed' as const, 'declined' as const, null);
  fc.assert(
    fc.property(fc.array(answer, { minLength: 2, maxLength: 5 }), (said) => {
      const answers = said.map((one) => ({ answer: one }));
      const state = bundleState({ status: 'proposed', answers });
      if (said.includes(null)) expect(state).toBe('waiting');
      else expect(state).toBe(said.filter((one) => one === 'agreed').length > 1 ? 'ready' : 'declined');
      expect(bundleState({ status: 'joint', answers })).toBe('joint');
      expect(bundleState({ status: 'withdrawn', answers })).toBe('withdrawn');
    }),
  );
});
