import { escapeXml } from './clean.ts';
import type { Flow } from './flow.ts';
import { odfPart } from './odf.ts';
import type { RenderTexts } from './texts.ts';

/** Cambria and Calibri have lining figures and free metric twins, so that pages break alike everywhere. */
const FACES =
  '<office:font-face-decls>' +
  '<style:font-face style:name="Serif" svg:font-family="Cambria" style:font-family-generic="roman" style:font-pitch="variable"/>' +
  '<style:font-face style:name="Sans" svg:font-family="Calibri" style:font-family-generic="swiss" style:font-pitch="variable"/>' +
  '</office:font-face-decls>';

/** styles.xml: the named styles that a writer may restyle by hand, the two pages, and the footer. */
export function odtStyles(prepared: Flow, texts: RenderTexts, landscape: boolean): string {
  const country = prepared.language === 'nl' ? 'NL' : 'GB';
  const base =
    `<style:default-style style:family="paragraph"><style:text-properties style:font-name="Serif" fo:font-size="10.5pt" fo:color="#14161c" fo:language="${prepared.language}" fo:country="${country}"/></style:default-style>` +
    '<style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/></style:default-style>';
  return odfPart(
    'styles',
    `${FACES}<office:styles>${base}${paragraphs()}${spans()}${lists()}</office:styles>` +
      `<office:automatic-styles>${page('Upright', false)}${page('Sideways', true)}</office:automatic-styles>` +
      `<office:master-styles>${master('Standard', landscape ? 'Sideways' : 'Upright', prepared, texts)}${master('Turned', 'Sideways', prepared, texts)}${prepared.cover ? master('Cover', landscape ? 'Sideways' : 'Upright', prepared, texts) : ''}</office:master-styles>`,
  );
}

const SERIF = 'style:font-name="Serif"';
const SANS = 'style:font-name="Sans"';
const BOLD = 'fo:font-weight="bold"';
const GREY = 'fo:color="#5b616e"';

function paragraphs(): string {
  const headings = [18, 14, 12, 11, 11].map((points, i) =>
    paragraph(`Heading ${i + 1}`, {
      block: `fo:margin-top="${i === 0 ? 0.8 : 0.6}cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"`,
      text: `${SERIF} ${BOLD} fo:font-size="${points}pt"`,
      extra: ` style:default-outline-level="${i + 1}"`,
    }),
  );
  const rows = ['Label', 'Amount', 'Words'].flatMap((name) =>
    ['', '_bold', '_quiet'].map((tone) =>
      paragraph(`Table ${name}${tone}`, {
        block: `fo:text-align="${name === 'Amount' ? 'end' : 'start'}" fo:margin-bottom="0cm"`,
        text: `${SANS} fo:font-size="9pt" ${tone === '_bold' ? BOLD : tone === '_quiet' ? GREY : ''}`,
      }),
    ),
  );
  const small = 'fo:margin-bottom="0.05cm"';
  return [
    paragraph('Standard', { block: '', text: '' }),
    paragraph('Text body', { block: 'fo:margin-bottom="0.25cm" fo:line-height="135%"', text: '' }),
    paragraph('Title', { block: 'fo:margin-bottom="0.2cm"', text: `${SERIF} ${BOLD} fo:font-size="26pt"` }),
    paragraph('Subtitle', { block: 'fo:margin-bottom="0.2cm"', text: 'fo:font-size="14pt"' }),
    paragraph('Origin', {
      block: 'fo:margin-bottom="0.7cm" fo:padding-bottom="0.25cm" fo:border-bottom="0.75pt solid #14161c"',
      text: `${SANS} ${GREY} fo:font-size="9pt"`,
    }),
    ...headings,
    paragraph('Table caption', {
      block: 'fo:margin-top="0.5cm" fo:margin-bottom="0.05cm" fo:keep-with-next="always"',
      text: `${SANS} ${BOLD} fo:font-size="10pt"`,
    }),
    paragraph('Picture', { block: 'fo:margin-bottom="0.1cm" fo:keep-with-next="always"', text: '' }),
    paragraph('Table unit', {
      block: 'fo:margin-bottom="0.2cm" fo:keep-with-next="always"',
      text: `${SANS} ${GREY} fo:font-size="9pt"`,
    }),
    ...rows,
    paragraph('Table note', {
      block: `${small} fo:margin-left="0.45cm" fo:text-indent="-0.45cm"`,
      text: `${SANS} fo:font-size="8.5pt"`,
      tab: '0.45cm',
    }),
    paragraph('Table legend', {
      block: 'fo:margin-bottom="0.6cm"',
      text: `${SANS} ${GREY} fo:font-size="8.5pt"`,
    }),
    paragraph('Contents head', { block: 'fo:margin-bottom="0.3cm"', text: `${BOLD} fo:font-size="16pt"` }),
    ...[1, 2, 3].map((level) =>
      paragraph(`Contents ${level}`, {
        block: `fo:margin-left="${0.6 * (level - 1)}cm" fo:margin-bottom="0.05cm"`,
        text: `${SANS} fo:font-size="10pt"`,
        tab: `${16.6 - 0.6 * (level - 1)}cm`,
        end: true,
      }),
    ),
    paragraph('Quotations', {
      block:
        'fo:margin-left="0.5cm" fo:margin-bottom="0.1cm" fo:padding-left="0.25cm" fo:border-left="1.5pt solid #0b3d91" fo:keep-with-next="always"',
      text: '',
    }),
    paragraph('Quote source', {
      block: 'fo:margin-left="0.5cm" fo:margin-bottom="0.35cm"',
      text: `${SANS} ${GREY} fo:font-size="8.5pt"`,
    }),
    paragraph('Note head', {
      block: `${small} fo:margin-top="0.5cm" fo:padding-top="0.1cm" fo:border-top="0.5pt solid #cfd3da" fo:keep-with-next="always"`,
      text: `${SANS} ${BOLD} fo:font-size="9pt"`,
    }),
    paragraph('Key label', { block: small, text: `${SANS} ${GREY} fo:font-size="9pt"` }),
    paragraph('Key value', { block: 'fo:margin-bottom="0.15cm"', text: `${BOLD} fo:font-size="19pt"` }),
    paragraph('Footer', { block: '', text: `${SANS} ${GREY} fo:font-size="8pt"`, tab: '16.6cm', end: true }),
    paragraph('Footer wide', {
      block: '',
      text: `${SANS} ${GREY} fo:font-size="8pt"`,
      tab: '25.3cm',
      end: true,
    }),
    paragraph('Running', { block: '', text: `${SANS} ${GREY} fo:font-size="8pt"`, tab: '16.6cm', end: true }),
    paragraph('Running wide', {
      block: '',
      text: `${SANS} ${GREY} fo:font-size="8pt"`,
      tab: '25.3cm',
      end: true,
    }),
    paragraph('Header', {
      block: 'fo:text-align="end"',
      text: `${SANS} ${BOLD} fo:color="#8f4400" fo:font-size="8pt"`,
    }),
  ].join('');
}

function paragraph(
  name: string,
  look: { block: string; text: string; extra?: string; tab?: string; end?: boolean },
): string {
  const tab = look.tab
    ? `<style:tab-stops><style:tab-stop style:position="${look.tab}"${look.end ? ' style:type="right"' : ''}/></style:tab-stops>`
    : '';
  const id = name.replace(/ /g, '_20_');
  const parent = name === 'Standard' ? '' : ' style:parent-style-name="Standard"';
  return `<style:style style:name="${id}" style:display-name="${name}" style:family="paragraph"${parent}${look.extra ?? ''}><style:paragraph-properties ${look.block}>${tab}</style:paragraph-properties><style:text-properties ${look.text}/></style:style>`;
}

function spans(): string {
  const span = (name: string, look: string) =>
    `<style:style style:name="${name}" style:family="text"><style:text-properties ${look}/></style:style>`;
  return [
    span('Bold', BOLD),
    span('Contents_link', 'fo:color="#14161c" style:text-underline-style="none"'),
    span('Italic', 'fo:font-style="italic"'),
    span('BoldItalic', `${BOLD} fo:font-style="italic"`),
    span('Mark', `${BOLD} fo:color="#8f4400"`),
    span('Raised', `${BOLD} fo:color="#8f4400" style:text-position="super 65%"`),
  ].join('');
}

function lists(): string {
  const levels = Array.from({ length: 5 }, (_, i) => i + 1);
  const place = (level: number) =>
    `<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="${0.6 * level}cm" fo:text-indent="-0.6cm" fo:margin-left="${0.6 * level}cm"/></style:list-level-properties>`;
  const dashes = levels.map(
    (level) =>
      `<text:list-level-style-bullet text:level="${level}" text:bullet-char="–">${place(level)}</text:list-level-style-bullet>`,
  );
  const numbers = levels.map(
    (level) =>
      `<text:list-level-style-number text:level="${level}" style:num-format="1" style:num-suffix=".">${place(level)}</text:list-level-style-number>`,
  );
  return `<text:list-style style:name="Dashes">${dashes.join('')}</text:list-style><text:list-style style:name="Numbers">${numbers.join('')}</text:list-style>`;
}

const page = (name: string, sideways: boolean): string =>
  `<style:page-layout style:name="${name}"><style:page-layout-properties fo:page-width="${sideways ? '29.7cm' : '21cm'}" fo:page-height="${sideways ? '21cm' : '29.7cm'}" style:print-orientation="${sideways ? 'landscape' : 'portrait'}" fo:margin="2.2cm"/><style:header-style><style:header-footer-properties fo:min-height="0.6cm" fo:margin-bottom="0.4cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:margin-top="0.5cm"/></style:footer-style></style:page-layout>`;

function master(name: string, layout: string, prepared: Flow, texts: RenderTexts): string {
  const number = escapeXml(texts['render.page'])
    .replace('{page}', '<text:page-number text:select-page="current"/>')
    .replace('{pages}', '<text:page-count/>');
  const wide = layout === 'Sideways' ? '_20_wide' : '';
  const words = escapeXml(prepared.notice ?? '');
  // the chapter that a page is in
  const running = `<text:p text:style-name="Running${wide}"><text:chapter text:display="name" text:outline-level="1"/><text:tab/><text:span text:style-name="Mark">${words}</text:span></text:p>`;
  const plain = words ? `<text:p text:style-name="Header">${words}</text:p>` : '';
  const head = prepared.cover && name !== 'Cover' ? running : plain;
  const notice = head ? `<style:header>${head}</style:header>` : '';
  const line = escapeXml(`${prepared.institution} · ${prepared.title}`);
  if (name === 'Cover')
    return `<style:master-page style:name="Cover" style:page-layout-name="${layout}" style:next-style-name="Standard">${notice}</style:master-page>`;
  return `<style:master-page style:name="${name}" style:page-layout-name="${layout}">${notice}<style:footer><text:p text:style-name="${layout === 'Sideways' ? 'Footer_20_wide' : 'Footer'}">${line}<text:tab/>${number}</text:p></style:footer></style:master-page>`;
}
