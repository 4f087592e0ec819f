import { StrictMode, startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { HydratedRouter } from 'react-router/dom';
import { CatalogueContext, LocaleContext } from './messages/context.ts';
import { ownWords } from './messages/part.ts';

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <CatalogueContext value={ownWords}>
        <LocaleContext value={document.documentElement.lang === 'en' ? 'en' : 'nl'}>
          <HydratedRouter />
        </LocaleContext>
      </CatalogueContext>
    </StrictMode>,
  );
});
