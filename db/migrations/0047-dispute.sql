-- Who mediates in a dispute and before which committee it comes are data of the right, as kinds of bodies; the body
-- itself stands with the event. Sections that vote apart can have a quorum and a majority of their own.

alter table right_rule
  -- [{name, quorumBasis, quorumMembers, majority}]: app/scheme/right.ts; a section that is not there follows the right
  add column section_rules jsonb not null default '[]',
  -- amicable settlement (WHW 9.40(2)): the kind of body that mediates, and in how many working days; 0: not laid down
  add column mediator_kind text,
  add column mediation_days integer not null default 0 check (mediation_days between 0 and 366),
  -- the committee that rules when no settlement is reached, and in how many working days
  add column committee_kind text,
  add column ruling_days integer not null default 0 check (ruling_days between 0 and 366),
  add foreign key (institution_id, mediator_kind) references body_kind (institution_id, code),
  add foreign key (institution_id, committee_kind) references body_kind (institution_id, code);

-- Before whom a dispute came with this event: who mediates, or the committee that rules.
alter table decision_event
  add column body_id uuid,
  add foreign key (institution_id, body_id) references body,
  add check (body_id is null or event in ('settlement-opened', 'committee-asked'));
create index decision_event_body on decision_event (institution_id, body_id) where body_id is not null;

-- What was asked before was asked of nobody but the body itself, and its sections had nothing of their own.
alter table decision disable trigger decision_decided;
update decision set rule = rule || '{"sectionRules": [], "mediatorKind": null, "mediationDays": 0, "committeeKind": null,
  "rulingDays": 0}' where rule is not null;
alter table decision enable trigger decision_decided;
