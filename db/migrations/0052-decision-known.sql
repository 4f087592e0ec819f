-- When it was recorded that a question was put to a body and what it decided, beside the days on which that happened:
-- a page that is asked for what was known on a day shows the decisions that were known then. Null: no day was kept, as
-- of what came with a file that does not say; then the day itself counts.
alter table decision
  add column asked_at timestamptz,
  add column decided_at timestamptz,
  add check (decided_at is null or outcome is not null);
comment on column decision.asked_at is 'when it was recorded that it was asked; null: no day was kept';
comment on column decision.decided_at is 'when its outcome was recorded; null: no day was kept, or no outcome';

-- what the audit trail tells of the decisions that were taken on a page
alter table decision disable trigger decision_decided;
update decision x set asked_at = e.at from audit_entry e
 where e.institution_id = x.institution_id and e.subject_id = x.decision_id and e.action in ('decision.ask', 'decision.adopt');
update decision x set decided_at = e.at from audit_entry e
 where e.institution_id = x.institution_id and e.subject_id = x.decision_id and e.action in ('decision.record', 'decision.adopt')
   and x.outcome is not null;
alter table decision enable trigger decision_decided;
