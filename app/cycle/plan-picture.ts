export const natures = ['report', 'instrument', 'meeting', 'task'] as const;
/** What a step is in a monitoring plan. */
export type Nature = (typeof natures)[number];
