/** Together the files of one letter may be this large (10 MB, as people count it). */
export const totalFileBytes = 10_000_000;
