/** Words of the schemes and their administration. */
export const en = {
  'scheme.head': '{first}–{last} · {source}',
  'scheme.tabs': 'Parts of the scheme',
  'scheme.tab.overview': 'Overview',
  'scheme.tab.money': 'Money',
  'scheme.tab.funding': 'Funding',
  'scheme.tab.allocation': 'Allocation',
  'scheme.tab.plans': 'Plans',
  'scheme.tab.decisions': 'Decisions',
  'scheme.tab.realisation': 'Realisation',
  'scheme.tab.tables': 'Tables',
  'schemes.lead':
    'Each agreement or programme with its own source, period and money. Choose one for its state, plans and decisions.',
  'schemes.none': 'There is no scheme yet.',
  'schemes.none.next': 'An administrator sets up a scheme, or loads an institution file with akkoord import.',
  'schemes.state.running': 'running',
  'schemes.state.ahead': 'not begun',
  'schemes.state.ended': 'ended',
};
