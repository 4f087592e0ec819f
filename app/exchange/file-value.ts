import { z } from 'zod';
import type { Json } from '#app/kernel/hash.ts';

/** Values that every part of the institution file is made of. */

export const text = z.string().max(100_000);
export const code = z.string().trim().min(1).max(80);
export const day = z.iso.date();
export const moment = z.iso.datetime({ offset: true });
export const year = z.int().min(1900).max(2200);
export const names = { nameNl: text.min(1), nameEn: text.min(1) };

/** First and last day, both included; null leaves a side open. */
export const days = { from: day.nullable().default(null), through: day.nullable().default(null) };

/** JSON that the file carries as it is. */
export const json = z.json() as z.ZodType<Json>;
