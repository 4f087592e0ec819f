import { createContext } from 'react';
import type { Catalogue } from './catalogue.ts';

/** The catalogue of this page's language, set by the two entries. */
export const CatalogueContext = createContext<Catalogue>({});
