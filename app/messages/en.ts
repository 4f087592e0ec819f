import { en as ui } from '#app/ui/ui.en.ts';
import { en as app } from './app.en.ts';

/** Every module's texts, in one catalogue. */
export const en = { ...app, ...ui };
