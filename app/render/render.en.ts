import type { RenderTexts } from './texts.ts';

export const en: RenderTexts = {
  'render.asOf': 'As of {date}',
  'render.knownOn': 'As known on {date}',
  'render.contents': 'Contents',
  'render.page': 'Page {page} of {pages}',
  'render.rounding': 'The rounded parts add up to {values}: a difference of rounding.',
  'render.difference': 'The parts add up to {values}: this differs from the printed figure.',
  'render.stated': 'The source document states {values}.',
  'render.and': 'and',
  'render.pm': 'pm',
  'render.pm.legend': 'pm: pro memoria, the amount is not settled yet and is not counted',
  'render.unknown': 'n/k',
  'render.unknown.legend': 'n/k: not known, hence not zero',
  'render.masked': '<{below}',
  'render.masked.legend': '<{below}: fewer than {below}, masked so that nobody can be identified',
  'render.nil.legend': '–: nil',
  'render.label': 'Description',
};
