import { PageFrame } from './frame.tsx';
import { GalleryFigures } from './gallery-figures.tsx';
import { GalleryForms } from './gallery-forms.tsx';
import { PageBody, PageHead } from './page.tsx';
import { Trace } from './trace.tsx';

/**
 * Every component in every state, for those who build pages. Development only; its words are examples and
 * therefore stand here rather than in the catalogues. The figures are invented.
 */
export default function GalleryPage() {
  return (
    <PageFrame
      homeHref="#"
      institution={{ name: 'Universiteit Voorbeeld', fictional: true }}
      navigation={[
        { href: '#regelingen', label: 'Regelingen', current: true },
        { href: '#beheer', label: 'Beheer' },
      ]}
      work={{ href: '#werk', count: 3 }}
      account={{ name: 'beleid@voorbeeld.example', role: 'Beleidsmedewerker' }}
      preferencesAction="#"
      signOutAction="#"
      back="/gallery"
      theme="system"
    >
      <PageHead
        breadcrumb={[
          { href: '#', label: 'Regelingen' },
          { href: '#', label: 'Kwaliteitsafspraken 2019–2024' },
        ]}
        title="Onderdelen"
        lead="Alle bouwstenen van de schermen, in elke toestand. Wie een scherm maakt, kiest hieruit."
        tabs={{
          label: 'Regeling',
          groups: [
            ['Overzicht', 'Geld'],
            ['Verdeling', 'Plannen', 'Realisatie'],
            ['Medezeggenschap', 'Voortgang'],
          ].map((group) => group.map((label) => ({ href: `#${label}`, label, current: label === 'Geld' }))),
        }}
      />
      <PageBody aside={<ExampleTrace />} asideLabel="Herkomst van het gekozen bedrag">
        <GalleryFigures />
        <GalleryForms />
      </PageBody>
    </PageFrame>
  );
}

function ExampleTrace() {
  return (
    <Trace
      subject="begroot · 2023 · thema 1"
      figure="€ 8.084.000"
      verdict={{ tone: 'ok', text: 'sluit aan tot op de toekenning' }}
      unit="keur"
      steps={[
        {
          key: '1',
          title: 'Rijksbijdrage 2023',
          href: '#',
          value: 1_822_300_000,
          reason: 'brief, stand juni 2021',
        },
        {
          key: '2',
          title: 'Verdeling 2022–2024',
          href: '#',
          value: 1_724_800_000,
          reason: 'tarief per student, besluit college',
        },
        {
          key: '3',
          title: 'Facultaire plannen, versie 2',
          value: 808_400_000,
          reason: 'ingestemd vóór 1 juli 2021',
        },
        {
          key: '4',
          title: 'Rapportage mei',
          state: 'broken',
          value: 790_000_000,
          reason: 'verschil van 184 met de administratie',
        },
        { key: '5', title: 'Gerealiseerd', state: 'open', reason: 'volgt uit de rapportages' },
      ]}
    >
      <a href="#regels">Alle regels van dit bedrag</a>
    </Trace>
  );
}
