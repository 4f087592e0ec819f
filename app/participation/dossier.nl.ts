/** Woorden van het dossier. */
export const nl = {};
