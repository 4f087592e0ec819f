import { Badge } from './badge.tsx';
import { Button, ButtonLink } from './button.tsx';
import { Checkbox, Radios } from './choice.tsx';
import { Confirmation, ConfirmDialog } from './dialog.tsx';
import { Empty } from './empty.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { AmountField, DateField, FileField, FormActions, Select, TextArea, TextField } from './form.tsx';
import { BudgetGrid } from './grid.tsx';
import { Notice } from './notice.tsx';
import { RichTextField } from './rich-text.tsx';
import { RichTextView } from './rich-text-view.tsx';

const effects = [
  'Versie 2 wordt bevroren en krijgt een vaste vingerafdruk; wijzigen kan daarna alleen in een nieuwe versie.',
  'De faculteitsraad krijgt de vraag om instemming, met een termijn van 22 werkdagen.',
];
const rows = [
  { id: 'g1', label: 'Intensiever onderwijs', kind: 'group' as const, series: 1 },
  { id: 'm1', label: 'Kleinere werkgroepen' },
  { id: 'm2', label: 'Tutoren in jaar 1' },
  { id: 'f1', label: 'Tutoren in jaar 1', unit: 'fte' as const },
  { id: 'g2', label: 'Begeleiding van studenten', kind: 'group' as const, series: 3 },
  { id: 'm3', label: 'Studieadviseurs' },
];

/** Forms, the budget grid, messages and binding acts. */
export function GalleryForms() {
  return (
    <>
      <h2>Begrotingsraster</h2>
      <form method="post">
        <BudgetGrid
          caption="Begroting per maatregel"
          rowHead="Maatregel"
          limitLabel="Toegekend aan de faculteit"
          rows={rows}
          columns={[2019, 2020, 2021, 2022, 2023, 2024].map((year) => ({ year, limit: 120_000_00 }))}
          cells={{
            'm1:2019': { value: 45_000_00 },
            'm1:2020': { value: 60_000_00 },
            'm2:2020': { value: 75_500_50 },
            'm2:2021': { value: null, mark: 'pm' },
            'm3:2021': { value: null, mark: 'invalid', raw: 'zie nota' },
            'm3:2022': { value: 20_000_00 },
            'f1:2020': { value: 1_250 },
          }}
          conflicts={[{ rowId: 'm3', year: 2022, mine: { value: 20_000_00 }, theirs: { value: 24_000_00 } }]}
        />
        <FormActions>
          <Button kind="primary">Opslaan</Button>
          <Button kind="quiet">Concept weggooien</Button>
        </FormActions>
      </form>

      <h2>Formulier</h2>
      <ErrorSummary
        errors={[
          { id: 'amount', text: 'Bedrag: “veel” is geen bedrag. Typ een getal, bijvoorbeeld 12.500.' },
          { text: 'De som van de delen is 12 hoger dan het totaal.' },
        ]}
      />
      <form method="post">
        <TextField
          name="name"
          label="Naam van de maatregel"
          hint="Kort, zoals u erover praat."
          defaultValue="Tutoren in jaar 1"
        />
        <TextArea name="goal" label="Beoogd resultaat" optional />
        <Select
          name="theme"
          label="Thema"
          none="Kies een thema"
          options={[{ value: '1', label: 'Intensiever onderwijs' }]}
        />
        <DateField name="due" label="Uiterlijk op" defaultValue="2021-07-07" />
        <AmountField
          id="amount"
          name="amount"
          label="Bedrag"
          unit="eur"
          defaultValue="veel"
          error="“veel” is geen bedrag. Typ een getal, bijvoorbeeld 12.500."
        />
        <Radios
          name="additional"
          label="Is de maatregel nieuw?"
          defaultValue="new"
          options={[
            { value: 'new', label: 'Nieuw' },
            { value: 'continued', label: 'Voortzetting', hint: 'Liep al vóór de regeling.' },
          ]}
        />
        <Checkbox
          name="joint"
          label="Gemeenschappelijk initiatief"
          hint="Telt mee bij de instelling, niet bij de faculteit."
        />
        <FileField
          name="file"
          label="Bestand met realisatie"
          hint="XLSX, ODS of CSV, ten hoogste 20 MB."
          optional
        />
        <RichTextField
          name="text"
          label="Wat gaat u doen?"
          value={richExample}
          plain={'### Begeleiding\n\nElke student krijgt een tutor.\n\n- bachelor 1\n- bachelor 2'}
        />
        <FormActions>
          <Button kind="primary">Opslaan</Button>
          <Button>Vraag stellen</Button>
          <Button kind="danger">Verwijderen</Button>
          <Button busy>Bezig</Button>
          <Button disabled>Kan nu niet</Button>
          <ButtonLink href="#terug" kind="quiet">
            Terug
          </ButtonLink>
        </FormActions>
      </form>

      <h2>Staten en meldingen</h2>
      <p className="row">
        <Badge>Concept</Badge>
        <Badge tone="accent">Ingediend</Badge>
        <Badge tone="ok">Ingestemd</Badge>
        <Badge tone="warn">Termijn verloopt</Badge>
        <Badge tone="error">Instemming onthouden</Badge>
      </p>
      <Notice title="Deze versie is bevroren." />
      <Notice tone="ok" title="De uitkomst is vastgelegd.">
        Het college krijgt bericht.
      </Notice>
      <Notice tone="warn" title="Het plan gaat 500,50 over wat er is in 2020." />
      <Notice
        tone="error"
        title="Vaststellen kan niet: de faculteitsraad heeft nog niet ingestemd met versie 2."
      />
      <Empty
        title="Er zijn nog geen maatregelen"
        action={<ButtonLink href="#nieuw">Maatregel toevoegen</ButtonLink>}
      >
        Een plan bestaat uit maatregelen met een eigenaar, een budget en een tijdpad.
      </Empty>

      <h2>Tekst van een sectie</h2>
      <RichTextView document={richExample} />

      <h2>Bindende handeling</h2>
      <Confirmation title="Versie 2 indienen?" effects={effects} act="Indienen" cancelHref="#terug" />
      <ConfirmDialog
        open="Indienen in een venster"
        title="Versie 2 indienen?"
        effects={effects}
        act="Indienen"
      />
    </>
  );
}

const richExample = {
  type: 'doc' as const,
  content: [
    {
      type: 'heading' as const,
      attrs: { level: 3 as const },
      content: [{ type: 'text' as const, text: 'Begeleiding' }],
    },
    {
      type: 'paragraph' as const,
      content: [{ type: 'text' as const, text: 'Elke student krijgt een tutor.' }],
    },
    {
      type: 'bulletList' as const,
      content: ['bachelor 1', 'bachelor 2'].map((text) => ({
        type: 'listItem' as const,
        content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
      })),
    },
  ],
};
