/** Words of the dossier. */
export const en = {};
