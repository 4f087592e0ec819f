/** Measure: what a unit promises to do with the money; it keeps its identity over versions of the plan. */

/** New with this money, continued from before, or would exist without it. */
export const additionalities = ['new', 'continued', 'existing'] as const;
export type Additionality = (typeof additionalities)[number];
