import type { Step } from './cycle.server.ts';

/** Topics as one types them: a line each, its parts apart by bars. */
export function readTopics(lines: string) {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [nameNl = '', nameEn = '', month = '', about = '', source = ''] = line
        .split('|')
        .map((part) => part.trim());
      return {
        ...{ nameNl, nameEn: nameEn || nameNl, month: month === '' ? null : Number(month) },
        ...{ about: about || null, source },
      };
    });
}

/** The same the other way. */
export function printTopics(topics: Step['topics']): string {
  return topics
    .map(({ nameNl, nameEn, month, about, source }) =>
      [nameNl, nameEn, month ?? '', about ?? '', source].join(' | ').replace(/[ |]+$/, ''),
    )
    .join('\n');
}
