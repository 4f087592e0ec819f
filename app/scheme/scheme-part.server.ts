import type { z } from 'zod';
import { InvalidInput } from '#app/kernel/rejection.ts';
import type { revisionInput } from './scheme.input.ts';

/** A part of a scheme: the scheme's code, and the part's own code, year or id. */
export type PartAt<Key = string> = { scheme: string; part: Key };
export type Changed = { revision: number };
export type Removal = z.output<typeof revisionInput>;

/** A code that goes into addresses and layouts. @throws InvalidInput */
export function requireCode(code: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/.test(code)) return code;
  throw new InvalidInput([{ path: 'code', code: 'field.code', params: {} }]);
}
