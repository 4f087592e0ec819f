import { escapeXml } from './clean.ts';
import { odfPart } from './odf.ts';
import type { SheetCell, SheetPlan, SheetRow } from './sheet.ts';

/** Automatic cell styles of a spreadsheet, made as they are first asked for, in that order. */
export class StyleBook {
  readonly #names = new Map<string, string>();
  readonly #numbers = new Map<string, string>();
  readonly #styles: string[] = [];

  /** The name of the style of a cell in a row of its kind. */
  nameOf(cell: SheetCell, row: SheetRow): string {
    const number = cell.kind === 'number' ? this.#numberStyle(cell) : '';
    const right = cell.kind === 'text' && cell.right === true;
    const indent = cell.kind === 'text' ? (cell.indent ?? 0) : 0;
    const group = cell.kind === 'text' && cell.group === true;
    const key = JSON.stringify([row.role, number, right, indent, group]);
    const known = this.#names.get(key);
    if (known) return known;
    const name = `c${this.#names.size}`;
    this.#names.set(key, name);
    const align = right ? 'fo:text-align="end"' : '';
    const margin = indent > 0 ? `fo:margin-left="${0.4 * indent}cm"` : '';
    this.#styles.push(
      `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default"${number && ` style:data-style-name="${number}"`}>` +
        `<style:table-cell-properties ${BORDERS[row.role] ?? ''}/><style:paragraph-properties ${align} ${margin}/>` +
        `<style:text-properties ${lookOf(row.role, group)}/></style:style>`,
    );
    return name;
  }

  #numberStyle(cell: Extract<SheetCell, { kind: 'number' }>): string {
    const key = `${cell.percent} ${cell.decimals} ${cell.grouped} ${cell.dash} ${cell.suffix}`;
    const known = this.#numbers.get(key);
    if (known) return known;
    const name = `n${this.#numbers.size}`;
    this.#numbers.set(key, name);
    const suffix = escapeXml(cell.suffix);
    const after = (cell.percent ? '%' : '') + suffix;
    const tag = cell.percent ? 'number:percentage-style' : 'number:number-style';
    const digits = `<number:number number:decimal-places="${cell.decimals}" number:min-decimal-places="${cell.decimals}" number:min-integer-digits="1"${cell.grouped ? ' number:grouping="true"' : ''}/>${after && `<number:text>${after}</number:text>`}`;
    if (!cell.dash) {
      this.#styles.push(`<${tag} style:name="${name}">${digits}</${tag}>`);
      return name;
    }
    // An exact nil is a dash, as on paper; what merely rounds to zero shows as 0.
    const above = `<${tag} style:name="${name}P0" style:volatile="true">${digits}</${tag}>`;
    const below = `<${tag} style:name="${name}P1" style:volatile="true"><number:text>-</number:text>${digits}</${tag}>`;
    const map = (condition: string, to: string) =>
      `<style:map style:condition="value()${condition}0" style:apply-style-name="${to}"/>`;
    this.#styles.push(
      `${above}${below}<${tag} style:name="${name}"><number:text>–${suffix}</number:text>${map('&gt;', `${name}P0`)}${map('&lt;', `${name}P1`)}</${tag}>`,
    );
    return name;
  }

  xml(): string {
    return this.#styles.join('');
  }
}

const BORDERS: Partial<Record<SheetRow['role'], string>> = {
  head: 'fo:border-bottom="0.75pt solid #14161c" style:vertical-align="bottom"',
  line: 'fo:border-bottom="0.5pt solid #cfd3da"',
  subtotal: 'fo:border-bottom="0.5pt solid #cfd3da"',
  total: 'fo:border-top="0.75pt solid #14161c"',
  result: 'fo:border-top="0.5pt solid #cfd3da" fo:border-bottom="1.5pt solid #14161c"',
};

function lookOf(role: SheetRow['role'], group: boolean): string {
  if (role === 'caption') return 'fo:font-weight="bold" fo:font-size="14pt"';
  if (group || role === 'subtotal' || role === 'total' || role === 'result' || role === 'group') {
    return 'fo:font-weight="bold"';
  }
  return role === 'line' || role === 'blank' ? '' : 'fo:color="#5b616e"';
}

/** Column widths of every sheet (a character is about 0.23 cm) and the style of the sheets themselves. */
export function columnStyles(plans: SheetPlan[]): string {
  const columns = plans.flatMap((plan, index) =>
    plan.widths.map(
      (width, c) =>
        `<style:style style:name="s${index}c${c}" style:family="table-column"><style:table-column-properties style:column-width="${(width * 0.23).toFixed(2)}cm"/></style:style>`,
    ),
  );
  const sheet =
    '<style:style style:name="sheet" style:family="table" style:master-page-name="Default"><style:table-properties table:display="true"/></style:style>';
  // Without it LibreOffice keeps its own default height, which clips larger type.
  const row =
    '<style:style style:name="row" style:family="table-row"><style:table-row-properties style:use-optimal-row-height="true"/></style:style>';
  return sheet + row + columns.join('');
}

/** styles.xml of a spreadsheet: the cell that all others follow, and a page that fits one width. */
export function odsStyles(language: 'nl' | 'en'): string {
  const country = language === 'nl' ? 'NL' : 'GB';
  return odfPart(
    'styles',
    '<office:font-face-decls><style:font-face style:name="Sans" svg:font-family="Calibri" style:font-family-generic="swiss" style:font-pitch="variable"/></office:font-face-decls>' +
      `<office:styles><style:default-style style:family="table-cell"><style:text-properties style:font-name="Sans" fo:font-size="11pt" fo:language="${language}" fo:country="${country}"/></style:default-style><style:style style:name="Default" style:family="table-cell"/></office:styles>` +
      '<office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" fo:margin="1.8cm" style:scale-to-X="1" style:scale-to-Y="0" style:print="charts drawings objects zero-values"/></style:page-layout></office:automatic-styles>' +
      '<office:master-styles><style:master-page style:name="Default" style:page-layout-name="page"/></office:master-styles>',
  );
}

/** settings.xml: heads and labels stay in sight; the grid lines are off, for the rules do their work. */
export function odsSettings(plans: SheetPlan[]): string {
  const item = (name: string, type: string, value: string | number) =>
    `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`;
  const sheets = plans.map(
    (plan) =>
      `<config:config-item-map-entry config:name="${escapeXml(plan.name)}">` +
      // Mode 2 freezes; a split at column 1 and under the heads.
      item('HorizontalSplitMode', 'short', 2) +
      item('VerticalSplitMode', 'short', 2) +
      item('HorizontalSplitPosition', 'int', 1) +
      item('VerticalSplitPosition', 'int', plan.frozenRows) +
      item('PositionRight', 'int', 1) +
      item('PositionBottom', 'int', plan.frozenRows) +
      item('ShowGrid', 'boolean', 'false') +
      '</config:config-item-map-entry>',
  );
  return odfPart(
    'settings',
    '<office:settings><config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>' +
      `${item('ViewId', 'string', 'view1')}<config:config-item-map-named config:name="Tables">${sheets.join('')}</config:config-item-map-named>` +
      '</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings>',
  );
}
