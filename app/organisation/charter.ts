import type { z } from 'zod';
import type { charterInput } from './organisation.input.ts';

/** What a body is for, who chairs it, of whom it is made and on what it advises: in words, empty where not known. */
export type Charter = Omit<z.output<typeof charterInput>, 'revision'>;

export const charterFields = [
  'aimsNl',
  'aimsEn',
  'chairNl',
  'chairEn',
  'madeOfNl',
  'madeOfEn',
  'adviceNl',
  'adviceEn',
] as const satisfies (keyof Charter)[];
