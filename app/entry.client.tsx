import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';
import { loadCatalogue } from './messages/catalogue.ts';
import { CatalogueContext } from './messages/context.ts';

const locale = document.documentElement.lang === 'en' ? 'en' : 'nl';
const catalogue = await loadCatalogue(locale);

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <CatalogueContext value={catalogue}>
        <HydratedRouter />
      </CatalogueContext>
    </StrictMode>,
  );
});
