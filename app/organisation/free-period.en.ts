/** Words of the calendar. */
export const en = {};
