/**
 * How an edge begins work that its answer does not wait for. Only the server gives one that begins; a test does the
 * work itself, so that nothing goes on behind it.
 */
export type Afterwards = (work: () => Promise<unknown>) => void;

/** Begins at once. What fails is taken over elsewhere: whoever hands work over sees to that. */
export const begin: Afterwards = (work) => {
  void work().catch(() => undefined);
};
