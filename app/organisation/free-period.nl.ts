/** Woorden van de kalender. */
export const nl = {};
