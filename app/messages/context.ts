import { createContext } from 'react';
import type { Locale } from '#app/kernel/actor.ts';
import type { Catalogue } from './catalogue.ts';

/** The catalogue of this page's language, set by the two entries. */
export const CatalogueContext = createContext<Catalogue>({});

/** The language of this page, for one that no loader ran for: an address that does not exist. */
export const LocaleContext = createContext<Locale>('nl');
