import type { BlockSpec } from './block.input.ts';

/**
 * Block: what the template of a report prints behind an answer by itself. Live while the report is a draft, frozen
 * with the version that is submitted. Data, so that an institution chooses what its reports show.
 */

/** What the rows of a slice of the money are. */
export const sliceRows = ['theme', 'unit', 'fund', 'measure'] as const;

/** As people type a block: `money theme budgeted,realised all`, `table spending`, `indicators nse,outflow`. */
export function printBlock(block: BlockSpec): string {
  switch (block.kind) {
    case 'table':
      return `table ${block.code}`;
    case 'money':
    case 'chart':
      return `${block.kind} ${block.rows} ${block.stages.join(',')}${block.years === 'all' ? ' all' : ''}`;
    case 'indicators':
      return ['indicators', block.codes.join(',')].filter(Boolean).join(' ');
    default:
      return block.kind;
  }
}
