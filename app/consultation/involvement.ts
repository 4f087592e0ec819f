/** For what somebody who takes part is paid; `unknown` where no source says it. */
export const pays = ['unknown', 'none', 'session', 'hour', 'month', 'year'] as const;
export type Pay = (typeof pays)[number];
