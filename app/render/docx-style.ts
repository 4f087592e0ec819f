import type { INumberingOptions, IParagraphStyleOptions, IStylesOptions } from 'docx';
import { AlignmentType, BorderStyle, LevelFormat, LineRuleType } from 'docx';
import type { Language } from './report.ts';

export const INK = '14161C';
export const QUIET = '5B616E';
export const LINE = 'CFD3DA';
export const MARK = '8F4400';
/** Cambria and Calibri have lining figures and free metric twins, so that pages break alike everywhere. */
const SERIF = 'Cambria';
export const SANS = 'Calibri';

/** Widths of A4 between 22 mm margins, in twips. */
export const WIDTHS = { portrait: 9411, landscape: 14343 };

/** The named styles, so that an institution restyles a document in one move. Sizes are half points. */
export function docxStyles(language: Language): IStylesOptions {
  const heading = (size: number) => ({
    run: { font: SERIF, bold: true, size, color: INK },
    paragraph: {
      spacing: { before: size * 14, after: 120, line: 240, lineRule: LineRuleType.AUTO },
      keepNext: true,
    },
  });
  return {
    default: {
      document: {
        run: {
          font: SERIF,
          size: 21,
          color: INK,
          language: { value: language === 'nl' ? 'nl-NL' : 'en-GB' },
        },
        paragraph: { spacing: { after: 140, line: 300, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font: SERIF, bold: true, size: 52, color: INK },
        paragraph: { spacing: { after: 100, line: 240, lineRule: LineRuleType.AUTO } },
      },
      heading1: heading(36),
      heading2: heading(28),
      heading3: heading(24),
      heading4: heading(22),
      heading5: heading(21),
      hyperlink: { run: { color: '0B3D91', underline: {} } },
    },
    paragraphStyles: paragraphStyles(),
  };
}

function paragraphStyles(): IParagraphStyleOptions[] {
  const small = (
    id: string,
    name: string,
    more: Partial<IParagraphStyleOptions>,
  ): IParagraphStyleOptions => ({
    id,
    name,
    basedOn: 'Normal',
    ...more,
    run: { font: SANS, size: 17, ...more.run },
    paragraph: {
      ...more.paragraph,
      spacing: { after: 40, line: 240, lineRule: LineRuleType.AUTO, ...more.paragraph?.spacing },
    },
  });
  const quiet = { color: QUIET };
  return [
    small('Subtitle', 'Subtitle', { run: { font: SERIF, size: 28 }, paragraph: { spacing: { after: 100 } } }),
    small('Origin', 'Origin', {
      run: { ...quiet, size: 18 },
      paragraph: {
        spacing: { after: 400 },
        border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: INK, space: 6 } },
      },
    }),
    small('TableCaption', 'Table caption', {
      run: { bold: true, size: 20 },
      paragraph: { spacing: { before: 280, after: 20 }, keepNext: true },
    }),
    small('TableUnit', 'Table unit', {
      run: { ...quiet, size: 18 },
      paragraph: { spacing: { after: 100 }, keepNext: true },
    }),
    small('TableText', 'Table text', { run: { size: 18 }, paragraph: { spacing: { after: 0, line: 240 } } }),
    small('TableNote', 'Table note', {
      paragraph: { spacing: { before: 40, after: 0 }, indent: { left: 255, hanging: 255 } },
    }),
    small('TableLegend', 'Table legend', { run: quiet, paragraph: { spacing: { before: 60, after: 300 } } }),
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      paragraph: {
        indent: { left: 340 },
        keepNext: true,
        border: { left: { style: BorderStyle.SINGLE, size: 12, color: '0B3D91', space: 8 } },
      },
    },
    small('QuoteSource', 'Quote source', {
      run: quiet,
      paragraph: { indent: { left: 340 }, spacing: { after: 200 } },
    }),
    small('NoteHead', 'Note head', {
      run: { bold: true },
      paragraph: {
        spacing: { before: 280 },
        keepNext: true,
        border: { top: { style: BorderStyle.SINGLE, size: 4, color: LINE, space: 4 } },
      },
    }),
    {
      id: 'ContentsHead',
      name: 'Contents head',
      basedOn: 'Normal',
      run: { bold: true, size: 32 },
      paragraph: { spacing: { before: 200, after: 160 } },
    },
    small('TOC1', 'toc 1', { run: { size: 20, bold: true }, paragraph: { spacing: { before: 120 } } }),
    small('TOC2', 'toc 2', { run: { size: 20 }, paragraph: { indent: { left: 340 } } }),
    small('Running', 'Running head', { run: { ...quiet, size: 16 } }),
    small('KeyLabel', 'Key label', { run: quiet, paragraph: { spacing: { before: 60 } } }),
    small('KeyValue', 'Key value', { run: { font: SERIF, bold: true, size: 38 } }),
    small('Footer', 'footer', { run: { ...quiet, size: 16 } }),
    small('Header', 'header', {
      run: { color: MARK, bold: true, size: 16 },
      paragraph: { alignment: AlignmentType.RIGHT },
    }),
  ];
}

const levels = [0, 1, 2, 3, 4];
const indent = (level: number) => ({ paragraph: { indent: { left: 340 * (level + 1), hanging: 340 } } });

/** Lists: dashes, and figures with a full stop. */
export const numbering: INumberingOptions = {
  config: [
    {
      reference: 'dashes',
      levels: levels.map((level) => ({
        level,
        format: LevelFormat.BULLET,
        text: '–',
        style: indent(level),
      })),
    },
    {
      reference: 'numbers',
      levels: levels.map((level) => ({
        level,
        format: LevelFormat.DECIMAL,
        text: `%${level + 1}.`,
        style: indent(level),
      })),
    },
  ],
};
