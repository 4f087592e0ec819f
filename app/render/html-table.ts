import { escapeXml } from './clean.ts';
import type { Head, LaidOutCell, LaidOutRow, LaidOutTable } from './layout.ts';
import type { Note } from './report.ts';

/**
 * A table as HTML: caption with the unit, heads with scope and, because heads stand in several rows, explicit
 * `headers` on every cell; a `<tbody>` per group; notes and legend beneath, outside the scrolling part.
 */
export function tableHtml(table: LaidOutTable, id: string, noteHtml: (note: Note) => string): string {
  const heads = headIds(table, id);
  const unit = table.unitNote ? ` <span class="unit">${escapeXml(table.unitNote)}</span>` : '';
  const notes = [
    table.footnotes.length > 0
      ? `<ul class="table-notes">${table.footnotes.map(noteHtml).join('')}</ul>`
      : '',
    table.legend.length > 0 ? `<p class="table-legend">${table.legend.map(escapeXml).join(' · ')}</p>` : '',
  ].join('');
  return [
    '<figure class="report-table">',
    `<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}-caption">`,
    '<table>',
    `<caption id="${id}-caption"><span class="title">${escapeXml(table.caption)}</span>${unit}</caption>`,
    `<thead>\n${table.heads.map((row, level) => headRow(table, row, { level, id })).join('\n')}\n</thead>`,
    bodies(table, id, heads),
    '</table>',
    '</div>',
    notes,
    '</figure>',
  ].join('\n');
}

function headRow(table: LaidOutTable, row: Head[], at: { level: number; id: string }): string {
  const tag = table.labelHead ? 'th scope="col"' : 'td';
  const corner =
    at.level === 0
      ? `<${tag} class="corner"${span('rowspan', table.heads.length)}>${escapeXml(table.labelHead)}</${tag.slice(0, 2)}>`
      : '';
  const cells = row.map((head) => {
    const group = at.level + head.rowSpan < table.heads.length;
    const text = escapeXml(head.label);
    const label = head.description ? `<abbr title="${escapeXml(head.description)}">${text}</abbr>` : text;
    const names = [
      group ? 'group' : '',
      head.quiet ? 'quiet' : '',
      table.columns[head.column]!.numeric ? 'amount' : '',
    ];
    return (
      `<th id="${at.id}-h${at.level}-${head.column}" scope="${group ? 'colgroup' : 'col'}"` +
      `${span('colspan', head.colSpan)}${span('rowspan', head.rowSpan)}${className(names)}>${label}</th>`
    );
  });
  return `<tr>${corner}${cells.join('')}</tr>`;
}

function bodies(table: LaidOutTable, id: string, heads: string[]): string {
  const parts: string[] = [];
  let group: string | undefined;
  table.rows.forEach((row, r) => {
    if (row.kind === 'group') group = `${id}-r${r}`;
    if (row.kind === 'total' || row.kind === 'result') group = undefined;
    const opens = r === 0 || row.kind === 'group';
    if (opens && r > 0) parts.push('</tbody>');
    if (opens) parts.push('<tbody>');
    parts.push(bodyRow(row, { id: `${id}-r${r}`, heads, group }));
  });
  return table.rows.length > 0 ? `${parts.join('\n')}\n</tbody>` : '';
}

function bodyRow(row: LaidOutRow, at: { id: string; heads: string[]; group?: string }): string {
  const bare = row.kind === 'group' && row.cells.every((cell) => cell.text === '');
  const scope = row.kind === 'group' ? 'rowgroup' : 'row';
  const label = linked(escapeXml(row.label), row.href) + marks(row.marks);
  const names = [row.indent > 0 ? `indent-${row.indent}` : ''];
  const wide = bare ? span('colspan', row.cells.length + 1) : '';
  const head = `<th id="${at.id}" scope="${scope}"${wide}${className(names)}>${label}</th>`;
  const rowHeads = at.group && at.group !== at.id ? `${at.group} ${at.id}` : at.id;
  const cells = bare
    ? []
    : row.cells.map(
        (cell, c) => `<td headers="${rowHeads} ${at.heads[c]}"${cellClass(cell)}>${inside(cell)}</td>`,
      );
  return `<tr class="${row.kind}">${head}${cells.join('')}</tr>`;
}

/** Per column the ids of all heads above it, outermost first. */
function headIds(table: LaidOutTable, id: string): string[] {
  return table.columns.map((_, c) =>
    table.heads
      .flatMap((row, level) =>
        row
          .filter((head) => head.column <= c && c < head.column + head.colSpan)
          .map((head) => `${id}-h${level}-${head.column}`),
      )
      .join(' '),
  );
}

const inside = (cell: LaidOutCell): string => linked(escapeXml(cell.text), cell.href) + marks(cell.marks);
const linked = (html: string, href?: string): string =>
  href ? `<a href="${escapeXml(href)}">${html}</a>` : html;
const marks = (values: string[]): string =>
  values.length > 0 ? `<sup class="mark">${values.map(escapeXml).join(' ')}</sup>` : '';
const span = (name: string, value: number): string => (value > 1 ? ` ${name}="${value}"` : '');
const className = (names: string[]): string => {
  const set = names.filter(Boolean).join(' ');
  return set ? ` class="${set}"` : '';
};
const cellClass = (cell: LaidOutCell): string =>
  className([
    cell.numeric ? 'amount' : '',
    cell.quiet ? 'quiet' : '',
    cell.kind === 'pm' || cell.kind === 'unknown' || cell.kind === 'masked' ? cell.kind : '',
    cell.text === '–' && cell.value === 0 ? 'nil' : '',
  ]);
